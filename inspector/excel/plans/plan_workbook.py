"""A plan as a workbook that can be changed and taken in again: nothing of it is lost on the way.

The draws of the plan are not in it: it leaves before the visits.
"""

from datetime import date
from pathlib import Path

from inspector.domain.plan.plan import Plan
from inspector.excel.plans.plan_fields import (
    BARRED_SHEET,
    HEAD_SHEET,
    SITES_SHEET,
    BarField,
    HeadField,
    SiteField,
)
from inspector.excel.sheet.report_heading import chinese_date
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, add_sheet, new_book
from inspector.excel.sheet.workbook_saving import save_workbook

_SITE_COLUMNS = (
    Column("序号", 6, Kind.NUMBER),
    Column(SiteField.SITE.value, 36, Kind.TEXT),
    Column(SiteField.VISITS.value, 12, Kind.NUMBER),
    Column(SiteField.SHARE.value, 14, Kind.NUMBER),
    Column(SiteField.GROUP.value, 24),
)
_HEAD_COLUMNS = (Column("项目", 18), Column("内容", 50, Kind.TEXT))
_BARRED_COLUMNS = (
    Column("序号", 6, Kind.NUMBER),
    Column(BarField.WHO.value, 32),
    Column(BarField.SITE.value, 40, Kind.TEXT),
)
_NOTES = (
    "1. 应查次数：计划期内对该单位检查的次数；窗口不少于%：至少检查该单位百分之几的窗口，"
    "不要求的填0。",
    "2. 改好后导入，程序存为该计划的新一版，原来的各版仍保留；全部正确才会导入，有错误时逐格指出。",
)


def write_plan(path: Path, plan: Plan, unit: str, day: date) -> None:
    """Write a version of a plan to `path`; raises what `save_workbook` raises."""
    book = new_book(plan.name, unit, day)
    styles = Styles(book)
    days = f"{chinese_date(plan.first)}至{chinese_date(plan.last)}"
    sites = SheetPlan(
        name=SITES_SHEET,
        title=plan.name,
        columns=_SITE_COLUMNS,
        head=((days,),),
        report_line=(f"填报单位：{unit}" if unit else "", "", f"第{plan.version}版"),
        notes=_NOTES,
        landscape=False,
        frozen_columns=2,
    )
    rows: list[list[Value]] = [
        [number, site.site_name, site.visits, site.share, site.group or None]
        for number, site in enumerate(plan.sites, 1)
    ]
    add_sheet(book, sites, rows, styles)
    head = SheetPlan(
        name=HEAD_SHEET, title=HEAD_SHEET, columns=_HEAD_COLUMNS, landscape=False, filtered=False
    )
    said: dict[HeadField, Value] = {
        HeadField.NAME: plan.name,
        HeadField.PHASE: plan.phase or None,
        HeadField.FIRST: plan.first.isoformat(),
        HeadField.LAST: plan.last.isoformat(),
        HeadField.COVERT: str(plan.covert),
    }
    add_sheet(book, head, [[field.value, value] for field, value in said.items()], styles)
    barred = SheetPlan(
        name=BARRED_SHEET, title="回避名单", columns=_BARRED_COLUMNS, landscape=False,
        notes=("某人或某单位的人不得检查的单位，每行一个；没有的不填。",),
    )  # fmt: skip
    bars: list[list[Value]] = [
        [number, bar.who, bar.site_name] for number, bar in enumerate(plan.barred, 1)
    ]
    add_sheet(book, barred, bars or [[None] * len(_BARRED_COLUMNS)], styles)
    save_workbook(book, path)

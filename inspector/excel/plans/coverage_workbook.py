"""检查计划完成情况表: what was asked of each site, what was done, and what was drawn (DOMAIN §3.3).

A draw stands in it only once it, or one after it, was followed by a visit; with its seed it can be
checked by anybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inspector.domain.plan.plan import Plan
from inspector.domain.plan.plan_coverage import PlanCoverage, SiteCoverage
from inspector.domain.plan.plan_draw import DrawWay, ToldDraw
from inspector.excel.papers.cell_values import rate_value
from inspector.excel.papers.policy_words import numbered
from inspector.excel.sheet.report_heading import Heading, chinese_date
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, add_sheet, begin_sheet, new_book
from inspector.excel.sheet.terms import NO_VALUE, NOTHING
from inspector.excel.sheet.workbook_saving import written_to

TITLE = "检查计划完成情况表"
_DRAWS_TITLE = "检查单位抽取记录"

WAYS = {DrawWay.LONGEST: "久未检查", DrawWay.WORST: "得分最低", DrawWay.RANDOM: "随机抽取"}

_COLUMNS = (
    Column("序号", 6, Kind.NUMBER),
    Column("单位", 22, Kind.TEXT),
    Column("应查", 7, Kind.NUMBER),
    Column("已查", 7, Kind.NUMBER),
    Column("缺口", 7, Kind.NUMBER),
    Column("计划完成率", 12.4, Kind.PERCENT),
    Column("暗访应查", 10.4, Kind.NUMBER),
    Column("暗访已查", 10.4, Kind.NUMBER),
    Column("应查窗口", 10.4, Kind.NUMBER),
    Column("已查窗口", 10.4, Kind.NUMBER),
    Column("最近检查", 17, Kind.DATE),
    Column("检查组", 14),
    Column("备注", 13),
)
_DRAW_COLUMNS = (
    Column("序号", 6, Kind.NUMBER),
    Column("抽取时间", 21),
    Column("抽取方式", 11),
    Column("种子", 11, Kind.CODE),
    Column("候选单位", 38, Kind.TEXT),
    Column("抽中单位", 22),
    Column("抽中窗口", 26, Kind.TEXT),
    Column("抽取后检查", 17, Kind.DATE),
)

_MOST_OF_A_DRAW = 16.0
"""Points that its row may grow by: few and high rows fill a page, and have to reach the next."""


@dataclass(frozen=True, slots=True)
class CoveredPlan:
    """A plan, what is covered of it, and which of its draws may be told."""

    plan: Plan
    covered: PlanCoverage
    draws: Sequence[ToldDraw] = ()


def write_coverage(path: Path, plans: Sequence[CoveredPlan], whole: PlanCoverage,
                   heading: Heading) -> None:  # fmt: skip
    """Write how much of some plans is covered to `path`; raises what `save_workbook` raises.

    `whole` is the coverage of all of them; of several, each has a sheet of its own behind it.
    """
    heading = replace(heading, period=_days(whole))
    book = new_book(heading.title(TITLE), heading.unit, heading.reported_on, heading.code)
    styles = Styles(book)

    def add(name: str, covered: PlanCoverage, told: Sequence[str]) -> None:
        plan = SheetPlan(
            name=name,
            title=replace(heading, period=_days(covered)).title(TITLE),
            columns=_COLUMNS,
            label=heading.label,
            report_line=heading.report_line("单位：次"),
            notes=numbered([*told, *_NOTES]),
            foot=heading.foot,
            frozen_columns=2,
            filtered=False,
            on_one_page=True,
        )
        writer = begin_sheet(book, plan, styles)
        for number, site in enumerate(covered.sites, 1):
            writer.write_row(_row(number, site))
        writer.write_row(_sums(covered), total=True)
        writer.write_end()

    with written_to(book, path):
        add("完成情况", whole, [_plan_words(each.plan) for each in plans])
        if len(plans) > 1:
            for number, each in enumerate(plans, 1):
                add(f"计划{number}", each.covered, [_plan_words(each.plan)])
        draws = [draw for each in plans for draw in each.draws]
        if draws:
            drawn = SheetPlan(
                name="抽取记录",
                title=heading.title(_DRAWS_TITLE),
                columns=_DRAW_COLUMNS,
                label=heading.label,
                report_line=heading.report_line(""),
                notes=numbered(_DRAW_NOTES),
                foot=heading.foot,
                filtered=False,
                grows=_MOST_OF_A_DRAW,
                on_one_page=True,
            )
            rows = [_draw_row(number, draw) for number, draw in enumerate(draws, 1)]
            add_sheet(book, drawn, rows, styles)


_NOTES = (
    "应查、已查、缺口以次计，按已完成并封存的暗访、明察、交叉检查统计，自查、日常巡视、"
    "复查不计入。已查（含暗访、窗口）只计到应查数；多查的在备注中列为计划外，不抵其他单位的缺口。",
    "计划完成率＝已查÷应查，四舍五入保留两位小数。"
    "暗访应查＝计划应查数×计划规定的比例，有小数的进一，按全计划计算，不分到各单位。"
    "应查窗口＝制定计划时的窗口数×计划规定的比例，有小数的进一；同一窗口查多次按一个计。",
)
_DRAW_NOTES = (
    "每次抽取均予保存；抽取后未去检查、又重新抽取的一并列出（“抽取后检查”为“—”）。"
    "最近一次抽取的检查尚未进行的，检查后列入。",
    "随机抽取可以复核：对每个候选单位，以UTF-8编码计算“种子/单位名称”的SHA-256值，最小的即抽中；"
    "窗口按“种子/单位名称/窗口号”计算，由小到大取。",
    "久未检查、得分最低：按抽取时最近一次检查的日期、得分抽取，相同的按上述方法确定。",
)


def _days(covered: PlanCoverage) -> str:
    """Return the days that the figures are of: those of the plans, and up to when they count."""
    days = f"{chinese_date(covered.first)}至{chinese_date(covered.last)}"
    if covered.until >= covered.last:
        return days
    return f"{days}，截至{chinese_date(max(covered.until, covered.first))}"


def _plan_words(plan: Plan) -> str:
    said = (
        f"{plan.name}（第{plan.version}版）：{chinese_date(plan.first)}至{chinese_date(plan.last)}"
    )
    covert = f"，暗访不少于{plan.covert}%" if plan.covert else ""
    phase = f"，{plan.phase}阶段" if plan.phase else ""
    return f"{said}{phase}{covert}。"


def _rate(counted: int, wanted: int) -> Value:
    if not wanted:
        return NO_VALUE
    return rate_value((2 * counted * 10_000 + wanted) // (2 * wanted))


def _row(number: int, site: SiteCoverage) -> list[Value]:
    return [
        number,
        site.site_name,
        site.wanted,
        site.counted,
        site.gap,
        _rate(site.counted, site.wanted),
        NO_VALUE,
        site.covert_counted if site.covert_share else NO_VALUE,
        *_asked_for(site.windows_wanted, site.windows_counted),
        site.last_day or NO_VALUE,
        site.group or NOTHING,
        _beyond(site.extra),
    ]


def _sums(covered: PlanCoverage) -> list[Value]:
    return [
        None,
        "合计",
        covered.wanted,
        covered.done,
        covered.gap,
        _rate(covered.done, covered.wanted),
        *_asked_for(covered.covert_wanted, covered.covert_done),
        *_asked_for(covered.windows_wanted, covered.windows_done),
        None,
        None,
        _beyond(covered.extra),
    ]


def _asked_for(wanted: int, counted: int) -> tuple[Value, Value]:
    """Return two cells; dashes where nothing of the kind was asked for."""
    return (wanted, counted) if wanted else (NO_VALUE, NO_VALUE)


def _beyond(extra: int) -> str:
    return f"计划外{extra}次" if extra else ""


def _draw_row(number: int, told: ToldDraw) -> list[Value]:
    draw = told.draw
    return [
        number,
        f"{chinese_date(draw.at.date())} {draw.at:%H:%M}",
        WAYS[draw.way],
        draw.seed,
        "、".join(draw.lots),
        draw.site_name,
        "、".join(draw.window_numbers) or NOTHING,
        told.visited or NO_VALUE,
    ]

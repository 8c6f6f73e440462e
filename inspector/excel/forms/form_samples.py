"""Two forms to begin with: what a superior's own form with placeholders looks like."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.excel.sheet.page_setup import set_up_page
from inspector.excel.sheet.workbook_saving import save_workbook

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_BODY, _HEADER = "仿宋", "黑体"
_MADE_ON = datetime(2026, 1, 1)  # the same bytes each time


@dataclass(frozen=True, slots=True)
class _Sample:
    """A form of one sheet: lines across its width, then a table whose row repeats, then lines."""

    title: str
    above: Sequence[Sequence[str]]
    headers: Sequence[tuple[str, float]]
    row: Sequence[str]
    below: Sequence[Sequence[str]]
    landscape: bool


_REPORT = _Sample(
    title="{{单位}}窗口服务问题整改情况报告表",
    above=[
        ["期间：{{期间}}", "填报日期：{{填报日期}}"],
        ["问题{{问题数}}个，已整改{{已整改数}}个，未整改{{未整改数}}个", "整改率：{{整改率}}"],
    ],
    headers=[("序号", 6), ("单位", 16), ("窗口", 12), ("存在问题", 30), ("整改措施及完成情况", 26),
             ("完成时间", 16), ("责任人", 10), ("销号状态", 10)],
    row=["{{问题.序号}}", "{{问题.单位}}", "{{问题.窗口}}", "{{问题.存在问题}}",
         "{{问题.整改情况}}", "{{问题.完成时间}}", "{{问题.责任人}}", "{{问题.销号状态}}"],
    below=[["填表人：{{填表人}}", "审核人：{{审核人}}", "联系电话：{{联系电话}}"]],
    landscape=True,
)  # fmt: skip
_RANKING = _Sample(
    title="{{期间}}文明窗口检查评分表",
    above=[["填报单位：{{单位}}", "填报日期：{{填报日期}}"]],
    headers=[("检查表", 20), ("名次", 6), ("单位", 22), ("检查次数", 7), ("总分", 9),
             ("等级", 9), ("问题数", 8), ("整改率", 10), ("备注", 14)],
    row=["{{排名.检查表}}", "{{排名.名次}}", "{{排名.单位}}", "{{排名.检查次数}}", "{{排名.总分}}",
         "{{排名.等级}}", "{{排名.问题数}}", "{{排名.整改率}}", "{{排名.备注}}"],
    below=[["本期检查{{检查单位数}}个单位{{检查次数}}次，平均总分{{总分}}分，"
            "问题{{问题数}}个，逾期{{逾期数}}个。"],
           ["名次在使用同一检查表的单位中排列；使用几种检查表的，不计算平均总分。"],
           ["填表人：{{填表人}}", "审核人：{{审核人}}"]],
    landscape=False,
)  # fmt: skip

SAMPLES = {"表样_整改情况报告表.xlsx": _REPORT, "表样_检查评分表.xlsx": _RANKING}
"""By file name."""


def write_samples(folder: Path) -> list[Path]:
    """Write the sample forms into a folder that is there; raises what `save_workbook` raises."""
    paths: list[Path] = []
    for name, sample in SAMPLES.items():
        save_workbook(_book(sample), folder / name)
        paths.append(folder / name)
    return paths


def _book(sample: _Sample) -> "Workbook":
    from openpyxl import Workbook

    book = Workbook()
    book.properties.created = _MADE_ON
    sheet = book.worksheets[0]
    sheet.title = "报表"
    set_up_page(sheet, landscape=sample.landscape, body_font=_BODY)
    for number, (_, width) in enumerate(sample.headers, 1):
        sheet.column_dimensions[_letter(number)].width = width
    _across(sheet, [sample.title], _HEADER, 18, 36)
    for line in sample.above:
        _across(sheet, line, _BODY, 11, 22)
    _row(sheet, [header for header, _ in sample.headers], _HEADER, 30)
    header_row = sheet.max_row
    _row(sheet, sample.row, _BODY, 26)
    for line in sample.below:
        _across(sheet, line, _BODY, 11, 32)  # a name may take two lines
    sheet.print_title_rows = f"1:{header_row}"
    sheet.print_area = f"A1:{_letter(len(sample.headers))}{sheet.max_row}"
    return book


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(number)


def _across(
    sheet: "Worksheet", texts: Sequence[str], font: str, size: float, height: float
) -> None:
    """Write texts side by side, each over an equal share of the columns."""
    from openpyxl.styles import Alignment, Font

    columns = sheet.column_dimensions
    row, count = _next_row(sheet), len(columns)
    sheet.row_dimensions[row].height = height
    for place, text in enumerate(texts):
        first = place * count // len(texts) + 1
        last = (place + 1) * count // len(texts)
        cell = sheet.cell(row, first, text)
        cell.font = Font(name=font, size=size, charset=134)
        where = "center" if len(texts) == 1 and size > 11 else "left"
        cell.alignment = Alignment(horizontal=where, vertical="center", wrap_text=True)
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)


def _row(sheet: "Worksheet", texts: Sequence[str], font: str, height: float) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    side = Side("thin")
    row = _next_row(sheet)
    sheet.row_dimensions[row].height = height
    for number, text in enumerate(texts, 1):
        cell = sheet.cell(row, number, text)
        cell.font = Font(name=font, size=11, charset=134)
        cell.border = Border(left=side, right=side, top=side, bottom=side)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _next_row(sheet: "Worksheet") -> int:
    return 1 if sheet.max_row == 1 and sheet["A1"].value is None else sheet.max_row + 1

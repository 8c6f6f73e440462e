"""The reply slip of a notice (整改回执): what the unit fills in and sends back."""

from typing import TYPE_CHECKING

from inspector.domain.papers.notice import Notice
from inspector.excel.papers.ledger_cells import problem_text
from inspector.excel.sheet.fill_in import (
    DONE_ON,
    DONE_PHOTOS,
    FILL_IN_NOTE,
    NUMBER,
    PROBLEM,
    PROGRESS,
    REPLYING,
    WINDOW,
)
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, begin_sheet

if TYPE_CHECKING:
    from openpyxl import Workbook

REPLY_COLUMNS = (
    Column("序号", 5.2, Kind.NUMBER),
    Column(NUMBER, 12.6, Kind.CODE),
    Column(WINDOW, 9.8),
    Column(PROBLEM, 22, Kind.TEXT),
    Column("整改时限", 15.6, Kind.DATE),
    Column(PROGRESS, 24, Kind.TEXT, fill_in=True),
    Column(DONE_ON, 15.6, Kind.DATE, fill_in=True),
    Column(DONE_PHOTOS, 20, Kind.TEXT, fill_in=True),
)
_ROW = 84.0  # points: room for a pen, and for a photo


def add_reply_sheet(book: "Workbook", notice: Notice, styles: Styles) -> None:
    """Write the slip of a notice: its findings, and framed columns to be filled in."""
    plan = SheetPlan(
        name="整改回执",
        title="整改回执",
        columns=REPLY_COLUMNS,
        head=[
            (f"对应通知单：{notice.number}", f"{REPLYING}{notice.site_name}"),
            (FILL_IN_NOTE,),
        ],
        foot=("填表人：", "单位负责人（盖章）：", "联系电话："),
        landscape=False,
        filtered=False,
        repeated=(NUMBER, WINDOW),
        grows=_ROW / 2,  # rather more room for a pen than one row alone on the last page
    )
    writer = begin_sheet(book, plan, styles)
    for number, finding in enumerate(notice.findings, 1):
        writer.write_row(
            [
                number,
                finding.number,
                finding.window_number,
                problem_text(finding),
                finding.deadline,
                None,
                None,
                None,
            ],
            lowest=_ROW,
        )
    writer.write_end()

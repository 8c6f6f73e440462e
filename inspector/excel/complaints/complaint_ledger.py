"""投诉举报台账: what is printed, the same column by column to be filtered, what is sent out.

Nobody who is anonymous, and nobody who reported somebody, is named in any of them; telephone
numbers are in none.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from inspector.domain.complaint.complaint import Complaint
from inspector.excel.complaints.complaint_terms import (
    ANSWER,
    ANSWERED_ON,
    CHANNELS,
    COMPLAINANT,
    CONTENT,
    DEPARTMENT,
    FIRST_ASKED,
    KINDS,
    NO,
    NUMBER,
    OWNER,
    SITE,
    UPHELD,
    VERIFICATION,
    WINDOW,
    YES,
    state_words,
    upheld_words,
    who_words,
)
from inspector.excel.sheet.fill_in import FILL_IN
from inspector.excel.sheet.printed_width import Paper
from inspector.excel.sheet.report_heading import Heading
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, add_sheet
from inspector.excel.sheet.terms import NOTHING
from inspector.excel.surveys.survey_terms import SATISFACTIONS

if TYPE_CHECKING:
    from openpyxl import Workbook

TITLE, FULL, SENT = "投诉举报台账", "台账（筛选用）", "投诉举报办理情况表"

_CODE = 19.4
"""Units that 2611-HTE-T0001 takes in any font: some programs break it at its hyphens."""

_CHANNEL = 12.0  # 12345转办

_PRINTED = (
    Column("序号", 5.2, Kind.NUMBER),
    Column("编号\n收到时间", _CODE),
    Column("渠道\n类别", _CHANNEL),
    Column("单位\n窗口", 13),
    Column(COMPLAINANT, 9.4),
    Column(CONTENT, 30, Kind.TEXT),
    Column("责任部门\n责任人", 11.4),
    Column("办理时限", 12.4, Kind.NARROW_DATE),
    Column("核实情况和处理结果", 34, Kind.TEXT),
    Column(ANSWERED_ON, 12.4, Kind.NARROW_DATE),
    Column("回访", 10.8),
    Column("状态", 9.4),
)
_FULL = (
    Column("序号", 5.2, Kind.NUMBER),
    Column(NUMBER, _CODE),
    Column("收到时间", 12.4, Kind.NARROW_DATE),
    Column("渠道", _CHANNEL),
    Column("类别", 8),
    Column(SITE, 14),
    Column(WINDOW, 9.4),
    Column(COMPLAINANT, 9.4),
    Column(CONTENT, 36, Kind.TEXT),
    Column(FIRST_ASKED, 10),
    Column(DEPARTMENT, 11.4),
    Column(OWNER, 9.4),
    Column("办理时限", 12.4, Kind.NARROW_DATE),
    Column("核实时间", 12.4, Kind.NARROW_DATE),
    Column(UPHELD, 8),
    Column(VERIFICATION, 30, Kind.TEXT),
    Column(ANSWER, 30, Kind.TEXT),
    Column(ANSWERED_ON, 12.4, Kind.NARROW_DATE),
    Column("是否按期", 8),
    Column("回访满意度", 10),
    Column("回访情况", 20, Kind.TEXT),
    Column("转整改", 8, Kind.NUMBER),
    Column("状态", 12),
)
_SENT = (
    Column("序号", 5.2, Kind.NUMBER),
    Column(NUMBER, _CODE),
    Column("收到时间", 12.4, Kind.NARROW_DATE),
    Column("类别", 7.2),
    Column(SITE, 12),
    Column(WINDOW, 9),
    Column(CONTENT, 34, Kind.TEXT),
    Column(DEPARTMENT, 11.4),
    Column("办理时限", 12.4, Kind.NARROW_DATE),
    Column(UPHELD, 9.4, fill_in=True),
    Column(VERIFICATION, 22, Kind.TEXT, fill_in=True),
    Column(ANSWER, 22, Kind.TEXT, fill_in=True),
    Column(ANSWERED_ON, 12.4, Kind.NARROW_DATE, fill_in=True),
)
SENT_NOTE = (
    f"填写说明：只填写标有“{FILL_IN}”的四列，{UPHELD}填“{YES}”或“{NO}”，{ANSWERED_ON}填答复对方的"
    f"日期；其余各列只供查看，改动不予采用。请以本文件（.xlsx）交回，可以排序、筛选，"
    f"但请勿改动或删除{NUMBER}、{SITE}、{WINDOW}、{CONTENT}。"
)
_WRITABLE = 30.0  # points of a row that somebody writes into by hand
NONE_CAME = "本期无投诉举报"
NONE_OPEN = "无未办结的投诉举报"


def add_ledger(
    book: "Workbook", complaints: Sequence[Complaint], heading: Heading, today: date, styles: Styles
) -> None:
    """Add the register in its two editions: as it is printed, and to be filtered."""
    plan = SheetPlan(
        name=TITLE,
        title=heading.title(TITLE),
        columns=_PRINTED,
        label=heading.label,
        alarm=heading.alarm,
        report_line=heading.report_line(f"共{len(complaints)}件"),
        foot=heading.foot,
        filtered=False,
    )
    rows = [_printed(place, each, today) for place, each in enumerate(complaints, 1)]
    add_sheet(book, plan, rows or [_nothing(len(_PRINTED), NONE_CAME)], styles)
    if complaints:
        full = replace(
            plan, name=FULL, columns=_FULL, filtered=True, for_screen=True, paper=Paper.A3
        )
        full = replace(full, frozen_columns=2)
        wide = [_full(place, each, today) for place, each in enumerate(complaints, 1)]
        add_sheet(book, full, wide, styles)


def add_sent(
    book: "Workbook", complaints: Sequence[Complaint], heading: Heading, styles: Styles
) -> None:
    """Add the sheet that units fill in and send back: what is not answered yet."""
    from inspector.excel.sheet.table_sheet import begin_sheet

    plan = SheetPlan(
        name="投诉举报办理",
        title=heading.title(SENT),
        columns=_SENT,
        label=heading.label,
        report_line=heading.report_line(f"共{len(complaints)}件"),
        notes=(SENT_NOTE,),
        foot=heading.foot,
        frozen_columns=2,
    )
    writer = begin_sheet(book, plan, styles)
    for place, each in enumerate(complaints, 1):
        writer.write_row(_sent(place, each), lowest=_WRITABLE)
    if not complaints:
        writer.write_row(_nothing(len(_SENT), NONE_OPEN))
    writer.write_end()


def _printed(place: int, complaint: Complaint, today: date) -> list[Value]:
    return [
        place,
        f"{complaint.number}\n{complaint.received_at.date().isoformat()}",
        f"{CHANNELS[complaint.channel]}\n{KINDS[complaint.kind]}",
        _lines(complaint.site_name, complaint.window_number),
        who_words(complaint),
        complaint.content,
        _lines(complaint.department, complaint.owner) or NOTHING,
        complaint.deadline,
        _lines(_verified(complaint), _answered(complaint)),
        complaint.answered_at.date() if complaint.answered_at else None,
        SATISFACTIONS[complaint.grade] if complaint.grade else None,
        state_words(complaint, today),
    ]


def _full(place: int, complaint: Complaint, today: date) -> list[Value]:
    answered = complaint.answered_at
    in_time = ("是" if complaint.answered_in_time else "否") if answered else ""
    return [
        place,
        complaint.number,
        complaint.received_at.date(),
        CHANNELS[complaint.channel],
        KINDS[complaint.kind],
        complaint.site_name,
        complaint.window_number,
        who_words(complaint),
        complaint.content,
        complaint.first_asked,
        complaint.department,
        complaint.owner,
        complaint.deadline,
        complaint.verified_at.date() if complaint.verified_at else None,
        upheld_words(complaint),
        complaint.verification,
        complaint.answer,
        answered.date() if answered else None,
        in_time,
        SATISFACTIONS[complaint.grade] if complaint.grade else None,
        complaint.follow_up,
        len(complaint.finding_ids) or None,
        state_words(complaint, today),
    ]


def _sent(place: int, complaint: Complaint) -> list[Value]:
    return [
        place,
        complaint.number,
        complaint.received_at.date(),
        KINDS[complaint.kind],
        complaint.site_name,
        complaint.window_number,
        complaint.content,
        complaint.department,
        complaint.deadline,
        upheld_words(complaint) or None,
        complaint.verification or None,
        complaint.answer or None,
        complaint.answered_at.date() if complaint.answered_at else None,
    ]


def _verified(complaint: Complaint) -> str:
    said = "：".join(filter(None, (upheld_words(complaint), complaint.verification)))
    return f"核实：{said}" if said else ""


def _answered(complaint: Complaint) -> str:
    return f"处理：{complaint.answer}" if complaint.answer else ""


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _nothing(columns: int, said: str) -> list[Value]:
    return [NOTHING, said, *[NOTHING] * (columns - 2)]

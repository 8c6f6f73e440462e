"""The ledger of findings and how they are put right (整改台账) as a workbook (DOMAIN §3.1).

As a report it has 21 columns unless somebody chose others. With photos it has one more; sent out
to be filled in it has one for photos of what was done, and marks what may be written.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from inspector.domain.checklist.points import to_decimal
from inspector.domain.finding.finding import Finding, FindingState
from inspector.excel.papers.ledger_cells import ledger_values
from inspector.excel.papers.reviewed_score_words import POINTS_UNIT
from inspector.excel.sheet.chosen_columns import chosen, frozen_columns
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.fill_in import (
    DONE_ON,
    DONE_PHOTOS,
    FILL_IN_NOTE,
    FOUND_PHOTOS,
    NUMBER,
    PROBLEM,
    PROGRESS,
    SITE,
    WINDOW,
)
from inspector.excel.sheet.photo_cell import PhotoCell
from inspector.excel.sheet.report_heading import Heading
from inspector.excel.sheet.sheet_pictures import Picture
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, begin_sheet, new_book
from inspector.excel.sheet.terms import NO_FINDINGS, NOTHING
from inspector.excel.sheet.workbook_saving import written_to

# Narrow, since 21 columns share one page, and every unit less prints all of it larger: 9.4 units
# hold words of four characters on one line (less breaks them after three, not in the middle), 7.2 a
# name of three, 11.3 a date. What is left is the texts'.
_COLUMNS = (
    Column("序号", 5.2, Kind.NUMBER),
    Column(NUMBER, 9.8),
    Column("检查时间", 11.3, Kind.NARROW_DATE),
    Column(SITE, 9.4),
    Column(WINDOW, 8),
    Column(PROBLEM, 22, Kind.TEXT),
    Column("问题类别", 9.4),
    Column("扣分", 5.2, Kind.NUMBER),
    Column("整改要求（措施）", 17.4, Kind.TEXT),
    Column("责任部门（科室）", 9.4),
    Column("责任人", 7.2),
    Column("责任领导", 9.4),
    Column("整改类型", 9.4),
    Column("整改时限", 11.3, Kind.NARROW_DATE),
    Column(PROGRESS, 15.6, Kind.TEXT),
    Column(DONE_ON, 11.3, Kind.NARROW_DATE),
    Column("复查时间", 11.3, Kind.NARROW_DATE),
    Column("复查结果", 9.4),
    Column("复查人", 7.2),
    Column("销号状态", 9.4),
    Column("备注", 9.2),
)
_OPTIONAL_COLUMNS = (
    Column("工号", 8),
    Column("检查时扣分", 11.5, Kind.NUMBER),
    Column("复核后扣分", 11.5, Kind.NUMBER),
    Column("第几次", 7.5, Kind.NUMBER),
    Column("整改通知单", 12),
)
"""Left out unless somebody wants them."""

LEDGER_HEADERS = tuple(column.header for column in (*_COLUMNS, *_OPTIONAL_COLUMNS))
OPTIONAL_LEDGER_HEADERS = frozenset(column.header for column in _OPTIONAL_COLUMNS)
USUAL_LEDGER_HEADERS = tuple(column.header for column in _COLUMNS)
FIXED_LEDGER_HEADERS = frozenset({NUMBER, SITE, WINDOW, PROBLEM})
"""What a finding is known by, whose and what it is: without them what comes back is not taken."""

_IN_SIGHT = ("序号", NUMBER, "检查时间", "单位", "窗口")
_BODY_SIZE = 10.5  # 五号

_PHOTOS = PhotoCell(width=17, height=62, most=2)
_FOUND_COLUMN = Column(FOUND_PHOTOS, _PHOTOS.width, Kind.CAPTION)
_DONE_COLUMN = Column(DONE_PHOTOS, 13, Kind.TEXT, fill_in=True)
_NARROWER = {"存在问题": 20.0, "整改要求（措施）": 15.0}
"""Widths where there are columns of photos as well."""

_WRITABLE = 30.0  # points of a row that somebody writes into by hand


@dataclass(frozen=True, slots=True)
class LedgerForm:
    """Which columns a ledger has, and what beside them.

    `photos` are those of findings as found, by the finding's id; without any there is no column.
    """

    photos: Mapping[str, Sequence[Picture]] = field(default_factory=dict)
    fill_in: bool = False  # sent out: what may be written is marked
    headers: Sequence[str] = USUAL_LEDGER_HEADERS
    ended: int = 0  # findings that are closed or withdrawn, and not in it
    patrols: frozenset[str] = frozenset()  # those visits that are rounds without a score


def write_rectification(
    path: Path,
    findings: Sequence[Finding],
    heading: Heading,
    today: date,
    form: LedgerForm = LedgerForm(),
    progress: Progress = unheard,
) -> None:
    """Write the ledger of `findings`, in their order, to `path`.

    逾期 is reckoned on `today`. Without findings the ledger says so in its only row. What has
    still to happen is left blank, to be filled in. Raises what `save_workbook` raises.
    """
    title = heading.title("文明窗口检查问题整改台账")
    book = new_book(title, heading.unit, heading.reported_on, heading.code)
    columns = _columns(form)
    plan = SheetPlan(
        name="整改台账",
        title=title,
        columns=columns,
        label=heading.label,
        alarm=heading.alarm,
        head=[*_head(form, len(findings)), *_counted(findings, form.patrols)],
        report_line=heading.report_line(f"单位：{POINTS_UNIT}"),
        foot=heading.foot,
        frozen_columns=frozen_columns(columns, _IN_SIGHT),
        body_size=_BODY_SIZE,
    )
    with written_to(book, path):
        writer = begin_sheet(book, plan, Styles(book))
        for number, finding in enumerate(findings, 1):
            progress(number, len(findings))
            values: dict[str, Value] = {"序号": number, **ledger_row(finding, today)}
            lowest = _WRITABLE if form.fill_in else 0.0
            photos = form.photos.get(finding.id, ())
            if photos:
                at = columns.index(_FOUND_COLUMN)
                lowest = max(lowest, _PHOTOS.place(writer.sheet, writer.row, at, photos))
                values[FOUND_PHOTOS] = _PHOTOS.caption(photos)
            writer.write_row([values.get(column.header) for column in columns], lowest=lowest)
        if not findings:
            writer.write_row([_clean_row(heading.unit).get(c.header, NOTHING) for c in columns])
        writer.write_end()


def _head(form: LedgerForm, count: int) -> list[tuple[str, ...]]:
    if not form.fill_in:
        return []
    if not form.ended:
        return [(FILL_IN_NOTE,)]
    ended = f"只列尚未销号的{count}个问题；已销号或撤销的{form.ended}个不需再填，未列入。"
    return [(FILL_IN_NOTE,), (ended,)]


def _columns(form: LedgerForm) -> Sequence[Column]:
    columns = chosen((*_COLUMNS, *_OPTIONAL_COLUMNS), form.headers)
    shown = any(form.photos.values())
    if shown or form.fill_in:
        columns = [replace(c, width=_NARROWER.get(c.header, c.width)) for c in columns]
    if form.fill_in:
        columns = [replace(c, fill_in=c.header in (PROGRESS, DONE_ON)) for c in columns]
        columns.insert(_place(columns, DONE_ON) + 1, _DONE_COLUMN)
    if shown:
        columns.insert(_place(columns, "存在问题") + 1, _FOUND_COLUMN)
    return columns


def _counted(findings: Sequence[Finding], patrols: Container[str]) -> list[tuple[str, ...]]:
    """Return how many rows circular and summary count and what the others are, where not all."""
    counted = [each for each in findings if each.state is not FindingState.WITHDRAWN]
    patrolled = sum(finding.inspection_id in patrols for finding in counted)
    withdrawn = len(findings) - len(counted)
    others = [f"日常巡视发现{patrolled}个"] if patrolled else []
    others += [f"已撤销{withdrawn}个"] if withdrawn else []
    if not others:
        return []
    scored = len(counted) - patrolled
    said = f"本表共列{len(findings)}个问题：计分检查发现{scored}个，计入通报、汇总表的问题数"
    return [(f"{said}；{'、'.join(others)}，不计入。",)]


def _place(columns: Sequence[Column], header: str) -> int:
    return [column.header for column in columns].index(header)


def ledger_row(finding: Finding, today: date) -> Mapping[str, Value]:
    """Return what stands in every column but 序号, the optional ones as well."""
    reviewed = finding.reviewed_deduction
    return {
        **ledger_values(finding, today),
        "工号": finding.staff_number or NOTHING,
        "检查时扣分": to_decimal(finding.deduction),
        "复核后扣分": NOTHING if reviewed is None else to_decimal(reviewed),
        "第几次": finding.times_at_window,
        "整改通知单": finding.notice or NOTHING,
    }


def _clean_row(unit: str) -> Mapping[str, Value]:
    """Return the row of a ledger without findings: even then a superior expects one."""
    return {"序号": 1, "单位": unit, "存在问题": NO_FINDINGS, "备注": None}

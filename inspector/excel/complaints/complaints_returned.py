"""Complaints that came back from units, read by header words and numbers, in whatever order.

What a row means is decided elsewhere (`domain.complaint.complaint_returned`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from inspector.domain.complaint.complaint_returned import ComplaintPlaces, ReturnedComplaint
from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault, Problem
from inspector.domain.papers.returned import Said
from inspector.excel.complaints.complaint_terms import (
    ANSWER,
    ANSWERED_ON,
    COMPLAINANT,
    CONTENT,
    DEPARTMENT,
    FIRST_ASKED,
    NO,
    NUMBER,
    OWNER,
    SITE,
    UPHELD,
    VERIFICATION,
    WINDOW,
    YES,
)
from inspector.excel.reading.cell_days import NO_WORDS, read_day
from inspector.excel.reading.head_words import FINDING_HEADS
from inspector.excel.reading.plain_sheets import Row, Sheet, read_sheets
from inspector.excel.reading.sheet_table import Header, Heads, SheetTable
from inspector.excel.reading.table_foot import FootRow, foot_row
from inspector.excel.reading.typed_cells import as_typed, read_text, tidy

_HEADS = Heads(
    {
        NUMBER: "投诉编号 投诉举报编号 投诉件编号 受理编号",
        SITE: FINDING_HEADS["单位"],
        WINDOW: FINDING_HEADS["窗口"],
        CONTENT: "反映内容 投诉内容 举报内容 投诉举报内容 反映问题 反映情况 内容",
        UPHELD: "是否属实 属实 属实情况 核实结论",
        VERIFICATION: "核实情况 核查情况 调查情况 调查核实情况",
        ANSWER: "处理结果 办理结果 处理情况 办理情况 处理意见 答复内容 反馈内容",
        ANSWERED_ON: "反馈时间 反馈日期 答复时间 答复日期 回复时间 回复日期",
        DEPARTMENT: FINDING_HEADS["责任部门（科室）"],
        OWNER: "责任人 承办人 经办人",
    }
)
_KNOWN_BY = (NUMBER, SITE, WINDOW, CONTENT)
_FILLED_IN = (UPHELD, VERIFICATION, ANSWER, ANSWERED_ON)
_ONLY_IN_REGISTER = {COMPLAINANT, FIRST_ASKED}
_LOOKED_AT = 20
"""Rows in which a header stands."""

_UPHELD = {YES: True, "是": True, "基本属实": True, "部分属实": True, NO: False, "否": False,
           "不实": False}  # fmt: skip
_DASHES = str.maketrans("－—–‐‑", "-----")


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    """What came back about one complaint, and what the row says it is about."""

    said: ReturnedComplaint
    site: Said
    window: Said
    content: Said


@dataclass(frozen=True, slots=True)
class ReturnedComplaints:
    """The rows of a workbook, in its order."""

    name: str
    rows: tuple[ComplaintRow, ...]


def is_complaints(sheets: Sequence[Sheet]) -> bool:
    """Tell whether any sheet that is shown has complaint numbers and something to be filled in."""
    return any(_header(sheet) is not None for sheet in sheets)


def read_complaints(path: Path, today: date) -> ReturnedComplaints:
    """Read a workbook that came back; a day without a year is the last one up to `today`.

    Raises FaultyFileError where no sheet is one, or a column is gone without which no row can be
    told, and what `read_sheets` raises. What is wrong in a row stands with it.
    """
    rows: list[ComplaintRow] = []
    seen: dict[str, str] = {}
    found = False
    for sheet in read_sheets(path):
        header = _header(sheet)
        if header is None:
            continue
        found = True
        if _is_register(header.row):
            place = sheet.place(header.row.number, header.columns[NUMBER])
            raise FaultyFileError(path.name, [Problem(place, Fault.A_REGISTER)])
        gone = [name for name in _KNOWN_BY if name not in header.columns]
        if gone:
            place = sheet.place(header.row.number, header.columns[NUMBER])
            problems = [Problem(place, Fault.NO_COLUMN, expected=name) for name in gone]
            raise FaultyFileError(path.name, problems)
        table = SheetTable(sheet, header.columns)
        for row in sheet.rows:
            if row.number <= header.row.number:
                continue
            foot = foot_row(table.own(row).items())
            if foot is FootRow.SIGNATURE:
                break
            if foot is None and (read := _read(table, row, today, seen)) is not None:
                rows.append(read)
    if not found:
        expected = "、".join((NUMBER, *_FILLED_IN))
        raise FaultyFileError(path.name, [Problem("", Fault.NO_LEDGER, expected=expected)])
    return ReturnedComplaints(path.name, tuple(rows))


def _header(sheet: Sheet) -> Header[str] | None:
    if sheet.hidden:
        return None
    for row in sheet.rows[:_LOOKED_AT]:
        header = _HEADS.read(row)
        if NUMBER in header.columns and any(name in header.columns for name in _FILLED_IN):
            return header
    return None


def _is_register(head: Row) -> bool:
    """Tell whether a header is that of the register, which nobody fills in."""
    words = {tidy(read_text(cell)[0]) for cell in head.cells.values()}
    return words >= _ONLY_IN_REGISTER


def _read(
    table: SheetTable[str], row: Row, today: date, seen: dict[str, str]
) -> ComplaintRow | None:
    """Return what a row says; None of a row without a number and without a word filled in."""
    problems: list[Problem] = []
    words = {name: _text(table, row, name, problems) for name in (*_KNOWN_BY, *_FILLED_IN[:3])}
    number = "".join(words[NUMBER].translate(_DASHES).split()).upper()
    places = ComplaintPlaces(*(table.place(row, name) for name in (NUMBER, *_FILLED_IN)))
    upheld = _upheld(words[UPHELD], places.upheld, problems)
    day = _day(table, row, today, problems)
    said = ReturnedComplaint(
        number,
        places,
        upheld,
        words[VERIFICATION],
        words[ANSWER],
        day,
        _text(table, row, DEPARTMENT, []),
        _text(table, row, OWNER, []),
        tuple(problems),
    )
    if not number:
        if said.is_blank or not (words[SITE] or words[CONTENT]):
            return None
        problems.append(Problem(places.number, Fault.MISSING, expected=NUMBER))
    elif number in seen and not said.is_blank:
        problems.append(Problem(places.number, Fault.DUPLICATE, number, seen[number]))
    seen.setdefault(number, places.number)
    whole = replace(said, problems=tuple(problems))
    about = (Said(words[name], table.place(row, name)) for name in (SITE, WINDOW, CONTENT))
    return ComplaintRow(whole, *about)


def _text(table: SheetTable[str], row: Row, name: str, problems: list[Problem]) -> str:
    text, fault, found = read_text(table.cell(row, name), as_typed)
    if fault is not None:
        problems.append(Problem(table.place(row, name), fault, found))
    return "" if tidy(text) in NO_WORDS else text


def _upheld(text: str, place: str, problems: list[Problem]) -> bool | None:
    word = tidy(text)
    if not word:
        return None
    if word not in _UPHELD:
        problems.append(Problem(place, Fault.NOT_ONE_OF, word, f"{YES}、{NO}"))
    return _UPHELD.get(word)


def _day(table: SheetTable[str], row: Row, today: date, problems: list[Problem]) -> date | None:
    cell = table.cell(row, ANSWERED_ON)
    if cell is None:
        return None
    text, fault, found = read_text(cell)
    if fault is None and tidy(text) in NO_WORDS:
        return None
    day = read_day(cell, today)
    if day is None:
        problems.append(Problem(table.place(row, ANSWERED_ON), Fault.NOT_A_DAY, text or found))
    return day

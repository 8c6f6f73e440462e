"""Results of a survey from a workbook: one row a sheet, heads as offices and services call them.

Columns with people's names and numbers are not read at all. What roster and program know of the
rows is not known here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault, Problem
from inspector.domain.survey.survey_sheet import Channel, Satisfaction
from inspector.excel.reading.cell_days import NO_WORDS, read_day
from inspector.excel.reading.plain_sheets import Row, Sheet, read_sheets
from inspector.excel.reading.sheet_table import Header, Heads, SheetTable
from inspector.excel.reading.table_foot import FootRow, foot_row
from inspector.excel.reading.typed_cells import read_text
from inspector.excel.surveys.survey_terms import (
    NUMBERED,
    OWN_HEADS,
    READ_CHANNELS,
    READ_GRADES,
    SATISFACTIONS,
    TITLE,
)

Chosen = TypeVar("Chosen")

SITE, DAY, GRADE = "单位", "测评日期", "满意度"
WINDOW, REASON, CHANNEL, NUMBER = "窗口", "原因", "渠道", "编号"

_HEADS = Heads(
    {
        SITE: "单位 单位名称 服务单位 测评单位 被测评单位 评价单位 办事单位 大厅 大厅名称 网点名称"
        " 办事大厅 您办事的单位 您办事的大厅",
        DAY: "测评日期 测评时间 评价日期 评价时间 日期 时间 提交时间 提交答卷时间 填写时间 填写日期"
        " 答卷时间 办事时间 回访时间 回访日期",
        GRADE: "满意度 满意程度 评价 评价等级 评价结果 测评结果 测评等级 总体评价 总体满意度"
        " 满意度评价 您的评价 您的总体评价 您对本次服务是否满意 您对本次服务满意吗",
        WINDOW: "窗口 窗口号 窗口名称 办事窗口 服务窗口 您办事的窗口",
        REASON: "原因 理由 差评原因 不满意原因 不满意的原因 意见 意见建议 意见和建议 评价内容 建议",
        CHANNEL: "渠道 评价渠道 测评渠道 方式 测评方式 评价方式",
        NUMBER: "编号 评价编号 测评编号 答卷编号 问卷编号 流水号 票号",
    }
)
_NEEDED = (SITE, DAY, GRADE)
_LOOKED_AT = 20
"""Rows in which a header stands."""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One answer, with where its cells are, so that a refusal can name them.

    Of a row with `problems` day and grade may be missing.
    """

    site: str
    window: str
    day: date | None
    grade: Satisfaction | None
    reason: str
    channel: Channel
    number: str
    site_place: str
    window_place: str
    day_place: str
    number_place: str
    by_number: bool = False  # the grade was a number, as slips print it
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class SurveyResults:
    """The rows of a workbook, and the heads of columns that were not read."""

    name: str
    rows: tuple[ResultRow, ...]
    unread: tuple[str, ...]


def is_survey(sheets: Sequence[Sheet]) -> bool:
    """Tell whether any sheet that is shown has the header of results, or is our own table."""
    return any(_headers(sheet) or _is_own(sheet) for sheet in sheets)


def read_results(path: Path, today: date) -> SurveyResults:
    """Read a workbook of results; a day without a year is the last one up to `today`.

    What is wrong in a row it says itself, so that what the roster does not know can be told along
    with it. Raises FaultyFileError without a row, or for our own table, and what `read_sheets`
    raises.
    """
    rows: list[ResultRow] = []
    problems: list[Problem] = []
    unread: dict[str, None] = {}
    found = False
    sheets = read_sheets(path)
    if any(map(_is_own, sheets)):
        raise FaultyFileError(path.name, [Problem("", Fault.OWN_PAPER, TITLE)])
    for sheet in sheets:
        for header in _headers(sheet)[:1]:
            found = True
            unread.update(dict.fromkeys(header.others.values()))
            table = SheetTable(sheet, header.columns)
            rows += [_read(table, row, today) for row in _below(table, header.row)]
    if not found:
        problems.append(Problem(path.name, Fault.NO_ROSTER, expected="、".join(_NEEDED)))
    elif not rows:
        problems.append(Problem(path.name, Fault.NO_ROWS))
    if problems:
        raise FaultyFileError(path.name, problems)
    return SurveyResults(path.name, tuple(rows), tuple(unread))


def _is_own(sheet: Sheet) -> bool:
    for row in sheet.rows[:_LOOKED_AT]:
        words = {"".join(str(cell.value).split()) for cell in row.cells.values()}
        if any(heads <= words for heads in OWN_HEADS):
            return True
    return False


def _headers(sheet: Sheet) -> list[Header[str]]:
    if sheet.hidden:
        return []
    read = (_HEADS.read(row) for row in sheet.rows[:_LOOKED_AT])
    return [header for header in read if all(name in header.columns for name in _NEEDED)]


def _below(table: SheetTable[str], header: Row) -> Iterator[Row]:
    """Yield the rows of the table: below its header, with something in a column that is read."""
    columns = set(table.columns.values())
    for row in table.sheet.rows:
        if row.number <= header.number or not table.own(row).keys() & columns:
            continue
        foot = foot_row(table.own(row).items())
        if foot is FootRow.SIGNATURE:
            return
        if foot is None:
            yield row


def _read(table: SheetTable[str], row: Row, today: date) -> ResultRow:
    words: dict[str, str] = {}
    wrong: list[Problem] = []
    for name in (SITE, GRADE, WINDOW, REASON, CHANNEL, NUMBER):
        text, fault, found = read_text(table.cell(row, name))
        words[name] = "" if text in NO_WORDS else text
        if fault is not None:
            wrong.append(Problem(table.place(row, name), fault, found))
    day_cell = table.cell(row, DAY)
    day = read_day(day_cell, today) if day_cell is not None else None
    grade = _chosen(table, row, GRADE, words, READ_GRADES, wrong)
    channel = _chosen(table, row, CHANNEL, words, READ_CHANNELS, wrong) or Channel.CODE
    if not words[SITE]:
        wrong.append(Problem(table.place(row, SITE), Fault.MISSING, expected=SITE))
    if not words[GRADE]:
        wrong.append(Problem(table.place(row, GRADE), Fault.MISSING, expected=GRADE))
    if day is None:
        text, _, found = read_text(day_cell)
        fault = Fault.NOT_A_DATE if text or found else Fault.MISSING
        said = "2026-11-27" if fault is Fault.NOT_A_DATE else DAY
        wrong.append(Problem(table.place(row, DAY), fault, text or found, said))
    return ResultRow(
        site=words[SITE],
        window=words[WINDOW],
        day=day,
        grade=grade,
        reason=words[REASON],
        channel=channel,
        number=words[NUMBER],
        site_place=table.place(row, SITE),
        window_place=table.place(row, WINDOW),
        day_place=table.place(row, DAY),
        number_place=table.place(row, NUMBER),
        by_number=words[GRADE] in NUMBERED,
        problems=tuple(wrong),
    )


def _chosen(
    table: SheetTable[str],
    row: Row,
    name: str,
    words: Mapping[str, str],
    known: Mapping[str, Chosen],
    wrong: list[Problem],
) -> Chosen | None:
    word = words[name]
    if not word or word in known:
        return known.get(word)
    expected = "、".join((*SATISFACTIONS.values(), "1–5")) if name == GRADE else "现场、电话、扫码"
    wrong.append(Problem(table.place(row, name), Fault.NOT_ONE_OF, word, expected))
    return None

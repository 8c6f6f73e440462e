"""The minutes of morning meetings (晨会纪要) as a workbook: one sheet a meeting, A4 upright."""

from collections.abc import Sequence
from pathlib import Path

from inspector.domain.checklist.points import format_points, to_decimal
from inspector.domain.meeting.meeting import Meeting
from inspector.domain.meeting.minutes import Minutes, MinutesLine
from inspector.excel.papers.clock_words import clock_remark_words
from inspector.excel.papers.minutes_words import (
    NOT_DISCUSSED,
    attendance_words,
    decided,
    left_out_lines,
    open_words,
    part_words,
    place_words,
    praise_lines,
    state_words,
    time_words,
)
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.report_heading import Heading, chinese_date
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, TextLine, Value, add_sheet, new_book
from inspector.excel.sheet.terms import NO_FINDINGS, NOTHING
from inspector.excel.sheet.workbook_saving import written_to

_COLUMNS = (
    Column("序号", 6, Kind.NUMBER),
    Column("编号", 12.6),
    Column("类别", 9.4),
    Column("窗口（工号）", 13),
    Column("存在问题", 24, Kind.TEXT),
    Column("扣分", 7, Kind.NUMBER),
    Column("会议处理", 27, Kind.TEXT),
    Column("状态", 9),
)
_TITLE = "晨会纪要"
_ROOM = "　" * 5  # for a pen, at the right edge


def write_minutes(
    path: Path,
    held: Sequence[Minutes],
    heading: Heading,
    progress: Progress = unheard,
) -> None:
    """Write the minutes of meetings, a sheet each in their order, to `path`.

    Raises what `save_workbook` raises.
    """
    book = new_book(heading.title(_TITLE), heading.unit, heading.reported_on, heading.code)
    styles = Styles(book)
    with written_to(book, path):
        for done, minutes in enumerate(held, 1):
            progress(done, len(held))
            rows = [_row(number, line) for number, line in enumerate(minutes.gone_through, 1)]
            add_sheet(book, _plan(minutes, heading), rows or [_no_row(minutes)], styles)


def _plan(minutes: Minutes, heading: Heading) -> SheetPlan:
    meeting, remark = minutes.meeting, minutes.clock_remark
    attendance = [TextLine(text) for text in attendance_words(minutes)]
    praise = [TextLine(text) for text in praise_lines(minutes.praised)]
    return SheetPlan(
        name=f"{meeting.started_at:%m-%d} {meeting.site_name}",
        title=f"{meeting.site_name}{_TITLE}",
        columns=_COLUMNS,
        label=heading.label,
        alarm=heading.alarm,
        report_line=(
            f"单位：{meeting.site_name}",
            f"日期：{chinese_date(meeting.started_at.date())}",
            f"主持人：{meeting.host}",
        ),
        before=[
            TextLine(f"时间：{time_words(meeting)}"),
            *([TextLine(clock_remark_words(remark))] if remark else []),
            *attendance,
            TextLine("一、表扬", True),
            *praise,
            TextLine("二、问题及处理", True),
        ],
        after=[
            *_left_out(minutes),
            TextLine(f"尚未销号：{open_words(minutes)}"),
            TextLine("三、演练", True),
            TextLine(_drill(meeting)),
            TextLine("四、今日工作", True),
            TextLine(meeting.tasks or "无"),
        ],
        foot=("主持人（签字）：", "记录人（签字）：", f"参会代表（签字）：{_ROOM}"),
        landscape=False,
    )


def _left_out(minutes: Minutes) -> list[TextLine]:
    said = left_out_lines(minutes)
    title = f"{NOT_DISCUSSED}（共{len(said)}项，状态不变）："
    return [
        TextLine(title),
        *(TextLine(f"{number}．{text}") for number, text in enumerate(said, 1)),
    ] if said else []  # fmt: skip


def _no_row(minutes: Minutes) -> list[Value]:
    said = f"{NOT_DISCUSSED}，见下" if minutes.left_out else NO_FINDINGS
    return [NOTHING, NOTHING, NOTHING, NOTHING, said, NOTHING, NOTHING, NOTHING]


def _row(number: int, line: MinutesLine) -> list[Value]:
    finding = line.finding
    return [
        number,
        finding.number,
        part_words(line),
        place_words(finding.window_number, finding.staff_number, "\n"),
        finding.text,
        _points(line),
        decided(line),
        state_words(finding),
    ]


def _points(line: MinutesLine) -> Value:
    """Return the deduction as found; after an appeal, the one that is left beside it."""
    finding = line.finding
    if not finding.deduction:
        return NOTHING  # a patrol takes no points
    if finding.reviewed_deduction is None:
        return to_decimal(finding.deduction)
    as_found = format_points(finding.deduction)
    return f"{as_found}→{format_points(finding.reviewed_deduction)}"


def _drill(meeting: Meeting) -> str:
    if not meeting.drill:
        return "无"
    return f"{meeting.drill}：{meeting.drill_note}" if meeting.drill_note else meeting.drill

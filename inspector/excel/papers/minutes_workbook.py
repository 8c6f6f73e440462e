"""The minutes of morning meetings (晨会纪要) as a workbook: one sheet a meeting, A4 upright."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from inspector.domain.checklist.points import format_points, to_decimal
from inspector.domain.meeting.meeting import Meeting
from inspector.domain.meeting.minutes import Minutes, MinutesLine
from inspector.excel.papers.clock_words import clock_remark_words
from inspector.excel.papers.minutes_words import (
    EARLIER,
    NOT_DISCUSSED,
    attendance_words,
    decided,
    earlier_words,
    left_out_lines,
    new_words,
    part_words,
    place_words,
    praise_lines,
    satisfaction_words,
    state_words,
    task_words,
    time_words,
    until_words,
    who_words,
)
from inspector.excel.papers.party_words import party_words
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.report_heading import Heading, chinese_date
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import (
    SheetPlan,
    SheetWriter,
    TextLine,
    Value,
    begin_sheet,
    new_book,
)
from inspector.excel.sheet.terms import NOTHING
from inspector.excel.sheet.workbook_saving import written_to

_COLUMNS = (
    Column("序号", 5.2, Kind.NUMBER),
    Column("编号", 14.6, Kind.CODE),
    Column("窗口（工号）", 13.8),
    Column("存在问题", 27.6, Kind.TEXT),
    Column("扣分", 6.2, Kind.NUMBER),
    Column("会议处理", 32.4, Kind.TEXT),
    Column("状态", 11.6),
)
_TASK_HEADS = ("序号", "编号", "要做什么", "责任部门、责任人", "何时完成")
_TASK_COLUMNS = (
    (0, Kind.NUMBER),
    (1, Kind.CODE),
    (2, Kind.TEXT),
    (4, Kind.SHORT),
    (6, Kind.SHORT),
)
"""Where they begin among the columns of the findings, and what they hold."""

_TABLE = 150.0  # points of the findings' heads and first row, which stay together
_GROWS = 24.0  # of a row: of few, some go over with what stands below them
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
            tasks = partial(_write_tasks, minutes=minutes)
            writer = begin_sheet(book, _plan(minutes, heading), styles, tasks)
            _write_findings(writer, minutes)
            writer.write_end()


def _plan(minutes: Minutes, heading: Heading) -> SheetPlan:
    meeting, remark = minutes.meeting, minutes.clock_remark
    attendance = [TextLine(text) for text in attendance_words(minutes)]
    count = len(minutes.tasks)
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
            *(TextLine(f"检查组：{party_words(each)}") for each in minutes.parties),
            *attendance,
            *(TextLine(text) for text in satisfaction_words(minutes)),
            TextLine("一、表扬", True),
            *praise,
            TextLine(f"二、整改任务：{f'{count}项' if count else '无'}", True),
        ],
        after=[
            *_left_out(minutes),
            TextLine("五、演练", True),
            TextLine(_drill(meeting)),
            TextLine("六、今日工作", True),
            TextLine(meeting.tasks or "无"),
        ],
        foot=("主持人（签字）：", "记录人（签字）：", f"参会代表（签字）：{_ROOM}"),
        landscape=False,
        grows=_GROWS,
        repeated=("编号", "窗口（工号）"),
    )


def _left_out(minutes: Minutes) -> list[TextLine]:
    said = left_out_lines(minutes)
    title = f"{NOT_DISCUSSED}（共{len(said)}项，状态不变）："
    return [
        TextLine(title),
        *(TextLine(f"{number}．{text}") for number, text in enumerate(said, 1)),
    ] if said else []  # fmt: skip


def _write_findings(writer: SheetWriter, minutes: Minutes) -> None:
    """Write what was found before, then what is new: each once."""
    number = 0
    earlier = [line for line in minutes.gone_through if line.part in EARLIER]
    new = [line for line in minutes.gone_through if line.part not in EARLIER]
    for title, lines in (
        (f"三、前期问题整改情况：{earlier_words(minutes, earlier)}", earlier),
        (f"四、新发现问题及处理：{new_words(minutes, new)}", new),
    ):
        writer.write_total(title)
        for line in lines:
            number += 1
            writer.write_row(_row(number, line))


def _row(number: int, line: MinutesLine) -> list[Value]:
    finding = line.finding
    return [
        number,
        finding.number,
        place_words(finding.window_number, finding.staff_number, "\n"),
        finding.text,
        _points(line),
        decided(line),
        "\n".join(filter(None, (state_words(finding), part_words(line)))),
    ]


def _write_tasks(writer: SheetWriter, minutes: Minutes) -> None:
    """Write who has to do what by when: what comes first on top, each finding once."""
    tasks = minutes.tasks
    if tasks:
        writer.write_above(_TASK_HEADS, _TASK_COLUMNS, is_header=True)
    for number, line in enumerate(tasks, 1):
        said = (number, line.finding.number, task_words(line), who_words(line), until_words(line))
        writer.write_above(said, _TASK_COLUMNS)
    if tasks:
        writer.write_gap()
        writer.begin_page(_TABLE)


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

"""A whole meeting over fifteen findings by keys alone, and its minutes against what was decided."""

from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QTextBrowser

from inspector.domain.finding.finding import AppealOutcome, FindingState
from inspector.domain.finding.finding_event import (
    AppealDecided,
    Appealed,
    Assigned,
    Corrected,
    EventKind,
    Extended,
    Noted,
    Rechecked,
)
from inspector.domain.meeting.minutes import Minutes
from inspector.excel.papers.minutes_words import EARLIER
from inspector.workspace.workspace import Workspace
from tests.conftest import Keyboard
from tests.gui.meeting.in_front import RIGHT, SPACE, meeting_page, place
from tests.gui.visits.visit import DOWN, ENTER, ESC, TAB, UP, Person, at_the_window
from tests.gui.waiting import wait_for


def decide_everything(person: Person, keyboard: Keyboard) -> None:
    """Go through the fifteen findings: every key once, most findings with two."""
    press = person.press
    press("e")
    keyboard.compose("等配件")
    press(ENTER, RIGHT)  # 1: overdue; extended to the next workday
    press("t", "1002", ENTER, RIGHT)  # 2: found again; somebody else
    press("c")
    keyboard.compose("已示范标准用语")
    press(ENTER, RIGHT)  # 3
    press("c", ENTER, RIGHT)  # 4
    press("t", ENTER, RIGHT)  # 5: as proposed
    press("t", TAB, TAB, TAB, TAB, UP, ENTER, RIGHT)  # 6: a workday later
    press("r")
    keyboard.compose("当时在帮老人填单")
    press(ENTER, RIGHT)  # 7
    press("c")  # 8: reported done, found to be so
    keyboard.compose("已查看")
    press(ENTER, RIGHT)
    press("r")
    keyboard.compose("监控可证")
    press(ENTER, "r", DOWN, TAB)  # 9: withdrawn
    keyboard.compose("监控属实")
    press(ENTER, RIGHT)
    press("r")
    keyboard.compose("只有一处")
    press(ENTER, "r", DOWN, DOWN, TAB, "0.25", TAB)  # 10: lowered
    keyboard.compose("减轻")
    press(ENTER, RIGHT)
    press("n")
    keyboard.compose("下周再看")
    press(ENTER, RIGHT)  # 11
    press("c", ENTER)  # 12: a slip, taken back
    press("z", ctrl=True)
    press(RIGHT)
    press(SPACE)  # 13: only shown
    press("t", ENTER, RIGHT)  # 14
    press("c", ENTER, RIGHT)  # 15


EXPECTED: list[tuple[FindingState, list[EventKind]]] = [
    (FindingState.RECTIFYING, [EventKind.EXTENDED]),
    (FindingState.RECTIFYING, [EventKind.ASSIGNED]),
    (FindingState.CLOSED, [EventKind.CORRECTED]),
    (FindingState.CLOSED, [EventKind.CORRECTED]),
    (FindingState.RECTIFYING, [EventKind.ASSIGNED]),
    (FindingState.RECTIFYING, [EventKind.ASSIGNED]),
    (FindingState.OPEN, [EventKind.APPEALED]),
    (FindingState.CLOSED, [EventKind.RECHECKED]),
    (FindingState.WITHDRAWN, [EventKind.APPEALED, EventKind.APPEAL_DECIDED]),
    (FindingState.OPEN, [EventKind.APPEALED, EventKind.APPEAL_DECIDED]),
    (FindingState.OPEN, [EventKind.NOTED]),
    (FindingState.OPEN, []),
    (FindingState.OPEN, []),
    (FindingState.RECTIFYING, [EventKind.ASSIGNED]),
    (FindingState.CLOSED, [EventKind.CORRECTED]),
]


@pytest.mark.ci
@at_the_window
def test_a_meeting_by_keys_alone(person: Person, tmp_path: Path, choose_file: object) -> None:
    keyboard = person.keyboard
    person.turn_to("meeting")
    page = meeting_page(person)
    assert page.opening.agenda.figures.counts == [2, 13, 14, 1, 1]
    person.press(ENTER)
    assert place(person) == "opening"
    person.press(RIGHT, RIGHT, RIGHT)
    assert place(person) == "1 / 15"
    decide_everything(person, keyboard)
    assert place(person) == "drill"
    person.press("n")
    keyboard.compose("两人示范")
    person.press(ENTER, RIGHT)
    assert place(person) == "closing"
    person.press("a", SPACE, ENTER, "t")
    keyboard.compose("迎接市局检查")
    person.press(ENTER)
    keyboard.compose("值班：1002")
    person.press(ENTER, ctrl=True)
    assert person.focus == "presenter"
    assert not page.presenter.line.isVisible()
    person.press(ENTER, ctrl=True)
    assert page.presenter.line.text.startswith("“End the meeting” (Ctrl+↵) again ends the meeting")
    assert person.focus == "presenter"  # the key that kept the tasks ends nothing by itself
    person.press(ENTER, ctrl=True)
    assert person.focus == "minutesText"
    with closing(Workspace(person.folder)) as workspace:
        (held,) = workspace.meetings.ended()
        minutes = workspace.minutes.of(held.id)
        _compare(minutes, person.find(QTextBrowser, "minutesText").toPlainText())
        _compare_words(minutes)
    target = tmp_path / "纪要.xlsx"
    choose_file(target)  # type: ignore[operator]
    person.press("e", ctrl=True)
    wait_for(lambda: person.banner.startswith("Written:"))
    _compare_workbook(minutes, target)
    person.press(ESC)
    assert page.opening.isVisible()
    fixed, new, *_ = page.opening.agenda.figures.counts
    assert (fixed, new) == (4, 0)  # closed since; found since


def _compare(minutes: Minutes, shown: str) -> None:
    """The minutes on the screen are those of the database."""
    kinds = [(line.finding.state, [step.kind for step in line.steps]) for line in minutes.lines]
    assert kinds == EXPECTED
    assert all(line.discussed for line in minutes.lines)
    assert minutes.absent == ("1001",)
    assert minutes.meeting.tasks == "迎接市局检查\n值班：1002"
    assert minutes.meeting.drill_note == "两人示范"
    assert minutes.meeting.host == "刘班长"
    for text in (
        "已示范标准用语", "当时在帮老人填单", "监控属实", "下周再看", "等配件", "absent: 1001",
        "迎接市局检查", "两人示范", *(line.finding.number for line in minutes.lines),
    ):  # fmt: skip
        assert text in shown, text
    assert "张敏" not in shown


def _compare_words(minutes: Minutes) -> None:
    """Every step holds what was typed or proposed."""
    steps = [line.steps for line in minutes.lines]
    corrected, assigned = steps[2][0], steps[4][0]
    assert isinstance(corrected, Corrected)
    assert corrected.note == "已示范标准用语"
    assert isinstance(assigned, Assigned)
    assert (assigned.department, assigned.owner, assigned.leader) == ("综合部", "1002", "王经理")
    later = steps[5][0]
    assert isinstance(later, Assigned)
    assert later.deadline > assigned.deadline >= date.today()
    appealed = steps[6][0]
    assert isinstance(appealed, Appealed)
    assert appealed.reason == "当时在帮老人填单"
    withdrawn, lowered = steps[8][1], steps[9][1]
    assert isinstance(withdrawn, AppealDecided)
    assert (withdrawn.outcome, withdrawn.reason) == (AppealOutcome.WITHDRAWN, "监控属实")
    assert withdrawn.approver == "刘班长"
    assert isinstance(lowered, AppealDecided)
    assert (lowered.outcome, lowered.deduction) == (AppealOutcome.DOWNGRADED, 25)
    noted, rechecked, extended = steps[10][0], steps[7][0], steps[0][0]
    assert isinstance(noted, Noted)
    assert noted.text == "下周再看"
    assert isinstance(rechecked, Rechecked)
    assert (rechecked.passed, rechecked.note) == (True, "已查看")
    assert isinstance(extended, Extended)
    assert extended.deadline > date.today()
    other = steps[1][0]
    assert isinstance(other, Assigned)
    assert other.owner == "1002"
    assert all(step.by == "刘班长" for each in steps for step in each)


def _compare_workbook(minutes: Minutes, path: Path) -> None:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [list(row) for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
    lines = sorted(minutes.lines, key=lambda line: line.part not in EARLIER)
    tasks, rows = rows[: -len(lines)], rows[-len(lines) :]
    assert {row[1] for row in tasks} < {line.finding.number for line in lines}
    assert [row[1] for row in rows] == [line.finding.number for line in lines]
    states = {
        FindingState.OPEN: "待整改", FindingState.RECTIFYING: "整改中",
        FindingState.CLOSED: "已销号", FindingState.WITHDRAWN: "已撤销",
    }  # fmt: skip
    wanted = [
        "申诉待核" if line.finding.appealed_at else states[line.finding.state] for line in lines
    ]
    assert [str(row[6]).partition("\n")[0] for row in rows] == wanted
    done = [row[5] for row in rows]
    assert done.count("已当场纠正：已示范标准用语") == 1
    assert done.count("已讲评") == 2

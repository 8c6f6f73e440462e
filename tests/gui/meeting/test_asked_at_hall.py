"""A hall's own meeting about what others found there: E asks for more time, and grants none."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from inspector.domain.finding.finding_event import EventKind
from inspector.gui.meeting.choosing.topic_model import FINDING
from inspector.gui.meeting.deciding.workday_edit import WorkdayEdit
from inspector.gui.meeting.presenter import Presenter
from inspector.workspace.workspace import Workspace
from tests.gui.meeting.asked_hall import write_lent
from tests.gui.meeting.in_front import meeting_page, words_of
from tests.gui.visits.visit import ENTER, SHIFT, Person, at_the_window
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """The laptop of a hall that got its findings."""
    return copied(write_lent)


def at_its_own(person: Person) -> Presenter:
    """Begin the meeting of the hall, which is chosen first; the presenter of what was found."""
    person.turn_to("meeting")
    person.press(ENTER, "1", ENTER)
    return meeting_page(person).presenter


@pytest.mark.ci
@at_the_window
def test_more_time_is_asked_for_and_the_line_says_so(person: Person) -> None:
    presenter = at_its_own(person)
    before = presenter.deciding.findings
    assert presenter.commands["extend"].iconText() == "Ask for more time"
    person.press("e")
    assert (presenter.trays.open_name, person.focus) == ("ask", "askReason")
    assert person.text("askTitle").startswith("Those who inspect grant more time.")
    day = person.find(WorkdayEdit, "askDeadline").day
    person.press(ENTER)
    assert person.focus == "askReason"  # why is wanted
    person.keyboard.compose("等配件")
    person.press(ENTER)
    assert not presenter.trays.is_open
    with closing(Workspace(person.folder)) as workspace:
        every = workspace.findings.all_of(each.id for each in before)
        (meeting,) = workspace.meetings.open_ones()
        minutes = workspace.minutes.of(meeting.id)
    (asked,) = (each for each in every if each.asked_until)  # the one that is assigned
    assert (asked.asked_until, asked.asked_reason) == (day, "等配件")
    assert [each.deadline for each in every] == [each.deadline for each in before]
    steps = [step.kind for line in minutes.lines for step in line.steps]
    assert steps == [EventKind.EXTENSION_ASKED]
    (told,) = (words for words in words_of(presenter) if "等配件" in words)  # once
    assert told.startswith("✓ ")
    assert "Extension asked for" in told
    assert presenter.commands["extend"].iconText() == "Ask for more time"
    person.press_with(SHIFT, Qt.Key.Key_G)
    assert not presenter.trays.is_open
    assert presenter.commands["refuse"].why_not == "Those who inspect answer it."
    person.press("e", "x")
    presenter.course.go_on()  # what is typed waits at its finding
    assert presenter.stops_at_written()
    assert (presenter.trays.open_name, person.find(QLineEdit, "askReason").text()) == ("ask", "x")
    person.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    topics = meeting_page(person).opening.agenda.model
    found = [str(topics.index(row, FINDING).data()) for row in range(topics.rowCount())]
    assert [words.startswith("Extension asked for · ") for words in found].count(True) == 1


@pytest.mark.ci
@at_the_window
def test_what_only_those_who_inspect_decide_is_grey_with_its_reason(person: Person) -> None:
    presenter = at_its_own(person)
    correct, appeal = presenter.commands["correct"], presenter.commands["appeal"]
    assert correct.why_not == "Those who inspect do that."
    can = person.menu(presenter.stage)
    assert "appeal" in can
    assert "correct" not in can
    person.press("c")
    assert not presenter.trays.is_open
    assert appeal.why_not == ""  # it may contest
    person.press("r")
    person.keyboard.compose("窗口当时无人排队")
    person.press(ENTER)
    assert presenter.deciding.finding is not None
    assert presenter.deciding.finding.appealed_at is not None
    assert appeal.why_not == "Those who inspect do that."  # and they decide
    person.press("r")
    assert not presenter.trays.is_open

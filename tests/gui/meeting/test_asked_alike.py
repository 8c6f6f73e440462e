"""More time asked for at several windows: granted to each its own, or to one; or refused."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from inspector.domain.finding.finding import Finding
from inspector.gui.meeting.deciding.workday_edit import WorkdayEdit
from inspector.workspace.meeting.slides import FindingSlide
from inspector.workspace.workspace import Workspace
from tests.gui.meeting.asked_hall import WHY, greeted, write_asked
from tests.gui.meeting.in_front import meeting_page, words_of
from tests.gui.visits.visit import CTRL, DOWN, ENTER, SHIFT, UP, Person, at_the_window
from tests.written_once import Written

G = Qt.Key.Key_G

pytestmark = pytest.mark.ci


@pytest.fixture
def folder(copied: Written) -> Path:
    """The hall where more time is asked for at three windows, each until another day."""
    return copied(write_asked)


def at_the_asked(person: Person) -> list[Finding]:
    """Hold the meeting as far as the screen of what is asked; what is found there."""
    person.turn_to("meeting")
    person.press(ENTER)
    presenter = meeting_page(person).presenter
    for place, slide in enumerate(presenter.course.slides):
        if isinstance(slide, FindingSlide) and len(slide.finding_ids) == len(WHY):
            presenter.course.go_to(place)
            if all(each.asked_until for each in presenter.deciding.findings):
                return presenter.deciding.findings
    raise AssertionError("nothing is asked for")


def now(person: Person) -> list[Finding]:
    """What was found, as it stands on the disk."""
    with closing(Workspace(person.folder)) as workspace:
        return greeted(workspace)


@at_the_window
def test_each_is_granted_its_own_in_one_step_and_taken_back_in_one(person: Person) -> None:
    asked = at_the_asked(person)
    shown = words_of(meeting_page(person).presenter)
    (said,) = (words for words in shown if "extension asked until" in words)
    assert all(f"({why})" in said for why in WHY)  # each window its own
    assert said.startswith(f"{asked[0].window_number}: extension asked until")
    person.press("e")
    deadline = person.find(WorkdayEdit, "extendDeadline")
    assert (deadline.is_each, deadline.text()) == (True, "each as it was asked")
    reason = person.find(QLineEdit, "extendReason")
    assert (reason.text(), reason.placeholderText()) == ("", "each as it was asked")
    assert person.text("extendTitle").endswith("Grant each its own?")
    person.press(ENTER)
    assert [each.deadline for each in now(person)] == [each.asked_until for each in asked]
    assert [each.asked_until for each in now(person)] == [None] * 3
    with closing(Workspace(person.folder)) as workspace:
        steps = [workspace.findings.history(each.id)[-1].event for each in asked]
    assert [getattr(step, "reason", "") for step in steps] == list(WHY)
    person.press("z", ctrl=True)
    assert [(f.deadline, f.asked_until, f.asked_reason) for f in now(person)] == [
        (f.deadline, f.asked_until, f.asked_reason) for f in asked
    ]


@at_the_window
def test_one_day_for_all_by_the_arrows_or_typed_and_back_to_each_its_own(person: Person) -> None:
    asked = at_the_asked(person)
    person.press("e")
    deadline = person.find(WorkdayEdit, "extendDeadline")
    deadline.setFocus()
    person.press(UP)
    last = asked[-1].asked_until
    assert deadline.day == last
    while not deadline.is_each:
        person.press(Qt.Key.Key_PageDown)
    person.press("2")  # somebody writes a day
    assert deadline.text() != "each as it was asked"
    person.press(UP)
    day = deadline.day
    person.press(ENTER)
    assert [each.deadline for each in now(person)] == [day] * 3


@at_the_window
def test_they_are_refused_with_a_reason(person: Person) -> None:
    asked = at_the_asked(person)
    presenter = meeting_page(person).presenter
    refuse = presenter.commands["refuse"]
    assert refuse.iconText() == "Do not grant it"
    person.press_with(SHIFT, G)
    assert (person.focus, presenter.trays.open_name) == ("refuseWords", "refuse")
    person.press(ENTER)
    assert (person.focus, presenter.trays.open_name) == ("refuseWords", "refuse")
    assert now(person) == asked  # a reason is wanted
    windows = presenter.trays.refuse.windows
    windows.setFocus()
    person.press(DOWN)
    assert person.text("refuseTitle").startswith(f"{asked[0].number}: extension asked until")
    assert f"({WHY[0]})" in person.text("refuseTitle")
    presenter.trays.refuse.words.setFocus()
    person.keyboard.compose("配件已到货")
    person.click("refuseAccept")
    first, *others = now(person)
    assert (first.deadline, first.asked_until) == (asked[0].deadline, None)
    assert others == asked[1:]
    person.press("n", "on", ENTER)
    person.press_with(SHIFT, G)
    assert windows.count() == len(others) + 1
    person.press("x", ENTER)
    assert [each.asked_until for each in now(person)] == [None] * 3
    assert refuse.why_not == "No extension was asked for."
    person.press_with(CTRL, Qt.Key.Key_Z)
    assert [each.asked_until for each in now(person)[1:]] == [a.asked_until for a in asked[1:]]

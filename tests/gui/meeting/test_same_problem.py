"""The same problem at several windows: one screen, and decisions for all windows or one of them."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from inspector.domain.finding.finding import FindingState
from inspector.domain.meeting.minutes import MinutesLine
from inspector.workspace.meeting.slides import FindingSlide
from inspector.workspace.workspace import Workspace
from tests.gui.meeting.hall import write_alike
from tests.gui.meeting.in_front import meeting_page, place, words_of
from tests.gui.visits.visit import DOWN, ENTER, TAB, Person, at_the_window
from tests.written_once import Written

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def folder(copied: Written) -> Path:
    """The hall where the same was found at several windows."""
    return copied(write_alike)


def lines(person: Person) -> list[MinutesLine]:
    """What the minutes have of the screen in front, from the disk."""
    slide = meeting_page(person).presenter.slide
    assert isinstance(slide, FindingSlide)
    with closing(Workspace(person.folder)) as workspace:
        (meeting,) = workspace.meetings.open_ones()
        return list(slide.lines(workspace.minutes.of(meeting.id)))


@pytest.mark.ci
@at_the_window
def test_one_screen_for_three_windows_decided_for_all_and_for_one(person: Person) -> None:
    """By keys: assigned to each its own in one go, taken back in one go; one window alone."""
    person.turn_to("meeting")
    person.press(ENTER, "2", ENTER)
    assert place(person) == "2 / 5"
    before = lines(person)
    assert [line.finding.window_number for line in before] == ["1号窗口", "2号窗口", "3号窗口"]
    assert len({line.finding.text for line in before}) == 1
    person.press("t")
    windows = person.find(QComboBox, "assignWindows")
    assert windows.isVisible()
    assert windows.currentText() == "All 3 windows"
    owner = person.find(QComboBox, "assignOwner")
    assert (owner.currentText(), person.text("assignTitle")) == (
        "", "Who puts these 3 findings right, and by when?",
    )  # fmt: skip
    person.press(ENTER)
    after = lines(person)
    assert [line.finding.owner for line in after] == ["1001", "1002", "1003"]
    assert [len(line.steps) for line in after] == [1, 1, 1]  # an event for each finding
    presenter = meeting_page(person).presenter
    (decided,) = [said for said in words_of(presenter) if said.startswith("✓")]
    assert [n for n in ("1001", "1002", "1003") if n in decided] == ["1001", "1002", "1003"]
    assert any(said.endswith(" each") for said in words_of(presenter))
    person.press("n", "again", ENTER)
    marks = [said for said in words_of(presenter) if said.startswith("✓")]
    assert marks == [decided, "✓ Meeting note: again"]
    person.press("z", ctrl=True)
    person.press("z", ctrl=True)
    assert [line.steps for line in lines(person)] == [(), (), ()]
    person.press("c")
    person.press_with(SHIFT, TAB, TAB, TAB)
    while person.focus != "correctWindows":
        person.press(TAB)
    person.press(DOWN, DOWN)
    assert person.text("correctTitle").startswith(before[1].finding.number)
    person.press(ENTER)
    closed = [line.finding.state is FindingState.CLOSED for line in lines(person)]
    assert closed == [False, True, False]
    person.press("c")
    assert person.find(QComboBox, "correctWindows").currentText() == "All 2 windows"
    person.press(ENTER)
    assert all(line.finding.state is FindingState.CLOSED for line in lines(person))
    person.press(Qt.Key.Key_Right)
    person.press(Qt.Key.Key_Left)
    assert all(line.discussed for line in lines(person))


@pytest.mark.ci
@at_the_window
def test_by_the_mouse_one_owner_for_all_windows(person: Person) -> None:
    person.turn_to("meeting")
    page = meeting_page(person)
    QTest.mouseClick(page.opening.start_button, Qt.MouseButton.LeftButton)
    person.press("2", ENTER, "t")
    person.find(QComboBox, "assignOwner").setEditText("1004")
    QTest.mouseClick(person.find(QPushButton, "assignAccept"), Qt.MouseButton.LeftButton)
    assert [line.finding.owner for line in lines(person)] == ["1004"] * 3


@pytest.mark.ci
@at_the_window
def test_what_was_reported_done_is_rechecked_only_where_that_is_said(person: Person) -> None:
    person.turn_to("meeting")
    person.press(ENTER, "2", ENTER)
    first, *others = [line.finding for line in lines(person)]
    session = person.window.session
    workspace = session.workspace
    changes = workspace.findings.report_done(first.id, "已整改", workspace.now().date())
    session.changed.emit(changes)
    presenter = meeting_page(person).presenter
    assert presenter.commands["correct"].iconText() == "Corrected, recheck passed"
    person.press("c")
    assert person.text("correctHint") == (
        "1号窗口 reported done: recheck passed; the others: corrected on the spot."
    )
    accept = person.find(QPushButton, "correctAccept")
    assert accept.accessibleName() == "Corrected, recheck passed"
    windows = person.find(QComboBox, "correctWindows")
    for at, said in ((1, "Recheck passed"), (2, "Corrected")):
        windows.setCurrentIndex(at)
        assert accept.accessibleName() == said
        assert not presenter.trays.correct._hint.isVisible()
    person.press(ENTER)
    states = [line.finding.state for line in lines(person)]
    assert states == [FindingState.REPORTED, FindingState.CLOSED, FindingState.OPEN]
    assert len(others) == 2

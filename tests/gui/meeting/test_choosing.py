"""The opening page: what is shown is ticked by key and by mouse; the rest stands in the minutes."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QSpinBox, QTextBrowser

from inspector.gui.meeting.agenda_view import AgendaView
from inspector.workspace.meeting.slides import DrillSlide, FindingSlide, PraiseSlide
from inspector.workspace.workspace import Workspace
from tests.gui.meeting.hall import write_alike
from tests.gui.meeting.in_front import END, RIGHT, SPACE, meeting_page, place
from tests.gui.visits.visit import DOWN, ENTER, ESC, TAB, Person, at_the_window
from tests.written_once import Written

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folder(copied: Written) -> Path:
    """The hall where the same was found at several windows: five problems, two praises, a drill."""
    return copied(write_alike)


def agenda_of(person: Person) -> AgendaView:
    """The list of topics, in front."""
    return meeting_page(person).opening.agenda


def shown(person: Person) -> list[bool]:
    """Which rows are ticked."""
    model = agenda_of(person).model
    return [model.is_ticked(topic) for topic in model.topics]


def screens(person: Person) -> list[int]:
    """How many screens there are of praise, of findings, of the drill."""
    slides = meeting_page(person).presenter.course.slides
    return [sum(isinstance(each, kind) for each in slides)
            for kind in (PraiseSlide, FindingSlide, DrillSlide)]  # fmt: skip


@pytest.mark.ci
@at_the_window
def test_by_keys_left_out_broken_off_resumed_and_in_the_minutes(person: Person) -> None:
    person.turn_to("meeting")
    assert shown(person) == [True] * 8
    person.press("a", ctrl=True)
    assert shown(person) == [False] * 8
    person.press("a", ctrl=True)
    person.press(SPACE, DOWN, DOWN, SPACE)
    kinds = agenda_of(person).boxes.kinds
    assert [str(each) for each in kinds] == ["new", "overdue", "praise", "drill"]
    person.press_with(Qt.KeyboardModifier.AltModifier, "6")
    assert meeting_page(person).opening.line.text == "There is no kind 6."
    person.press_with(Qt.KeyboardModifier.AltModifier, "4")  # the drill, by the place of its box
    chosen = [False, True, False, True, True, True, True, False]
    assert shown(person) == chosen
    person.turn_to("rectify")
    person.turn_to("meeting")
    assert shown(person) == chosen  # nothing was begun, and nothing is forgotten
    numbers = [f.number for at in (0, 2) for f in agenda_of(person).model.row_at(at).findings]
    person.press(ENTER)
    assert screens(person) == [2, 3, 0]
    person.press(RIGHT, RIGHT, RIGHT, RIGHT, ESC)
    assert shown(person) == chosen
    agenda_of(person).table.selectRow(2)
    person.press(SPACE, ENTER)
    assert screens(person) == [2, 4, 0]
    person.press(ESC, DOWN, DOWN, SPACE, ENTER, END)
    assert screens(person) == [2, 3, 0]
    person.press(ENTER, ctrl=True)
    line = meeting_page(person).presenter.line.text
    left = sum(len(agenda_of(person).model.row_at(at).items) for at in (3, 4))  # row 1 was shown
    assert line.startswith(f"2 screens with {left} findings were not shown yet")
    person.press(ENTER, ctrl=True)
    said = person.find(QTextBrowser, "minutesText").toPlainText()
    out = said.partition("Not talked about ")[2].partition("Still open")[0]
    assert all(number in out for number in numbers)
    with closing(Workspace(person.folder)) as workspace:
        (held,) = workspace.meetings.ended()
        minutes = workspace.minutes.of(held.id)
        assert {line.finding.number for line in minutes.left_out} >= set(numbers)
        assert len(minutes.left_out) == len(numbers) + left  # what one did not come to as well
        assert all(not line.steps for line in minutes.left_out)


@pytest.mark.ci
@at_the_window
def test_what_was_talked_about_cannot_be_left_out_any_more(person: Person) -> None:
    person.turn_to("meeting")
    person.press(ENTER, "1", ENTER, RIGHT, ESC)
    page = meeting_page(person).opening
    ticked = shown(person)
    assert all(ticked)
    agenda_of(person).table.selectRow(0)
    person.press(SPACE)
    assert shown(person) == ticked
    assert page.line.text.startswith("What this meeting has talked about stays in it")
    person.press(DOWN, SPACE)
    assert shown(person) == [True, False, *ticked[2:]]
    assert page.line.isHidden() or "talked about" not in page.line.text
    person.press("a", ctrl=True)
    person.press("a", ctrl=True)
    assert shown(person) == [True, *[False] * (len(ticked) - 1)]
    person.press(ENTER, "1", ENTER, "n")
    assert person.text("noteHint").startswith("With a note it counts as talked about.")


@pytest.mark.ci
@at_the_window
def test_by_the_mouse_a_row_a_kind_and_what_fits(person: Person) -> None:
    person.turn_to("meeting")
    agenda = agenda_of(person)
    table = agenda.table
    at = table.visualRect(agenda.model.index(1, 0))
    boxes = [each.geometry() for each in agenda.boxes.findChildren(QCheckBox)]
    QTest.mouseClick(table.viewport(), LEFT, pos=at.center())
    assert shown(person) == [True, False, *[True] * 6]
    assert [each.geometry() for each in agenda.boxes.findChildren(QCheckBox)] == boxes
    QTest.mouseDClick(table.viewport(), LEFT, pos=at.center())  # the second of two quick clicks
    assert person.window.page is meeting_page(person)
    assert shown(person) == [True] * 8
    QTest.mouseClick(
        table.viewport(), LEFT, pos=table.visualRect(agenda.model.index(0, 2)).center()
    )
    assert shown(person) == [True] * 8  # a click on the words chooses the row
    praise, every = (person.find(QCheckBox, f"shown-{name}") for name in ("praise", "all"))
    QTest.mouseClick(praise, LEFT, pos=QPoint(10, praise.height() // 2))
    assert shown(person)[5:] == [False, False, True]
    assert every.checkState() is Qt.CheckState.PartiallyChecked
    assert person.text("agendaLength").startswith(
        "Room in 15 min: about 8; ticked: 6, findings among them: 5"  # of several windows each
    )
    fit = person.find(QPushButton, "agendaFit")
    assert not fit.isVisible()
    person.find(QSpinBox, "meetingBudget").setValue(6)
    assert "more than planned" in person.text("agendaLength")
    QTest.mouseClick(fit, LEFT)
    assert shown(person) == [True, True, *[False] * 5, True]
    assert not fit.isVisible()
    QTest.mouseClick(every, LEFT, pos=QPoint(10, every.height() // 2))
    person.find(QPushButton, "meetingStart").setFocus()
    person.press("f")
    assert not all(shown(person))
    assert person.focus == "agenda"
    QTest.mouseClick(every, LEFT, pos=QPoint(10, every.height() // 2))
    assert shown(person) == [True] * 8
    person.press(TAB)
    QTest.mouseClick(person.find(QPushButton, "meetingStart"), LEFT)
    assert screens(person) == [2, 5, 1]
    assert place(person) == "opening"


@pytest.mark.ci
@at_the_window
def test_home_and_end_lead_to_the_ends_of_the_list(person: Person) -> None:
    person.turn_to("meeting")
    table = agenda_of(person).table
    person.press(END)
    assert table.currentIndex().row() == 7
    person.press(Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0

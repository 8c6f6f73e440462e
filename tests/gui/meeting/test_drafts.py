"""What is typed at a meeting and not taken yet: it waits there, and the end stops at it."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from inspector.domain.visit.draft import DraftKey
from inspector.gui.meeting.presenter import Presenter
from inspector.workspace.workspace import Workspace
from tests.gui.conftest import Visit
from tests.gui.meeting.in_front import meeting_page, place
from tests.gui.meeting.test_begun import begin_yesterday
from tests.gui.visits.visit import ENTER, ESC, Person

ONE = "1 thing is written and not kept yet: “Keep” (↵) keeps it, “Back” (Esc) puts it away."
END = Qt.Key.Key_End


def go_on(person: Person) -> Presenter:
    """Begin the meeting, or go on with it."""
    person.turn_to("meeting")
    person.press(ENTER)
    return meeting_page(person).presenter


def typed(person: Person) -> str:
    """What is in the field that has the keyboard."""
    focus = person.keyboard.focus
    if isinstance(focus, QPlainTextEdit):
        return focus.toPlainText()
    return focus.text() if isinstance(focus, QLineEdit) else ""


def drafts(person: Person) -> list[tuple[str, str]]:
    return person.disk.rows("SELECT editor, content FROM draft ORDER BY 1")


@pytest.mark.ci
def test_tasks_of_today_wait_over_a_closing(visit: Visit) -> None:
    def begin(person: Person) -> None:
        go_on(person)
        person.press(END, "t")
        person.keyboard.compose("九点迎检")
        person.press(ENTER)
        person.keyboard.compose("补充便民雨伞")

    def find(person: Person) -> None:
        assert person.disk.rows("SELECT tasks FROM meeting") == [("",)]
        go_on(person)  # where it stood, with the keyboard in the lines
        assert (person.focus, typed(person)) == ("tasksWords", "九点迎检\n补充便民雨伞")
        person.press(ENTER, ctrl=True)
        assert person.disk.rows("SELECT tasks FROM meeting") == [("九点迎检\n补充便民雨伞",)]
        assert drafts(person) == []

    visit(begin)
    visit(find)


@pytest.mark.ci
def test_a_note_waits_at_its_finding_and_the_end_stops_at_it(visit: Visit) -> None:
    def begin(person: Person) -> None:
        go_on(person)
        person.press("3", ENTER, "n")
        person.keyboard.compose("下周再看")
        meeting_page(person).presenter.left.emit()  # the rail, or Esc of the window

    def end(person: Person) -> None:
        presenter = go_on(person)
        assert typed(person) == "下周再看"
        person.press("!")
        person.turn_to("inspect")
        person.turn_to("meeting")
        person.press(Qt.Key.Key_Backspace)
        assert typed(person) == "下周再看"
        presenter.trays.close_all()
        presenter.setFocus()
        person.press(END)
        for _ in range(2):
            person.press(ENTER, ctrl=True)
            assert (place(person), typed(person)) == ("3 / 15", "下周再看")
            assert presenter.line.text == ONE
            presenter.trays.close_all()
            presenter.setFocus()
        person.press("n", "!")  # goes on, and writes nothing over
        assert typed(person) == "下周再看!"
        person.press(Qt.Key.Key_Backspace, ENTER)
        assert drafts(person) == []
        person.press(ENTER, ctrl=True)
        person.press(ENTER, ctrl=True)
        assert person.disk.rows("SELECT count(*) FROM meeting WHERE ended_at IS NOT NULL") == [(1,)]
        assert person.disk.rows(
            "SELECT count(*) FROM finding_event WHERE kind = 'noted' AND content LIKE '%下周再看%'"
        ) == [(1,)]

    visit(begin)
    visit(end)


@pytest.mark.ci
def test_what_esc_put_away_comes_back_at_its_finding(visit: Visit) -> None:
    def work(person: Person) -> None:
        presenter = go_on(person)
        person.press("2", ENTER, "e")
        person.keyboard.compose("等配件")
        person.press(ESC)
        assert (
            presenter.line.text == "What was written is put away. “Undo” (Ctrl+Z) brings it back."
        )
        assert drafts(person) == []
        person.press("5", ENTER)
        person.press("z", ctrl=True)
        assert (place(person), typed(person)) == ("2 / 15", "等配件")
        assert [editor for editor, _ in drafts(person)] == ["meeting-extend"]
        person.press(ESC)
        person.press(END)
        person.press(ENTER, ctrl=True)
        assert ONE not in presenter.line.text  # nothing of it waits

    visit(work)


@pytest.mark.ci
def test_an_undo_is_of_what_came_last(visit: Visit) -> None:
    def work(person: Person) -> None:
        presenter = go_on(person)
        person.press("2", ENTER, "n")
        person.keyboard.compose("算了")
        person.press(ESC, "c", ENTER)
        person.press("z", ctrl=True)
        assert presenter.line.text == "Taken back."
        assert not presenter.trays.is_open

    visit(work)


@pytest.mark.ci
def test_a_draft_of_a_finding_that_was_settled_is_no_hindrance(visit: Visit) -> None:
    def work(person: Person) -> None:
        presenter = go_on(person)
        person.press("2", ENTER, "e")
        person.keyboard.compose("等配件")
        presenter.trays.close_all()
        presenter.setFocus()
        person.press("c", ENTER)
        person.press(ENTER, ctrl=True)
        assert "ends the meeting" in presenter.line.text
        assert drafts(person) == []

    visit(work)


@pytest.mark.ci
def test_who_is_absent_waits_before_the_meeting_begins(visit: Visit) -> None:
    def tick(person: Person) -> None:
        person.turn_to("meeting")
        opening = meeting_page(person).opening
        opening.attendance.setFocus()
        person.press(" ")
        assert opening.attendance.absent == ("1001",)

    def find(person: Person) -> None:
        person.turn_to("meeting")
        assert meeting_page(person).opening.attendance.absent == ("1001",)
        person.press(ENTER)
        assert person.disk.rows("SELECT absent FROM meeting") == [('["1001"]',)]
        assert drafts(person) == []

    visit(tick)
    visit(find)


@pytest.mark.ci
def test_ending_the_meeting_of_yesterday_stops_at_what_is_written(
    visit: Visit, folder: Path
) -> None:
    meeting = begin_yesterday(folder)
    with closing(Workspace(folder)) as workspace:
        item = workspace.meetings.agenda(meeting).items[3]
        key = DraftKey("meeting-note", meeting, item.finding.id)
        workspace.drafts.put(key, '{"words": "下周再看"}')

    def work(person: Person) -> None:
        person.turn_to("meeting")
        person.press("e", ctrl=True)
        assert (meeting_page(person).presenter.line.text, typed(person)) == (ONE, "下周再看")

    visit(work)

"""What is typed on a patrol or a recheck and not kept yet: never thrown away unasked."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from inspector.gui import editor_draft as draft
from inspector.gui.theme import colours_of
from inspector.gui.visits.visits_page import InspectPage
from inspector.gui.visits.walks.patrol.patrol_page import PatrolPage
from inspector.gui.visits.walks.recheck.recheck_page import RecheckPage
from tests.gui.conftest import Visit
from tests.gui.visits.disk import Disk
from tests.gui.visits.visit import ALT, DOWN, ENTER, ESC, UP, Person
from tests.gui.visits.walks_hall import write_due
from tests.gui.waiting import wait_for
from tests.written_once import Written

TEXT = "导服台无人"
ONE = "1 thing is written and not kept yet: “Keep” (↵) keeps it, “Back” (Esc) puts it away."


@pytest.fixture
def folder(copied: Written) -> Path:
    """A data folder with a hall of eight windows where three findings are long due."""
    return copied(write_due)


def begin(person: Person, kind: str) -> None:
    """Start a patrol (3) or a recheck (4) of the first site from the form."""
    person.press("n", ctrl=True)
    person.press_with(ALT, kind)
    person.press(ENTER, ctrl=True)


def patrol(person: Person) -> PatrolPage:
    assert isinstance(person.page, InspectPage)
    return person.page.patrol


def recheck(person: Person) -> RecheckPage:
    return person.page.recheck


def type_wrong(person: Person, text: str = TEXT) -> None:
    """Write what is wrong, and hand nothing in."""
    person.press("2")
    person.keyboard.compose(text)


def typed(person: Person) -> str:
    """What stands in the line that has the keyboard."""
    focus = person.keyboard.focus
    return focus.text() if isinstance(focus, QLineEdit) else ""


def drafts(folder: Path) -> list[tuple[str, str]]:
    """The drafts on the disk: editor and content."""
    return Disk(folder).rows("SELECT editor, content FROM draft ORDER BY editor")


def states(person: Person) -> list[str]:
    rows = person.disk.rows("SELECT state FROM inspection WHERE kind <> 'covert'")
    return [str(state) for (state,) in rows]


@pytest.mark.ci
def test_handing_in_never_seals_over_a_text(visit: Visit) -> None:
    def work(person: Person) -> None:
        begin(person, "3")
        person.press("1")
        type_wrong(person)
        for _ in range(3):
            person.press(ENTER, ctrl=True)
            assert patrol(person).line.text == ONE
            assert typed(person) == TEXT
        assert states(person) == ["open"]
        person.press(ENTER, "4")  # kept, under its category
        assert not patrol(person).line.isVisible()
        person.press(ENTER, ctrl=True)
        person.press(ENTER, ctrl=True)
        assert states(person) == ["completed"]
        assert person.disk.rows("SELECT text FROM finding WHERE text = ?", TEXT) == [(TEXT,)]
        assert drafts(person.folder) == []

    visit(work)


@pytest.mark.ci
def test_another_place_keeps_a_text_and_handing_in_leads_back_to_it(visit: Visit) -> None:
    def work(person: Person) -> None:
        begin(person, "3")
        type_wrong(person)
        page = patrol(person)
        for row in (3, 5):
            rect = page.stops.visualRect(page.model.index(row))
            QTest.mouseClick(page.stops.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
            page.stops.setFocus()
        assert not page.panel.is_writing
        assert page.model.rows[0].standing == "Not kept yet"
        assert colours_of(page).colour(page.model.rows[0].role).isValid()
        goes_on = person.find(QPushButton, "goOnWriting", page)
        assert not goes_on.isVisible()
        page.stops.go_to(0)
        QTest.mouseClick(goes_on, Qt.MouseButton.LeftButton)
        assert typed(person) == TEXT
        assert not goes_on.isVisible()
        page.stops.go_to(3)
        person.press("1")
        person.press(ENTER, ctrl=True)
        assert page.place.id == page.walk.stops[0].id
        assert (page.line.text, typed(person)) == (ONE, TEXT)
        assert states(person) == ["open"]

    visit(work)


def test_a_text_given_up_comes_back(visit: Visit) -> None:
    def work(person: Person) -> None:
        begin(person, "3")
        type_wrong(person)
        person.press(ESC)
        page = patrol(person)
        assert page.line.text == "What was written is put away. “Undo” (Ctrl+Z) brings it back."
        assert not page.panel.is_writing
        page.drafts.leave()
        assert drafts(person.folder) == []
        person.press(DOWN, DOWN)
        person.press("z", ctrl=True)
        assert page.place.id == page.walk.stops[0].id
        assert typed(person) == TEXT
        assert [editor for editor, _ in drafts(person.folder)] == ["patrol"]
        person.press(ESC)
        person.press("1")
        person.press(ENTER, ctrl=True)  # nothing stands in the way of a patrol without it
        assert "“Hand in” (Ctrl+↵) again hands it in" in page.line.text

    visit(work)


@pytest.mark.ci
def test_what_was_done_about_it_is_a_draft_as_well(visit: Visit) -> None:
    def work(person: Person) -> None:
        begin(person, "3")
        type_wrong(person)
        person.press(ENTER, "4", "c")
        person.keyboard.compose("已当场提醒")
        person.press(ENTER, ctrl=True)
        page = patrol(person)
        assert (page.line.text, typed(person)) == (ONE, "已当场提醒")
        person.press(ENTER)
        assert not page.line.isVisible()
        assert page.entry is not None
        assert page.entry.handled == "已当场提醒"
        assert drafts(person.folder) == []

    visit(work)


@pytest.mark.ci
def test_a_pause_writes_what_is_typed(visit: Visit) -> None:
    def work(person: Person) -> None:
        begin(person, "3")
        type_wrong(person)
        assert drafts(person.folder) == []  # no key waited for the disk
        wait_for(lambda: drafts(person.folder) != [])
        person.press("x")
        person.keyboard.focus.clearFocus()
        assert TEXT + "x" in drafts(person.folder)[0][1]  # leaving the field waits for nothing

    assert draft.PAUSE <= 500
    visit(work)


@pytest.mark.ci
def test_closing_keeps_a_text_at_its_place(visit: Visit, folder: Path) -> None:
    def write(person: Person) -> None:
        begin(person, "3")
        person.press("1", "1")
        type_wrong(person)

    def find(person: Person) -> None:
        person.press(ENTER)
        page = patrol(person)
        assert page.place.window_number == "2号窗口"
        assert (person.focus, typed(person)) == ("wrong", TEXT)
        person.press(ENTER, "4")
        assert page.entry is not None
        assert page.entry.text == TEXT

    visit(write)
    assert [editor for editor, _ in drafts(folder)] == ["patrol"]
    visit(find)
    assert drafts(folder) == []


def test_a_reason_is_kept_as_failed_when_a_recheck_is_completed(visit: Visit) -> None:
    def work(person: Person) -> None:
        begin(person, "4")
        person.press("1", "1")
        type_wrong(person, "仍未改")
        person.press(ENTER, ctrl=True)
        assert "1 failed and go back" in recheck(person).line.text
        person.press(ENTER, ctrl=True)
        found = person.disk.rows("SELECT outcome, note FROM recheck_entry ORDER BY position")
        assert found == [("passed", ""), ("passed", ""), ("failed", "仍未改")]
        assert drafts(person.folder) == []

    visit(work)


@pytest.mark.ci
def test_a_reason_at_another_finding_is_stopped_at(visit: Visit) -> None:
    def work(person: Person) -> None:
        begin(person, "4")
        type_wrong(person, "仍未改")
        page = recheck(person)
        page.stops.setFocus()
        person.press(DOWN)
        assert page.model.rows[0].standing == "Not kept yet"
        assert colours_of(page).colour(page.model.rows[0].role).isValid()
        person.press("1", "1")
        person.press(UP, UP, "1")  # passed after all, and yet something is written there
        person.press(ENTER, ctrl=True)
        assert (page.line.text, typed(person)) == (ONE, "仍未改")
        person.press(ESC)
        assert page.line.text == "What was written is put away. “Undo” (Ctrl+Z) brings it back."
        person.press("z", ctrl=True)
        assert typed(person) == "仍未改"
        person.press(ENTER, ctrl=True)
        person.press(ENTER)
        assert drafts(person.folder) == []
        assert ONE not in page.line.text or not page.line.isVisible()

    visit(work)


@pytest.mark.ci
def test_closing_keeps_a_reason(visit: Visit) -> None:
    def write(person: Person) -> None:
        begin(person, "4")
        person.press(DOWN)
        type_wrong(person, "仍未改")

    def find(person: Person) -> None:
        person.press(ENTER)
        page = recheck(person)
        assert page.finding.id == page.walk.stops[1].id
        assert (person.focus, typed(person)) == ("recheckNote", "仍未改")

    visit(write)
    visit(find)


@pytest.mark.ci
def test_the_names_of_a_new_visit_wait_with_what_they_are_for(visit: Visit) -> None:
    def write(person: Person) -> None:
        person.press("n", ctrl=True)
        person.press_with(ALT, "3")
        names = person.find(QLineEdit, "inspectors")
        names.setFocus()
        names.clear()
        person.keyboard.compose("李巡查")
        person.press(ESC)
        person.press("n", ctrl=True)
        assert person.find(QLineEdit, "inspectors").text() == "李巡查"

    def find(person: Person) -> None:
        person.press("n", ctrl=True)
        assert person.find(QLineEdit, "inspectors").text() == "李巡查"
        person.press(ENTER, ctrl=True)
        assert patrol(person).isVisible()  # the kind waited as well
        assert person.disk.rows("SELECT inspectors FROM inspection WHERE kind = 'patrol'") == [
            ('["李巡查"]',)
        ]
        assert drafts(person.folder) == []

    visit(write)
    visit(find)


@pytest.mark.ci
def test_a_draft_that_the_disk_refuses_waits_without_a_word(visit: Visit, folder: Path) -> None:
    other = sqlite3.connect(folder / "inspector.db", isolation_level=None)

    def write(person: Person) -> None:
        begin(person, "3")
        other.execute("BEGIN IMMEDIATE")  # another program writes and writes
        type_wrong(person)
        wait_for(lambda: (folder / "inspector-unsaved.json").exists())
        assert TEXT in (folder / "inspector-unsaved.json").read_text("utf-8")
        assert person.banner == ""
        assert person.window._unsaved.count == 0
        person.press("x")

    def find(person: Person) -> None:
        person.press(ENTER)
        assert typed(person) == TEXT + "x"

    visit(write)
    assert drafts(folder) == []
    other.execute("ROLLBACK")
    other.close()
    visit(find)
    assert TEXT + "x" in drafts(folder)[0][1]

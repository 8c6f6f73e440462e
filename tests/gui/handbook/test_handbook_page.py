"""The handbook in the window: by F1, by 帮助 on the rail and by the sheet of keys, and back."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.handbook.handbook_page import HandbookPage
from inspector.gui.handbook.told_keys import named
from inspector.gui.program.told_commands import find_command
from inspector.gui.widgets.overlay import Overlay
from inspector.translation import LANGUAGES
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.views import THREE, VIEWS, Go, press
from tests.gui.visits.visit import ENTER, ESC, Person, at_the_window, click, in_a_visit
from tests.written_once import Written

F1, F11 = Qt.Key.Key_F1, Qt.Key.Key_F11

CHAPTERS = {
    "start": "first-inspection", "new visit": "first-inspection", "scoring": "scoring",
    "writing": "scoring", "photo": "photos", "patrol": "rounds", "recheck": "rounds",
    "result": "record", "patrol result": "rounds", "recheck result": "rounds", "sign": "record",
    "refuse to sign": "record", "amend": "record", "meeting": "meeting", "ledger": "rectify",
    "marked ledger": "rectify", "summary": "month-end", "several sites": "month-end",
    "visits of a figure": "month-end", "roster": "roster", "checklists": "checklists",
    "preferences": "keeping", "bin": "keeping", "holidays": "keeping", "backup": "keeping",
    "recent exports": "month-end", "screens": "meeting", "tray": "meeting",
    "past meetings": "meeting", "circular": "month-end", "print preview": "month-end",
    "survey": "survey", "survey reason": "survey", "survey correction": "survey",
    "plan": "plan", "plan form": "plan", "plan site": "plan", "phases": "plan",
    "form words": "forms", "training": "training", "inspectors": "inspectors",
    "personal": "personal", "sharing": "sharing",
    "complaints": "complaints", "evaluation": "evaluation", "weighed": "evaluation",
    "conflicts": "conflicts",
}  # fmt: skip
"""Which chapter is for what is in front."""


def handbook(window: MainWindow) -> HandbookPage:
    """The handbook, which is in front."""
    page = window.page
    assert isinstance(page, HandbookPage)
    return page


@pytest.fixture
def at_sample(run_main: RunMain, written: Written, tmp_path: Path) -> Callable[..., None]:
    """Return a function that drives the window on sample data, in a language."""

    def at_sample(drive: Callable[[MainWindow], None], language: str = "en") -> None:
        sample = written(write_demo, 12, 1, date.today(), rounds=True)
        folder = shutil.copytree(sample, tmp_path / language)
        assert run_main(drive, "--data", str(folder), "--lang", language) == 0

    return at_sample


@pytest.mark.parametrize(
    "views",
    [
        pytest.param(THREE | {"screens": VIEWS["screens"]}, id="some"),
        pytest.param(VIEWS, id="all", marks=pytest.mark.ci),
    ],
)
def test_f1_opens_the_chapter_of_what_is_in_front_and_esc_leads_back(
    at_sample: Callable[..., None], views: dict[str, Go]
) -> None:
    def drive(window: MainWindow) -> None:
        for name, go in views.items():
            if name == "handbook":
                continue
            go(window)
            QApplication.processEvents()
            page, focus = window.page, QApplication.focusWidget()
            press(F1)
            assert handbook(window).shown == CHAPTERS[name], name
            assert handbook(window).text.toPlainText()
            press(ESC)
            assert (window.page, QApplication.focusWidget()) == (page, focus), name
            if name == "screens":
                press(F11)
                press(F1)
                assert window.rail.isVisible()
                press(F1)  # the same key leads back
                assert window.is_presenting
                assert window.page is page
                press(F11)

    at_sample(drive)


def test_the_first_chapter_is_ready_before_anybody_asks(at_sample: Callable[..., None]) -> None:
    def drive(window: MainWindow) -> None:
        page = window.page_of("help")
        assert isinstance(page, HandbookPage)
        assert not page.text.toPlainText()
        list(page.get_ready())
        assert page.shown == "first-inspection"
        assert page.chapters[0].title in page.text.toPlainText()
        VIEWS["ledger"](window)
        list(page.get_ready())
        press(F1)
        assert handbook(window).shown == "rectify"
        list(page.get_ready())  # what one reads stays
        assert page.shown == "rectify"

    at_sample(drive)


@pytest.mark.ci
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_is_told_is_one_of_the_window(
    at_sample: Callable[..., None], language: str
) -> None:
    def drive(window: MainWindow) -> None:
        press(F1)
        page = handbook(window)
        for chapter in page.chapters:
            for what, name in named(chapter.text):
                command = find_command(window, name)
                assert command.key or what != "key", (chapter.name, name)
                assert command.iconText(), (chapter.name, name)
            page.open(chapter.name)
            said = page.text.toPlainText()
            assert chapter.title in said
            assert "{" not in said.replace("{{", ""), chapter.name

    at_sample(drive, language)


@pytest.mark.ci
@in_a_visit
def test_the_rail_leads_in_and_the_button_back_leads_to_where_one_was(person: Person) -> None:
    person.press("2", "noted")
    person.click("rail-help", person.window)
    page = handbook(person.window)
    assert page.shown == "scoring"
    row = next(
        at
        for at, each in enumerate(page.contents.sections)
        if each.title == "The first inspection in five minutes"
    )
    click(page.contents, page.contents.model().index(row, 0))
    assert page.shown == "first-inspection"
    person.click("back")
    assert person.scoring.isVisible()
    assert person.focus == "note"
    person.press(" again")
    assert person.disk.note() == "noted again"
    person.click("rail-help", person.window)
    person.click("rail-inspect", person.window)  # which leads there as well
    assert person.scoring.isVisible()


@pytest.mark.ci
@in_a_visit
def test_the_sheet_of_keys_leads_to_the_handbook(person: Person) -> None:
    for by_mouse in (True, False):
        person.press("?")
        (sheet,) = (each for each in person.window.findChildren(Overlay) if each.isVisible())
        if by_mouse:
            person.click("toHandbook", sheet)
        else:
            person.press(F1)
        assert not [each for each in person.window.findChildren(Overlay) if each.isVisible()]
        assert handbook(person.window).shown == "scoring"
        person.press(ESC)
        assert person.focus == "items"


@pytest.mark.ci
@at_the_window
def test_a_word_finds_its_sections_and_a_link_is_followed(person: Person) -> None:
    person.press(F1)
    page = handbook(person.window)
    everything = len(page.contents.sections)
    person.press("f", ctrl=True)
    person.press("usb Drive")
    assert 0 < len(page.contents.sections) < everything
    assert page.contents.current == page.contents.sections[0]
    assert "USB drive" in page.text.toPlainText()
    person.press(ENTER)  # on to what was found
    assert person.focus == "handbookContents"
    person.press("/")
    person.press("no such word")
    assert page.contents.sections == []
    assert person.find(QWidget, "nothingFound").isVisible()
    person.press(ESC)  # takes the search off
    assert person.window.page is page
    assert len(page.contents.sections) == everything
    begun = page.shown
    person.press("f", ctrl=True)
    person.press("usb driveless")  # what its first letters found is not left beside that
    assert page.contents.sections == []
    assert page.shown == begun
    person.press(ESC)
    page.open("trouble")
    follow(page, "amend")
    assert page.shown == "record"
    assert page.contents.current is not None
    assert page.contents.current.chapter == "record"


def follow(page: HandbookPage, words: str) -> None:
    """Click a link in the text."""
    found = page.text.document().find(words)
    page.text.setTextCursor(found)
    page.text.ensureCursorVisible()
    place = page.text.cursorRect(found).center() - QPoint(4, 0)
    assert page.text.anchorAt(place), words
    QTest.mouseClick(
        page.text.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )


@pytest.mark.ci
def test_what_this_program_is_stands_behind_a_button(at_sample: Callable[..., None]) -> None:
    def drive(window: MainWindow) -> None:
        for ask in (lambda: press("i", Qt.KeyboardModifier.ControlModifier), None):
            window.show_page("help").enter()
            if ask is None:
                button = window.findChild(QPushButton, "aboutProgram")
                assert button is not None
                button.click()
            else:
                ask()
            assert window.page is window.show_page("data")
            inside = window.findChild(QLabel, "inside")
            assert inside is not None
            assert not inside.visibleRegion().isEmpty()
            assert "Python" in inside.text()  # and what is installed: tests/workspace/test_about
        window.close()

    at_sample(drive)

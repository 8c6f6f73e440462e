"""Nothing about photos is cut, lost or lies over something else; both languages, small screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inspector.gui.frame.main_window import MainWindow
from tests.conftest import Keyboard, RunMain
from tests.gui.conftest import LookThrough
from tests.gui.looks import LANGUAGES, SCALED, SIZES, settle, wrong
from tests.gui.visits.photos import now, paste, photo_file, until
from tests.gui.visits.scoring.photos.test_photo_inbox import look as look_for_photos
from tests.gui.visits.scoring.photos.test_photo_inbox import watch
from tests.gui.visits.visit import ENTER, ESC, SHIFT, TAB, Person
from tests.lengths import in_turn


def views(person: Person, tmp_path: Path) -> Iterator[str]:
    """Go through everything that photos add to the scoring page."""
    person.press(ENTER, "2", "1", ESC)
    paste(person, 11)
    person.press(ESC)
    yield "strip"
    watch(person, tmp_path / "phone")
    for number in range(7):
        photo_file(tmp_path / "phone", f"IMG_{number}.jpg", now())
    look_for_photos(person)
    until(lambda: person.scoring.photos.bar.pictures == 7)
    yield "inbox"
    person.press_with(SHIFT, "i")
    yield "choosing"
    person.press(ESC, "v")
    until(lambda: person.scoring.photos.viewer.canvas.has_image)
    yield "viewer"
    person.press("a")
    yield "drawing"
    person.press("t")
    yield "text"
    person.press(ESC, "m")
    yield "moving"
    person.press(ESC, "?")
    yield "keys"
    person.press(ESC, ESC, ESC)
    person.press("?")
    yield "keys of the page"
    person.press(ESC)


@pytest.mark.ci
@pytest.mark.parametrize(("size", "language"), in_turn(SIZES, LANGUAGES, every=3))
def test_photos_have_their_place(
    look_through: LookThrough, folder: Path, tmp_path: Path, language: str, size: QSize
) -> None:
    def look(person: Person, view: str) -> None:
        viewer = person.scoring.photos.viewer
        seen: QWidget = viewer if viewer.is_open else person.window
        assert (view, wrong(seen)) == (view, [])

    look_through(folder, language, size, lambda person: views(person, tmp_path), look)


@pytest.mark.ci
def test_on_a_small_screen_note_and_photos_stay_in_reach(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def drive(window: MainWindow) -> None:
        window.showNormal()
        window.resize(SCALED)
        person = Person(window, keyboard, folder)
        person.press(ENTER, "2", ESC)
        paste(person, 5)
        person.press(TAB)
        panel = person.scoring.panel
        for name in ("note", "photos"):
            for _ in range(6):
                if person.focus == name:
                    break
                person.press(TAB)
            kind = QPlainTextEdit if name == "note" else QWidget
            field = person.find(kind, name, person.scoring)
            assert field.hasFocus(), name
            settle()
            seen = field.visibleRegion().boundingRect()
            assert seen.height() >= min(field.height(), panel.height() // 2), name

    assert run_main(drive, "--data", str(folder)) == 0

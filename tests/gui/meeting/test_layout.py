"""Nothing is cut, lost, or lies over something else; small screens, both languages, long names."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.roster import Site, Staff, Window
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.meeting.screens.stage_look import BASE
from inspector.workspace.preferences import HOST
from inspector.workspace.workspace import Workspace
from tests.conftest import Keyboard, RunMain
from tests.gui.conftest import LookThrough
from tests.gui.looks import LANGUAGES, SMALL_AND_LARGE, wrong
from tests.gui.meeting.test_held_by_keys import END, RIGHT, meeting_page
from tests.gui.visits.folder import EAST, KIND
from tests.gui.visits.visit import ENTER, ESC, Person
from tests.lengths import in_turn

CROWDED = {"plain": False, "crowded": True}
LONG = "超长名称" * 20


def views(person: Person) -> Iterator[str]:
    """Go through everything 晨会 can show."""
    person.turn_to("meeting")
    yield "opening"
    person.press("h", ctrl=True)
    yield "past"
    person.press(ESC, ENTER)
    yield "praise"
    for keys in ("1", "13", "14", "15"):
        person.press(keys, ENTER)
        yield f"finding {keys}"
    for key in "ctern":
        person.press(key)
        yield f"tray {key}"
        person.press(ESC)
    person.press("r", "x", ENTER, "r")
    yield "decide"
    person.press(ESC, "?")
    yield "keys"
    person.press(ESC, END, "a")
    yield "attendance"
    person.press(ESC, "t", "one")
    yield "tasks"
    person.press(ESC)
    yield "closing"
    person.press(ENTER, ctrl=True)
    yield "question"
    person.press(ENTER, ctrl=True)
    yield "minutes"


def crowd(folder: Path) -> None:
    """Let everything be called by long names."""
    with closing(Workspace(folder)) as workspace:
        windows = [
            Window(f"east-{n}号窗口", EAST.id, f"{n}号窗口", KIND, LONG, LONG,
                   (Staff(f"s{n}", f"{n:04}{'9' * 40}", LONG),))
            for n in range(1, 25)
        ]  # fmt: skip
        workspace.roster_store.put([Site(EAST.id, f"城东{LONG}")], windows)
        workspace.preferences.set(HOST, LONG)


@pytest.mark.parametrize(
    ("size", "language", "crowded"), in_turn(SMALL_AND_LARGE, LANGUAGES, CROWDED)
)
def test_nothing_is_cut_lost_or_covered(
    look_through: LookThrough, folder: Path, size: QSize, language: str, crowded: bool
) -> None:
    if crowded:
        crowd(folder)

    def look(person: Person, view: str) -> None:
        assert (view, wrong(person.window, person.window.page)) == (view, [])

    look_through(folder, language, size, views, look)


def test_the_stage_is_read_from_afar(run_main: RunMain, keyboard: Keyboard, folder: Path) -> None:
    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.turn_to("meeting")
        person.press(ENTER, RIGHT, RIGHT)
        presenter = meeting_page(person).presenter
        small = [
            each.objectName()
            for each in presenter.findChildren(QWidget)
            if each.isVisible() and 0 < each.font().pixelSize() < BASE and _says(each)
        ]
        assert small == []

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0


def _says(widget: QWidget) -> bool:
    text = getattr(widget, "text", None)
    return callable(text) and bool(text())

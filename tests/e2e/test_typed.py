"""Killed with something half written, the program has it again where it was typed."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from inspector.gui.frame.main_window import MainWindow
from tests.conftest import Keyboard, RunMain
from tests.e2e.typed import WORDS
from tests.gui.meeting import hall as meeting_hall
from tests.gui.visits.disk import Disk
from tests.gui.visits.folder import write_folder
from tests.gui.visits.photos import until
from tests.gui.visits.record.test_record import drawn, pad_of
from tests.gui.visits.visit import ALT, ENTER, Person
from tests.gui.visits.walks_hall import make_findings, write_hall
from tests.lengths import in_turn

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")

Again = Callable[[Person], str]


def killed(folder: Path, scene: str) -> None:
    """Play a scene in a process of its own, which is killed in it."""
    played(folder, scene, "kill", -signal.SIGKILL)


def played(folder: Path, scene: str, how: str, code: int) -> None:
    """Play a scene in a process of its own, which ends with a code."""
    child = subprocess.run(
        [sys.executable, "-m", "tests.e2e.typed", str(folder), scene, how],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert child.returncode == code, child.stderr


def in_the_field(person: Person) -> str:
    """What is in the field that has the keyboard."""
    focus = person.keyboard.focus
    if isinstance(focus, QPlainTextEdit):
        return focus.toPlainText()
    return focus.text() if isinstance(focus, QLineEdit) else ""


def go_on(person: Person) -> str:
    """Enter on the unfinished visit."""
    person.press(ENTER)
    return in_the_field(person)


def of_the_record(person: Person) -> str:
    person.page.start.completed.setFocus()
    person.press(ENTER, "m")
    return in_the_field(person)


def on_the_pad(person: Person) -> str:
    person.page.start.completed.setFocus()
    person.press(ENTER, "s")
    return WORDS * drawn(pad_of(person))


def at_the_meeting(person: Person) -> str:
    person.turn_to("meeting")
    person.press(ENTER)
    return in_the_field(person)


def in_the_ledger(person: Person) -> str:
    person.turn_to("rectify")
    person.window.page.show_now()  # type: ignore[attr-defined]
    person.press("n")
    return in_the_field(person)


def in_the_preferences(person: Person) -> str:
    person.turn_to("data")
    person.press_with(ALT, "3")
    until(lambda: in_the_field(person) != "")  # also on a busy machine
    return in_the_field(person)


def rounds(folder: Path) -> None:
    write_hall(folder)
    make_findings(folder)


SCENES: dict[str, tuple[Callable[[Path], object], Again]] = {
    "patrol": (rounds, go_on),
    "handed_in": (rounds, go_on),
    "recheck": (rounds, go_on),
    "amendment": (write_folder, of_the_record),
    "signature": (write_folder, on_the_pad),
    "tasks": (meeting_hall.write_hall, at_the_meeting),
    "note": (meeting_hall.write_hall, in_the_ledger),
    "preference": (rounds, in_the_preferences),
}


@pytest.mark.ci
@pytest.mark.parametrize("scene", in_turn(list(SCENES), every=4))
def test_what_was_typed_is_there_again(
    scene: str, run_main: RunMain, keyboard: Keyboard, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    write, again = SCENES[scene]
    write(folder)
    killed(folder, scene)
    found: list[str] = []

    def drive(window: MainWindow) -> None:
        found.append(again(Person(window, keyboard, folder)))

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
    assert found == [WORDS]


@pytest.mark.ci
def test_a_logout_in_the_middle_of_a_word_keeps_it(
    run_main: RunMain, keyboard: Keyboard, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    rounds(folder)
    played(folder, "patrol", "end", 0)
    found: list[str] = []

    def drive(window: MainWindow) -> None:
        found.append(go_on(Person(window, keyboard, folder)))

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
    assert found == [WORDS]


@pytest.mark.ci
def test_a_patrol_handed_in_with_a_text_half_written_is_not_sealed(
    run_main: RunMain, keyboard: Keyboard, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    rounds(folder)
    killed(folder, "handed_in")
    disk = Disk(folder)
    assert disk.rows("SELECT state FROM inspection WHERE kind = 'patrol'") == [("open",)]

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)  # go on with the patrol, in the text
        person.press(ENTER, "4")  # keep it, under its category
        person.press(ENTER, ctrl=True)
        person.press(ENTER, ctrl=True)

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
    assert disk.rows("SELECT state FROM inspection WHERE kind = 'patrol'") == [("completed",)]
    assert disk.rows("SELECT text FROM finding WHERE text = ?", WORDS) == [(WORDS,)]
    assert disk.rows("SELECT * FROM draft") == []

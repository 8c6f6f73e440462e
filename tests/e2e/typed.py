"""The real program in a process of its own, killed with something half written: test_typed.

    python -m tests.e2e.typed DATA SCENE kill|end

Plays SCENE (a name of SCENES) by keys, waits for the pause after which drafts are written, and is
gone by SIGKILL; or has SIGTERM at once, as at a logout.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from inspector.__main__ import main
from inspector.gui.editor_draft import PAUSE
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.rectify.ledger_page import RectifyPage
from tests.conftest import Keyboard
from tests.gui.visits.record.test_record import draw, pad_of
from tests.gui.visits.record.test_result_page import complete
from tests.gui.visits.visit import ALT, ENTER, Person
from tests.gui.waiting import rest, wait_for
from tests.offscreen import do_at_once

WORDS = "写到一半"


def patrol(person: Person) -> None:
    """What is wrong, at the third place of a patrol."""
    begin(person, "3")
    person.press("1", "1", "2")
    person.keyboard.compose(WORDS)


def handed_in(person: Person) -> None:
    """The same, and the patrol handed in with the text half written: by two presses."""
    patrol(person)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)


def recheck(person: Person) -> None:
    """Why a finding failed."""
    begin(person, "4")
    person.press("2")
    person.keyboard.compose(WORDS)


def amendment(person: Person) -> None:
    """A later word about a record."""
    person.press(ENTER)
    complete(person)
    person.press("m")
    person.find(QPlainTextEdit, "amendText").setFocus()
    person.keyboard.compose(WORDS)


def signature(person: Person) -> None:
    """A stroke on the pad."""
    person.press(ENTER)
    complete(person)
    person.press("s")
    draw(pad_of(person), (100, 100), (400, 200))


def tasks(person: Person) -> None:
    """What there is to do today, on the closing screen of a meeting."""
    person.turn_to("meeting")
    person.press(ENTER, Qt.Key.Key_End, "t")
    person.keyboard.compose(WORDS)


def note(person: Person) -> None:
    """A note of a finding in the ledger."""
    person.turn_to("rectify")
    wait_for(lambda: isinstance(person.window.page, RectifyPage))  # its code comes in turns
    assert isinstance(person.window.page, RectifyPage)
    person.window.page.show_now()
    person.press("n")
    person.keyboard.compose(WORDS)


def preference(person: Person) -> None:
    """The name of the unit."""
    person.turn_to("data")
    person.press_with(ALT, "3")
    person.find(QLineEdit, "preference-unit_name").setFocus()
    person.keyboard.compose(WORDS)


def begin(person: Person, kind: str) -> None:
    """Start a patrol (3) or a recheck (4) of the first site from the form."""
    person.press("n", ctrl=True)
    person.press_with(ALT, kind)
    person.press(ENTER, ctrl=True)


SCENES: dict[str, Callable[[Person], None]] = {
    each.__name__: each
    for each in (patrol, handed_in, recheck, amendment, signature, tasks, note, preference)
}


def _play() -> None:
    do_at_once()  # a key of Qt's tests goes to what had the keyboard before the page came
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    window = next(each for each in windows if each.isVisible())
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    SCENES[sys.argv[2]](Person(window, Keyboard(), Path(sys.argv[1])))
    if sys.argv[3] == "kill":
        rest(3 * PAUSE)
        os.kill(os.getpid(), signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGTERM)


def _with_a_person(*_: object) -> int:
    QTimer.singleShot(0, _play)
    return _EXEC()


_EXEC = QApplication.exec


if __name__ == "__main__":
    QApplication.exec = _with_a_person  # type: ignore[method-assign]
    sys.exit(main(["--data", sys.argv[1], "--lang", "en"]))

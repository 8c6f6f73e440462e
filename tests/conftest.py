"""The real program in a temporary home: `run_main` goes through `main()`, keys go to the focus."""

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from inspector.__main__ import main
from inspector.gui import session
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.jobs import in_turns
from inspector.gui.measures import MOUSE, use_hand
from inspector.translation import use_language
from tests.lengths import register_profiles
from tests.live_files import caught, watch
from tests.offscreen import go_offscreen
from tests.required import pytest_runtest_makereport as pytest_runtest_makereport
from tests.written_once import Write, Written, place_of_run, written_once

# Without a screen; set QT_QPA_PLATFORM yourself to watch the tests in a real window.
go_offscreen()

register_profiles()
watch()

Key = str | Qt.Key


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return three workers for two cores: a third of a test of a window is waiting."""
    return (os.cpu_count() or 2) * 3 // 2


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Let nobody look for garbage while thousands of tests are found: all of them stay.

    It would be a quarter of the time of finding them, and each worker finds them for itself.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.fixture(autouse=True)
def source_language() -> None:
    """Speak as the source does, whatever language the test before spoke."""
    use_language("en", Path("no catalogues"))


@pytest.fixture(autouse=True)
def nothing_opens_a_live_database() -> Iterator[None]:
    """Fail a test in which anything but SQLite opened a database that was open."""
    yield
    assert caught() == []


@pytest.fixture(scope="session")
def freeze() -> Iterator[Callable[[], None]]:
    """Return the collector's own way to pass over what is there; a window would undo it."""
    own = gc.freeze
    with pytest.MonkeyPatch.context() as patch:
        for name in ("freeze", "unfreeze"):
            patch.setattr(gc, name, lambda: None)
        yield own


@pytest.fixture(scope="module", autouse=True)
def what_is_loaded_stays(freeze: Callable[[], None]) -> None:
    """Let the collector pass over what is loaded by now: thousands of tests, and their reports.

    A window that closes has its cycles collected at once (`gui.program.run`). In the program that
    is little to look through; here it would take a third of every test of a window.
    """
    gc.collect()
    freeze()


@pytest.fixture(scope="session", autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let nothing that the program keeps of this machine land in the home of whoever tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Return a function: `written(write, …)` is the folder that `write(folder, …)` wrote, to read.

    It is written once for all workers of a run.
    """
    return partial(written_once, place_of_run(tmp_path_factory))


@pytest.fixture
def copied(written: Written, tmp_path: Path) -> Written:
    """Return a function: `copied(write, …)` is a copy of that folder, the test's own."""

    def copied(write: Write, *words: object, **named: object) -> Path:
        return Path(shutil.copytree(written(write, *words, **named), tmp_path / "data"))

    return copied


class Keyboard:
    """Presses keys where the focus is, as a person would, and counts them."""

    def __init__(self) -> None:
        self.presses = 0

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def press(self, *keys: Key, ctrl: bool = False) -> None:
        """Press keys one after the other; a string is typed letter by letter."""
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            for each in key if isinstance(key, str) else (key,):
                if isinstance(each, str):
                    QTest.keyClicks(self.focus, each, modifier)
                else:
                    QTest.keyClick(self.focus, each, modifier)
                self.presses += 1

    def compose(self, text: str) -> None:
        """Type Chinese: an input method composes letters, then commits `text`."""
        QApplication.sendEvent(self.focus, QInputMethodEvent("pin", []))
        commit = QInputMethodEvent()
        commit.setCommitString(text)
        QApplication.sendEvent(self.focus, commit)


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home that everything the program keeps goes to."""
    home = tmp_path / "home"
    home.mkdir()
    for name in (
        "HOME",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
        "LOCALAPPDATA",
        "APPDATA",
    ):
        monkeypatch.setenv(name, str(home))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(home))
    return home


RunMain = Callable[..., int]


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What the program starts its application with."""
    return ["inspector", "-style", "Fusion"]


@pytest.fixture
def run_main(
    qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch, freeze: Callable[[], None]
) -> RunMain:
    """Return a function that runs `main(argv)` and, where its event loop would, `drive(window)`.

    Who looks at the disk behind a key finds there what the next key would: each commit is waited
    for, however busy the disk of these tests is. `tests.gui.jobs` has those of the wait itself.
    """
    monkeypatch.setattr(session, "COMMIT_PATIENCE", 3600)
    monkeypatch.setattr(in_turns, "AT_ONCE", True)  # whatever code was loaded before

    def run(drive: Callable[[MainWindow], None], *argv: str) -> int:
        def instead_of_waiting(*_: object) -> int:
            windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
            window = next(w for w in windows if w.isVisible())
            window.activateWindow()
            QTest.qWaitForWindowActive(window)
            drive(window)
            return 0

        monkeypatch.setattr(QApplication, "exec", instead_of_waiting)
        loaded = len(sys.modules)
        try:
            return main(argv)
        finally:
            for widget in QApplication.topLevelWidgets():
                widget.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            use_hand(MOUSE)  # a finger that came stays with this test
            if len(sys.modules) > loaded:  # more that stays, and need not be looked through
                gc.collect()
                freeze()

    return run


ChooseFile = Callable[..., None]


@pytest.fixture
def choose_file(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChooseFile]:
    """Return a function that says which files the system's file dialogs give back, in turn.

    A dialog for several files gives back all of them; None presses Cancel.
    """
    answers: list[str] = []

    def answer(*_: object, **__: object) -> tuple[str, str]:
        return (answers.pop(0) if answers else ""), ""

    def answer_all(*_: object, **__: object) -> tuple[list[str], str]:
        chosen, answers[:] = answers[:], []
        return chosen, ""

    def answer_folder(*_: object, **__: object) -> str:
        return answer()[0]

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer_all)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer_folder)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)

    def choose(*paths: Path | None) -> None:
        answers.extend(str(path or "") for path in paths)

    yield choose
    assert answers == [], "a file dialog was expected and did not open"

"""What stands before the window while a folder is got ready: words, how far, a way out."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar

from inspector.domain.errors import DamagedDatabaseError
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.program.getting_ready_window import GettingReadyWindow
from inspector.storage.database.getting_ready import GettingReady, Tell
from inspector.storage.schema.step_names import STEP_NAMES
from tests.conftest import RunMain
from tests.gui.looks import cut, lost, nameless
from tests.storage.released import VERSIONS, everything, steps_of, unpack

Look = Callable[[GettingReadyWindow], None]


@pytest.fixture
def at_getting_ready(monkeypatch: pytest.MonkeyPatch) -> Callable[[Look], None]:
    """Return a function that says what to do at the window, which shows itself at once."""

    def at(look: Look) -> None:
        appear = GettingReadyWindow._appear

        def and_look(window: GettingReadyWindow) -> None:
            appear(window)
            look(window)

        monkeypatch.setattr(GettingReadyWindow, "_appear", and_look)
        begin = GettingReadyWindow.__init__
        monkeypatch.setattr(
            GettingReadyWindow, "__init__", lambda window, work: begin(window, work, 0)
        )

    return at


def words(window: GettingReadyWindow) -> str:
    label = window.findChild(QLabel, "gettingReadySaid")
    assert label is not None
    return label.text()


def test_it_says_how_far_it_is_and_goes_when_all_is_done(qapp: QApplication) -> None:
    seen: list[str] = []
    goes_on, looked = threading.Event(), threading.Event()

    def work(tell: Tell) -> None:
        tell(GettingReady.COPYING, 45, 100)
        assert goes_on.wait(60)
        tell(GettingReady.UPDATING, 2, 4)
        assert looked.wait(60)

    window = GettingReadyWindow(work, shown_after=0)

    def look() -> None:
        seen.append(words(window))
        bar = window.findChild(QProgressBar)
        assert bar is not None
        if "45" in words(window):
            assert (bar.value(), bar.maximum()) == (45, 100)
            assert cut(window) == lost(window) == nameless(window) == []
            goes_on.set()
        if "2" in words(window) and "45" not in words(window):
            assert (bar.value(), bar.maximum()) == (1, 4)
            timer.stop()
            looked.set()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(5)
    assert window.run()
    assert not window.isVisible()
    assert len(set(seen)) >= 2


def test_it_never_shows_itself_where_all_is_done_at_once(qapp: QApplication) -> None:
    window = GettingReadyWindow(lambda tell: None)
    shown: list[bool] = []
    window._clock.timeout.connect(lambda: shown.append(window.isVisible()))
    assert window.run()
    assert True not in shown


def test_a_key_ends_it(qapp: QApplication) -> None:
    def work(tell: Tell) -> None:
        while True:
            tell(GettingReady.UPDATING, 1, 4)

    window = GettingReadyWindow(work, shown_after=0)
    QTimer.singleShot(50, lambda: QTest.keyClick(window, Qt.Key.Key_Escape))
    assert not window.run()


@pytest.mark.parametrize("error", [DamagedDatabaseError(Path("x"), "malformed"), ValueError("x")])
def test_what_the_work_raises_comes_out(qapp: QApplication, error: Exception) -> None:
    def work(tell: Tell) -> None:
        raise error

    with pytest.raises(type(error)):
        GettingReadyWindow(work).run()


@pytest.mark.ci
def test_an_old_folder_shows_its_update_and_opens(
    run_main: RunMain, tmp_path: Path, at_getting_ready: Callable[[Look], None]
) -> None:
    database = unpack(VERSIONS[0], tmp_path / "data")
    seen: list[str] = []
    at_getting_ready(lambda window: seen.append(words(window)))
    assert run_main(lambda window: None, "--data", str(tmp_path / "data")) == 0
    assert len(seen) == 1
    assert steps_of(database) == list(STEP_NAMES)


def test_who_will_not_wait_quits_with_everything_as_it_was(
    run_main: RunMain,
    tmp_path: Path,
    at_getting_ready: Callable[[Look], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    database = unpack(VERSIONS[0], tmp_path / "data")
    before = everything(database)
    at_getting_ready(lambda window: window.reject())

    def drive(window: MainWindow) -> None:
        raise AssertionError("the window opened")

    stop = threading.Event()
    monkeypatch.setattr(
        "inspector.storage.database_opening._keep_copy", lambda path, progress: stop.wait(0.2)
    )
    assert run_main(drive, "--data", str(tmp_path / "data")) == 0
    assert everything(database) == before
    assert sqlite3.connect(database).execute("PRAGMA integrity_check").fetchone() == ("ok",)

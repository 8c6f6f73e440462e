"""The window is locked at once, after idle minutes and at the start; no key reaches the pages."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QPushButton

from inspector.gui.frame.curtain import Curtain
from inspector.gui.frame.main_window import LEAST_SIZE, MainWindow
from inspector.gui.frame.window_lock import WindowLock
from inspector.gui.measures import LEAST_TARGET
from inspector.gui.touch.touch_mode import ON, choose_touch
from inspector.workspace.keeping.window_password import opens, remove_password, set_password
from inspector.workspace.preferences import LOCK_MINUTES
from tests.conftest import RunMain
from tests.gui.data.widgets import find, focus_name, press, type_text
from tests.gui.looks import QUARTER, cut, lost, nameless, overlapping, settle
from tests.gui.waiting import wait_for
from tests.workspace.kept import fill

ENTER, TAB, CTRL = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WORDS = "三号窗口 14"


def arguments(folder: Path) -> tuple[str, ...]:
    return ("--data", str(folder), "--lang", "en")


def is_locked(window: MainWindow) -> bool:
    return lock_of(window).is_locked


def lock_of(window: MainWindow) -> WindowLock:
    lock = window.findChild(WindowLock)
    assert lock is not None
    return lock


def with_password(window: MainWindow) -> WindowLock:
    preferences = window.session.workspace.preferences
    window.session.attempt(lambda: set_password(preferences, WORDS))
    return lock_of(window)


def readable(window: MainWindow) -> str:
    """All that can be read in the window."""
    labels = [each for each in window.findChildren(QLabel) if each.isVisible()]
    return " ".join(each.text() for each in labels)


def test_without_a_password_it_says_what_to_do(run_main: RunMain, tmp_path: Path) -> None:
    def drive(window: MainWindow) -> None:
        press(Qt.Key.Key_L, CTRL | SHIFT)
        assert not is_locked(window)
        assert window.banner.text.startswith("Set a password of the window first")

    assert run_main(drive, *arguments(tmp_path / "data")) == 0


def test_where_it_is_grey_in_the_menu_it_says_why(run_main: RunMain, tmp_path: Path) -> None:
    def drive(window: MainWindow) -> None:
        QTest.mouseClick(find(window, QPushButton, "line-more"), Qt.MouseButton.LeftButton)
        (menu,) = [each for each in window.findChildren(QMenu) if each.isVisible()]
        act = next(each for each in menu.actions() if each.objectName() == "lock")
        assert not act.isEnabled()
        middle = menu.actionGeometry(act).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=middle)
        assert not menu.isVisible()
        assert not is_locked(window)
        assert window.banner.text.startswith("Set a password of the window first")

    assert run_main(drive, *arguments(tmp_path / "data")) == 0


@pytest.mark.ci
def test_a_button_among_the_preferences_locks_it(run_main: RunMain, tmp_path: Path) -> None:
    def drive(window: MainWindow) -> None:
        page = window.show_page("data")
        press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
        now = find(page, QPushButton, "lockNow")
        assert not now.isVisible()  # nothing to lock with
        with_password(window)
        assert now.isVisible()
        assert now.text() == "Lock now"
        now.setFocus()
        press(Qt.Key.Key_Space)
        assert is_locked(window)
        type_text(WORDS)
        press(ENTER)
        assert not is_locked(window)
        assert focus_name() == "lockNow"

    assert run_main(drive, *arguments(tmp_path / "data")) == 0


@pytest.mark.ci
def test_a_locked_window_shows_and_hears_nothing_of_the_data(
    run_main: RunMain, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    fill(folder)
    runs: list[str] = []

    def drive(window: MainWindow) -> None:
        if runs:  # a second start asks before it shows anything
            assert is_locked(window)
            assert "城东" not in readable(window)
            type_text(WORDS)
            press(ENTER)
            assert not is_locked(window)
            return
        runs.append("first")
        with_password(window)
        page = window.show_page("rectify")
        before = QApplication.focusWidget()
        press(Qt.Key.Key_L, CTRL | SHIFT)
        assert is_locked(window)
        assert focus_name() == "windowPassword"
        assert not page.isVisible()
        assert "城东" not in readable(window)
        for key, held in ((Qt.Key.Key_1, CTRL), (Qt.Key.Key_F1, SHIFT), (Qt.Key.Key_B, CTRL)):
            press(key, held)
            assert window.page is page
        for _ in range(3):
            press(TAB)
            assert focus_name() in ("windowPassword", "unlockWindow")
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(20, 200))
        assert window.page is page
        field = find(window, QLineEdit, "windowPassword")
        field.setFocus()
        type_text("something else")
        press(ENTER)
        said = find(window, QLabel, "curtainSaid")
        assert said.text().startswith("That is not the password. It can be tried again in 1 sec")
        type_text(WORDS)
        press(ENTER)
        assert is_locked(window)  # not before the second is over
        wait_for(lambda: said.text().startswith("That was not the password. Try again."))
        press(ENTER)
        assert not is_locked(window)
        assert page.isVisible()
        assert QApplication.focusWidget() is before

    assert run_main(drive, *arguments(folder)) == 0
    assert run_main(drive, *arguments(folder)) == 0
    if "PYTEST_XDIST_WORKER" not in os.environ:
        assert len(runs) == 1


@pytest.mark.parametrize("by_finger", [False, pytest.param(True, marks=pytest.mark.ci)])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.ci
def test_nothing_is_cut_on_the_curtain(
    run_main: RunMain, tmp_path: Path, language: str, by_finger: bool
) -> None:
    def drive(window: MainWindow) -> None:
        lock = with_password(window)
        window.showNormal()
        window.resize(QUARTER if by_finger else LEAST_SIZE)
        if by_finger:
            choose_touch(ON)
        lock.lock()
        settle()
        if by_finger:
            for kind, name in ((QLineEdit, "windowPassword"), (QPushButton, "unlockWindow")):
                assert find(window, kind, name).height() >= LEAST_TARGET
        curtain = find(window, Curtain, "curtain")
        assert curtain.geometry() == window.rect()
        assert cut(curtain) == lost(window) == overlapping(curtain) == nameless(curtain) == []
        type_text("something else")
        press(ENTER)
        settle()
        said = find(window, QLabel, "curtainSaid")
        assert "inspector unlock" in said.text()  # the way out, for who has forgotten it
        assert said.height() >= said.heightForWidth(said.width())
        field = find(window, QLineEdit, "windowPassword")
        assert field.height() >= field.sizeHint().height()
        assert cut(curtain) == overlapping(curtain) == []

    assert run_main(drive, "--data", str(tmp_path / "data"), "--lang", language) == 0


def test_idle_minutes_lock_and_somebody_at_the_window_does_not(
    run_main: RunMain, tmp_path: Path
) -> None:
    def drive(window: MainWindow) -> None:
        lock = with_password(window)
        preferences = window.session.workspace.preferences
        assert not lock._timer.isActive()
        window.session.attempt(lambda: preferences.set(LOCK_MINUTES, "1"))
        assert lock._timer.isActive()
        lock._look()  # a key was pressed less than a minute ago
        assert not is_locked(window)
        assert lock._timer.isActive()
        window.present(True)
        assert lock._is_watched()
        window.present(False)
        window.session.attempt(lambda: preferences.set(LOCK_MINUTES, ""))
        assert not lock._timer.isActive()
        window.session.attempt(lambda: remove_password(preferences))
        lock.lock()
        assert not is_locked(window)

    assert run_main(drive, *arguments(tmp_path / "data")) == 0


@pytest.mark.ci
def test_what_asks_something_is_closed_before_and_after_it_is_locked(
    run_main: RunMain, tmp_path: Path
) -> None:
    def drive(window: MainWindow) -> None:
        lock = with_password(window)
        before = QFileDialog(window, "before", str(tmp_path))
        before.open()
        wait_for(before.isVisible)
        lock.lock()
        assert not before.isVisible()
        after = QFileDialog(window, "after", str(tmp_path))
        after.open()  # of work that was under way
        wait_for(lambda: not after.isVisible())
        window.activateWindow()
        wait_for(lambda: focus_name() == "windowPassword")
        type_text(WORDS)
        press(ENTER)
        assert not is_locked(window)

    assert run_main(drive, *arguments(tmp_path / "data")) == 0


@pytest.mark.ci
def test_only_a_digest_is_kept(run_main: RunMain, tmp_path: Path) -> None:
    folder = tmp_path / "data"

    def drive(window: MainWindow) -> None:
        with_password(window)
        preferences = window.session.workspace.preferences
        assert opens(preferences, WORDS)
        assert not opens(preferences, WORDS + " ")

    assert run_main(drive, *arguments(folder)) == 0
    assert WORDS.encode() not in b"".join(
        path.read_bytes() for path in folder.iterdir() if path.is_file()
    )

"""A bundle that a start was given comes to what it would change, or waits and says for what."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from inspector.domain.sharing.manifest import Scope
from inspector.gui.frame import main_window
from inspector.gui.frame.attendant import Attendant
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.window_lock import WindowLock
from inspector.gui.program.application import hand_over
from inspector.gui.program.opened_files import OpenedFiles
from inspector.workspace.keeping.window_password import set_password
from inspector.workspace.sharing.sharing import Sharing
from inspector.workspace.workspace import Workspace
from tests.conftest import RunMain
from tests.gui.data.widgets import press, type_text
from tests.gui.visits.visit import Person, at_the_window
from tests.gui.waiting import wait_for, wait_until_read
from tests.workspace.visiting import add_site, visit

ROOT = Path(__file__).parents[3]
WORDS = "三号窗口 14"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """What another laptop handed on."""
    path = tmp_path / "二组 到 一组.inspx"
    with closing(Workspace(tmp_path / "other")) as other:
        visit(other, add_site(other, "城西厅"))
        other.of(Sharing).share(path, Scope())
    return path


def asks(window: MainWindow) -> bool:
    """What the bundle would change is in front."""
    return window.page.objectName() == "dataPage" and any(
        each.isVisible() for each in window.page.findChildren(QWidget, "takeBundleIn")
    )


def waiting(window: MainWindow) -> str:
    """What the line says of files that wait; '' when it is not there."""
    line = window.findChild(OpenedFiles)
    if not isinstance(line, OpenedFiles) or not line.isVisible():
        return ""
    said = line.findChild(QLabel, "waitingFile")
    assert said is not None
    return said.text().replace("\u200b", "")


def test_a_start_with_a_bundle_shows_what_it_would_change(
    run_main: RunMain, tmp_path: Path, bundle: Path
) -> None:
    def drive(window: MainWindow) -> None:
        wait_for(lambda: asks(window))
        assert window.session.workspace.rosters.sites() == []

    assert run_main(drive, "--data", str(tmp_path / "data"), "--lang", "en", str(bundle)) == 0


@pytest.mark.ci
def test_a_second_start_hands_its_bundle_to_the_first(
    run_main: RunMain, tmp_path: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "ATTEND_AFTER", 0)
    folder = tmp_path / "data"

    def drive(window: MainWindow) -> None:
        wait_for(lambda: window.findChild(Attendant))
        window.showMinimized()
        other = subprocess.Popen(
            [sys.executable, "-m", "inspector", "--data", folder, "--lang", "en", bundle.name],
            cwd=bundle.parent,  # it is named from there
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        wait_for(lambda: other.poll() is not None)
        assert other.communicate() == ("", "")
        assert other.returncode == 0
        assert not window.windowState() & Qt.WindowState.WindowMinimized
        wait_for(lambda: asks(window))

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
@at_the_window
def test_it_waits_while_something_is_filled_in(person: Person, bundle: Path) -> None:
    window = person.window
    person.turn_to("data")
    person.tap("addSite")
    name = person.find(QLineEdit, "rosterName")
    name.setText("新大厅")
    hand_over(window, bundle)
    hand_over(window, bundle)  # twice is once
    said = "“二组 到 一组.inspx” waits until what is open here is saved or cancelled."
    assert waiting(window) == said
    hand_over(window, bundle.with_name("三组.inspx"))
    assert waiting(window) == f"{said} 1 more waits behind it."
    press(Qt.Key.Key_F8)
    assert waiting(window).startswith(said)
    assert name.text() == "新大厅"
    person.tap("cancelRoster")
    press(Qt.Key.Key_F8)
    wait_for(lambda: asks(window))
    assert waiting(window).startswith("“三组.inspx” waits")
    person.tap("dismissWaiting")
    assert waiting(window) == ""


@pytest.mark.ci
@at_the_window
def test_it_waits_while_other_work_goes_on_and_for_the_whole_screen(
    person: Person, bundle: Path
) -> None:
    window, other = person.window, bundle.with_name("三组.inspx")
    hand_over(window, bundle)
    hand_over(window, other)
    assert waiting(window) == "“三组.inspx” waits until what is under way has ended."
    person.tap("dismissWaiting")
    wait_for(lambda: asks(window))
    press(Qt.Key.Key_Escape)
    window.present(True)
    hand_over(window, bundle)
    assert waiting(window).endswith("waits until the page has left the whole screen.")
    window.present(False)
    press(Qt.Key.Key_F8)
    wait_for(lambda: asks(window))


@pytest.mark.ci
@at_the_window
def test_nothing_of_it_is_seen_before_the_window_is_unlocked(person: Person, bundle: Path) -> None:
    window = person.window
    preferences = window.session.workspace.preferences
    window.session.attempt(lambda: set_password(preferences, WORDS))
    lock = window.findChild(WindowLock)
    assert lock is not None
    lock.lock()
    hand_over(window, bundle)
    assert window.session.runner.is_free
    assert waiting(window) == ""
    type_text(WORDS)
    press(Qt.Key.Key_Return)
    wait_for(lambda: asks(window))


@pytest.mark.ci
@at_the_window
def test_what_is_no_bundle_is_one_sentence(person: Person, tmp_path: Path) -> None:
    foreign, empty = tmp_path / "账.inspx", tmp_path / "空.inspx"
    foreign.write_text("收入,支出\n", "utf-8")
    empty.touch()
    for path in (foreign, empty, tmp_path / "拔掉的U盘.inspx"):
        hand_over(person.window, path)
        wait_until_read()
        assert path.name in person.banner
        assert len(person.banner.splitlines()) == 1
        assert not asks(person.window)

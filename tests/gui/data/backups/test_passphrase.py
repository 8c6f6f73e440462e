"""The passphrase of copies on the page of backups: set, told, asked for; by keys alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from inspector.gui.frame.main_window import MainWindow
from inspector.storage.backups.locked_backup import about_locked
from inspector.workspace.keeping.backup_passphrase import key_of
from tests.conftest import ChooseFile, RunMain
from tests.gui.data.backups.test_backups import arguments, at_rest, to_backups
from tests.gui.data.widgets import find, focus_name, press, type_text
from tests.gui.waiting import wait_for
from tests.workspace.kept import fill

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    fill(folder)
    return folder


def typed(*words: str) -> None:
    """Fill in one field after the other."""
    for at, word in enumerate(words):
        if at:
            press(TAB)
        type_text(word)
    press(ENTER)


@pytest.mark.ci
def test_what_is_typed_is_hidden_and_forgotten(run_main: RunMain, folder: Path) -> None:
    def drive(window: MainWindow) -> None:
        panel = to_backups(window)
        said = find(window, QLabel, "passphraseSaid")
        press(Qt.Key.Key_K, CTRL)
        assert focus_name() == "passphrase-fresh"
        assert not find(window, QPushButton, "removePassphrase").isVisible()  # there is none
        assert "nobody can open the copies" in said.text().replace("\u200b", "")
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        assert field.echoMode() == QLineEdit.EchoMode.Password
        typed("window seat 14", "window seat 15")
        assert said.text().replace("\u200b", "").startswith("The two are not the same")
        assert focus_name() == "passphrase-fresh"
        press(ESC)
        assert panel.form.isHidden()
        assert field.text() == ""
        assert key_of(window.session.workspace) is None
        typed_short(window)

    def typed_short(window: MainWindow) -> None:
        panel = to_backups(window)
        press(Qt.Key.Key_K, CTRL)
        typed("1234567", "1234567")
        wait_for(lambda: panel.session.runner.is_free and not panel.form.isHidden())
        assert window.banner.text.startswith("A passphrase needs at least 8 characters")
        press(ESC)
        assert key_of(window.session.workspace) is None

    assert run_main(drive, *arguments(folder)) == 0


@pytest.mark.ci
def test_a_locked_file_asks_for_its_passphrase(
    run_main: RunMain, folder: Path, tmp_path: Path, choose_file: ChooseFile
) -> None:
    saved = tmp_path / "all.zip"
    runs: list[str] = []

    def drive(window: MainWindow) -> None:
        if runs:
            assert window.banner.text.startswith("The backup of")
            return
        runs.append("first")
        panel = to_backups(window)
        press(Qt.Key.Key_K, CTRL)
        typed("window seat 14", "window seat 14")
        at_rest(panel)
        assert window.banner.text.startswith("The passphrase is set")
        assert key_of(window.session.workspace) is not None
        choose_file(saved)
        press(Qt.Key.Key_S, CTRL)
        at_rest(panel)
        assert about_locked(saved) is not None
        choose_file(saved)
        press(Qt.Key.Key_O, CTRL)
        panel.line.confirm()
        at_rest(panel)
        assert focus_name() == "passphrase-opens"
        typed("another one")
        at_rest(panel)
        assert "not the passphrase" in find(window, QLabel, "passphraseSaid").text()
        typed("window seat 14")
        wait_for(lambda: panel.session.runner.is_free and not window.isVisible())

    assert run_main(drive, *arguments(folder)) == 0
    assert len(list(folder.parent.glob("data-set-aside-*"))) == 1

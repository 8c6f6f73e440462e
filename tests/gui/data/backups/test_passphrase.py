"""The passphrase of copies on the page of backups: set, told, asked for; by keys alone."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from inspector.gui.frame.main_window import MainWindow
from inspector.storage.backups.locked_backup import about_locked
from inspector.workspace.folder_opening import open_beside
from inspector.workspace.keeping.backup_passphrase import (
    keep_key,
    key_of,
    new_key,
    remove_passphrase,
)
from inspector.workspace.keeping.backups import choose_second_target
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile, RunMain
from tests.gui.data.backups.test_backups import arguments, at_rest, to_backups
from tests.gui.data.widgets import click, find, focus_name, press, type_text
from tests.gui.waiting import wait_for
from tests.workspace.kept import fill

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


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
        # Both are typed anew: Enter would else hold the next one against what is in the second.
        assert [each.text() for each in panel.form.findChildren(QLineEdit)] == [""] * 4
        press(ESC)
        assert panel.form.isHidden()
        assert field.text() == ""
        assert key_of(window.session.workspace) is None
        typed_short(window)

    def typed_short(window: MainWindow) -> None:
        to_backups(window)
        press(Qt.Key.Key_K, CTRL)
        typed("1234567", "1234567")
        said = find(window, QLabel, "passphraseSaid")
        assert said.text().replace("\u200b", "").startswith("A passphrase needs at least 8 char")
        assert focus_name() == "passphrase-fresh"
        assert window.banner.text == ""  # or it would stay beside what is said next
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
        assert "passphrase is needed" not in window.banner.text  # a question is no refusal
        typed("another one")
        at_rest(panel)
        assert "not the passphrase" in find(window, QLabel, "passphraseSaid").text()
        typed("window seat 14")
        wait_for(lambda: panel.session.runner.is_free and not window.isVisible())

    assert run_main(drive, *arguments(folder)) == 0
    assert len(list(folder.parent.glob("data-set-aside-*"))) == 1


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    usb = tmp_path / "usb"
    usb.mkdir()
    return usb


def locked_beside(folder: Path, usb: Path) -> None:
    """Let copies go to a drive, locked."""
    with closing(Workspace(folder)) as workspace:
        choose_second_target(workspace, usb)
        keep_key(workspace, new_key("window seat 14"))


def removed_beside(folder: Path) -> None:
    """Remove the passphrase as a command does beside the window."""
    with closing(open_beside(folder, create=False)) as workspace:
        remove_passphrase(workspace)


@pytest.mark.ci
def test_what_a_command_removed_is_seen_and_said_before_a_copy_is_written(
    run_main: RunMain, folder: Path, usb: Path
) -> None:
    locked_beside(folder, usb)

    def drive(window: MainWindow) -> None:
        panel = to_backups(window)
        second = find(window, QLabel, "secondCopy")
        wait_for(lambda: panel.session.last_backup is not None)
        before = sorted(usb.rglob("*"))
        removed_beside(folder)
        press(Qt.Key.Key_B, CTRL)
        at_rest(panel)
        assert window.banner.text.startswith("Copies are not locked any more")
        assert sorted(usb.rglob("*")) == before
        assert "(not locked)" in second.text()
        press(Qt.Key.Key_B, CTRL)  # now that it was said
        at_rest(panel)
        assert "not locked" in window.banner.text

    assert run_main(drive, *arguments(folder)) == 0


@pytest.mark.ci
def test_the_page_reads_again_how_copies_are_kept_when_it_is_shown(
    run_main: RunMain, folder: Path, usb: Path
) -> None:
    locked_beside(folder, usb)

    def drive(window: MainWindow) -> None:
        to_backups(window)
        assert "(not locked)" not in find(window, QLabel, "secondCopy").text()
        press(Qt.Key.Key_5, ALT)
        removed_beside(folder)
        to_backups(window)
        assert "(not locked)" in find(window, QLabel, "secondCopy").text()

    assert run_main(drive, *arguments(folder)) == 0


@pytest.mark.ci
def test_it_is_removed_only_by_who_knows_it_and_nothing_is_written(
    run_main: RunMain, folder: Path, usb: Path
) -> None:
    locked_beside(folder, usb)

    def drive(window: MainWindow) -> None:
        panel = to_backups(window)
        wait_for(lambda: panel.session.last_backup is not None)
        before = sorted(usb.rglob("*"))

        def remove(words: str) -> None:
            press(Qt.Key.Key_K, CTRL)
            click(panel, "removePassphrase")
            assert focus_name() == "passphrase-before"
            typed(words)
            at_rest(panel)

        remove("another one")
        assert "not the passphrase" in window.banner.text
        assert key_of(window.session.workspace) is not None
        remove("window seat 14")
        assert key_of(window.session.workspace) is None
        assert window.banner.text.startswith("Copies made from now on are not locked")
        at_rest(panel)
        assert sorted(usb.rglob("*")) == before

    assert run_main(drive, *arguments(folder)) == 0

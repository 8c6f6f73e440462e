"""The page of backups: made, copied to a stick, restored, looked over; by keys, through main()."""

from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from inspector.gui.data.backups.backup_panel import BackupPanel, backup_model
from inspector.gui.frame.main_window import LEAST_SIZE, MainWindow
from inspector.gui.theme import GRID, text_font
from inspector.gui.widgets.lists.table import TableView
from inspector.storage.backups.daily_backups import Backup
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.keeping.backups import backups_of
from inspector.workspace.keeping.room_words import bytes_text
from tests.conftest import ChooseFile, RunMain
from tests.gui.data.widgets import click, column, find, focus_name, press
from tests.gui.looks import cut, lost, nameless, overlapping, settle
from tests.gui.visits.visit import key_of_page
from tests.gui.waiting import wait_for
from tests.storage.raw_files import run_sql
from tests.workspace.kept import fill, harm, photos
from tests.workspace.visiting import dump

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with something of everything."""
    folder = tmp_path / "data"
    fill(folder)
    return folder


def arguments(folder: Path) -> tuple[str, ...]:
    return ("--data", str(folder), "--lang", "en")


def to_backups(window: MainWindow) -> BackupPanel:
    """Go to the page by keys."""
    press(Qt.Key(ord(key_of_page(window, "data"))), CTRL)
    press(Qt.Key.Key_6, ALT)
    panel = window.findChild(BackupPanel)
    assert panel is not None
    assert panel.isVisible()
    return panel


def at_rest(panel: BackupPanel) -> None:
    """Wait until what goes on has ended and was told."""
    wait_for(lambda: panel.session.runner.is_free)
    settle()


@pytest.mark.ci
def test_a_backup_is_made_and_listed(run_main: RunMain, folder: Path) -> None:
    def drive(window: MainWindow) -> None:
        panel = to_backups(window)
        assert focus_name() == "lookOver"  # nothing is listed yet
        press(Qt.Key.Key_B, CTRL)
        at_rest(panel)
        (made,) = backups_of(folder)
        assert column(find(panel, TableView, "backups"), 2) == [made.path.name]
        assert window.banner.text == f"Backed up on this computer, not locked: {made.path.name}"
        assert find(window, QLabel, "savedTime").text() == ""

    assert run_main(drive, *arguments(folder)) == 0


@pytest.mark.ci
def test_a_backup_comes_back_by_enter_twice(run_main: RunMain, folder: Path) -> None:
    before = dump(folder)
    said: list[str] = []

    def drive(window: MainWindow) -> None:
        if not backups_of(folder):
            panel = to_backups(window)
            press(Qt.Key.Key_B, CTRL)
            at_rest(panel)
            panel.enter()
            run_sql(folder / DATABASE_FILE, "UPDATE site SET name = '改过的厅'")
            press(ENTER)
            line = find(panel, QLabel, "bannerText")
            assert "set aside and kept" in line.text()
            press(ESC)
            assert not line.isVisible()
            assert dump(folder) != before
            press(ENTER)
            press(ENTER)
            wait_for(lambda: not window.isVisible())
        else:
            said.append(window.banner.text)

    assert run_main(drive, *arguments(folder)) == 0
    assert len(said) == 1
    assert " is back. The data before is kept in " in said[0]
    assert dump(folder) == before


@pytest.mark.ci
def test_another_row_is_another_question(run_main: RunMain, folder: Path) -> None:
    def drive(window: MainWindow) -> None:
        panel = to_backups(window)
        for _ in range(2):
            press(Qt.Key.Key_B, CTRL)
            at_rest(panel)
            wait_for(lambda: True)
            for backup in backups_of(folder):  # as if it were of an hour ago
                if len(backups_of(folder)) == 1:
                    backup.path.rename(backup.path.with_name("inspector-2026-11-01-000000.db.zip"))
        panel.enter()
        press(ENTER)
        press(Qt.Key.Key_Down)
        assert not find(panel, QLabel, "bannerText").isVisible()

    assert run_main(drive, *arguments(folder)) == 0
    assert not list(folder.parent.glob("data-set-aside-*"))


@pytest.mark.ci
def test_a_file_without_all_the_evidence_is_no_success(
    run_main: RunMain, folder: Path, tmp_path: Path, choose_file: ChooseFile
) -> None:
    harm(photos(folder)[0])

    def drive(window: MainWindow) -> None:
        panel = to_backups(window)
        choose_file(tmp_path / "all.zip")
        press(Qt.Key.Key_S, CTRL)
        at_rest(panel)
        assert window.banner.text.startswith(f"Not everything is in {tmp_path / 'all.zip'}: 1 ")
        assert "✓" not in [each.text() for each in window.banner.findChildren(QLabel)]

    assert run_main(drive, *arguments(folder)) == 0


@pytest.mark.ci
def test_everything_goes_into_one_file_and_comes_back_from_it(
    run_main: RunMain, folder: Path, tmp_path: Path, choose_file: ChooseFile
) -> None:
    before = dump(folder)
    runs: list[str] = []

    def after() -> list[str]:
        return [line for line in dump(folder) if "folder:backups" not in line]

    def drive(window: MainWindow) -> None:
        runs.append(window.banner.text)
        if len(runs) > 1:
            return
        panel = to_backups(window)
        choose_file(tmp_path / "all.zip")
        press(Qt.Key.Key_S, CTRL)
        at_rest(panel)
        assert "read back and unchanged. It is not locked" in window.banner.text
        assert ZipFile(tmp_path / "all.zip").testzip() is None
        run_sql(folder / DATABASE_FILE, "UPDATE site SET name = '改过的厅'")
        choose_file(tmp_path / "all.zip")
        press(Qt.Key.Key_O, CTRL)
        assert "Restore “all.zip”?" in find(panel, QLabel, "bannerText").text()
        click(panel, "bannerAction")
        wait_for(lambda: not window.isVisible())

    assert run_main(drive, *arguments(folder)) == 0
    assert len(runs) == 2
    assert after() == before


@pytest.mark.ci
def test_a_file_that_is_no_backup_is_refused_and_the_window_stays(
    run_main: RunMain, folder: Path, tmp_path: Path, choose_file: ChooseFile
) -> None:
    (tmp_path / "text.zip").write_text("x")

    def drive(window: MainWindow) -> None:
        panel = to_backups(window)
        choose_file(tmp_path / "text.zip")
        press(Qt.Key.Key_O, CTRL)
        click(panel, "bannerAction")
        at_rest(panel)
        assert window.banner.text.endswith("holds no backup of this program.")
        assert window.isVisible()

    assert run_main(drive, *arguments(folder)) == 0


@pytest.mark.ci
def test_a_stick_is_chosen_filled_and_given_up(
    run_main: RunMain, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QFileDialog

    usb = tmp_path / "usb"
    usb.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(usb))

    def drive(window: MainWindow) -> None:
        panel = to_backups(window)
        second = find(panel, QLabel, "secondCopy")
        assert second.text().startswith("None yet.")
        click(panel, "chooseSecondCopy")
        at_rest(panel)
        assert second.text() == f"{usb} (not locked)"
        assert [path.name for path in photos(next(usb.iterdir()))] == [
            path.name for path in photos(folder)
        ]
        click(panel, "clearSecondCopy")
        assert second.text().startswith("None yet.")

    assert run_main(drive, *arguments(folder)) == 0
    assert len(list(usb.iterdir())) == 1  # what was copied stays


@pytest.mark.ci
def test_it_is_looked_over_and_says_what_was_found(run_main: RunMain, folder: Path) -> None:
    def drive(window: MainWindow) -> None:
        panel = to_backups(window)
        press(Qt.Key.Key_L, CTRL)
        at_rest(panel)
        result = find(panel, QLabel, "doctorResult")
        assert result.text().startswith("Sound: the database, 1 sealed visits")
        changed = photos(folder)[0]
        harm(changed)
        press(Qt.Key.Key_L, CTRL)
        at_rest(panel)
        assert result.text().startswith("1 faults found")
        found = find(panel, QPlainTextEdit, "doctorFindings")
        assert found.isVisible()
        assert changed.name in found.toPlainText()

    assert run_main(drive, *arguments(folder)) == 0


@pytest.mark.ci
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_nothing_is_cut_on_a_small_screen(run_main: RunMain, folder: Path, language: str) -> None:
    def drive(window: MainWindow) -> None:
        window.showNormal()
        window.resize(LEAST_SIZE)
        panel = to_backups(window)
        press(Qt.Key.Key_B, CTRL)
        at_rest(panel)
        harm(photos(folder)[0])
        panel.look_over()
        at_rest(panel)
        window.banner.hide()
        settle()

        def as_small_as_it_gets() -> bool:
            window.resize(LEAST_SIZE)  # the banner may have needed more
            return window.size() == LEAST_SIZE

        # A page finds its room in a turn or two, and what is told late may want more once again.
        wait_for(lambda: as_small_as_it_gets() and lost(window) == [])
        settle()
        assert cut(window) == lost(window) == overlapping(window) == nameless(panel) == []
        assert find(panel, QPushButton, "lookOver").isVisible()
        for name in ("journalCode", "doctorResult"):
            said = find(panel, QLabel, name)
            assert said.height() >= said.heightForWidth(said.width()), name
            assert said.text().endswith("." if language == "en" else "。"), name

    assert run_main(drive, "--data", str(folder), "--lang", language) == 0


@pytest.mark.ci
def test_closing_the_window_stops_what_goes_on(run_main: RunMain, folder: Path) -> None:
    def drive(window: MainWindow) -> None:
        to_backups(window).back_up()

    assert run_main(drive, *arguments(folder)) == 0
    assert not list(folder.rglob(".*.tmp"))


def test_sizes_are_read_by_people() -> None:
    assert bytes_text(258_772_992) == "258.8 MB"


@pytest.mark.usefixtures("qapp")
def test_the_moment_of_a_backup_needs_one_line() -> None:
    column = backup_model().columns[0]
    backup = Backup(Path("a.db"), datetime(2026, 12, 29, 15, 32), 1, before_update=True)
    said = QFontMetrics(text_font()).horizontalAdvance(column.text(backup))
    assert column.width >= said + 4 * GRID

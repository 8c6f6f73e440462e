"""A damaged database at the start: recognised, left alone, a backup offered."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPushButton

from inspector.gui.frame.damage_notice import DamageNotice
from inspector.gui.frame.damaged_window import DamagedWindow
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.program.crash_window import CrashWindow
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.keeping.backup_passphrase import keep_key, new_key
from inspector.workspace.keeping.backups import back_up, write_full_backup
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.gui.looks import cut, lost, nameless
from tests.gui.visits.visit import ENTER, ESC
from tests.gui.waiting import wait_for
from tests.storage.damage import SEEN_AT_ONCE, flip_page
from tests.storage.raw_files import contents, run_sql
from tests.workspace.visiting import dump

NOW = datetime(2026, 11, 27, 9, 15, 30)

AtDamage = Callable[[DamagedWindow], None]


@pytest.fixture
def at_damage(monkeypatch: pytest.MonkeyPatch) -> Callable[[AtDamage], None]:
    """Return a function that says what to do at the window about a damaged database."""

    def at(act: AtDamage) -> None:
        def instead_of_waiting(window: DamagedWindow) -> int:
            window.show()
            window.activateWindow()
            QTest.qWaitForWindowActive(window)
            act(window)
            wait_for(lambda: not window.isVisible())
            return 0

        monkeypatch.setattr(DamagedWindow, "exec", instead_of_waiting)

    return at


def button(window: DamagedWindow, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert found is not None
    return found


def state(window: DamagedWindow) -> str:
    found = window.findChild(QLabel, "damagedState")
    assert found is not None
    return found.text()


def said(window: MainWindow) -> str:
    return window.banner.text


@pytest.mark.ci
@pytest.mark.parametrize("damage", SEEN_AT_ONCE.values(), ids=SEEN_AT_ONCE)
def test_the_newest_sound_backup_comes_back(
    run_main: RunMain,
    keyboard: Keyboard,
    folder: Path,
    at_damage: Callable[[AtDamage], None],
    damage: Callable[[Path], None],
) -> None:
    before = dump(folder)
    back_up(folder, NOW)
    (folder / "backups" / "inspector-2026-11-28-000000.db").write_bytes(b"damaged as well")
    damage(folder / DATABASE_FILE)
    broken = (folder / DATABASE_FILE).read_bytes()

    def restore(window: DamagedWindow) -> None:
        assert (folder / DATABASE_FILE).read_bytes() == broken
        wait_for(button(window, "damagedRestore").isEnabled)
        assert state(window).startswith("The newest sound backup is of Nov 27, 2026 09:15. ")
        assert cut(window) == lost(window) == nameless(window) == []
        keyboard.press(ENTER)

    told: list[str] = []
    at_damage(restore)
    assert run_main(lambda w: told.append(said(w)), "--data", str(folder), "--lang", "en") == 0
    assert told[0].startswith("The backup of 2026-11-27 09:15 is back.")
    assert dump(folder) == before
    (aside,) = folder.parent.glob("data-set-aside-*")
    assert (aside / DATABASE_FILE).read_bytes() == broken


@pytest.mark.ci
def test_starting_empty_keeps_the_damaged_one(
    run_main: RunMain, keyboard: Keyboard, folder: Path, at_damage: Callable[[AtDamage], None]
) -> None:
    (folder / DATABASE_FILE).write_bytes(b"x" * 9000)

    def empty(window: DamagedWindow) -> None:
        wait_for(lambda: state(window).startswith("There is no sound backup"))
        keyboard.press("e")

    opened: list[MainWindow] = []
    at_damage(empty)
    assert run_main(opened.append, "--data", str(folder), "--lang", "en") == 0
    assert len(opened) == 1
    (aside,) = folder.glob("inspector-damaged-*.db")
    assert aside.read_bytes() == b"x" * 9000
    assert (folder / "packs").is_dir()


def test_quitting_changes_nothing_and_asks_again(
    run_main: RunMain, keyboard: Keyboard, folder: Path, at_damage: Callable[[AtDamage], None]
) -> None:
    flip_page(folder / DATABASE_FILE)
    before = contents(folder)
    (folder / "inspector.lock").write_bytes(b"open\n")  # the last run was killed
    asked: list[str] = []

    def leave(window: DamagedWindow) -> None:
        asked.append(state(window))
        keyboard.press(ESC)

    def never(window: MainWindow) -> None:
        raise AssertionError("it opened")

    at_damage(leave)
    for _ in range(2):
        assert run_main(never, "--data", str(folder), "--lang", "en") == 0
    assert len(asked) == 2
    after = contents(folder)
    assert after.pop("inspector.lock")
    assert after == before


@pytest.mark.ci
def test_a_backup_on_another_disk_is_chosen(
    run_main: RunMain,
    keyboard: Keyboard,
    folder: Path,
    tmp_path: Path,
    at_damage: Callable[[AtDamage], None],
    choose_file: ChooseFile,
) -> None:
    before = dump(folder)
    write_full_backup(folder, tmp_path / "all.zip", NOW)
    (tmp_path / "text.zip").write_text("x")
    (folder / DATABASE_FILE).write_bytes(b"")
    choose_file(tmp_path / "text.zip", tmp_path / "all.zip")

    def other(window: DamagedWindow) -> None:
        wait_for(lambda: state(window).startswith("There is no sound backup"))
        keyboard.press(ENTER)
        wait_for(lambda: state(window).endswith("holds no backup of this program."))
        keyboard.press("o")

    at_damage(other)
    assert run_main(lambda window: None, "--data", str(folder), "--lang", "en") == 0
    assert dump(folder) == before


@pytest.mark.ci
def test_a_locked_backup_is_opened_by_its_passphrase(
    run_main: RunMain,
    keyboard: Keyboard,
    folder: Path,
    tmp_path: Path,
    at_damage: Callable[[AtDamage], None],
    choose_file: ChooseFile,
) -> None:
    with closing(Workspace(folder)) as workspace:
        keep_key(workspace, new_key("window seat 14"))
    before = dump(folder)
    write_full_backup(folder, tmp_path / "all.zip", NOW)
    (folder / DATABASE_FILE).write_bytes(b"")
    choose_file(tmp_path / "all.zip")

    def other(window: DamagedWindow) -> None:
        wait_for(lambda: state(window).startswith("There is no sound backup"))
        keyboard.press("o")
        field = window.findChild(QLineEdit, "damagedPassphrase")
        assert field is not None
        wait_for(field.isVisible)
        assert "is locked" in state(window)
        QTest.keyClicks(field, "something else")
        keyboard.press(ENTER)
        wait_for(lambda: "not the passphrase" in state(window) and field.isEnabled())
        QTest.keyClicks(field, "window seat 14")
        keyboard.press(ENTER)

    at_damage(other)
    assert run_main(lambda window: None, "--data", str(folder), "--lang", "en") == 0
    assert dump(folder) == before


@pytest.mark.ci
def test_flipped_bytes_inside_are_looked_for_after_a_run_that_did_not_end_well(
    run_main: RunMain, keyboard: Keyboard, folder: Path, at_damage: Callable[[AtDamage], None]
) -> None:
    back_up(folder, NOW)
    flip_page(folder / DATABASE_FILE, "own_phrase")
    opened: list[MainWindow] = []
    asked: list[DamagedWindow] = []

    def leave(window: DamagedWindow) -> None:
        asked.append(window)
        keyboard.press(ESC)

    at_damage(leave)
    run_main(opened.append, "--data", str(folder), "--lang", "en")
    assert (len(opened), len(asked)) == (1, 0)
    (folder / "inspector.lock").write_bytes(b"open\n")
    run_main(opened.append, "--data", str(folder), "--lang", "en")
    assert (len(opened), len(asked)) == (1, 1)


@pytest.mark.ci
def test_a_lost_log_is_told(run_main: RunMain, folder: Path) -> None:
    told: list[str] = []
    arguments = ("--data", str(folder), "--lang", "en")
    run_main(lambda window: told.append(said(window)), *arguments)
    (folder / "inspector.lock").write_bytes(b"open 999\n")  # killed; what it wrote is not there
    for _ in range(2):
        run_main(lambda window: told.append(said(window)), *arguments)
    assert [bool(each) for each in told] == [False, True, False]
    assert "please look through what was entered last" in told[1]


def test_a_newer_database_is_refused_as_before(
    run_main: RunMain, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_sql(
        folder / DATABASE_FILE,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('inspector', 'm999_from_the_future', '2040-01-01')",
    )
    shown: list[str] = []

    def read(box: QMessageBox) -> int:
        shown.append(box.text())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", read)
    assert run_main(lambda window: None, "--data", str(folder), "--lang", "en") == 1
    assert shown
    assert "newer version" in shown[0]


def test_a_table_that_the_first_page_misses_is_damage_and_no_crash(
    run_main: RunMain, folder: Path
) -> None:
    run_sql(folder / DATABASE_FILE, "ALTER TABLE inspection RENAME TO inspectioz")

    def look(window: MainWindow) -> None:
        wait_for(lambda: window.findChild(DamageNotice))
        assert window.findChild(CrashWindow) is None

    assert run_main(look, "--data", str(folder), "--lang", "en") == 0
    assert (folder / "inspector.lock").read_bytes() == b"check\n"

"""What the program keeps, only its user may read, whatever the umask of the desktop."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from inspector.domain.papers.print_size import PrintSize
from inspector.gui.frame import attendant, main_window
from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.extent import Extent, Period
from inspector.workspace.keeping.backups import backups_of, choose_second_target, write_full_backup
from inspector.workspace.keeping.doctor import examine, repair
from inspector.workspace.keeping.restore_from_backup import restore, set_database_aside
from inspector.workspace.workspace import Workspace
from tests.conftest import RunMain
from tests.gui.waiting import wait_for
from tests.storage.damage import flip_page
from tests.storage.raw_files import mode
from tests.storage.released import unpack
from tests.workspace.kept import fill_anew

NOW = datetime(2026, 11, 27, 9, 15, 30)


@pytest.mark.ci
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
@pytest.mark.qt_no_exception_capture
def test_every_file_is_for_the_user_alone(
    run_main: RunMain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "ATTEND_AFTER", 0)
    monkeypatch.setattr(attendant, "BACK_UP_AFTER", 20)
    folder, usb = tmp_path / "data", tmp_path / "usb"
    usb.mkdir()
    before = os.umask(0)

    def fail() -> None:
        raise ZeroDivisionError

    def drive(window: MainWindow) -> None:
        workspace: Workspace = window._session.workspace
        sealed = workspace.inspection_store.sealed_ids()[0]
        photo = workspace.evidence.of_inspection(sealed)[0]
        workspace.evidence.thumbnail(photo)
        workspace.evidence.print_picture(photo, PrintSize(64, 48))
        workspace.packs.copy("hospital", "我的检查表")
        choose_second_target(workspace, usb)
        wait_for(lambda: list(usb.glob("*/backups/*.db.zip")))
        timer = QTimer(window, singleShot=True)
        timer.timeout.connect(fail)
        timer.start(0)
        wait_for((folder / "log" / "inspector.log").exists)
        assert backups_of(folder)
        paths = [folder, *folder.rglob("*"), *usb.rglob("*")]
        assert {path.relative_to(folder).parts[0] for path in folder.rglob("*")} == {
            "inspector.db", "inspector.db-wal", "inspector.db-shm", "inspector.lock",
            "evidence", "thumbnails", "prints", "packs", "backups", "log",
        }  # fmt: skip
        assert [f"{mode(path)} {path}" for path in paths if int(mode(path), 8) & 0o077] == []

    try:
        fill_anew(folder)
        shutil.rmtree(folder / "packs")  # copied by the test, not by the program
        assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
    finally:
        os.umask(before)


@pytest.fixture
def careless() -> Iterator[None]:
    """A desktop whose new files anybody may read and write."""
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(*folders: Path) -> list[str]:
    """What in folders somebody else may do anything with, the folders included."""
    paths = [path for folder in folders for path in (folder, *folder.rglob("*"))]
    return [f"{mode(path)} {path}" for path in paths if int(mode(path), 8) & 0o077]


@pytest.mark.ci
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
@pytest.mark.usefixtures("careless")
def test_what_is_kept_when_something_is_replaced_is_for_the_user_alone(tmp_path: Path) -> None:
    """An update, a damaged database set aside, loose ends put aside, a restored backup."""
    folder = tmp_path / "data"
    database = unpack("v3", folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)

    Workspace(folder).close()
    assert [each.before_update for each in backups_of(folder)] == [True]
    assert open_to_others(folder) == []

    write_full_backup(folder, tmp_path / "all.zip", NOW)
    assert mode(tmp_path / "all.zip") == "0600"

    half = folder / "evidence" / ".half.tmp"
    half.write_bytes(b"half a photo")
    half.chmod(0o600)
    repair(folder, examine(folder, NOW), NOW)
    assert list((folder / "quarantine").rglob(".half.tmp"))
    assert open_to_others(folder) == []

    restored = restore(tmp_path / "all.zip", folder, NOW)
    assert restored.aside is not None
    assert open_to_others(folder, restored.aside) == []

    flip_page(database)
    aside = set_database_aside(folder, NOW)
    Workspace(folder).close()
    assert aside.exists()
    assert open_to_others(folder) == []


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_papers_are_as_readable_as_the_desktop_makes_files(tmp_path: Path) -> None:
    """They are written for others, to wherever the user wants them."""
    before = os.umask(0o022)
    try:
        with closing(Workspace(unpack("v5", tmp_path / "data").parent)) as workspace:
            extent = Extent(Period(date(2026, 10, 1), date(2026, 10, 31)))
            workspace.reports.write_summary(tmp_path / "summary.xlsx", extent)
            workspace.reports.write_records(tmp_path / "records", extent)
    finally:
        os.umask(before)
    assert mode(tmp_path / "summary.xlsx") == "0644"
    assert [mode(path) for path in sorted((tmp_path / "records").iterdir())] == ["0644"]
    assert mode(tmp_path / "records") == "0755"

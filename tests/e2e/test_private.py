"""What the program keeps, only its user may read, whatever the umask of the desktop."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from inspector.gui import attendant, main_window
from inspector.gui.main_window import MainWindow
from inspector.workspace.backups import backups_of, choose_second_target
from inspector.workspace.workspace import Workspace
from tests.conftest import RunMain
from tests.gui.waiting import wait_for
from tests.storage.files import mode
from tests.workspace.kept import fill


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
@pytest.mark.qt_no_exception_capture
def test_every_file_is_for_the_user_alone(
    run_main: RunMain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "ATTEND_AFTER", 0)
    monkeypatch.setattr(attendant, "BACK_UP_AFTER", 0)
    folder, usb = tmp_path / "data", tmp_path / "usb"
    usb.mkdir()
    before = os.umask(0)

    def fail() -> None:
        raise ZeroDivisionError

    def drive(window: MainWindow) -> None:
        workspace: Workspace = window._session.workspace
        sealed = workspace.inspection_store.sealed_ids()[0]
        workspace.evidence.thumbnail(workspace.evidence.of_inspection(sealed)[0])
        workspace.packs.copy("hospital", "我的检查表")
        choose_second_target(workspace, usb)
        wait_for(lambda: list(usb.glob("*/backups/*.db")))
        timer = QTimer(window, singleShot=True)
        timer.timeout.connect(fail)
        timer.start(0)
        wait_for((folder / "log" / "inspector.log").exists)
        assert backups_of(folder)
        paths = [folder, *folder.rglob("*"), *usb.rglob("*")]
        assert {path.relative_to(folder).parts[0] for path in folder.rglob("*")} == {
            "inspector.db", "inspector.db-wal", "inspector.db-shm", "inspector.lock",
            "evidence", "thumbnails", "packs", "backups", "log",
        }  # fmt: skip
        assert [f"{mode(path)} {path}" for path in paths if int(mode(path), 8) & 0o077] == []

    try:
        fill(folder)
        shutil.rmtree(folder / "packs")  # copied by the test, not by the program
        assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
    finally:
        os.umask(before)

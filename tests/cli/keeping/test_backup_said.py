"""What `backup` says of the room on the disk and on the USB drive; through main()."""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from inspector.workspace.keeping.backups import back_up, choose_second_target, second_target
from inspector.workspace.workspace import Workspace
from tests.cli.conftest import Run
from tests.storage.raw_files import run_sql
from tests.workspace.kept import fill


@pytest.mark.ci
def test_the_room_on_the_usb_drive_is_told_with_that_on_the_disk(
    english: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    fill(folder)
    day = date.today() - timedelta(days=60)
    run_sql(folder / "inspector.db", f"UPDATE inspection SET day = '{day}'")
    assert "USB" not in english("--data", folder, "backup", "-o", tmp_path / "1.zip").out
    with closing(Workspace(folder)) as workspace:
        choose_second_target(workspace, tmp_path / "usb")
        back_up(folder, workspace.now(), second_target(workspace))
    told = english("--data", folder, "backup", "-o", tmp_path / "2.zip").out
    assert "Room for" in told
    assert "The USB drive: " in told

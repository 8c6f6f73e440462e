"""What was set aside is known again by its name, and what merely looks like it is not."""

from datetime import datetime
from pathlib import Path

from inspector.storage.backups.set_aside import aside_name, set_aside_by


def test_folders_beside_and_logs_within_are_known(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    assert set_aside_by(data) == []
    later, first = (aside_name(data, datetime(2026, 11, day, 9)) for day in (28, 27))
    for each in (later, first, tmp_path / "data-2", aside_name(tmp_path / "other", datetime.min)):
        each.mkdir()
    (tmp_path / "data-set-aside-list.txt.lnk").touch()
    log = data / "inspector-set-aside-2026-11-27-090000.db-wal"
    log.touch()
    assert set_aside_by(data) == [first, later, log]


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert set_aside_by(tmp_path / "none" / "data") == []

"""How long the room will do, as measured in a folder, and how it is said."""

import shutil
from collections import namedtuple
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from inspector.domain.record.room_forecast import Room
from inspector.gui.frame.backup_words import backup_state
from inspector.storage.backups.daily_backups import make_backup
from inspector.workspace.keeping.backups import (
    BackupOutcome,
    back_up,
    choose_second_target,
    rooms_with_drive,
    second_target,
)
from inspector.workspace.keeping.room_words import (
    Rooms,
    lasting,
    room_sentence,
    rooms_of,
    short_words,
)
from inspector.workspace.workspace import Workspace
from tests.storage.raw_files import run_sql
from tests.workspace.kept import fill

NOW = datetime(2026, 11, 27, 9, 15)
GB = 1_000_000_000


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two visits, of 60 days ago, on a disk with 100 GB free."""
    folder = tmp_path / "data"
    fill(folder)
    day = NOW.date() - timedelta(days=60)
    run_sql(folder / "inspector.db", f"UPDATE inspection SET day = '{day}'")
    run_sql(folder / "inspector.db", "UPDATE evidence SET added_at = '2026-11-01'")
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(200 * GB, 100 * GB, 100 * GB))
    return folder


def test_two_visits_in_sixty_days_are_what_comes(folder: Path) -> None:
    make_backup(folder / "inspector.db", folder / "backups", NOW)
    here = rooms_of(folder, NOW).here
    assert here is not None
    size = (folder / "inspector.db").stat().st_size
    # The data that came, some twenty snapshots of a fraction of it, two photos: for a month.
    assert size / 2 < here.in_month < 10 * size
    assert here.days is not None
    assert here.days > 3653


def test_nothing_is_told_of_two_weeks(folder: Path) -> None:
    day = NOW.date() - timedelta(days=13)
    run_sql(folder / "inspector.db", f"UPDATE inspection SET day = '{day}'")
    assert rooms_of(folder, NOW) == Rooms()
    assert "two weeks" in room_sentence(None)


def test_a_folder_that_cannot_be_read_is_told_of_elsewhere(tmp_path: Path) -> None:
    assert rooms_of(tmp_path / "nowhere", NOW) == Rooms()
    (tmp_path / "inspector.db").write_bytes(b"damaged" * 1000)
    assert rooms_of(tmp_path, NOW) == Rooms()


def test_a_backup_brings_the_room_along(folder: Path) -> None:
    outcome = back_up(folder, NOW)
    assert outcome.rooms == rooms_of(folder, NOW)
    assert backup_state(outcome, NOW.date()) == ("Backup 09:15", False, "")


def test_a_command_measures_the_usb_drive_as_the_window_does(folder: Path, tmp_path: Path) -> None:
    assert rooms_with_drive(folder, NOW).drive is None  # nobody chose one
    with closing(Workspace(folder)) as workspace:
        choose_second_target(workspace, tmp_path / "usb")
        told = back_up(folder, NOW, second_target(workspace)).rooms
    assert told.drive is not None
    assert rooms_with_drive(folder, NOW) == told
    (tmp_path / "inspector.db").write_bytes(b"damaged" * 1000)
    assert rooms_with_drive(tmp_path, NOW) == Rooms()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "about 1 day"),
        (59, "about 59 days"),
        (60, "about 2 months"),
        (729, "about 24 months"),
        (1100, "about 3 years"),
        (3654, "more than 10 years"),
    ],
)
def test_time_is_told_in_round_words(days: int, words: str) -> None:
    assert lasting(days) == words


def test_it_is_said_half_a_year_before(folder: Path) -> None:
    enough, short = Room(5 * GB, GB, 180), Room(GB, GB, 179)
    assert short_words(Rooms(enough, enough)) == ("", "")
    assert short_words(Rooms(short, short))[0] == "Disk full in about 6 months"
    assert short_words(Rooms(enough, short))[0] == "USB drive full in about 6 months"
    outcome = BackupOutcome(None, rooms=Rooms(enough, short))
    words, warns, reason = backup_state(outcome, date(2026, 11, 27))
    assert (words, warns) == ("USB drive full in about 6 months", True)
    assert "choose a larger one" in reason

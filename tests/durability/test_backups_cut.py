"""Backups killed and cut while they are packed, cut into volumes, copied and put in their place.

Before or after: what a folder lists is whole, what was said to be made is there, and what was
broken off is no backup, and goes.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from inspector.domain.errors import CannotWriteError
from inspector.storage.backups.daily_backups import make_backup
from inspector.storage.backups.leftovers import half_written
from inspector.storage.backups.packed_snapshot import snapshot_problems
from inspector.storage.backups.second_target import SecondTarget
from inspector.storage.files import volumes
from inspector.workspace.keeping.backups import back_up, tidy, write_full_backup
from tests.durability.clerks.backups_found import ID, LIMIT, is_packing, lost, moment_of
from tests.durability.forgetful import after_cuts
from tests.durability.image import copy, make, mounted, recorded
from tests.durability.recorder import records
from tests.durability.test_cuts import require_records
from tests.faults import full, small_disk
from tests.storage.raw_files import contents, run_sql
from tests.workspace.kept import fill

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")

ROOT = Path(__file__).parents[2]
CLERK = [sys.executable, "-m", "tests.durability.clerks.backup_clerk"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose snapshot is several volumes: most of it is noise."""
    return write_folder(tmp_path / "data", Random(1))


def write_folder(folder: Path, chance: Random) -> Path:
    """Fill `folder`."""
    fill(folder)
    noise = chance.randbytes(4 * LIMIT).hex()
    run_sql(
        folder / "inspector.db",
        "CREATE TABLE noise (content BLOB)",
        f"INSERT INTO noise VALUES (x'{noise}')",
    )
    return folder


def killed(what: str, folder: Path, place: Path, first: int, chance: Random) -> int:
    """Let a clerk be killed somewhere; return which it made last."""
    words = [*CLERK, what, str(folder), str(place), str(first)]
    made = first - 1
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        left = chance.randrange(120)
        for line in iter(run.stdout.readline, ""):
            name, _, rest = line.partition(" ")
            if name == "made":
                made = int(rest)
            left -= 1
            if left == 0:
                run.send_signal(signal.SIGKILL)
    assert run.returncode == -signal.SIGKILL
    return made


@pytest.mark.ci
@pytest.mark.parametrize("what", ["snapshots", "file"])
@pytest.mark.parametrize("kills", [2, pytest.param(60, marks=pytest.mark.long)])
def test_killed_anywhere_what_is_there_is_whole(
    folder: Path, tmp_path: Path, what: str, kills: int
) -> None:
    place, chance, number, packing = tmp_path / "usb", Random(kills), 0, 0
    place.mkdir()
    SecondTarget(place, ID).prepare()
    for _ in range(kills):
        made = killed(what, folder, place, number, chance)
        packing += is_packing(folder, place)
        assert lost(what, folder, place, range(number, made + 1)) == []
        number = made + 2  # the one after it may be there
    assert packing or kills < 10
    target = SecondTarget(place, ID)
    if what == "snapshots":
        outcome = back_up(folder, moment_of(number), target)
        assert (outcome.error, outcome.copy_error) == (None, None)
    else:
        write_full_backup(folder, place / f"all-{number}.zip", moment_of(number))
    for home in (folder, target.home):
        tidy(home, moment_of(number) + timedelta(days=4000))
        assert half_written(home) == []
    assert not list(place.glob(".*"))


@pytest.mark.ci
@pytest.mark.parametrize("what", ["snapshots", "file"])
@pytest.mark.parametrize("times", [8, pytest.param(100, marks=pytest.mark.long)])
def test_a_power_cut_anywhere_leaves_whole_ones(tmp_path: Path, what: str, times: int) -> None:
    require_records()
    make(tmp_path / "disk.img")
    with mounted(tmp_path / "disk.img", tmp_path / "disk"):
        write_folder(tmp_path / "disk" / "data", Random(1))
        SecondTarget(tmp_path / "disk" / "usb", ID).prepare()
    copy(tmp_path / "disk.img", tmp_path / "durable.img")
    journal = tmp_path / "journal"
    with recorded(tmp_path / "disk.img", tmp_path, journal) as record, journal.open("w") as said:
        places = [str(tmp_path / "disk" / name) for name in ("data", "usb")]
        with subprocess.Popen([*CLERK, what, *places, "0"], cwd=ROOT, stdout=said) as run:
            while "made 2" not in journal.read_text():
                assert run.poll() is None
                time.sleep(0.01)
            size = record.stat().st_size
            run.kill()
        told = list(records(record, size))
    words, found, target = journal.read_bytes(), 0, tmp_path / "copy.img"
    for acknowledged in after_cuts(times, told, 0, tmp_path / "durable.img", target, Random(times)):
        made = words[:acknowledged].count(b"made ")
        with mounted(target, tmp_path / "copy"):
            folder, place = tmp_path / "copy" / "data", tmp_path / "copy" / "usb"
            assert lost(what, folder, place, range(made)) == []
            found += made
    assert found


@pytest.mark.parametrize("what", ["snapshot", "volumes", "file"])
def test_a_disk_that_fills_up_midway_keeps_what_was_there(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    if what != "snapshot":
        monkeypatch.setattr(volumes, "VOLUME_BYTES", LIMIT)
    with small_disk(tmp_path / "disk", 16):
        desk = tmp_path / "disk" / "data"
        shutil.copytree(folder, desk)
        first = back_up(desk, moment_of(0)).newest
        assert first is not None
        before = contents(desk)
        with ExitStack() as kept:
            filling = [full(tmp_path / "disk")]

            def fill_up(done: int, total: int) -> None:
                if filling and done > total * 0.45:  # it is being packed
                    kept.enter_context(filling.pop())

            def back_up_again() -> None:
                if what == "file":
                    write_full_backup(desk, desk.parent / "all.zip", moment_of(1), fill_up)
                else:
                    make_backup(desk / "inspector.db", desk / "backups", moment_of(1), fill_up)

            with pytest.raises(CannotWriteError) as refused:
                back_up_again()
            assert "space" in refused.value.reason
            assert set(os.listdir(desk.parent)) == {"ballast", "data"}
        assert contents(desk) == before
        assert snapshot_problems(first.path) == []

"""The power cut while a bundle is taken in, on a disk that forgets what it was not told to keep.

Before or after: all of the bundle is there, photos included, or nothing of it; and what was said to
be taken in is there.
"""

import os
import shutil
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from inspector.domain.sharing.manifest import Scope
from inspector.domain.sharing.travelling import LEFT_AT_HOME
from inspector.workspace.folder_opening import open_beside
from inspector.workspace.keeping.doctor import examine
from inspector.workspace.keeping.doctor_remark import Trouble
from inspector.workspace.sharing.receiving import Receiving
from inspector.workspace.sharing.sharing import Sharing
from tests.durability.forgetful import after_cuts
from tests.durability.image import copy, make, mounted, recorded
from tests.durability.recorder import records
from tests.durability.test_cuts import require_records
from tests.workspace.sharing.test_receive_kills import trusting_folder
from tests.workspace.sharing.test_sharing import write_sample
from tests.written_once import Written

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no loop devices")

ROOT = Path(__file__).parents[2]
CLERK = [sys.executable, "-m", "tests.durability.clerks.receive_clerk"]
FOLDERS = 2
"""Folders that it is taken into, one after the other."""

AGAIN = 4
"""Of so many cuts there is one after which it is taken in again."""

LOOSE = {Trouble.NO_BACKUP, Trouble.UNNAMED_EVIDENCE, Trouble.HALF_WRITTEN, Trouble.LITTLE_SPACE}
"""What a cut may leave: files that no row names."""


def has_it(folder: Path) -> bool:
    """Tell whether the bundle is there; it is there as a whole, or nothing of it is."""
    with closing(open_beside(folder)) as workspace:
        (there,), (visits,), (objects,) = (
            workspace.database.rows(f"SELECT count(*) FROM {table}")[0]
            for table in ("received_bundle", "inspection", "received_object")
        )
        report = examine(folder, workspace.now())
    assert {each.trouble for each in report.remarks} <= LOOSE, report.remarks
    assert bool(there) == bool(visits) == bool(objects)
    return bool(there)


def cut_often(times: int, theirs: Path, place: Path) -> tuple[int, int]:
    """Cut at so many instants; return how often a folder had it, and how often it had not."""
    bundle, fresh, disk = place / "a.inspx", place / "fresh", place / "disk"
    with closing(open_beside(theirs)) as workspace:
        workspace.of(Sharing).share(bundle, Scope(), LEFT_AT_HOME)
    trusting_folder(fresh, bundle)
    folders = [disk / f"mine-{number}" for number in range(FOLDERS)]
    make(place / "disk.img")
    with mounted(place / "disk.img", disk):
        for folder in folders:
            shutil.copytree(fresh, folder)
    copy(place / "disk.img", place / "durable.img")
    journal = place / "journal"
    with recorded(place / "disk.img", place, journal) as record, journal.open("w") as said:
        words = [*CLERK, str(bundle), *map(str, folders)]
        with subprocess.Popen(words, cwd=ROOT, stdout=said) as run:
            while "done" not in journal.read_text():
                assert run.poll() in (None, 0)
                time.sleep(0.01)
            size = record.stat().st_size
        told = list(records(record, size))
    words_said, target = journal.read_bytes(), place / "copy.img"
    before = after = 0
    cuts = after_cuts(times, told, 0, place / "durable.img", target, Random(times))
    for cut, acknowledged in enumerate(cuts):
        took = words_said[:acknowledged].count(b"took ")
        with mounted(target, place / "copy"):
            for number, folder in enumerate(folders):
                there = has_it(place / "copy" / folder.name)
                assert there or number >= took, f"told, and not there: {number}"
                after, before = after + there, before + (not there)
            last = place / "copy" / folders[-1].name
            if cut % AGAIN == 0:
                with closing(open_beside(last)) as workspace:
                    workspace.of(Receiving).take_in(bundle)
                assert has_it(last)
    return after, before


@pytest.mark.ci
@pytest.mark.parametrize("times", [4, pytest.param(100, marks=pytest.mark.long)])
def test_a_power_cut_anywhere_leaves_before_or_after(
    times: int, copied: Written, tmp_path: Path
) -> None:
    require_records()
    after, before = cut_often(times, copied(write_sample, 3), tmp_path)
    sys.stdout.write(f"cut {times} times: {after} after, {before} before\n")
    assert after + before == FOLDERS * times
    assert times < 100 or (after and before)

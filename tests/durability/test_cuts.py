"""The power cut at random while somebody works: nothing acknowledged is lost."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from inspector.storage.database.recognised_file import Check
from inspector.workspace.preferences import HOST
from inspector.workspace.workspace import Workspace
from tests.durability.cuts import cut_often
from tests.durability.forgetful import after_cuts, cut_anywhere
from tests.durability.image import copy, make, mounted, recorded, why_not, why_not_recorded
from tests.durability.recorder import records
from tests.durability.runs import zygote
from tests.durability.verdict import Tally


def cut(times: int, seed: int, scratch: Path) -> None:
    """Copy the disk of a run `times` as it is, and find everything each time."""
    if reason := why_not():
        pytest.skip(f"disks in files cannot be mounted: {reason}")
    with zygote(scratch / "home") as runs:
        _found(cut_often(times, seed, scratch, runs), times)


def require_records() -> None:
    """Skip where a disk cannot be made to write down what it is told."""
    if reason := why_not_recorded():
        pytest.skip(f"what is written to disks cannot be recorded: {reason}")


def forget(times: int, acts: int, seed: int, scratch: Path) -> None:
    """Act so often, and find everything after a cut at any of `times` instants."""
    require_records()
    with zygote(scratch / "home") as runs:
        _found(cut_anywhere(times, acts, seed, scratch, runs), times)


def _found(tally: Tally, times: int) -> None:
    assert tally.lost == []
    assert len(tally.misplaced) <= 1, tally.misplaced
    assert tally.kills == times
    assert tally.answers
    assert tally.reopened


@pytest.mark.ci
def test_cut_twice(tmp_path: Path) -> None:
    cut(2, 4, tmp_path)  # a seed in which answers come early, on a busy machine too


@pytest.mark.ci
def test_cut_10_times(tmp_path: Path) -> None:
    cut(10, 4, tmp_path)


@pytest.mark.ci
def test_cut_at_6_instants_of_a_forgetful_disk(tmp_path: Path) -> None:
    forget(6, 80, 3, tmp_path)  # a seed in which answers are given


@pytest.mark.ci
def test_cut_at_15_instants_of_a_forgetful_disk(tmp_path: Path) -> None:
    forget(15, 150, 1, tmp_path)


FIRST_START = """
import sys
from contextlib import closing
from pathlib import Path
from inspector.workspace.preferences import HOST
from inspector.workspace.workspace import Workspace
with closing(Workspace(Path(sys.argv[1]))) as workspace:
    workspace.preferences.set(HOST, "甲")
    print("kept", flush=True)
    workspace.preferences.set(HOST, "乙")
"""


@pytest.mark.ci
def test_a_first_start_that_is_cut_short_leaves_nothing_damaged(tmp_path: Path) -> None:
    require_records()
    make(tmp_path / "disk.img")
    copy(tmp_path / "disk.img", tmp_path / "durable.img")
    journal = tmp_path / "journal"
    with recorded(tmp_path / "disk.img", tmp_path, journal) as record, journal.open("w") as said:
        folder = tmp_path / "disk" / "above" / "data"
        words = [sys.executable, "-c", FIRST_START, str(folder)]
        assert subprocess.run(words, stdout=said).returncode == 0
        told = list(records(record, record.stat().st_size))
    found: set[str] = set()
    durable, target = tmp_path / "durable.img", tmp_path / "copy.img"
    for acknowledged in after_cuts(len(told) // 2, told, 0, durable, target, Random(1)):
        with (
            mounted(target, tmp_path / "copy"),
            closing(Workspace(tmp_path / "copy" / "above" / "data", check=Check.WHOLE)) as opened,
        ):
            host = opened.preferences.get(HOST)
            assert host or not acknowledged
            found.add(host)
    assert "" in found
    assert found & {"甲", "乙"}


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 104))
def test_cut_25_times(seed: int, tmp_path: Path) -> None:
    cut(25, seed, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 104))
def test_cut_at_100_instants_of_a_forgetful_disk(seed: int, tmp_path: Path) -> None:
    forget(100, 400, seed, tmp_path)

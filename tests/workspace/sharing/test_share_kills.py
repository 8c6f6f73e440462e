"""Handing on, killed at any of its steps: a whole bundle or none, and the next run tidies up.

A process of its own is killed by itself at the n-th step (tests.workspace.sharing.dying).
"""

import os
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.workspace.folder_opening import open_beside
from tests.workspace.sharing.dying import Killed, dying, share
from tests.workspace.sharing.test_sharing import write_sample
from tests.written_once import Written

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL and no fork")


def is_whole(target: Path) -> bool:
    """Tell whether a bundle is there; one that is there is whole."""
    if not target.exists():
        return False
    with opened_bundle(target, work=target.parent) as bundle:
        return sum(1 for _ in bundle.objects()) == sum(bundle.manifest.counts.values())


def sent(folder: Path) -> int:
    with closing(open_beside(folder)) as workspace:
        return len(workspace.database.rows("SELECT 1 FROM sent_bundle"))


def kill_often(killed: Killed, times: int, seed: int, folder: Path, stick: Path) -> None:
    stick.mkdir()
    target, chance = stick / "east.inspx", Random(seed)
    share(folder, target)  # this laptop has its key from now on
    steps = killed(folder, target, 0)
    kills = whole = 0
    for _ in range(times):
        target.unlink(missing_ok=True)
        before = sent(folder)
        # Most of it is over with the last steps: the file takes its place, and that is kept.
        at = chance.randrange(1, steps) if chance.random() < 0.5 else steps - chance.randrange(20)
        kills += not killed(folder, target, at)
        there = is_whole(target)
        whole += there
        assert sent(folder) - before <= there  # never said of one that is not there
        left = [path.name for path in stick.iterdir() if path != target]
        assert all(name.startswith(".") for name in left), left
        share(folder, target)
        assert is_whole(target)
        assert [path.name for path in stick.iterdir()] == [target.name]
        assert not [path for path in folder.iterdir() if path.name.startswith(".inspector-work-")]
    assert kills > times / 2
    assert whole > 0


@pytest.mark.ci
def test_killed_8_times(copied: Written, tmp_path: Path) -> None:
    with dying(share) as killed:
        kill_often(killed, 8, 1, copied(write_sample, 3), tmp_path / "stick")


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 6))
def test_killed_100_times(seed: int, copied: Written, tmp_path: Path) -> None:
    with dying(share) as killed:
        kill_often(killed, 100, seed, copied(write_sample, 3), tmp_path / "stick")

"""Taking a bundle in, killed at any of its steps: before or after, and the next run takes it in.

A process of its own is killed by itself at the n-th step (tests.workspace.sharing.dying).
"""

import os
import shutil
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from inspector.domain.sharing.manifest import Scope
from inspector.domain.sharing.travelling import LEFT_AT_HOME
from inspector.workspace.folder_opening import open_beside
from inspector.workspace.keeping.doctor import examine
from inspector.workspace.keeping.doctor_remark import Trouble
from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.sharing.receiving import Receiving
from inspector.workspace.sharing.sharing import Sharing
from inspector.workspace.workspace import Workspace
from tests.workspace.sharing.dying import GOES_ON, Killed, dying, receive
from tests.workspace.sharing.test_sharing import write_sample
from tests.workspace.visiting import dump
from tests.written_once import Written

LATE, LAST = 0.4, GOES_ON + 4
"""Share of kills at one of so many last steps: just before it is committed, and behind that."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL and no fork")


def trusting_folder(folder: Path, bundle: Path) -> None:
    """Make a folder that has nothing yet, and trusts who made a bundle."""
    with closing(Workspace(folder)) as workspace:
        sender = workspace.of(Receiving).preview(bundle).manifest.sender
        workspace.of(Contacts).confirm(sender, sender.fingerprint)


def kill_often(killed: Killed, times: int, seed: int, theirs: Path, place: Path) -> tuple[int, int]:
    """Kill it so often, each time in a folder that has nothing yet; return kills, and those after
    which everything was there."""
    bundle, mine, trusting = place / "a.inspx", place / "mine", place / "trusting"
    with closing(open_beside(theirs)) as workspace:
        workspace.of(Sharing).share(bundle, Scope(), LEFT_AT_HOME)
    trusting_folder(trusting, bundle)
    before = dump(trusting)
    shutil.copytree(trusting, mine)
    steps, chance = killed(mine, bundle, 0), Random(seed)
    kills = whole = 0
    for _ in range(times):
        shutil.rmtree(mine)
        shutil.copytree(trusting, mine)
        late = chance.random() < LATE
        at = steps - chance.randrange(LAST) if late else chance.randrange(1, steps)
        kills += not killed(mine, bundle, at)
        told = at > steps - GOES_ON
        with closing(open_beside(mine)) as workspace:
            there = len(workspace.database.rows("SELECT 1 FROM received_bundle"))
            visits = len(workspace.database.rows("SELECT 1 FROM inspection"))
            assert bool(there) == bool(visits)
            assert there or not told
            whole += there
            report = examine(mine, workspace.now())
            loose = {Trouble.NO_BACKUP, Trouble.UNNAMED_EVIDENCE, Trouble.HALF_WRITTEN}
            assert {each.trouble for each in report.remarks} <= loose
        if not there:
            assert [line for line in dump(mine) if "received" in line or "INTO alias" in line] == [
                line for line in before if "received" in line or "INTO alias" in line
            ]
        with closing(open_beside(mine)) as workspace:
            received, _ = workspace.of(Receiving).take_in(bundle)
            assert received.changed_anything is not bool(there)
            assert examine(mine, workspace.now()).is_healthy
            assert not workspace.of(Receiving).preview(bundle).changes_anything
    return kills, whole


@pytest.mark.ci
def test_killed_8_times(copied: Written, tmp_path: Path) -> None:
    with dying(receive) as killed:
        kills, whole = kill_often(killed, 8, 1, copied(write_sample, 3), tmp_path)
    assert 0 < whole < kills == 8


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 6))
def test_killed_100_times(seed: int, copied: Written, tmp_path: Path) -> None:
    with dying(receive) as killed:
        kills, whole = kill_often(killed, 100, seed, copied(write_sample, 3), tmp_path)
    sys.stdout.write(f"killed {kills} times: {whole} after, {kills - whole} before\n")
    assert 0 < whole < kills == 100

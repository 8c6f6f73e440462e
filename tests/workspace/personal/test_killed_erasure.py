"""An erasure that is killed was made, or was not; what was left to do is done at the next start."""

import os
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from inspector.workspace.folder_opening import open_beside
from inspector.workspace.keeping.doctor import examine
from tests.workspace.personal.people import HEAD, NOON, holding
from tests.workspace.personal.test_erasures import write_people
from tests.written_once import Written

pytestmark = [
    pytest.mark.ci,
    pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL"),
]

TOMORROW = NOON.date() + timedelta(days=1)
DIES = """
import os, signal, sys
from datetime import date
from pathlib import Path
from inspector.storage.database.database import Database
from inspector.storage.registers.erasure_store import ErasureStore
from inspector.workspace.personal import erasures
from inspector.workspace.workspace import Workspace

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

folder, point, day = Path(sys.argv[1]), sys.argv[2], date.fromisoformat(sys.argv[3])
if point == "before the files":
    erasures.remove_files = die
if point == "before the bytes":
    Database.leave_no_trace = die
if point == "before it is noted":
    ErasureStore.finished = die
if point == "before it is entered":
    ErasureStore.add = die
workspace = Workspace(folder)
print("begun", flush=True)
if day.year > 1:
    workspace.erasures.erase_photos(day, "满期", "周某")
workspace.erasures.erase_person(sys.argv[4], "本人申请", "周某")
workspace.close()
"""


def run(folder: Path, point: str, day: str = "0001-01-01") -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", DIES, str(folder), point, day, HEAD]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def look_at(folder: Path) -> bool:
    """Open a folder as the next start does; tell whether the name is gone, all or nothing."""
    with closing(open_beside(folder)) as workspace:
        erased = [each.stand_in for each in workspace.erasures.all() if each.stand_in]
        assert workspace.database.rows("SELECT * FROM unfinished_erasure") == []
        assert workspace.database.rows("PRAGMA integrity_check")[0][0] == "ok"
        needed = workspace.evidence_store.digests()
    faults = [each for each in examine(folder, NOON.replace(tzinfo=None)).remarks
              if each.trouble.is_fault]  # fmt: skip
    assert faults == []
    assert len(list((folder / "evidence").rglob("*.jpg"))) == len(needed)
    if erased:
        assert holding(folder, HEAD) == set()
    return bool(erased)


@pytest.mark.parametrize(
    "point", ["before it is entered", "before the files", "before the bytes", "before it is noted"]
)
def test_photos_go_at_the_next_start(copied: Written, point: str) -> None:
    folder = copied(write_people)
    with run(folder, point, TOMORROW.isoformat()) as killed:
        assert killed.wait() < 0
    assert not look_at(folder)  # the name's turn had not come
    with closing(open_beside(folder)) as workspace:
        assert bool(workspace.erasures.all()) is (point != "before it is entered")


@pytest.mark.parametrize("point", ["before the files", "before the bytes", "before it is noted"])
def test_a_name_goes_at_the_next_start(copied: Written, point: str) -> None:
    folder = copied(write_people)
    with run(folder, point) as killed:
        assert killed.wait() < 0
    assert look_at(folder)


@pytest.mark.parametrize("kill", range(6))
def test_killed_at_any_moment(copied: Written, kill: int) -> None:
    folder = copied(write_people)
    with run(folder, "") as killed:
        assert killed.stdout is not None
        killed.stdout.readline()
        time.sleep(0.04 * kill)
        killed.kill()
    look_at(folder)

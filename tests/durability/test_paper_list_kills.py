"""A command killed while it lists what it wrote: the list stays readable, one line at most is lost.

The window lists its own behind it. The kernel kills at a given byte of the file (the limit of its
size), or anybody at any moment, also while the list is begun anew with its newest lines.
"""

import os
import signal
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from inspector.storage.files.paper_list import PAPER_LIST
from inspector.workspace.keeping.backups import tidy
from inspector.workspace.papers.recent_papers import MOST, remember_written
from inspector.workspace.workspace import Workspace

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")

ROOT = Path(__file__).parents[2]

AT_A_BYTE = """
import resource, signal, sys
from pathlib import Path
from inspector.workspace.papers.recent_papers import remember_written
folder, at = Path(sys.argv[1]), int(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
resource.setrlimit(resource.RLIMIT_FSIZE, (at, at))
remember_written(folder, [Path(f"/盘/{number}.xlsx") for number in (5, 4)])
"""

WITHOUT_END = """
import sys
from pathlib import Path
from inspector.workspace.papers.recent_papers import remember_written
folder, long = Path(sys.argv[1]), "长" * 60
for number in range(1_000_000):
    remember_written(folder, [Path(f"/盘/{long}/{number}.xlsx")])
    print(number, flush=True)
"""


def listed(folder: Path) -> list[str]:
    """What the window shows at its next start, the newest first."""
    with closing(Workspace(folder)) as workspace:
        return [paper.path.name for paper in workspace.recent_papers.listed()]


def spoilt(folder: Path) -> list[bytes]:
    """The lines of the list that say nothing."""
    lines = (folder / PAPER_LIST).read_bytes().splitlines()
    return [line for line in lines if line and not line.endswith(b'"]')]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder in which three papers were written."""
    Workspace(tmp_path / "data").close()
    for number in (1, 2, 3):
        remember_written(tmp_path / "data", [Path(f"/盘/{number}.xlsx")])
    return tmp_path / "data"


@pytest.mark.parametrize(
    ("within", "kept"), [(0, []), (1, []), (9, []), (60, ["4.xlsx"]), (75, ["4.xlsx"])]
)
def test_killed_at_a_byte_one_line_is_lost_and_the_next_is_whole(
    folder: Path, within: int, kept: list[str]
) -> None:
    before = (folder / PAPER_LIST).stat().st_size
    words = [sys.executable, "-c", AT_A_BYTE, str(folder), str(before + within)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True)
    assert done.returncode == -signal.SIGXFSZ, done.stderr
    assert (folder / PAPER_LIST).stat().st_size == before + within
    assert listed(folder) == [*kept, "3.xlsx", "2.xlsx", "1.xlsx"]
    assert len(spoilt(folder)) <= 1
    remember_written(folder, [Path("/盘/6.xlsx")])
    assert listed(folder) == ["6.xlsx", *kept, "3.xlsx", "2.xlsx", "1.xlsx"]


@pytest.mark.parametrize("kills", [2, pytest.param(40, marks=pytest.mark.ci)])
def test_killed_at_any_moment_what_was_said_is_listed(folder: Path, kills: int) -> None:
    chance = Random(kills)
    for _ in range(kills):
        words = [sys.executable, "-c", WITHOUT_END, str(folder)]
        with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as run:
            assert run.stdout is not None
            # Some hundred lines, and it is begun anew.
            said = [run.stdout.readline() for _ in range(chance.randrange(1, 700))]
            run.send_signal(signal.SIGKILL)
            last = int([*said, *run.stdout.readlines()][-1])
        assert run.returncode == -signal.SIGKILL
        names = listed(folder)
        assert len(names) <= MOST
        newest = int(names[0].partition(".")[0])
        assert newest in (last, last + 1)  # it may have been listed, and not yet said
        assert names[: newest + 1] == [f"{n}.xlsx" for n in range(newest, -1, -1)][:MOST]
        assert len(spoilt(folder)) <= 1
        tidy(folder, datetime.now() + timedelta(days=2))  # of a list that was begun anew
        assert not list(folder.glob(".*.tmp"))
        remember_written(folder, [Path("/盘/window.xlsx")])
        assert listed(folder)[0] == "window.xlsx"

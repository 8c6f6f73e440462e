"""What a killed run left beside a file goes when the next one writes there; nothing else does."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inspector.file_drafts import LONGEST_WRITE, draft_beside
from inspector.storage.files.whole_files import hand_out

LEFT = ".inspector-0123456789abcdef0123456789abcdef.tmp"
OTHERS = (".0123456789abcdef0123456789abcdef.tmp", ".inspector-work.tmp", "inspector.tmp", LEFT[1:])


def aged(path: Path) -> Path:
    path.write_bytes(b"half")
    long_ago = time.time() - LONGEST_WRITE - 60
    os.utime(path, (long_ago, long_ago))
    return path


def test_drafts_of_killed_runs_go_and_nothing_of_others(tmp_path: Path) -> None:
    aged(tmp_path / LEFT)
    for name in OTHERS:
        aged(tmp_path / name)
    now = tmp_path / LEFT.replace("0", "1")  # another run is at it
    now.write_bytes(b"half")
    hand_out(tmp_path / "a.pdf", b"whole")
    assert sorted(os.listdir(tmp_path)) == sorted([*OTHERS, now.name, "a.pdf"])


def test_a_draft_is_beside_its_target_and_not_made_yet(tmp_path: Path) -> None:
    draft = draft_beside(tmp_path / "台账.xlsx")
    assert draft.parent == tmp_path
    assert list(tmp_path.iterdir()) == []
    assert draft_beside(tmp_path / "not there" / "台账.xlsx").parent == tmp_path / "not there"


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed so there")
def test_what_a_run_left_that_was_killed_while_it_wrote_is_ours_and_goes(tmp_path: Path) -> None:
    target = tmp_path / "台账.pdf"
    target.write_bytes(b"before")
    code = (
        "import os, signal, sys, pathlib\n"
        "from inspector.storage.files.whole_files import handing_out\n"
        "with handing_out(pathlib.Path(sys.argv[1])) as path:\n"
        "    path.write_bytes(b'half')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(target)], check=False)
    assert done.returncode == -signal.SIGKILL
    (left,) = [path for path in tmp_path.iterdir() if path != target]
    assert target.read_bytes() == b"before"
    aged(left)
    hand_out(target, b"after")
    assert os.listdir(tmp_path) == [target.name]
    assert target.read_bytes() == b"after"

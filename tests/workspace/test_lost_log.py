"""Whether the log of a killed run is gone: told when it is, and at no other time."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.folder_lock import LOCK_FILE, lock_folder
from inspector.storage.files.live_file import log_of
from inspector.workspace.folder_opening import lost_log, open_beside, open_with
from inspector.workspace.keeping.doctor import examine
from inspector.workspace.preferences import HOST
from inspector.workspace.workspace import Workspace

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")

KILLED = """
import os, signal, sys
from pathlib import Path
from inspector.storage.files.folder_lock import lock_folder
from inspector.workspace.folder_opening import open_with
from inspector.workspace.preferences import HOST
workspace = open_with(lock_folder(Path(sys.argv[1])))
for name in sys.argv[2:]:
    workspace.preferences.set(HOST, name)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that was closed well."""
    with closing(Workspace(tmp_path)) as workspace:
        workspace.preferences.set(HOST, "甲")
    return tmp_path


def killed(folder: Path, *names: str) -> None:
    """Let a run write the name of the host some times and be killed."""
    done = subprocess.run([sys.executable, "-c", KILLED, folder, *names])
    assert done.returncode == -signal.SIGKILL


def start(folder: Path) -> tuple[bool, str]:
    """Start and end well; return whether the log is told to be gone, and the host."""
    lock = lock_folder(folder)
    with closing(open_with(lock)) as workspace:
        found = lost_log(lock, workspace), workspace.preferences.get(HOST)
    lock.release()
    return found


def lose_log(folder: Path) -> None:
    log_of(folder / DATABASE_FILE).unlink()


def test_a_run_that_wrote_nothing_has_lost_nothing(folder: Path) -> None:
    killed(folder)
    assert start(folder) == (False, "甲")


def test_a_log_that_is_there_is_not_lost(folder: Path) -> None:
    killed(folder, "乙", "丙")
    assert start(folder) == (False, "丙")


@pytest.mark.ci
def test_a_log_that_is_gone_is_told_once(folder: Path) -> None:
    killed(folder, "乙", "丙")
    lose_log(folder)
    assert start(folder) == (True, "乙")
    assert start(folder) == (False, "乙")
    killed(folder, "丁", "戊")
    assert start(folder) == (False, "戊")


def test_what_a_run_wrote_first_is_in_the_database_and_never_lost_with_the_log(
    folder: Path,
) -> None:
    killed(folder, "乙")
    lose_log(folder)
    assert start(folder) == (False, "乙")


@pytest.mark.ci
def test_a_log_that_somebody_folded_in_is_not_lost(folder: Path) -> None:
    killed(folder, "乙")
    assert examine(folder, datetime.now()).is_healthy
    assert not log_of(folder / DATABASE_FILE).exists()
    assert start(folder) == (False, "乙")
    killed(folder, "丙")
    open_beside(folder).close()
    assert start(folder) == (False, "丙")


def test_a_run_killed_in_between_does_not_hide_it(folder: Path) -> None:
    killed(folder, "乙", "丙")
    killed(folder)
    lose_log(folder)
    assert start(folder) == (True, "乙")


def test_killed_between_closing_and_letting_go(folder: Path) -> None:
    killed(folder, "乙")
    word = (folder / LOCK_FILE).read_bytes()
    assert start(folder) == (False, "乙")
    (folder / LOCK_FILE).write_bytes(word)
    assert start(folder) == (False, "乙")


@pytest.mark.parametrize("word", [b"open", b"open ", b"open 1", b"open x\n", b"\0\0\0\0\0\0\0"])
def test_a_word_that_was_cut_off_tells_nothing(folder: Path, word: bytes) -> None:
    (folder / LOCK_FILE).write_bytes(word)
    assert start(folder) == (False, "甲")


@pytest.mark.ci
def test_the_log_of_a_killed_run_is_not_taken_for_another_databases(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    with closing(Workspace(other, create=True)) as workspace:
        workspace.preferences.set(HOST, "别处")
    killed(folder, "乙")
    killed(folder, "丙")
    shutil.copyfile(other / DATABASE_FILE, folder / DATABASE_FILE)
    assert start(folder) == (True, "别处")
    (log,) = folder.glob("inspector-set-aside-*.db-wal")
    assert log.stat().st_size
    assert examine(folder, datetime.now()).is_healthy


@pytest.mark.ci
def test_the_log_of_killed_runs_is_the_databases_own(folder: Path) -> None:
    for name in ("乙", "丙", "丁"):
        killed(folder, name)
        killed(folder)
    assert start(folder) == (False, "丁")
    assert list(folder.glob("*set-aside*")) == []

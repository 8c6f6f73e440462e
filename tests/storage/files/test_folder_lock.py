"""The lock of a data folder: between processes, after a crash."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from inspector.domain.errors import CannotWriteError, FolderInUseError
from inspector.storage.database_opening import open_database
from inspector.storage.files.folder_lock import LOCK_FILE, Before, is_open_elsewhere, lock_folder
from tests.storage.raw_files import contents, mode

HOLD = (
    "import sys, time\n"
    "from pathlib import Path\n"
    "from inspector.storage.files.folder_lock import lock_folder\n"
    "lock = lock_folder(Path(sys.argv[1]))\n"
    "print('held', flush=True)\n"
    "time.sleep(60)\n"
)
OPEN = (
    "import sys, time\n"
    "from pathlib import Path\n"
    "from inspector.storage.database_opening import open_database\n"
    "database = open_database(Path(sys.argv[1]))\n"
    "print('open', flush=True)\n"
    "time.sleep(60)\n"
)


def process(script: str, argument: Path) -> "subprocess.Popen[str]":
    """Start a process and wait until it says that it has what it wants."""
    started = subprocess.Popen(
        [sys.executable, "-c", script, argument], stdout=subprocess.PIPE, text=True
    )
    assert started.stdout is not None
    assert started.stdout.readline()
    return started


def test_one_at_a_time(tmp_path: Path) -> None:
    first = lock_folder(tmp_path)
    with pytest.raises(FolderInUseError) as refused:
        lock_folder(tmp_path)
    assert refused.value.path == tmp_path
    other = lock_folder(tmp_path / "other")
    first.release()
    second = lock_folder(tmp_path)
    assert second.before is Before.WELL
    second.release()
    second.release()
    other.release()


def test_what_is_made_is_private(tmp_path: Path) -> None:
    lock = lock_folder(tmp_path / "data")
    assert (mode(tmp_path / "data"), mode(tmp_path / "data" / LOCK_FILE)) == ("0700", "0600")
    lock.release()


def test_a_killed_process_leaves_no_lock_but_word_of_it(tmp_path: Path) -> None:
    holder = process(HOLD, tmp_path)
    with pytest.raises(FolderInUseError):
        lock_folder(tmp_path)
    holder.kill()
    holder.wait()
    lock = lock_folder(tmp_path)
    assert lock.before is Before.KILLED
    lock.release()
    lock = lock_folder(tmp_path)
    assert lock.before is Before.WELL
    lock.distrust()
    lock.release()
    lock = lock_folder(tmp_path)
    assert lock.before is Before.DISTRUSTED
    lock.release()


def test_a_place_that_takes_no_lock_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWriteError) as refused:
        lock_folder(tmp_path / "file" / "data")
    assert refused.value.path == tmp_path / "file" / "data"


def test_an_open_database_is_seen_whatever_its_state(path: Path) -> None:
    assert not is_open_elsewhere(path)
    holder = process(OPEN, path)
    assert is_open_elsewhere(path)
    holder.kill()
    holder.wait()
    assert not is_open_elsewhere(path)
    with closing(open_database(path)):
        pass
    path.write_bytes(b"")
    before = contents(path.parent)
    assert not is_open_elsewhere(path)
    assert not is_open_elsewhere(path.with_name("none.db"))
    assert contents(path.parent) == before

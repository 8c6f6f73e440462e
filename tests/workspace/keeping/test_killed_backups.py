"""What backups and restores that were killed leave beside the target, and who clears it away."""

import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from inspector.storage.backups.packed_snapshot import snapshot_problems
from inspector.storage.files.folder_lock import lock_folder
from inspector.workspace.keeping.backups import back_up, backups_of, tidy, write_full_backup
from inspector.workspace.keeping.restore_from_backup import restore
from tests.cli.conftest import ROOT
from tests.storage.raw_files import contents
from tests.workspace.kept import fill

NOW = datetime(2026, 11, 27, 9, 15, 30)
KILLED = (
    "import os, signal, sys\n"
    "from datetime import datetime\n"
    "from pathlib import Path\n"
    "from inspector.workspace.keeping.backups import back_up, second_target, write_full_backup\n"
    "from inspector.workspace.workspace import Workspace\n"
    "from inspector.storage.backups.backup_restoring import prepare_restore\n"
    "def die(done, total):\n"
    "    if done > total // 3:\n"
    "        os.kill(os.getpid(), signal.SIGKILL)\n"
    "what, one, other = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])\n"
    "if what == 'backup':\n"
    "    write_full_backup(one, other, datetime.now(), die)\n"
    "elif what == 'daily':\n"
    "    back_up(one, datetime.now(), None, die)\n"
    "elif what == 'copy':\n"
    "    def put_in_place(event, args):\n"
    "        to = str(args[1]) if event == 'os.rename' else ''\n"
    "        if to.startswith(f'{other}/') and '/backups/' in to:\n"
    "            os.kill(os.getpid(), signal.SIGKILL)\n"
    "    sys.addaudithook(put_in_place)\n"
    "    back_up(one, datetime.now(), second_target(Workspace(one)))\n"
    "else:\n"
    "    prepare_restore(one, other, die)\n"
    "    os.kill(os.getpid(), signal.SIGKILL)\n"
)


def killed(what: str, one: Path, other: Path) -> None:
    """Let a process be killed in the middle of its work."""
    done = subprocess.run([sys.executable, "-c", KILLED, what, one, other], cwd=ROOT)
    assert done.returncode == -9


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "desk" / "data"
    fill(folder)
    return folder


def test_the_next_backup_clears_what_a_killed_one_left(folder: Path, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    killed("backup", folder, usb / "all.zip")
    (left,) = usb.iterdir()
    assert any(path.stat().st_size for path in left.iterdir())
    write_full_backup(folder, usb / "all.zip", NOW)
    assert set(contents(usb)) == {"all.zip"}


@pytest.mark.ci
def test_the_next_daily_one_clears_what_a_killed_one_left(folder: Path) -> None:
    back_up(folder, NOW - timedelta(days=1))
    killed("daily", folder, folder)
    assert [each.path.name for each in backups_of(folder)] == ["inspector-2026-11-26-091530.db.zip"]
    made = back_up(folder, NOW).newest
    assert made is not None
    assert snapshot_problems(made.path) == []
    assert set(contents(folder / "backups")) == {
        "inspector-2026-11-26-091530.db.zip",
        "inspector-2026-11-27-091530.db.zip",
    }


@pytest.mark.ci
def test_the_work_of_another_run_is_left_alone(folder: Path, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    killed("backup", folder, usb / "all.zip")
    (other,) = usb.iterdir()
    lock = lock_folder(other)
    write_full_backup(folder, usb / "all.zip", NOW)
    assert other in usb.iterdir()
    lock.release()
    write_full_backup(folder, usb / "more.zip", NOW)
    assert set(contents(usb)) == {"all.zip", "more.zip"}


@pytest.mark.parametrize("next_run", ["restore", "window"])
def test_what_a_killed_restore_left_goes(folder: Path, tmp_path: Path, next_run: str) -> None:
    write_full_backup(folder, tmp_path / "all.zip", NOW)
    killed("restore", tmp_path / "all.zip", folder)
    assert set(os.listdir(folder.parent)) > {"data"}
    if next_run == "restore":
        restored = restore(tmp_path / "all.zip", folder, NOW)
        assert restored.aside is not None
        assert set(os.listdir(folder.parent)) == {"data", restored.aside.name}
    else:
        tidy(folder, datetime.now())
        assert set(os.listdir(folder.parent)) <= {"data", ".data.restored"}
        tidy(folder, datetime.now() + timedelta(days=2))
        assert set(os.listdir(folder.parent)) == {"data"}


def test_what_waits_is_put_in_place_and_not_cleared_where_there_is_no_folder(
    folder: Path, tmp_path: Path
) -> None:
    killed("restore", folder, tmp_path / "other")
    before = set(os.listdir(tmp_path))
    tidy(tmp_path / "other", datetime.now() + timedelta(days=2))
    assert {name for name in before if not name.endswith(".tmp")} <= set(os.listdir(tmp_path))

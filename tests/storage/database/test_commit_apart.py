"""A commit that takes long goes on apart: nothing gets in between, and it ends as any other."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from subprocess import PIPE

import pytest

from inspector.domain.errors import CannotWriteError
from inspector.storage.database.database import Database
from inspector.storage.database_opening import open_database
from tests.faults import BusyDisk, busy_disk, full, pull_out, small_disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[BusyDisk]:
    with busy_disk(tmp_path / "disk") as disk:
        yield disk


@pytest.fixture
def slow(tmp_path: Path, disk: BusyDisk) -> Iterator[Database]:
    with closing(open_database(tmp_path / "disk" / "inspector.db", create=True)) as slow:
        _add(slow, "before")
        yield slow
        disk.let_go()


def _add(opened: Database, *names: str) -> None:
    with opened.transaction():
        for name in names:
            opened.write("INSERT INTO site (id, name) VALUES (?, ?)", (name, name))


def _sites(opened: Database) -> list[str]:
    return [row["name"] for row in opened.rows("SELECT name FROM site ORDER BY name")]


def test_what_reads_or_writes_meanwhile_waits_for_it(slow: Database, disk: BusyDisk) -> None:
    disk.hold()
    with slow.committing_apart(0.01):
        _add(slow, "a")
    commit = slow.open_commit
    assert commit is not None
    assert not commit.is_over()
    later = threading.Timer(0.2, disk.let_go)
    later.start()
    assert _sites(slow) == ["a", "before"]
    assert commit.is_over()
    slow.end_commit()
    assert slow.open_commit is None
    later.join()


def test_a_quick_one_is_over_when_it_is_left(opened: Database) -> None:
    with opened.committing_apart(60):
        _add(opened, "a")
        _add(opened, "b")
    assert opened.open_commit is None
    assert _sites(opened) == ["a", "b"]


def test_several_of_one_operation_come_one_after_the_other(opened: Database) -> None:
    with opened.committing_apart(0):
        for name in "abc":
            _add(opened, name)
    opened.end_commit()
    assert _sites(opened) == ["a", "b", "c"]


def test_a_refusal_comes_to_who_asks_and_nothing_stays_open(
    slow: Database, disk: BusyDisk, tmp_path: Path
) -> None:
    disk.hold()
    with slow.committing_apart(0.01):
        _add(slow, "a")
    pull_out(tmp_path / "disk-below")
    disk.let_go()
    with pytest.raises(CannotWriteError):
        slow.end_commit()
    assert slow.open_commit is None


def test_a_full_disk_refuses_at_once(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk"):
        path = tmp_path / "disk" / "inspector.db"
        with closing(open_database(path, create=True)) as small:
            _add(small, "before")
            with full(tmp_path / "disk"):
                with pytest.raises(CannotWriteError), small.committing_apart(60):
                    _add(small, *map(str, range(200)))
                assert small.open_commit is None
                assert _sites(small) == ["before"]
            with small.committing_apart(60):
                _add(small, "after")
            assert _sites(small) == ["after", "before"]


def test_who_is_killed_in_it_leaves_all_of_it_or_nothing(tmp_path: Path, disk: BusyDisk) -> None:
    path = tmp_path / "disk" / "inspector.db"
    with closing(open_database(path, create=True)) as opened:
        _add(opened, "before")
    command = [sys.executable, "-c", _COMMITS, str(path)]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == "ready\n"
        disk.hold()
        child.stdin.write("\n")
        child.stdin.flush()
        assert child.stdout.readline() == "goes on\n"
        child.kill()  # it ends when the disk lets go of its thread
        disk.let_go()
    with closing(open_database(path)) as again:
        assert _sites(again) in (["before"], ["a", "b", "before"])


_COMMITS = """
import sys
from pathlib import Path
from inspector.storage.database_opening import open_database
opened = open_database(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
with opened.committing_apart(0.01), opened.transaction():
    for name in "ab":
        opened.write("INSERT INTO site (id, name) VALUES (?, ?)", (name, name))
assert opened.open_commit is not None
print("goes on", flush=True)
sys.stdin.readline()
"""


def test_closing_waits_for_it(opened: Database, path: Path) -> None:
    with opened.committing_apart(0):
        _add(opened, "a")
    opened.close()
    with closing(open_database(path)) as again:
        assert _sites(again) == ["a"]


def test_another_thread_is_refused(opened: Database) -> None:
    refused: list[BaseException] = []

    def read() -> None:
        try:
            opened.rows("SELECT 1")
        except BaseException as error:
            refused.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert isinstance(refused[0], sqlite3.ProgrammingError)

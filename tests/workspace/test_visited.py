"""Two processes on one folder: what one acknowledged is there, whatever the other did beside it.

The first works in a database and is killed; the second is the command line, another program, or
another start, and has come and gone meanwhile.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.preferences import HOST
from inspector.workspace.workspace import Workspace

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")

WORKS = """
import sys
from pathlib import Path
from inspector.storage.files.folder_lock import lock_folder
from inspector.workspace.folder_opening import open_with
from inspector.workspace.preferences import HOST
lock = lock_folder(Path(sys.argv[1]))
workspace = open_with(lock)
for line in sys.stdin:
    if line == "close\\n":
        break
    workspace.preferences.set(HOST, line.strip())
    print("saved", flush=True)
workspace.close()
lock.release()
"""


class First:
    """A process that has the folder open and writes a name when it is told to."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", WORKS, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def saves(self, name: str) -> None:
        """Write a name and hear that it is saved."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{name}\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "saved\n"

    def is_killed(self) -> None:
        """End by SIGKILL."""
        self._process.kill()
        assert self._process.wait() == -signal.SIGKILL


@contextmanager
def first(folder: Path) -> Iterator[First]:
    """Have somebody in the folder for a while."""
    working = First(folder)
    try:
        yield working
    finally:
        working._process.kill()
        working._process.communicate()


def command(*words: str) -> Callable[[Path], None]:
    """Return a visit by the command line."""

    def visit(folder: Path) -> None:
        output = folder.parent / "out"
        output.mkdir(exist_ok=True)
        said = [each.format(out=output) for each in words]
        done = subprocess.run(
            [sys.executable, "-m", "inspector", "--data", str(folder), "--lang", "en", *said],
            capture_output=True,
            text=True,
        )
        assert "Traceback" not in done.stderr

    return visit


def program(*words: str) -> Callable[[Path], None]:
    """Return a visit by another program."""

    def visit(folder: Path) -> None:
        place = str(folder / DATABASE_FILE)
        subprocess.run([each.format(db=place) for each in words], check=True, capture_output=True)

    return visit


def utils(*words: str) -> Callable[[Path], None]:
    """Return a visit by sqlite-utils, which the README points to."""
    return program(sys.executable, "-m", "sqlite_utils", *words)


VISITS: dict[str, Callable[[Path], None]] = {
    "export": command("export", "rectification", "-o", "{out}/ledger.xlsx"),
    "backup": command("backup", "-o", "{out}/all.zip"),
    "doctor": command("doctor"),
    "sqlite-utils views": utils("views", "{db}"),
    "sqlite-utils rows": utils("rows", "{db}", "scorecard_score"),
    "sqlite-utils query": utils("query", "{db}", "SELECT count(*) FROM finding_status"),
    "sqlite-utils schema": utils("schema", "{db}"),
    "sqlite-utils update": utils("query", "{db}", "UPDATE setting SET value = value"),
    "sqlite-utils vacuum": utils("vacuum", "{db}"),
}


@pytest.mark.ci
@pytest.mark.parametrize("visit", VISITS)
def test_a_visit_takes_nothing_away(tmp_path: Path, visit: str) -> None:
    folder = tmp_path / "data"
    Workspace(folder, create=True).close()
    with first(folder) as working:
        working.saves("before")
        VISITS[visit](folder)
        for number in range(3):
            working.saves(f"after {number}")
        working.is_killed()
    workspace = Workspace(folder)
    assert workspace.preferences.get(HOST) == "after 2"
    workspace.close()

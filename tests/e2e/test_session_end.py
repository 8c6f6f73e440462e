"""The system ends the program, as at a logout: it closes as by its own close, whatever is open."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from inspector.storage.database.recognised_file import Check
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.folder_lock import LOCK_FILE, Before, lock_folder
from inspector.storage.files.live_file import log_of
from tests.gui.visits.disk import Disk
from tests.gui.visits.folder import write_folder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows ends a session by messages")

RUNS = """
import os
import signal
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from inspector.__main__ import main
from inspector.gui.jobs import in_turns
from inspector.gui.program.session_end import SessionEnd
from inspector.workspace.workspace import Workspace

in_turns.AT_ONCE = True
close = Workspace.close

def closed_late(workspace):
    os.kill(os.getpid(), signal.SIGTERM)
    close(workspace)

if sys.argv[3] == "closing":
    Workspace.close = closed_late

def begin():
    (window,) = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    for key in sys.argv[2]:
        QTest.keyClicks(QApplication.focusWidget(), key)
    if sys.argv[3] in ("close", "closing"):
        window.close()  # which asks while something is not saved
    print("open", flush=True)
    if sys.argv[3] == "dialog":
        QDialog(window).exec()
    if sys.argv[3] == "session":  # Windows asks through Qt, which makes nobody else a manager
        window.findChild(SessionEnd)._commit(None)

wait = QApplication.exec
QApplication.exec = lambda *_: (QTimer.singleShot(0, begin), wait())[1]
sys.exit(main(["--data", sys.argv[1], "--lang", "en"]))
"""


@contextmanager
def running(folder: Path, keys: str = "1", then: str = "") -> Iterator["subprocess.Popen[str]"]:
    """Have the program with an open visit, in which some keys were pressed."""
    process = subprocess.Popen(
        [sys.executable, "-c", RUNS, str(folder), keys, then],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def folder(tmp_path: Path, home: Path) -> Path:
    write_folder(tmp_path / "data")
    return tmp_path / "data"


def end(process: "subprocess.Popen[str]", number: int) -> None:
    """Let the system end the program, by a signal or otherwise, which does so well."""
    if number:
        process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert "Traceback" not in said, said
    assert process.returncode == 0


@pytest.mark.ci
@pytest.mark.parametrize(
    ("number", "then"),
    [
        (signal.SIGTERM, ""),
        (signal.SIGHUP, ""),
        (signal.SIGINT, ""),  # Ctrl+C in the terminal it was begun in
        (signal.SIGTERM, "dialog"),
        (0, "closing"),  # a signal while the program already closes the folder
        (0, "session"),
    ],
)
def test_it_closes_the_folder_so_that_the_next_start_checks_nothing(
    folder: Path, number: int, then: str
) -> None:
    from inspector.workspace.folder_opening import _due

    with running(folder, then=then) as process:
        assert (folder / LOCK_FILE).read_bytes()
        end(process, number)
    assert (folder / LOCK_FILE).read_bytes() == b""
    assert not log_of(folder / DATABASE_FILE).exists()
    lock = lock_folder(folder)
    assert (lock.before, _due(lock, folder / DATABASE_FILE)) == (Before.WELL, Check.NONE)
    lock.release()
    assert Disk(folder).verdicts() == {"greet": "pass"}


@pytest.mark.ci
@pytest.mark.parametrize("then", ["", "close"])
def test_what_the_disk_refuses_waits_in_its_copy_and_nobody_is_asked(
    folder: Path, then: str
) -> None:
    with closing(sqlite3.connect(folder / DATABASE_FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with running(folder, then=then) as process:
            end(process, signal.SIGTERM)
        other.execute("ROLLBACK")
    assert Disk(folder).verdicts() == {}
    assert "greet" in (folder / "inspector-unsaved.json").read_text("utf-8")

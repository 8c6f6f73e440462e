"""Behind the window: the daily backup, the second copy, other starts on the same folder."""

import os
import shutil
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from inspector.gui.frame import attendant, main_window
from inspector.gui.frame.damage_notice import DamageNotice
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.second_start import ring
from inspector.storage.backups.second_target import SecondTarget
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.keeping.backups import backups_of, choose_second_target
from tests.conftest import RunMain
from tests.gui.data.backups.test_backups import to_backups
from tests.gui.visits.photos import copy_image, paste
from tests.gui.visits.visit import Person, at_the_window, in_a_visit
from tests.gui.waiting import rest, wait_for
from tests.storage.damage import flip_page
from tests.storage.database.test_soundness import MANY
from tests.storage.files.test_folder_lock import process
from tests.storage.raw_files import mode

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main_window, "ATTEND_AFTER", 0)
    # Not 0: it asks again and again while the check runs, which would never be given the processor.
    monkeypatch.setattr(attendant, "BACK_UP_AFTER", 20)


def state(window: MainWindow) -> str:
    """What the line at the bottom says of the backup."""
    found = window.key_line.findChild(QLabel, "backupState")
    assert found is not None
    return found.text()


@pytest.mark.ci
def test_a_day_has_its_backup_and_keys_are_taken_meanwhile(run_main: RunMain, folder: Path) -> None:
    def drive(window: MainWindow) -> None:
        wait_for(lambda: state(window))
        assert state(window).startswith("Backup ")

    for _ in range(2):
        assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
        assert len(backups_of(folder)) == 1
    assert mode(backups_of(folder)[0].path) == "0600"


@pytest.mark.ci
def test_what_a_killed_run_left_half_written_goes(run_main: RunMain, folder: Path) -> None:
    left = folder / "evidence" / ".0a1b.tmp"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"half a film")
    os.utime(left, (0, 0))

    def drive(window: MainWindow) -> None:
        wait_for(lambda: not left.exists())

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
@in_a_visit
def test_answers_are_taken_while_a_backup_is_made(person: Person) -> None:
    person.press("1", "1")
    wait_for(lambda: state(person.window))
    person.press("1")
    assert len(backups_of(person.folder)) == 1


@pytest.mark.ci  # a whole sample
def test_the_demo_keeps_none(run_main: RunMain) -> None:
    def drive(window: MainWindow) -> None:
        wait_for(lambda: True)
        assert window.findChild(attendant.Attendant) is None
        assert state(window) == ""

    assert run_main(drive, "--demo", "--lang", "en") == 0


@pytest.mark.ci
def test_an_unplugged_drive_is_one_sentence_and_tried_again(
    run_main: RunMain, folder: Path, tmp_path: Path
) -> None:
    usb, pocket = tmp_path / "usb", tmp_path / "pocket"
    usb.mkdir()
    said: list[str] = []

    def choose(window: MainWindow) -> None:
        choose_second_target(window._session.workspace, usb)

    def listen(window: MainWindow) -> None:
        wait_for(lambda: state(window))
        said.append(state(window))

    arguments = ("--data", str(folder), "--lang", "en")
    run_main(choose, *arguments)
    usb.rename(pocket)
    run_main(listen, *arguments)
    pocket.rename(usb)
    run_main(listen, *arguments)
    assert said[0] == "Backup drive not plugged in"
    assert said[1].startswith("Backup ")
    (home,) = usb.iterdir()
    assert SecondTarget(usb, home.name.removeprefix("inspector-backup-")).home == home
    assert [path.name for path in (home / "backups").iterdir()] == [backups_of(folder)[0].path.name]


def test_a_damaged_database_is_not_backed_up_and_looked_at_by_the_next_start(
    run_main: RunMain, folder: Path
) -> None:
    flip_page(folder / DATABASE_FILE, "own_phrase")

    def drive(window: MainWindow) -> None:
        wait_for(lambda: window.findChild(DamageNotice))
        found = window.findChild(attendant.Attendant)
        assert found is not None
        found._back_up_if_due()
        rest(200)

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
    assert (folder / "inspector.lock").read_bytes()
    assert backups_of(folder) == []


@pytest.mark.ci
def test_a_folder_that_was_moved_away_stays_away(run_main: RunMain, folder: Path) -> None:
    away = folder.with_name("moved")

    def drive(window: MainWindow) -> None:
        folder.rename(away)
        wait_for(lambda: state(window))
        assert state(window) == "Backup failed"

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
    assert not folder.exists()
    assert backups_of(away) == []


@pytest.mark.ci
def test_a_full_disk_is_tried_again_soon_and_the_page_says_why(
    run_main: RunMain, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    free = [1_000_000]
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**12, 10**12, free[0]))
    monkeypatch.setattr(attendant, "TRY_AGAIN_AFTER", 200)

    def drive(window: MainWindow) -> None:
        wait_for(lambda: state(window) == "Backup failed")
        panel = to_backups(window)
        trouble = panel.findChild(QLabel, "backupTrouble")
        assert trouble is not None
        assert trouble.isVisible()
        assert "1.0 MB are free" in trouble.text()
        free[0] = 10**9
        wait_for(lambda: state(window) != "Backup failed")
        assert state(window).startswith("Backup ")
        assert not trouble.isVisible()
        assert len(backups_of(folder)) == 1

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


# Another start


def names(folder: Path) -> set[str]:
    """What a folder holds, whose database is open and is read by nobody else."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def second_start(folder: Path) -> "subprocess.Popen[str]":
    """Start the program once more, as a person would by a double click."""
    return subprocess.Popen(
        [sys.executable, "-m", "inspector", "--data", folder, "--lang", "en"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.ci
def test_a_second_start_brings_the_first_forward(run_main: RunMain, folder: Path) -> None:
    def drive(window: MainWindow) -> None:
        wait_for(lambda: window.findChild(attendant.Attendant))
        window.showMinimized()
        before = names(folder)
        other = second_start(folder)
        wait_for(lambda: other.poll() is not None)
        assert other.communicate() == ("", "")
        assert other.returncode == 0
        assert not window.windowState() & Qt.WindowState.WindowMinimized
        assert window.isVisible()
        assert names(folder) - {"log"} <= before | {
            name for name in names(folder) if name.startswith("backups")
        }

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
def test_two_folders_run_side_by_side(run_main: RunMain, folder: Path, tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from PySide6.QtTest import QTest\n"
        "from inspector.__main__ import main\n"
        "def look(*_):\n"
        "    print('open', flush=True)\n"
        "    QTest.qWait(100)\n"
        "    return 0\n"
        "QApplication.exec = look\n"
        "sys.exit(main(['--data', sys.argv[1]]))\n"
    )

    def drive(window: MainWindow) -> None:
        other = process(script, tmp_path / "other")
        assert other.wait(120) == 0

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


def test_nobody_answers_where_nobody_is(tmp_path: Path) -> None:
    assert not ring(tmp_path, patience=300)


@pytest.mark.ci
@at_the_window
def test_a_killed_window_leaves_no_lock(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "killed"
    script = (
        "import os, signal, sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from PySide6.QtTest import QTest\n"
        "from inspector.gui.frame import main_window\n"
        "from inspector.__main__ import main\n"
        "main_window.ATTEND_AFTER = 0\n"
        "def die(*_):\n"
        "    QTest.qWait(300)\n"
        "    print('open', flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "if sys.argv[2:] == ['die']:\n"
        "    QApplication.exec = die\n"
        "else:\n"
        "    QApplication.exec = lambda *_: 0\n"
        "sys.exit(main(['--data', sys.argv[1]]))\n"
    )
    start: list[str] = [sys.executable, "-c", script, str(folder)]
    died = subprocess.run([*start, "die"], capture_output=True, cwd=ROOT)
    assert died.returncode == -9
    assert (folder / "inspector.lock").read_bytes()
    again = subprocess.run(start, capture_output=True, cwd=ROOT, text=True)
    assert (again.returncode, again.stdout) == (0, "")
    assert "Traceback" not in again.stderr
    assert (folder / "inspector.lock").read_bytes() == b""


@pytest.mark.ci
@in_a_visit
def test_nothing_that_is_done_meanwhile_makes_its_old_place_anew(person: Person) -> None:
    paste(person)
    away = person.folder.with_name("moved")
    person.folder.rename(away)
    for thumbnail in (away / "thumbnails").rglob("*.jpg"):
        thumbnail.unlink()
    copy_image(640, 480)
    person.press("v", ctrl=True)
    person.press("1", "2")
    rest(300)
    assert not person.folder.exists()
    away.rename(person.folder)


@pytest.mark.ci
@at_the_window
def test_the_check_steps_back_at_once(person: Person) -> None:
    window = person.window
    wait_for(lambda: window.findChild(attendant.Attendant))
    found = window.findChild(attendant.Attendant)
    assert found is not None
    wait_for(lambda: not found.is_checking)
    run_elsewhere(person.folder / DATABASE_FILE, MANY)
    found._check()
    wait_for(lambda: found._checked is not None and found._checked._database is not None)
    assert len(priorities()) == 1  # one held back with Python's lock would hold up the window
    window._session.reads_all.emit()
    wait_for(lambda: not found.is_checking)
    assert found._checked is not None
    assert found._checked._stopped.is_set()
    assert window.findChild(DamageNotice) is None
    found._check()
    wait_for(lambda: found._checked is not None and found._checked._database is not None)
    window.close()  # which waits for whoever does not stop
    assert not found.is_checking


def priorities() -> set[int]:
    """Return those of this process's threads, where the system has one for each."""
    threads = Path("/proc/self/task")
    here = [int(each.name) for each in threads.iterdir()] if threads.exists() else [0]
    return {os.getpriority(os.PRIO_PROCESS, each) for each in here}


def run_elsewhere(path: Path, statement: str) -> None:
    """Run a statement in another process: nobody opens a database that is open here otherwise."""
    script = (
        "import sqlite3, sys\n"
        "with sqlite3.connect(sys.argv[1]) as connection:\n"
        "    connection.execute(sys.argv[2])\n"
    )
    subprocess.run([sys.executable, "-c", script, path, statement], check=True)

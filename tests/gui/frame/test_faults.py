"""The machine is at fault elsewhere in the window: at its start, behind it, by the clock."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox

from inspector.gui import unsaved
from inspector.gui.frame import attendant, main_window
from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.keeping.backups import backups_of, choose_second_target
from inspector.workspace.workspace import Workspace
from tests.conftest import RunMain
from tests.faults import full, read_only_disk, small_disk
from tests.gui.visits.folder import start_visit, write_folder
from tests.gui.visits.photos import paste
from tests.gui.visits.visit import ENTER, ESC, PAGE_DOWN, PAGE_UP, Person, in_a_visit
from tests.gui.waiting import wait_for

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main_window, "ATTEND_AFTER", 0)
    monkeypatch.setattr(attendant, "BACK_UP_AFTER", 20)
    monkeypatch.setattr(unsaved, "PATIENCE", 1)


# The start


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the program says when it does not open."""
    said: list[str] = []

    def read(box: QMessageBox) -> int:
        said.append(box.text())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", read)
    return said


def nobody_looks(window: MainWindow) -> None:
    raise AssertionError("it opened")


def test_a_read_only_disk_is_refused_with_the_way_out(
    run_main: RunMain, tmp_path: Path, refused: list[str]
) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk):
        write_folder(disk / "data")
        with read_only_disk(disk):
            code = run_main(nobody_looks, "--data", str(disk / "data"), "--lang", "en")
    assert code == 1
    (said,) = refused
    assert "the disk or folder is read-only" in said
    assert said.endswith("Choose another folder, or allow writing to it.")


@pytest.mark.parametrize("is_new", [True, False])
def test_a_full_disk_is_refused_with_the_way_out(
    run_main: RunMain, tmp_path: Path, refused: list[str], is_new: bool
) -> None:
    data = tmp_path / "disk" / "data"
    with small_disk(data.parent):
        if not is_new:
            write_folder(data)
        with full(data.parent):
            code = run_main(nobody_looks, "--data", str(data), "--lang", "en")
    assert code == 1
    (said,) = refused
    assert "the disk is full" in said
    assert said.endswith("Make room on that disk and try again.")


def as_any_user() -> list[str]:
    """What goes before a command so that root heeds permissions, wherever this repository lies."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("needs setpriv, of util-linux")
    return ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--"]


@pytest.mark.ci
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_folder_that_lost_its_permissions(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    write_folder(folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    script = (
        "import sys\n"
        "from PySide6.QtWidgets import QMessageBox\n"
        "QMessageBox.exec = lambda box: print(box.text(), flush=True)\n"
        "from inspector.__main__ import main\n"
        "sys.exit(main(['--data', sys.argv[1], '--lang', 'en']))\n"
    )
    done = subprocess.run(
        [*as_any_user(), sys.executable, "-c", script, str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stderr
    assert "permission denied" in done.stdout
    assert done.stdout.strip().endswith("Choose another folder, or allow writing to it.")
    assert "Traceback" not in done.stderr


# Photos


@pytest.mark.ci
@in_a_visit
def test_a_photo_whose_file_is_gone_says_so(person: Person) -> None:
    paste(person)
    for file in (person.folder / "evidence").rglob("*.*"):
        file.unlink()
    for file in (person.folder / "thumbnails").rglob("*.*"):
        file.unlink()
    person.press("v")
    viewer = person.scoring.photos.viewer
    assert viewer.isVisible()
    wait_for(lambda: viewer.canvas._word not in ("", "Reading the photo…"))
    assert "is gone. Put it back from a backup" in viewer.canvas._word
    person.press(ESC)
    person.press("1")
    assert person.disk.verdicts()  # it is no obstacle


# The second copy


@pytest.mark.ci  # a day's backup
def test_a_drive_unplugged_before_the_daily_backup(
    run_main: RunMain, folder: Path, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()

    def choose(window: MainWindow) -> None:
        choose_second_target(window._session.workspace, usb)
        usb.rename(tmp_path / "pocket")
        wait_for(lambda: state(window))

    def state(window: MainWindow) -> QLabel | None:
        found = window.key_line.findChild(QLabel, "backupState")
        return found if found is not None and found.text() else None

    def look(window: MainWindow) -> None:
        wait_for(lambda: state(window))
        label = state(window)
        assert label is not None
        assert label.text() == "Backup drive not plugged in"
        assert str(usb) in label.toolTip()
        assert "Plug it in; the copy is made within the hour" in label.toolTip()
        assert len(backups_of(folder)) == 1

    arguments = ("--data", str(folder), "--lang", "en")
    run_main(choose, *arguments)
    assert run_main(look, *arguments) == 0


# The clock


def test_a_clock_behind_the_last_entries_is_said_at_the_start(
    run_main: RunMain, folder: Path
) -> None:
    later = datetime.now().astimezone() + timedelta(days=3)
    with closing(Workspace(folder, lambda: later)) as workspace:
        start_visit(workspace)

    def look(window: MainWindow) -> None:
        wait_for(lambda: window.banner.isVisible())
        assert "bears the time" in window.banner.text
        assert f"{later:%Y-%m-%d %H:%M}" in window.banner.text
        assert "If the clock is wrong, set it right" in window.banner.text

    assert run_main(look, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
@in_a_visit
def test_a_clock_set_back_during_a_visit(person: Person) -> None:
    workspace = person.window._session.workspace
    person.press("1")
    back = datetime.now().astimezone() - timedelta(days=2)
    workspace.now = lambda: back
    person.press(PAGE_UP)
    for _ in range(4):
        person.press("a", "a", PAGE_DOWN)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.disk.states() == ["completed"]
    ((started, completed),) = person.disk.rows("SELECT started_at, completed_at FROM inspection")
    assert completed >= started
    wait_for(lambda: "the clock of this computer says" in person.banner)
    assert person.disk.rows("SELECT count(*) FROM answer") != [(0,)]

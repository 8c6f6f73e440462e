"""Damage that a window meets while one works: it only reads from then on, and leads back."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from inspector.arguments import arguments
from inspector.cli.commands import run
from inspector.domain.errors import DamagedDatabaseError
from inspector.gui.frame import attendant, main_window
from inspector.gui.frame.damage_notice import DamageNotice
from inspector.gui.frame.damaged_window import DamagedWindow
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.unsaved_question import UnsavedQuestion
from inspector.gui.program.crash_window import CrashWindow
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.folder_lock import is_distrusted
from inspector.workspace.folder_opening import open_beside
from inspector.workspace.keeping.backups import back_up
from inspector.workspace.workspace import Workspace
from tests.conftest import Keyboard, RunMain
from tests.gui.data.backups.test_backups import to_backups
from tests.gui.looks import cut, lost, nameless
from tests.gui.visits.folder import start_visit
from tests.gui.visits.visit import ENTER, ESC, Person
from tests.gui.waiting import wait_for
from tests.storage.damage import flip_page
from tests.workspace.visiting import dump

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 11, 27, 9, 15, 30)
F6 = Qt.Key.Key_F6


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main_window, "ATTEND_AFTER", 0)


def notice(window: MainWindow) -> DamageNotice:
    """The line about damage, once it is there."""
    wait_for(lambda: window.findChild(DamageNotice))
    found = window.findChild(DamageNotice)
    assert found is not None
    return found


def text(found: DamageNotice) -> str:
    label = found.findChild(QLabel, "damageText")
    assert label is not None
    return label.text()


def flip_meanwhile(path: Path) -> None:
    """Flip a page while the database is open here: the disk does, so another process does."""
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from tests.storage.damage import flip_page\n"
        "flip_page(Path(sys.argv[1]), 'own_phrase')\n"
    )
    subprocess.run([sys.executable, "-c", script, path], cwd=ROOT, check=True)


UNSEEN_AT_START: dict[str, Callable[[Path], None]] = {
    "a page": lambda folder: flip_page(folder / DATABASE_FILE, "own_phrase"),
    "an index": lambda folder: flip_page(folder / DATABASE_FILE, "finding_by_day"),
}


@pytest.mark.ci
@pytest.mark.parametrize("damage", UNSEEN_AT_START.values(), ids=UNSEEN_AT_START)
def test_after_a_clean_close_the_start_looks_and_the_window_only_reads(
    run_main: RunMain, keyboard: Keyboard, folder: Path, damage: Callable[[Path], None]
) -> None:
    before = dump(folder)
    back_up(folder, NOW)
    with closing(Workspace(folder)) as workspace:
        start_visit(workspace)
    damage(folder)
    broken = (folder / DATABASE_FILE).read_bytes()
    told: list[str] = []

    def drive(window: MainWindow) -> None:
        found = notice(window)
        assert "is only read, and nothing is saved" in text(found)
        assert "This run has not changed it." in text(found)
        wait_for(lambda: "newest sound backup is of Nov 27, 2026 09:15" in found.text)
        assert "1 visit" in found.text
        assert cut(window) == lost(window) == nameless(window) == []
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        person.press("1", "2")
        assert person.disk.rows("SELECT * FROM answer") == []
        assert (folder / "inspector-unsaved.json").exists()
        with pytest.raises(DamagedDatabaseError):
            open_beside(folder)
        options = arguments().parse_args(["--data", str(folder), "import", str(folder / "packs")])
        assert run(options) == 1
        person.press(F6)
        over = window.findChild(DamagedWindow)
        assert over is not None
        restore = over.findChild(QPushButton, "damagedRestore")
        assert restore is not None
        wait_for(restore.isEnabled)
        keyboard.press(ESC)
        assert not over.isVisible()
        assert window.isVisible()
        window.activateWindow()
        wait_for(QApplication.focusWidget)
        person.press(F6)
        wait_for(lambda: any(each.isVisible() for each in window.findChildren(DamagedWindow)))
        over = next(each for each in window.findChildren(DamagedWindow) if each.isVisible())
        restore = over.findChild(QPushButton, "damagedRestore")
        assert restore is not None
        wait_for(restore.isEnabled)
        keyboard.press(ENTER)
        wait_for(lambda: window.findChild(UnsavedQuestion))  # it says where they are kept
        keyboard.press("q")
        wait_for(lambda: not window.isVisible())

    def look(window: MainWindow) -> None:
        told.append(window.banner.text)

    drives = iter([drive, look])
    assert run_main(lambda w: next(drives)(w), "--data", str(folder), "--lang", "en") == 0
    assert next(drives, None) is None
    assert told
    (aside,) = folder.parent.glob("data-set-aside-*")
    assert (aside / DATABASE_FILE).read_bytes() == broken
    assert set(dump(folder)) == set(before)
    assert not is_distrusted(folder)
    # Their visit is not in the backup: they are kept for a person, and said to be.
    assert (folder / "inspector-unsaved.refused.json").exists()
    assert (aside / "inspector-unsaved.json").exists()


@pytest.mark.ci
def test_who_wrote_before_the_damage_was_met_does_not_deny_it(
    run_main: RunMain, keyboard: Keyboard, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "ATTEND_AFTER", 1_000_000)

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        person.press("1")
        flip_meanwhile(folder / DATABASE_FILE)
        attending = attendant.Attendant(
            window, window.key_line, window._session, window._lock or pytest.fail("no lock"),
            lambda path: None,
        )  # fmt: skip
        found = notice(window)
        assert attending is not None
        assert "has not changed it" not in text(found)
        wait_for(lambda: found.text.startswith("There is no sound backup in this folder."))

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
@pytest.mark.qt_no_exception_capture
def test_a_slip_of_ours_is_a_crash_report_and_no_damage(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def drive(window: MainWindow) -> None:
        database = window._session.workspace.database
        timer = QTimer(window, singleShot=True)
        timer.timeout.connect(lambda: database.rows("SELECT * FROM nowhere"))
        timer.start(0)
        wait_for(lambda: (found := window.findChild(CrashWindow)) and found.isVisible())
        keyboard.press(ENTER)
        assert window.findChild(DamageNotice) is None
        assert database.damage is None
        window.activateWindow()
        wait_for(QApplication.focusWidget)
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        person.press("1")
        assert person.disk.verdicts() == {"greet": "pass"}

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
    assert not is_distrusted(folder)


@pytest.mark.ci
def test_what_waited_is_saved_upon_the_backup_that_has_its_visit(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    back_up(folder, NOW)
    flip_page(folder / DATABASE_FILE, "own_phrase")
    seen: list[dict[str, str]] = []

    def drive(window: MainWindow) -> None:
        notice(window)
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        person.press("1")
        person.press(F6)
        over = window.findChild(DamagedWindow)
        assert over is not None
        restore = over.findChild(QPushButton, "damagedRestore")
        assert restore is not None
        wait_for(restore.isEnabled)
        keyboard.press(ENTER)
        wait_for(lambda: window.findChild(UnsavedQuestion))
        keyboard.press("q")
        wait_for(lambda: not window.isVisible())

    def look(window: MainWindow) -> None:
        seen.append(Person(window, keyboard, folder).disk.verdicts())

    drives = iter([drive, look])
    assert run_main(lambda w: next(drives)(w), "--data", str(folder), "--lang", "en") == 0
    assert seen == [{"greet": "pass"}]


@pytest.mark.ci
def test_looking_over_is_a_sign_as_well(
    run_main: RunMain, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "ATTEND_AFTER", 1_000_000)
    flip_page(folder / DATABASE_FILE, "own_phrase")

    def drive(window: MainWindow) -> None:
        to_backups(window).look_over()
        assert text(notice(window))

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0

"""The data file, its log or its drive goes away during a visit, or another takes its place.

Nothing is acknowledged into what is not the file that was opened.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.gui.frame.main_window import MainWindow
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.live_file import log_of
from tests.conftest import Keyboard, RunMain
from tests.faults import drive, plug_in_again, pull_out
from tests.gui.visits.folder import write_folder
from tests.gui.visits.scoring.test_faults import answer, copies, marked, status
from tests.gui.visits.visit import ENTER, ESC, PAGE_DOWN, Person, in_a_visit
from tests.live_files import damage_on_purpose


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder on a small drive of its own."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    with drive(tmp_path / "drive"):
        write_folder(tmp_path / "drive" / "data")
        yield tmp_path / "drive" / "data"


@pytest.mark.ci
@in_a_visit
def test_another_file_in_the_place_of_the_database_is_not_written(person: Person) -> None:
    database = person.folder / DATABASE_FILE
    with damage_on_purpose():
        shutil.copy(database, database.with_name("copy.db"))
    database.with_name("copy.db").replace(database)
    person.press("1")
    assert "Another data file was put in the place of" in person.banner
    assert "Close the program and open it again" in person.banner
    assert marked(person) == ["greet"]
    person.window.close()
    answer(person, "unsavedLeave")
    (copy,) = copies(person)
    assert "greet" in copy.read_text("utf-8")


@in_a_visit
def test_another_database_copied_over_it_takes_no_answer(person: Person, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write_folder(other)
    person.press("1")
    with damage_on_purpose():
        shutil.copyfile(other / DATABASE_FILE, person.folder / DATABASE_FILE)
    person.press("1")
    assert "Another data file was put in the place of" in person.banner
    assert status(person) == "! 1 unsaved"
    assert marked(person) == ["uniform"]
    person.window.close()
    answer(person, "unsavedLeave")
    (copy,) = copies(person)
    assert "uniform" in copy.read_text("utf-8")


@in_a_visit
def test_a_log_that_is_deleted_takes_no_answer_and_none_is_lost(person: Person) -> None:
    person.press("1")
    log_of(person.folder / DATABASE_FILE).unlink()
    person.press("1")
    assert "which holds what was saved last, was deleted or changed" in person.banner
    assert "Close the program and open it again" in person.banner
    assert marked(person) == ["uniform"]
    assert person.disk.verdicts() == {"greet": "pass"}
    person.window.close()
    answer(person, "unsavedLeave")


@pytest.mark.ci
def test_a_drive_that_is_pulled_out(run_main: RunMain, keyboard: Keyboard, folder: Path) -> None:
    def go_on(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        person.press("1")
        pull_out(folder)
        person.press("1")
        assert "the disk reports an error" in person.banner
        assert "Look whether the drive sits firmly" in person.banner
        person.press("1", "2", "a", ESC, PAGE_DOWN, "1")
        assert "the disk reports an error" in person.banner
        assert status(person) == "! 4 unsaved"
        person.press(ESC)
        window.close()
        answer(person, "unsavedLeave")
        (copy,) = copies(person)
        assert folder not in copy.parents

    def come_back(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        assert person.banner == "4 entries that the last run could not save are saved now."
        verdicts = ["deduct", "pass", "pass", "pass"]
        assert sorted(person.disk.verdicts().values()) == verdicts
        assert person.disk.verdicts("2号窗口") == {"greet": "pass"}
        assert copies(person) == []

    arguments = ("--data", str(folder), "--lang", "en")
    run_main(go_on, *arguments)
    plug_in_again(folder.parent)
    assert run_main(come_back, *arguments) == 0

"""What a run left unsaved is written by the next one, or told: never dropped, never said saved."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from inspector.gui.frame.main_window import MainWindow
from inspector.storage.files.recovery_files import RecoveryFiles
from inspector.workspace.pending.pending_writes import LeftOutPending
from inspector.workspace.recovery import Recovery
from tests.conftest import Keyboard, RunMain
from tests.gui.visits.folder import write_folder
from tests.gui.visits.photos import copy_image
from tests.gui.visits.visit import ENTER, Person
from tests.gui.waiting import wait_for

NOT_THERE = LeftOutPending("no such visit", "no such window", True)


@pytest.fixture(autouse=True)
def _no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)


@pytest.fixture
def data(home: Path) -> Path:
    folder = home / "stick" / "data"
    write_folder(folder, visits=1)
    return folder


def test_a_folder_that_is_away_is_missed_and_not_made_anew(
    run_main: RunMain, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def read(box: QMessageBox) -> int:
        said.append(box.text())
        return 0

    def nobody_looks(window: MainWindow) -> None:
        raise AssertionError("it opened")

    monkeypatch.setattr(QMessageBox, "exec", read)
    away = data.rename(data.with_name("away"))
    copy = Recovery(data).keep([NOT_THERE])
    assert copy is not None
    before = copy.read_bytes()
    assert run_main(nobody_looks, "--data", str(data), "--lang", "en") == 1
    (sentence,) = said
    assert sentence.startswith(f"The data folder {data} is not there, and what could not be saved")
    assert str(copy) in sentence
    assert not data.exists()
    assert copy.read_bytes() == before

    away.rename(data)
    assert run_main(lambda window: None, "--data", str(data), "--lang", "en") == 0


def test_what_can_never_be_written_is_told_and_not_called_saved(
    run_main: RunMain, data: Path
) -> None:
    Recovery(data).keep([NOT_THERE])

    def look(window: MainWindow) -> None:
        assert window.banner.isVisible()
        assert "is kept in" in window.banner.text
        assert "saved now" not in window.banner.text

    assert run_main(look, "--data", str(data), "--lang", "en") == 0
    (kept,) = data.glob("inspector-unsaved.refused*.json")
    assert b"no such visit" in kept.read_bytes()


def test_a_file_that_cannot_be_read_is_told_and_kept(run_main: RunMain, data: Path) -> None:
    (data / "inspector-unsaved.json").write_bytes(b"\x00rubbish")

    def look(window: MainWindow) -> None:
        assert "inspector-unsaved.refused.json" in window.banner.text
        assert "cannot be read" in window.banner.text

    assert run_main(look, "--data", str(data), "--lang", "en") == 0
    assert (data / "inspector-unsaved.refused.json").read_bytes() == b"\x00rubbish"
    assert RecoveryFiles(data).found() == []


@pytest.mark.ci
def test_a_photo_makes_no_folder_where_the_data_was(
    run_main: RunMain, keyboard: Keyboard, data: Path
) -> None:
    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, data)
        person.press(ENTER)
        away = data.rename(data.with_name("away"))
        copy_image(64, 48)
        person.press("v", ctrl=True)
        wait_for(lambda: "is no longer there" in person.banner)
        assert not data.exists()
        away.rename(data)

    assert run_main(drive, "--data", str(data), "--lang", "en") == 0

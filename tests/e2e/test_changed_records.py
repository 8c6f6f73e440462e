"""The window on a folder in which somebody changed sealed records behind the program."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.visits.visits_page import InspectPage
from tests.conftest import Keyboard, RunMain
from tests.gui.visits.visit import ENTER, ESC
from tests.gui.waiting import wait_for
from tests.storage.raw_files import run_sql
from tests.storage.released import unpack
from tests.workspace.kept import harm

SAID = "✗ Seal broken: changed since it was sealed; compare a backup"
PHOTO = "evidence/b9/b97f2588c60dd920e1675cf03bfff008c8518d6aa4eec5c9d56f39f25fe41d79.jpg"
CHANGED = {
    "2026-10-12": "UPDATE answer SET note = '改过' WHERE note LIKE '两位顾客%'",
    "2026-11-10": "UPDATE signature SET refusal = '无异议' WHERE refusal <> ''",
    "2026-11-13": "UPDATE patrol_entry SET text = '改过' WHERE place <> ''",
    "2026-11-14": "UPDATE recheck_entry SET outcome = 'passed'",
    "2026-11-16": "UPDATE scorecard SET score = 9000 WHERE score = 10100",
}


@pytest.mark.ci
@pytest.mark.parametrize("day", CHANGED)
def test_the_result_of_a_changed_visit_says_so(
    run_main: RunMain, keyboard: Keyboard, tmp_path: Path, day: str
) -> None:
    database = unpack("v5", tmp_path / "data")

    def drive(window: MainWindow) -> None:
        run_sql(database, CHANGED[day])
        said = banners(window, keyboard)
        assert said == {each: SAID if each == day else "" for each in CHANGED}

    assert run_main(drive, "--data", str(tmp_path / "data"), "--lang", "en") == 0


@pytest.mark.ci
def test_the_result_of_a_visit_with_a_changed_photo_says_so(
    run_main: RunMain, keyboard: Keyboard, tmp_path: Path
) -> None:
    unpack("v5", tmp_path / "data")
    harm(tmp_path / "data" / PHOTO)

    def drive(window: MainWindow) -> None:
        page = window.page
        assert isinstance(page, InspectPage)
        open_visit(page, keyboard, "2026-10-12")
        wait_for(lambda: banner_of(page) == SAID)
        keyboard.press(ESC)
        open_visit(page, keyboard, "2026-11-10")
        page.result._work.finish()
        assert banner_of(page) == ""

    assert run_main(drive, "--data", str(tmp_path / "data"), "--lang", "en") == 0


def banners(window: MainWindow, keyboard: Keyboard) -> dict[str, str]:
    """What each completed visit says of its seal when it is opened."""
    page = window.page
    assert isinstance(page, InspectPage)
    said = {}
    for day in CHANGED:
        open_visit(page, keyboard, day)
        page.result._work.finish()
        said[day] = banner_of(page)
        keyboard.press(ESC)
    return said


def open_visit(page: InspectPage, keyboard: Keyboard, day: str) -> None:
    """Open the completed visit of a day from the list."""
    model = page.start.completed_model
    days = [
        model.row_at(row).inspection.started_at.date().isoformat()
        for row in range(model.rowCount())
    ]
    page.start.completed.setFocus()
    page.start.completed.selectRow(days.index(day))
    keyboard.press(ENTER)


def banner_of(page: InspectPage) -> str:
    """What the page in front says in large of the seal; nothing when it says nothing."""
    shown = [each for each in page.findChildren(QLabel, "recordChanged") if each.isVisible()]
    return shown[0].text() if shown else ""

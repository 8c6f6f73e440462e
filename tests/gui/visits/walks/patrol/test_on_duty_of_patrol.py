"""Who is on duty is changed or typed on a patrol, too, and its record and sheet name them."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QPushButton

from inspector.gui.widgets.lists.table import TableView
from tests.conftest import ChooseFile
from tests.gui.data.widgets import column
from tests.gui.visits.visit import ALT, ENTER, ESC, Person, at_the_window, click
from tests.gui.visits.walks_hall import write_hall
from tests.gui.waiting import wait_for
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """A data folder with a hall of eight windows and no visit."""
    return copied(write_hall)


def on_duty(person: Person) -> list[str]:
    """Who is on duty at the first two windows, as it is on the disk."""
    rows = person.disk.rows(
        "SELECT staff_number || ' ' || staff_name FROM scorecard WHERE window_id IS NOT NULL"
        " ORDER BY position LIMIT 2"
    )
    return [str(row[0]).strip() for row in rows]


@pytest.mark.ci
@at_the_window
def test_the_person_is_named_by_mouse_and_by_key(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    person.press("n", ctrl=True)
    person.press_with(ALT, "3")
    person.tap("start")
    page = person.page.patrol
    assert page.place.window_number == ""
    assert not person.find(QPushButton, "onDuty").isVisible()
    person.press("w")
    assert not page.on_duty.isVisible()  # nobody is on duty at the public area
    click(page.stops, page.model.index(1))
    before = on_duty(person)
    person.click("onDuty")
    person.keyboard.compose("王五")
    person.click("keepOnDuty")
    assert on_duty(person) == ["王五", before[1]]
    assert person.find(QPushButton, "onDuty").text().startswith("王五 ▾")
    assert person.focus == "places"
    person.press("z", ctrl=True)
    assert on_duty(person) == before
    person.press("y", ctrl=True)
    assert on_duty(person)[0] == "王五"
    click(page.stops, page.model.index(2))
    person.press("w", ESC)
    assert on_duty(person)[1] == before[1]
    person.press("w", "1009", ENTER)
    assert on_duty(person)[1] == "1009"
    assert not page.on_duty.isVisible()

    person.press("2")
    person.keyboard.compose("地面有水")
    person.press(ENTER, "1")
    assert person.disk.rows("SELECT text FROM patrol_entry") == [("地面有水",)]
    person.press("a")
    person.tap("bannerAction")
    person.tap("completeRound")
    person.tap("bannerAction")
    table = person.find(TableView, "patrolResult")
    assert "1号窗口 王五" in column(table, 1)
    assert "2号窗口 No. 1009" in column(table, 1)
    assert person.disk.rows("SELECT staff_number FROM finding") == [("1009",)]
    choose_file(tmp_path / "patrol.xlsx")
    person.tap("resultWrite")
    wait_for((tmp_path / "patrol.xlsx").exists)
    (sheet,) = load_workbook(tmp_path / "patrol.xlsx").worksheets
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "2号窗口 1009" in cells

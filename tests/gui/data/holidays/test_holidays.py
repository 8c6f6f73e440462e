"""The holiday table: years, own days on top of those that ship, and back."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
)

from inspector.domain.days.workdays import DayKind
from inspector.domain.errors import DaysOutOfOrderError, FaultyFileError
from inspector.gui.data.data_page import DataPage
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.words import day_text
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile
from tests.gui.commands.said import sheet_of
from tests.gui.data.conftest import Heard
from tests.gui.data.widgets import column, find, focus_name, press, rows, type_text
from tests.workspace.findings.arranged_years import DEADLINE, YEAR, due_next_year, next_year

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(page: DataPage) -> TableView:
    press(Qt.Key.Key_5, ALT)
    made = find(page, TableView, "holidays")
    go_to(page, 2026)
    return made


def go_to(page: DataPage, year: int) -> None:
    """Go to a year by the arrow keys."""
    field = find(page, QComboBox, "holidayYear")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        for _ in range(9):
            if field.currentData() == year:
                return
            press(key)


def line(page: DataPage) -> str:
    shown = [each for each in page.findChildren(AskLine) if each.isVisible()]
    return shown[0].text if shown else ""


def test_the_year_that_ships_says_from_which_notice(page: DataPage, table: TableView) -> None:
    assert focus_name() == "holidays"
    assert rows(table)[0] == ["Jan 1, 2026", "Thu", "Day off", "元旦", "Shipped"]
    assert column(table, 2).count("Day off") == 33
    notice = find(page, QLabel, "holidayNotice").text()
    assert notice.endswith("of Nov 4, 2025.")
    press(Qt.Key.Key_Left)
    assert rows(table)[0][0] == "Jan 1, 2025"
    go_to(page, 2027)
    assert find(page, QLabel, "holidayNotice").text().startswith("The make-up days of 2027 are not")
    assert {row[4] for row in rows(table)} == {"By law"}


def test_days_are_added_changed_and_taken_back(
    page: DataPage, table: TableView, workspace: Workspace, heard: Heard
) -> None:
    press(Qt.Key.Key_N, CTRL)
    assert focus_name() == "holidayFirst"
    type_text("11-3")
    press(Qt.Key.Key_Tab)
    type_text("11-4")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    type_text("庆典")
    press(Qt.Key.Key_Return)
    assert focus_name() == "holidays"
    calendar = workspace.holidays.calendar()
    assert not calendar.is_workday(date(2026, 11, 3))
    assert not calendar.is_workday(date(2026, 11, 4))
    own = [row for row in rows(table) if row[4] == "Your own"]
    assert [row[0] for row in own] == ["Nov 3, 2026", "Nov 4, 2026"]
    assert own[0][3] == "庆典"
    assert heard.told[-1][0].startswith("Kept: Nov 3, 2026, Day off.")
    assert table.currentIndex().data() == "Nov 3, 2026"

    press(Qt.Key.Key_Return)  # change it
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert table.currentIndex().siblingAtColumn(2).data() == "Make-up workday"
    press(Qt.Key.Key_Delete)
    assert workspace.holidays.calendar().is_workday(date(2026, 11, 3))
    assert [row[0] for row in rows(table) if row[4] == "Your own"] == ["Nov 4, 2026"]


def test_what_ships_is_not_deleted_but_can_be_an_ordinary_day(
    page: DataPage, table: TableView, workspace: Workspace
) -> None:
    table.selectRow(column(table, 2).index("Make-up workday"))
    press(Qt.Key.Key_Delete)
    assert line(page).startswith("This day ships with the program.")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert line(page) == ""
    assert not workspace.holidays.calendar().is_workday(date(2026, 1, 4))
    press(Qt.Key.Key_R, CTRL)
    assert line(page).startswith("Forget your own entry for 2026?")
    press(Qt.Key.Key_Escape)
    assert not workspace.holidays.calendar().is_workday(date(2026, 1, 4))
    press(Qt.Key.Key_R, CTRL)
    press(Qt.Key.Key_R, CTRL)
    assert workspace.holidays.calendar().is_workday(date(2026, 1, 4))
    press(Qt.Key.Key_R, CTRL)
    assert line(page) == "2026 has no entries of your own."


def test_what_is_no_day_is_said(page: DataPage, table: TableView, heard: Heard) -> None:
    press(Qt.Key.Key_N, CTRL)
    press(Qt.Key.Key_Return)
    assert line(page).startswith("Day")
    type_text("soon")
    press(Qt.Key.Key_Return)
    assert "“soon” is not a day" in line(page)
    press(Qt.Key.Key_A, CTRL)
    type_text("5-4")
    press(Qt.Key.Key_Tab)
    type_text("5-1")
    press(Qt.Key.Key_Return)
    assert isinstance(heard.refused[-1], DaysOutOfOrderError)
    press(Qt.Key.Key_Escape)
    assert focus_name() == "holidays"


def test_a_range_is_kept_whole_or_not_at_all(workspace: Workspace) -> None:
    first = date(2027, 2, 5)
    workspace.holidays.set_days(first, date(2027, 2, 11), DayKind.OFF, "春节")
    assert sum(line.own for line in workspace.holidays.lines(2027)) == 7
    with pytest.raises(DaysOutOfOrderError):
        workspace.holidays.set_days(first, date(2027, 3, 9), DayKind.OFF)
    assert sum(line.own for line in workspace.holidays.lines(2027)) == 7
    assert workspace.holidays.notice(2027) is None


@pytest.mark.ci
def test_a_year_is_imported_and_deadlines_move_when_ticked(
    page: DataPage, table: TableView, workspace: Workspace, heard: Heard, tmp_path: Path,
    choose_file: ChooseFile,
) -> None:  # fmt: skip
    found = due_next_year(workspace)
    before = DEADLINE - timedelta(days=1)
    for ticked in (False, True):
        choose_file(next_year(tmp_path))
        press(Qt.Key.Key_O, CTRL)
        assert focus_name() == "recountDeadlines"
        assert ("Space", "Move the deadlines as well, or not") in sheet_of(page)
        assert not table.isVisible()
        (row,) = rows(find(page, TableView, "movedDeadlines"))
        assert row[0] == found.number
        assert row[4:] == [day_text(DEADLINE), day_text(before)]
        box = find(page, QCheckBox, "recountDeadlines")
        assert not box.isChecked()
        if ticked:
            press(Qt.Key.Key_Space)
        assert box.isChecked() == ticked
        press(Qt.Key.Key_Return)
        assert focus_name() == "holidays"
        assert find(page, QLabel, "holidayNotice").text() == f"Imported from “{YEAR}.toml”."
        assert {row[4] for row in rows(table)} == {"Imported"}
        deadline = workspace.findings.get(found.id).deadline
        assert deadline == (before if ticked else DEADLINE)
    assert heard.told[-1][0] == f"Imported “{YEAR}.toml”: 1 deadline moved"
    choose_file(next_year(tmp_path))
    press(Qt.Key.Key_O, CTRL)
    assert heard.told[-1][0] == f"“{YEAR}.toml” says what is in use already. Nothing was changed."
    assert focus_name() == "holidays"
    press(Qt.Key.Key_R, CTRL)
    assert line(page) == f"{YEAR} has no entries of your own."


def test_a_year_that_moves_no_deadline_shows_no_empty_list(
    page: DataPage, table: TableView, heard: Heard, tmp_path: Path, choose_file: ChooseFile
) -> None:
    choose_file(next_year(tmp_path))
    press(Qt.Key.Key_O, CTRL)
    assert focus_name() == "confirmHolidays"
    assert not find(page, TableView, "movedDeadlines").isVisible()
    QApplication.processEvents()
    confirm = find(page, QPushButton, "confirmHolidays")
    assert confirm.mapTo(page, QPoint(0, 0)).y() < page.height() // 5  # at the top, as ever
    press(Qt.Key.Key_Return)
    assert heard.told[-1][0] == f"Imported “{YEAR}.toml”: no deadline moved"


def test_escape_leaves_the_year_as_it_was(
    page: DataPage, table: TableView, workspace: Workspace, tmp_path: Path, choose_file: ChooseFile
) -> None:
    before = workspace.holidays.lines(YEAR)
    choose_file(next_year(tmp_path))
    press(Qt.Key.Key_O, CTRL)
    press(Qt.Key.Key_Escape)
    assert focus_name() == "holidays"
    assert workspace.holidays.lines(YEAR) == before


def test_half_a_year_is_refused(
    page: DataPage, table: TableView, heard: Heard, tmp_path: Path, choose_file: ChooseFile
) -> None:
    path = next_year(tmp_path)
    path.write_text(path.read_text("utf-8")[:200], "utf-8")
    choose_file(path)
    press(Qt.Key.Key_O, CTRL)
    assert isinstance(heard.refused[-1], FaultyFileError)
    assert table.isVisible()


def test_the_form_is_left_when_another_day_is_chosen_and_comes_back(
    page: DataPage, table: TableView
) -> None:
    first, other = (table.visualRect(table.model().index(row, 3)).center() for row in (0, 2))
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(table.viewport(), Qt.MouseButton.LeftButton, pos=first)
    name = find(page, QLineEdit, "holidayName")
    assert name.isVisible()
    name.setFocus()
    name.clear()
    type_text("新年")
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QApplication.processEvents()
    assert name.isVisible()  # the form is about this day
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=other)
    QApplication.processEvents()
    assert not name.isVisible()
    assert focus_name() == "holidays"
    assert line(page).startswith("What was written is put away.")
    press(Qt.Key.Key_Z, CTRL)
    assert name.isVisible()
    assert name.text() == "新年"
    assert table.currentIndex().row() == 2

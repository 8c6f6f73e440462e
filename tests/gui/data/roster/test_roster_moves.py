"""People who go to another site, and a pasted column of people: by mouse, key and workbook."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu

from inspector.domain.visit.roster import RosterRow
from inspector.gui.data.data_page import DataPage
from inspector.gui.session import Session
from inspector.workspace.changes import Changes
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile
from tests.gui.data.conftest import Heard
from tests.gui.data.roster.test_roster_editing import CTRL, choose, show_ended, table
from tests.gui.data.rosters import EAST, WEST, fill, write_roster
from tests.gui.data.widgets import click, column, find, focus_name, press, rows


@pytest.fixture
def people(page: DataPage, workspace: Workspace, session: Session, tmp_path: Path) -> DataPage:
    """The people of the first of two halls."""
    fill(workspace, tmp_path)
    session.changed.emit(Changes(roster=True))
    page.enter()
    click(page, "rosterStaff")
    return page


@pytest.mark.ci
def test_a_person_is_moved_with_the_mouse_and_both_sites_tell(
    people: DataPage, workspace: Workspace, heard: Heard
) -> None:
    page = people
    choose(page, "staff", 0)
    click(page, "moveRow")
    assert find(page, QLabel, "rosterFormHeading").text() == "Move “1001 张三” to another site"
    assert find(page, QComboBox, "rosterSite").currentText() == WEST
    assert not find(page, QLineEdit, "rosterStaffNumber").isVisible()
    click(page, "saveRoster")
    assert heard.told[-1][0].startswith(
        f"Moved to {WEST} 1号窗口: 1001 张三. Visits made stay as they are."
    )
    assert column(table(page, "staff"), 0) == ["1002", "1003"]
    click(page, "rosterHistoryButton")
    assert rows(table(page, "rosterHistory"))[0][1:] == [
        "Transferred", "Person", "1001 张三", f"to {WEST}",
    ]  # fmt: skip
    click(page, "leaveHistory")
    choose(page, "sites", 1)
    assert column(table(page, "staff"), 0) == ["1101", "1001"]
    click(page, "rosterHistoryButton")
    assert rows(table(page, "rosterHistory"))[0][1:] == [
        "Transferred", "Person", "1001 张三", f"from {EAST}",
    ]  # fmt: skip
    click(page, "leaveHistory")
    click(page, "undoRoster")
    assert column(table(page, "staff"), 0) == ["1101"]


@pytest.mark.ci
def test_several_are_moved_by_key_and_from_the_menu_and_it_can_be_left(people: DataPage) -> None:
    page, staff = people, table(people, "staff")
    choose(page, "staff", 0)
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_M)
    assert focus_name() == "rosterSite"
    press(Qt.Key.Key_Escape)
    assert column(staff, 0) == ["1001", "1002", "1003"]
    place = staff.visualRect(staff.model().index(1, 0)).center()
    QTest.mouseClick(staff.viewport(), Qt.MouseButton.LeftButton, pos=place)
    staff.customContextMenuRequested.emit(place)
    (menu,) = [each for each in staff.findChildren(QMenu) if each.isVisible()]
    (move,) = [each for each in menu.actions() if each.objectName() == "move"]
    move.trigger()
    menu.close()
    press(Qt.Key.Key_Return)
    assert column(staff, 0) == ["1001", "1003"]
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_M)
    press(Qt.Key.Key_Return)
    assert column(staff, 0) == []
    show_ended(page)
    choose(page, "staff", 0)
    press(Qt.Key.Key_M)
    assert not find(page, QLabel, "rosterFormHeading").isVisible()


def test_where_the_number_is_taken_it_is_said_and_nobody_is_moved(
    people: DataPage, workspace: Workspace
) -> None:
    page = people
    west = workspace.rosters.windows(workspace.rosters.site_named(WEST).id)[0]
    workspace.roster_steps.add_staff(west.id, "1001", "李四")
    choose(page, "staff", 0)
    press(Qt.Key.Key_M)
    press(Qt.Key.Key_Return)
    assert find(page, QLabel, "rosterFormFault").text() == (
        "“1001” is the name of another one already."
    )
    assert focus_name() == "rosterSite"


@pytest.mark.ci
def test_a_workbook_that_lists_somebody_elsewhere_moves_them(
    people: DataPage, workspace: Workspace, tmp_path: Path, choose_file: ChooseFile
) -> None:
    page = people
    lines = [
        RosterRow(WEST, "1号窗口", "cashier", "1101"),
        RosterRow(WEST, "2号窗口", "cashier", "1001", "张三", "早班"),
        RosterRow(WEST, "1号窗口", "cashier", "1003"),  # a number alone may be another's
        RosterRow(WEST, "1号窗口", "cashier", "1002", "王五"),  # another name: somebody else
    ]
    choose_file(write_roster(tmp_path / "west.xlsx", workspace, lines))
    click(page, "importRoster")
    shown = rows(table(page, "rosterPreview"))
    assert ["Transferred", WEST, "2号窗口", f"1001 张三 (早班) comes from {EAST} 1号窗口"] in shown
    assert [row[0] for row in shown].count("Transferred") == 1
    assert EAST not in [row[1] for row in shown]
    click(page, "confirmRoster")
    choose(page, "sites", 0)
    assert column(table(page, "staff"), 0) == ["1002", "1003"]


def test_a_column_of_people_is_pasted_as_one_step(
    people: DataPage, workspace: Workspace, heard: Heard
) -> None:
    page = people
    click(page, "addRow")
    where = find(page, QComboBox, "rosterWindow")
    where.setCurrentIndex(where.findText("2号窗口"))
    number = find(page, QLineEdit, "rosterStaffNumber")
    QTest.mouseClick(number, Qt.MouseButton.LeftButton)
    QGuiApplication.clipboard().setText("2001\t赵六\r\n2002\t\r\n2003\t孙七\r\n")
    press(Qt.Key.Key_V, CTRL)
    assert heard.told[-1][0].startswith("3 people added: 2001 赵六 … 2003 孙七.")
    assert column(table(page, "staff"), 0)[-3:] == ["2001", "2002", "2003"]
    assert number.text() == ""
    QGuiApplication.clipboard().setText("2004\r\n2001\r\n")
    press(Qt.Key.Key_V, CTRL)
    assert find(page, QLabel, "rosterFormFault").text() == (
        "“2001” is the name of another one already."
    )
    assert "2004" not in column(table(page, "staff"), 0)
    QGuiApplication.clipboard().setText("2004\t钱八\t早班\r\n2005\t周九\t\r\n")
    press(Qt.Key.Key_V, CTRL)
    assert find(page, QLabel, "rosterFormFault").text().startswith("Numbers, with names beside")

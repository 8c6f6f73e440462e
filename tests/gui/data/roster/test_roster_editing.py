"""The roster edited in place: typed by hand, renamed, ended, brought back, by mouse and by key."""

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
    QMenu,
    QPushButton,
)

from inspector.excel.rosters.roster_workbook import read_roster
from inspector.gui.data.data_page import DataPage
from inspector.gui.data.roster.roster_form import RosterForm
from inspector.gui.session import Session
from inspector.gui.widgets.lists.table import TableView
from inspector.workspace.changes import Changes
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile
from tests.gui.data.conftest import Heard
from tests.gui.data.rosters import EAST, WEST, fill, two_halls, write_roster
from tests.gui.data.widgets import click, column, find, focus_name, press, rows, type_text
from tests.gui.looks import settle
from tests.gui.waiting import wait_for

CTRL = Qt.KeyboardModifier.ControlModifier


def table(page: DataPage, name: str) -> TableView:
    return find(page, TableView, name)


def choose(page: DataPage, name: str, row: int) -> None:
    """Click a row of a list."""
    view = table(page, name)
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def fill_in(page: DataPage, **texts: str) -> None:
    """Click into fields of the form and type: number="1号窗口"."""
    for name, text in texts.items():
        field = find(page, QLineEdit, f"roster{name}")
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        field.selectAll()
        type_text(text)


def show_ended(page: DataPage) -> None:
    QTest.mouseClick(
        find(page, QCheckBox, "showEnded"), Qt.MouseButton.LeftButton, pos=QPoint(8, 16)
    )


def form_is_open(page: DataPage) -> bool:
    return find(page, QLabel, "rosterFormHeading").isVisible()


@pytest.fixture
def halls(page: DataPage, workspace: Workspace, session: Session, tmp_path: Path) -> DataPage:
    fill(workspace, tmp_path)
    session.changed.emit(Changes(roster=True))
    page.enter()
    return page


@pytest.mark.ci
def test_a_roster_is_typed_by_hand_with_the_mouse(
    page: DataPage, workspace: Workspace, heard: Heard
) -> None:
    click(page, "addFirstSite")
    click(page, "saveRoster")
    assert find(page, QLabel, "rosterFormFault").text() == "This has to be filled in."
    fill_in(page, Name="城东营业厅")
    click(page, "saveRoster")
    assert find(page, QLabel, "rosterFormHeading").text() == "Add a window to 城东营业厅"
    kinds = find(page, QComboBox, "rosterKind")
    kinds.setCurrentIndex(kinds.findData("cashier"))
    fill_in(
        page, Number="1号窗口", DepartmentText="综合部", Leader="王主任", StaffNumber="1001",
        StaffName="张三",
    )  # fmt: skip
    click(page, "saveRoster")
    assert focus_name() == "rosterNumber"  # for the next one, what repeats filled in already
    leave = find(page, QPushButton, "cancelRoster")
    assert leave.accessibleName() == "Finish adding"  # nothing that was added is lost
    fill_in(page, Number="2号窗口", StaffNumber="1002")
    click(page, "saveRoster")
    click(page, "cancelRoster")
    assert rows(table(page, "sites")) == [["城东营业厅", "2"]]
    assert rows(table(page, "windows")) == [
        ["1号窗口", "收费", "1001 张三", "综合部", "王主任"],
        ["2号窗口", "收费", "1002", "综合部", "王主任"],
    ]
    click(page, "rosterStaff")
    click(page, "addRow")
    assert leave.accessibleName() == "Cancel"
    fill_in(page, StaffNumber="1003", StaffName="李四", Team="晚班")
    where = find(page, QComboBox, "rosterWindow")
    where.setCurrentIndex(where.findText("2号窗口"))
    click(page, "saveRoster")
    click(page, "cancelRoster")
    assert column(table(page, "staff"), 0) == ["1001", "1002", "1003"]
    assert heard.refused == []
    assert heard.told[-1] == ("Person added: 1003 李四. “Undo” (Ctrl+Z) takes it back.", "")


def test_tab_goes_from_the_fields_to_cancel_and_save(page: DataPage) -> None:
    click(page, "addFirstSite")
    assert focus_name() == "rosterName"
    met = []
    for _ in range(3):
        press(Qt.Key.Key_Tab)
        met.append(focus_name())
    assert met == ["rosterUnit", "cancelRoster", "saveRoster"]


def test_a_team_kept_from_the_window_before_asks_nobody_for_the_next(
    halls: DataPage, workspace: Workspace
) -> None:
    page = halls
    click(page, "addRow")
    fill_in(page, Number="8号窗口", StaffNumber="1008", Team="早班")
    press(Qt.Key.Key_Return)
    type_text("9号窗口")  # nobody stands there yet
    press(Qt.Key.Key_Return)
    assert not find(page, QLabel, "rosterFormFault").text()
    assert column(table(page, "windows"), 0)[-2:] == ["8号窗口", "9号窗口"]
    assert column(table(page, "windows"), 2)[-2:] == ["1008 (早班)", ""]
    fill_in(page, Number="10号窗口", Team="中班")  # typed for somebody: it is asked for whom
    press(Qt.Key.Key_Return)
    assert find(page, QLabel, "rosterFormFault").text() == "This has to be filled in."
    assert focus_name() == "rosterStaffNumber"


def test_what_cannot_be_kept_is_said_beside_the_field_and_stays(
    halls: DataPage, workspace: Workspace
) -> None:
    page = halls
    click(page, "addRow")
    fill_in(page, Number="１号 窗口")
    press(Qt.Key.Key_Return)
    assert find(page, QLabel, "rosterFormFault").text() == (
        "“1号窗口” is the name of another one already."
    )
    assert focus_name() == "rosterNumber"
    press(Qt.Key.Key_Escape)
    assert not form_is_open(page)
    assert len(workspace.rosters.windows(workspace.rosters.sites()[0].id)) == 2


@pytest.mark.ci
def test_a_clerk_leaves_is_shown_and_comes_back(halls: DataPage, workspace: Workspace) -> None:
    page = halls
    click(page, "rosterStaff")
    choose(page, "staff", 1)
    click(page, "endRow")
    assert column(table(page, "staff"), 0) == ["1001", "1003"]
    assert column(table(page, "windows"), 2) == ["1001 张三 (早班)", "1003 (早班)"]
    show_ended(page)
    staff = rows(table(page, "staff"))
    assert staff[0][-1] == "In use"
    assert staff[1][0] == "1002"
    assert staff[1][-1].startswith("Left ")
    choose(page, "staff", 1)
    click(page, "backRoster")
    assert {row[-1] for row in rows(table(page, "staff"))} == {"In use"}


@pytest.mark.ci
def test_every_step_works_by_key_and_is_taken_back(halls: DataPage, workspace: Workspace) -> None:
    page = halls
    site = workspace.rosters.sites()[0]
    press(Qt.Key.Key_Return)
    assert focus_name() == "windows"
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    assert workspace.rosters.windows(site.id) == []
    press(Qt.Key.Key_Z, CTRL)
    assert column(table(page, "windows"), 0) == ["1号窗口", "2号窗口"]
    table(page, "windows").selectRow(1)
    press(Qt.Key.Key_F2)
    type_text("9号窗口")
    press(Qt.Key.Key_Return)
    assert column(table(page, "windows"), 0) == ["1号窗口", "9号窗口"]
    assert focus_name() == "windows"
    press(Qt.Key.Key_Right)
    assert focus_name() == "staff"
    press(Qt.Key.Key_Right)
    table(page, "departments").selectRow(0)
    press(Qt.Key.Key_F2)
    type_text("办公室")
    press(Qt.Key.Key_Return)
    assert rows(table(page, "departments")) == [["办公室", "1号窗口、9号窗口"]]
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    assert column(table(page, "windows"), 0) == ["1号窗口", "2号窗口"]
    assert column(table(page, "windows"), 3) == ["综合部", "综合部"]
    table(page, "sites").setFocus()
    press(Qt.Key.Key_F2)
    type_text("城东政务厅")
    press(Qt.Key.Key_Return)
    assert column(table(page, "sites"), 0) == ["城东政务厅", WEST]
    press(Qt.Key.Key_Delete)
    assert column(table(page, "sites"), 0) == [WEST]
    press(Qt.Key.Key_E)
    assert column(table(page, "sites"), 0) == [WEST, "城东政务厅 (ended)"]
    table(page, "sites").selectRow(1)
    press(Qt.Key.Key_B, CTRL)
    assert column(table(page, "sites"), 0) == ["城东政务厅", WEST]


def test_a_double_click_and_the_right_button_open_what_can_be_done(halls: DataPage) -> None:
    page, windows = halls, table(halls, "windows")
    place = windows.visualRect(windows.model().index(1, 0)).center()
    QTest.mouseClick(windows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(windows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert find(page, QLabel, "rosterFormHeading").text() == "Change “2号窗口”"
    assert find(page, QLineEdit, "rosterNumber").text() == "2号窗口"
    click(page, "cancelRoster")
    windows.customContextMenuRequested.emit(place)
    (menu,) = [m for m in windows.findChildren(QMenu) if m.isVisible()]
    names = [act.objectName() for act in menu.actions()]
    assert names == ["change", "end", "back", "all", "history", "add", "copy"]
    menu.close()


@pytest.mark.ci
def test_the_roster_is_exported(
    halls: DataPage, heard: Heard, tmp_path: Path, choose_file: ChooseFile
) -> None:
    choose_file(tmp_path / "now.xlsx")
    click(halls, "exportRoster")
    wait_for(lambda: heard.told)
    assert [row.window for row in read_roster(tmp_path / "now.xlsx", ()).rows][:2] == [
        "1号窗口"
    ] * 2


@pytest.mark.ci
def test_where_every_site_has_ended_that_is_said(halls: DataPage) -> None:
    page = halls
    for _ in range(2):
        choose(page, "sites", 0)
        click(page, "endSite")
    assert rows(table(page, "sites")) == []
    assert "Every site has ended" in [each.text() for each in page.findChildren(QLabel)]
    show_ended(page)
    choose(page, "sites", 1)
    click(page, "back-siteRoster")
    assert column(table(page, "sites"), 0) == [WEST, f"{EAST} (ended)"]


def test_what_happened_is_gone_into_and_left(halls: DataPage) -> None:
    page = halls
    choose(page, "windows", 0)
    click(page, "endRow")
    click(page, "rosterHistoryButton")
    first = rows(table(page, "rosterHistory"))[0]
    assert first[1:4] == ["Ended", "Window", "1号窗口"]
    click(page, "leaveHistory")
    assert table(page, "windows").isVisible()
    press(Qt.Key.Key_H)
    assert table(page, "rosterHistory").isVisible()
    press(Qt.Key.Key_Escape)
    assert table(page, "windows").isVisible()


@pytest.mark.ci
def test_the_file_alone_counts_only_when_it_is_chosen(
    halls: DataPage, workspace: Workspace, tmp_path: Path, choose_file: ChooseFile
) -> None:
    page = halls
    choose_file(write_roster(tmp_path / "new.xlsx", workspace, two_halls()[:1]))
    click(page, "importRoster")
    assert rows(table(page, "rosterPreview")) == []
    click(page, "confirmRoster")  # says nothing new, and is not pressed by mistake
    assert table(page, "rosterPreview").isVisible()
    click(page, "replaceRoster")
    assert [row[:3] for row in rows(table(page, "rosterPreview"))] == [
        ["Left", EAST, "1号窗口"],
        ["Ended", EAST, "2号窗口"],
    ]
    click(page, "confirmRoster")
    assert rows(table(page, "windows")) == [
        ["1号窗口", "综合受理", "1001 张三 (早班)", "综合部", "值班经理"]
    ]
    assert column(table(page, "sites"), 0) == [EAST, WEST]
    press(Qt.Key.Key_Z, CTRL)  # the whole intake
    assert len(rows(table(page, "windows"))) == 2


@pytest.mark.parametrize("size", [(911, 512), (1366, 768)])
@pytest.mark.ci
def test_form_and_list_are_both_seen(halls: DataPage, size: tuple[int, int]) -> None:
    page = halls
    page.resize(size[0] - 76, size[1] - 36)
    click(page, "addRow")
    QApplication.processEvents()
    form = page.findChildren(RosterForm)[0]
    windows = table(page, "windows")
    assert page.rect().contains(form.rect().translated(form.mapTo(page, QPoint())))
    assert windows.viewport().height() >= 2 * windows.rowHeight(0)
    for field in form.findChildren(QLineEdit):
        if field.isVisible():
            assert form.rect().contains(field.rect().translated(field.mapTo(form, QPoint())))


@pytest.mark.ci
def test_a_column_of_windows_is_pasted_as_one_step(
    halls: DataPage, workspace: Workspace, heard: Heard
) -> None:
    page, site = halls, workspace.rosters.sites()[0]
    click(page, "addRow")
    fill_in(page, DepartmentText="政务部")
    QTest.mouseClick(find(page, QLineEdit, "rosterNumber"), Qt.MouseButton.LeftButton)
    names = [f"{number}号窗口" for number in range(11, 51)]
    QApplication.clipboard().setText("\r\n".join([*names, "2号窗口", ""]))
    press(Qt.Key.Key_V, CTRL)
    assert find(page, QLabel, "rosterFormFault").text() == (
        "“2号窗口” is the name of another one already."
    )
    assert len(workspace.rosters.windows(site.id)) == 2  # all of them, or none
    QApplication.clipboard().setText("\r\n".join(names) + "\r\n")
    find(page, QLineEdit, "rosterNumber").paste()  # as from its own menu
    windows = workspace.rosters.windows(site.id)
    assert [each.number for each in windows[2:]] == names
    assert {each.department for each in windows[2:]} == {"政务部"}
    assert "40 windows added: 11号窗口 … 50号窗口." in heard.told[-1][0]
    QApplication.clipboard().setText("51号\t收费\n52号\t收费\n")
    press(Qt.Key.Key_V, CTRL)
    assert "a whole table is imported" in find(page, QLabel, "rosterFormFault").text()
    press(Qt.Key.Key_Escape)
    table(page, "windows").setFocus()
    press(Qt.Key.Key_Z, CTRL)
    assert len(workspace.rosters.windows(site.id)) == 2


def test_of_an_ended_department_it_is_said_which_windows_have_none_now(
    halls: DataPage, heard: Heard
) -> None:
    page = halls
    click(page, "rosterDepartments")
    choose(page, "departments", 0)
    click(page, "endRow")
    assert heard.told[-1][0].startswith(
        "Ended: 综合部. Visits made stay as they are. 2 windows have no department now."
    )
    press(Qt.Key.Key_Z, CTRL)
    assert column(table(page, "windows"), 3) == ["综合部", "综合部"]


@pytest.mark.ci
def test_a_form_is_never_about_another_row_than_the_chosen_one(
    halls: DataPage,
) -> None:
    choose(halls, "windows", 0)
    click(halls, "changeRow")
    fill_in(halls, Number="改名窗口")
    choose(halls, "windows", 0)  # the same
    settle()
    assert form_is_open(halls)
    choose(halls, "windows", 1)
    settle()
    assert not form_is_open(halls)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form_is_open(halls)
    assert find(halls, QLineEdit, "rosterNumber").text() == "改名窗口"
    settle()
    assert form_is_open(halls)
    choose(halls, "sites", 1)
    settle()
    assert not form_is_open(halls)

"""What is typed on the data page and not kept yet waits where it was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from inspector.domain.errors import RefusedInputError
from inspector.gui.data.data_page import DataPage
from inspector.gui.data.roster.roster_form import RosterForm
from inspector.gui.session import Session
from inspector.gui.widgets.lists.table import TableView
from inspector.workspace.preferences import REPEAT_DAYS, UNIT_NAME
from inspector.workspace.workspace import Workspace
from tests.gui.data.checklists.test_overrides import east, items, replace_text  # noqa: F401 -- fixtures
from tests.gui.data.conftest import Heard
from tests.gui.data.rosters import write_halls
from tests.gui.data.widgets import click, column, find, focus_name, press, type_text
from tests.gui.waiting import wait_for
from tests.written_once import Write

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def write() -> Write:
    return write_halls


def drafts(workspace: Workspace) -> list[str]:
    rows = workspace.database.rows("SELECT editor FROM draft ORDER BY 1")
    return [row["editor"] for row in rows]


def unit(page: DataPage) -> QLineEdit:
    press(Qt.Key.Key_3, ALT)
    return find(page, QLineEdit, f"preference-{UNIT_NAME.key}")


@pytest.mark.ci
def test_a_preference_half_typed_is_there_again_and_in_force_when_it_is_left(
    page: DataPage, session: Session, workspace: Workspace, qtbot: QtBot
) -> None:
    unit(page).setFocus()
    type_text("城东文明办")
    wait_for(lambda: drafts(workspace) == ["preferences"])
    assert workspace.preferences.get(UNIT_NAME) == ""  # half a name prints nowhere
    again = DataPage(session)  # as after a kill
    again.be_whole()
    qtbot.addWidget(again)
    again.show()
    again.activateWindow()
    press_tab_three(again)
    field = find(again, QLineEdit, f"preference-{UNIT_NAME.key}")
    assert field.text() == "城东文明办"
    assert focus_name() == field.objectName()
    press(Qt.Key.Key_Tab)
    assert workspace.preferences.get(UNIT_NAME) == "城东文明办"
    assert drafts(workspace) == []


def press_tab_three(page: DataPage) -> None:
    page._go_to(2)


def test_leaving_the_page_and_closing_keep_what_is_typed(
    page: DataPage, session: Session, workspace: Workspace
) -> None:
    unit(page).setFocus()
    type_text("城东")
    press(Qt.Key.Key_4, ALT)
    assert workspace.preferences.get(UNIT_NAME) == "城东"
    unit(page).setFocus()
    press(Qt.Key.Key_End)
    type_text("文明办")
    session.closing.emit()
    assert workspace.preferences.get(UNIT_NAME) == "城东文明办"
    assert drafts(workspace) == []


def test_what_cannot_be_kept_at_closing_waits(
    page: DataPage, session: Session, workspace: Workspace, heard: Heard
) -> None:
    press(Qt.Key.Key_3, ALT)
    field = find(page, QLineEdit, f"preference-{REPEAT_DAYS.key}")
    field.setFocus()
    field.selectAll()
    type_text("许多")
    session.closing.emit()
    assert heard.refused == []
    assert workspace.preferences.number(REPEAT_DAYS) == 90
    assert drafts(workspace) == ["preferences"]
    field.setFocus()
    press(Qt.Key.Key_Return)
    assert isinstance(heard.refused[0], RefusedInputError)  # told when it is handed in
    assert drafts(workspace) == []


@pytest.mark.ci
def test_own_numbers_given_up_come_back(
    items: TableView,  # noqa: F811
    packs_page: DataPage,
    workspace: Workspace,
) -> None:
    press(Qt.Key.Key_E)
    replace_text(packs_page, "override-full", "3")
    replace_text(packs_page, "overrideReason", "窗口少")
    press(Qt.Key.Key_Escape)
    assert drafts(workspace) == []
    press(Qt.Key.Key_Z, CTRL)
    assert find(packs_page, QLineEdit, "overrideReason").text() == "窗口少"
    assert find(packs_page, QLineEdit, "override-full").text() == "3"
    assert drafts(workspace) == ["override"]
    items.setFocus()
    press(Qt.Key.Key_Down)  # another item: it waits at its own
    press(Qt.Key.Key_E)
    assert find(packs_page, QLineEdit, "overrideReason").text() == ""
    items.setFocus()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_E)
    assert find(packs_page, QLineEdit, "overrideReason").text() == "窗口少"


def test_days_given_up_come_back(page: DataPage, workspace: Workspace) -> None:
    press(Qt.Key.Key_5, ALT)
    press(Qt.Key.Key_N, CTRL)
    type_text("12-7")
    press(Qt.Key.Key_Escape)
    assert focus_name() == "holidays"
    press(Qt.Key.Key_Z, CTRL)
    assert find(page, QLineEdit, "holidayFirst").text() == "12-7"
    find(page, QLineEdit, "holidayFirst").clearFocus()
    assert drafts(workspace) == ["holiday"]


@pytest.mark.ci
def test_a_window_half_typed_is_offered_again_after_a_kill(
    page: DataPage, session: Session, workspace: Workspace, qtbot: QtBot
) -> None:
    page.panel("roster").enter()
    sites = find(page, TableView, "sites")
    sites.selectRow(1)
    click(page, "addRow")
    type_text("2号窗口")
    for name, text in (("rosterDepartmentText", "综合部"), ("rosterStaffNumber", "1102")):
        find(page, QLineEdit, name).setFocus()
        type_text(text)
    wait_for(lambda: drafts(workspace) == ["roster"])
    assert len(workspace.rosters.windows(workspace.rosters.sites()[1].id)) == 1
    again = DataPage(session)  # as after a kill
    again.be_whole()
    qtbot.addWidget(again)
    again.show()
    again.activateWindow()
    again.enter()
    form = again.findChildren(RosterForm)[0]
    assert form.isVisible()
    assert find(again, TableView, "sites").currentIndex().row() == 1
    assert find(form, QLineEdit, "rosterNumber").text() == "2号窗口"
    assert find(form, QLineEdit, "rosterDepartmentText").text() == "综合部"
    click(again, "saveRoster")
    assert column(find(again, TableView, "windows"), 0) == ["1号窗口", "2号窗口"]
    assert drafts(workspace) == []  # the next one has nothing but what repeats


@pytest.mark.ci
def test_a_name_half_changed_waits_at_its_own_row_and_comes_back(
    page: DataPage, workspace: Workspace, session: Session
) -> None:
    page.panel("roster").enter()
    windows = find(page, TableView, "windows")
    windows.selectRow(0)
    windows.setFocus()
    press(Qt.Key.Key_F2)
    type_text("9号窗口")
    press(Qt.Key.Key_2, ALT)  # another tab, and back
    press(Qt.Key.Key_1, ALT)
    assert find(page, QLineEdit, "rosterNumber").text() == "9号窗口"
    session.closing.emit()
    assert drafts(workspace) == ["roster"]
    press(Qt.Key.Key_Escape)
    assert drafts(workspace) == []
    press(Qt.Key.Key_Z, CTRL)
    assert find(page, QLineEdit, "rosterNumber").text() == "9号窗口"
    press(Qt.Key.Key_Return)
    assert column(windows, 0) == ["9号窗口", "2号窗口"]
    assert drafts(workspace) == []
    press(Qt.Key.Key_Z, CTRL)  # then the step itself
    assert column(windows, 0) == ["1号窗口", "2号窗口"]

"""个人信息: looked up by keys, erased only with a reason and a second press."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from inspector.gui.data.data_page import DataPage
from inspector.gui.data.personal.personal_panel import PersonalPanel
from inspector.gui.session import Session
from inspector.gui.widgets.lists.table import TableView
from inspector.workspace.keeping.backups import back_up, backups_of
from inspector.workspace.preferences import KEEP_PHOTOS
from inspector.workspace.workspace import Workspace
from tests.gui.data.conftest import Heard
from tests.gui.data.widgets import click, column, find, focus_name, press
from tests.gui.waiting import wait_for, wait_until_read
from tests.workspace.personal.people import CLERK, HEAD, NOON, end_everybody, fill
from tests.workspace.visiting import Clock
from tests.written_once import Write

ALT = Qt.KeyboardModifier.AltModifier


def write_people(folder: Path) -> None:
    with closing(Workspace(folder, Clock(NOON))) as workspace:
        fill(workspace)
        end_everybody(workspace)


@pytest.fixture
def write() -> Write:
    return write_people


@pytest.fixture
def personal(page: DataPage) -> DataPage:
    press(Qt.Key.Key_9, ALT)
    return page


def wait_until_looked_up(page: DataPage) -> None:
    panel = page.findChild(PersonalPanel)
    assert panel is not None
    wait_for(lambda: not panel.reads)


def look_up(page: DataPage, name: str) -> TableView:
    press(Qt.Key.Key_Slash)
    assert focus_name() == "personalName"
    find(page, QLineEdit, "personalName").setText(name)
    press(Qt.Key.Key_Return)
    wait_until_looked_up(page)
    return find(page, TableView, "personal")


@pytest.mark.ci
def test_nothing_was_erased_yet(personal: DataPage) -> None:
    assert not find(personal, TableView, "personal").isVisible()
    assert focus_name() == "personalName"
    assert not find(personal, QPushButton, "eraseDue").isEnabled()


@pytest.mark.ci
def test_a_person_is_erased_by_keys(personal: DataPage, workspace: Workspace, heard: Heard) -> None:
    table = look_up(personal, HEAD)
    assert column(table, 0) == [f"{HEAD} only written of"]
    assert column(table, 3) == ["can be erased"]
    press(Qt.Key.Key_Delete)
    assert focus_name() == "erasureReason"
    press(Qt.Key.Key_Return)
    assert workspace.erasures.all() == []  # without a reason
    find(personal, QLineEdit, "erasureReason").setText("本人申请")
    find(personal, QLineEdit, "erasureBy").setText("周某")
    press(Qt.Key.Key_Return)
    assert workspace.erasures.all() == []  # and not before it is wanted again
    press(Qt.Key.Key_Return)
    assert heard.refused == []
    wait_until_looked_up(personal)
    (erasure,) = workspace.erasures.all()
    assert (erasure.reason, erasure.author) == ("本人申请", "周某")
    assert column(table, 2) == ["本人申请"]
    assert "已删除-1" in heard.told[-1][0]


def test_esc_leaves_everything_as_it_is(personal: DataPage, workspace: Workspace) -> None:
    look_up(personal, CLERK)
    press(Qt.Key.Key_Delete)
    find(personal, QLineEdit, "erasureReason").setText("本人申请")
    press(Qt.Key.Key_Escape)
    assert not find(personal, QLineEdit, "erasureReason").isVisible()
    assert workspace.erasures.all() == []
    assert focus_name() == "personal"


def test_nobody_of_that_name(personal: DataPage) -> None:
    look_up(personal, "钱无名")
    panel = personal.findChild(PersonalPanel)
    assert panel is not None
    assert "钱无名" in panel.line.text
    said = {each.text() for each in panel.findChildren(QLabel) if each.isVisible()}
    assert "Nothing was found" in said
    assert "Nothing was erased yet" not in said


def test_a_period_is_kept_and_says_what_is_due(personal: DataPage, workspace: Workspace) -> None:
    field = find(personal, QLineEdit, "keep_photos")
    field.setFocus()
    field.setText("12")
    press(Qt.Key.Key_Return)
    assert workspace.preferences.get(KEEP_PHOTOS) == "12"


def test_the_button_does_what_the_key_does(personal: DataPage, workspace: Workspace) -> None:
    look_up(personal, CLERK)
    click(personal, "erasePerson")
    assert focus_name() == "erasureReason"
    assert workspace.erasures.all() == []


@pytest.mark.ci
def test_what_is_due_goes_behind_the_window(
    personal: DataPage, workspace: Workspace, heard: Heard
) -> None:
    workspace.now = Clock(NOON + timedelta(days=90))
    field = find(personal, QLineEdit, "keep_names")
    field.setFocus()
    field.setText("1")
    press(Qt.Key.Key_Return)
    wait_until_looked_up(personal)
    click(personal, "eraseDue")
    find(personal, QLineEdit, "erasureReason").setText("满期")
    find(personal, QLineEdit, "erasureBy").setText("周某")
    aside = workspace.folder.with_name(f"{workspace.folder.name}-set-aside-2026-11-01-090000")
    aside.mkdir()
    press(Qt.Key.Key_Return)
    panel = personal.findChild(PersonalPanel)
    assert panel is not None
    named = find(panel, QPlainTextEdit, "bannerProblems").toPlainText()
    assert f"{CLERK} staff of 城东厅 1001" in named.splitlines()
    press(Qt.Key.Key_Return)
    wait_until_looked_up(personal)
    assert str(aside) in find(panel, QPlainTextEdit, "bannerProblems").toPlainText()
    assert "1 photo taken at their window is not erased." in heard.told[-1][0]
    assert heard.refused == []
    assert len(workspace.erasures.all()) > 2
    assert workspace.erasures.people(CLERK) == []
    assert heard.told[-1][0].startswith("5 people in ")
    assert not find(personal, QPushButton, "eraseDue").isEnabled()


@pytest.mark.ci
def test_backups_from_before_go_by_enter_and_the_new_one_is_told_of(
    personal: DataPage, session: Session, workspace: Workspace, heard: Heard
) -> None:
    now = NOON.replace(tzinfo=None)
    session.backed_up.emit(back_up(workspace.folder, now - timedelta(hours=1)))
    workspace.erasures.erase_person(HEAD, "本人申请", "周某")
    workspace.now = Clock(NOON + timedelta(minutes=5))
    panel = personal.findChild(PersonalPanel)
    assert panel is not None
    panel.redraw()
    ctrl = Qt.KeyboardModifier.ControlModifier
    press(Qt.Key.Key_B, ctrl)
    assert "“Delete” (↵) deletes." in panel.line.text
    press(Qt.Key.Key_Escape)
    assert not panel.line.waiting
    assert focus_name() == "personal"
    press(Qt.Key.Key_B, ctrl)
    press(Qt.Key.Key_Return)
    wait_for(lambda: session.runner.is_free)
    assert heard.told[-1][0] == "1 older backup was deleted."
    assert session.last_backup is not None
    assert session.last_backup.newest == backups_of(workspace.folder)[0]


def test_one_goes_on_while_it_is_erased_and_may_stop_it(
    personal: DataPage, session: Session, workspace: Workspace, heard: Heard
) -> None:
    look_up(personal, HEAD)
    press(Qt.Key.Key_Delete)
    find(personal, QLineEdit, "erasureReason").setText("本人申请")
    find(personal, QLineEdit, "erasureBy").setText("周某")
    press(Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    with workspace.database.transaction():  # it waits for its turn to write
        QTest.keyClick(focused, Qt.Key.Key_Return)
        session.runner.stop()
    wait_until_read()
    assert heard.told[-1][0] == "Stopped; nothing was erased."
    assert workspace.erasures.all() == []
    assert find(personal, QLineEdit, "erasureReason").text() == "本人申请"

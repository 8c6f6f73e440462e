"""Taking in a roster: a preview first, all or nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from inspector.domain.errors import CannotWriteError, FaultyFileError, NotFoundError
from inspector.domain.visit.roster import RosterRow
from inspector.gui.data.data_page import DataPage
from inspector.gui.data.roster.roster_proposals import AT_ONCE
from inspector.gui.session import Session
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.text_box import TextBox
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile
from tests.gui.data.conftest import Heard
from tests.gui.data.rosters import EAST, FAULTY, MESSY, TIDY, fill, two_halls, write_roster
from tests.gui.data.widgets import click, column, find, focus_name, press, rows
from tests.gui.waiting import wait_for, wait_until_read

CTRL = Qt.KeyboardModifier.ControlModifier


def preview_is_in_front(page: DataPage) -> bool:
    return any(each.isVisible() for each in page.findChildren(TableView, "rosterPreview"))


def test_an_empty_page_offers_what_to_do_next(page: DataPage) -> None:
    page.show_roster()
    assert focus_name() == "importFirstRoster"
    assert find(page, QPushButton, "saveFirstTemplate").isVisible()
    assert not find(page, QPushButton, "importRoster").isVisible()  # one filled button a page


@pytest.mark.ci
def test_enter_takes_in_what_the_preview_shows(
    page: DataPage, workspace: Workspace, heard: Heard, choose_file: ChooseFile
) -> None:
    choose_file(TIDY)
    press(Qt.Key.Key_O, CTRL)
    assert preview_is_in_front(page)
    assert column(find(page, TableView, "rosterPreview"), 0) == ["New"] * 9
    assert "8 windows: 8 new" in find(page, TextBox, "rosterSummary").text
    assert workspace.rosters.sites() == []

    press(Qt.Key.Key_Return)
    (site,) = workspace.rosters.sites()
    assert len(workspace.rosters.windows(site.id)) == 8
    assert not preview_is_in_front(page)
    assert rows(find(page, TableView, "sites")) == [[site.name, "8"]]
    assert len(rows(find(page, TableView, "windows"))) == 8
    assert focus_name() == "sites"
    assert heard.told[0][0].startswith("Imported “roster-telecom-tidy.xlsx”: 1 site (1 new)")


def test_what_comes_to_the_front_is_painted_in_a_step_of_its_own(
    page: DataPage, choose_file: ChooseFile
) -> None:
    stack = find(page, TableView, "sites").parentWidget()
    while not isinstance(stack, QStackedWidget):
        assert stack is not None
        stack = stack.parentWidget()
    choose_file(TIDY)
    press(Qt.Key.Key_O, CTRL)
    wait_for(stack.updatesEnabled)
    QTest.keyClick(find(page, QPushButton, "confirmRoster"), Qt.Key.Key_Return)
    assert not preview_is_in_front(page)
    assert not stack.updatesEnabled()
    wait_for(stack.updatesEnabled)


def test_no_stop_is_looked_for_among_all_that_is_in_the_window(
    page: DataPage, choose_file: ChooseFile
) -> None:
    """Who turns knows where the keyboard goes: Qt would try every stop when the one in use goes."""
    went: list[str] = []

    def note(_: QWidget | None, now: QWidget | None) -> None:
        went.append(now.objectName() if now is not None else "")

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(note)
    try:
        choose_file(TIDY)
        press(Qt.Key.Key_O, CTRL)
        press(Qt.Key.Key_Return)
        page.show_tab("backups")
    finally:
        app.focusChanged.disconnect(note)
    assert went == ["", "confirmRoster", "", "sites", "tab-backups", focus_name()]


@pytest.mark.ci
def test_escape_leaves_everything_as_it_was(
    page: DataPage, workspace: Workspace, choose_file: ChooseFile
) -> None:
    choose_file(TIDY)
    press(Qt.Key.Key_O, CTRL)
    press(Qt.Key.Key_Escape)
    assert not preview_is_in_front(page)
    assert workspace.rosters.sites() == []
    assert focus_name() == "importFirstRoster"


@pytest.mark.ci
def test_enter_on_the_discard_button_discards(
    page: DataPage, workspace: Workspace, choose_file: ChooseFile
) -> None:
    choose_file(TIDY)
    press(Qt.Key.Key_O, CTRL)
    find(page, QPushButton, "discardRoster").setFocus()
    press(Qt.Key.Key_Return)
    assert workspace.rosters.sites() == []


@pytest.mark.ci
def test_enter_on_a_row_of_the_preview_takes_in(
    page: DataPage, workspace: Workspace, choose_file: ChooseFile
) -> None:
    choose_file(TIDY)
    press(Qt.Key.Key_O, CTRL)
    table = find(page, TableView, "rosterPreview")
    table.setFocus()
    table.selectRow(2)
    press(Qt.Key.Key_Return)
    assert len(workspace.rosters.sites()) == 1


@pytest.mark.ci
def test_a_click_takes_in(page: DataPage, workspace: Workspace, choose_file: ChooseFile) -> None:
    choose_file(MESSY)
    click(page, "importFirstRoster")
    summary = find(page, TextBox, "rosterSummary").text
    assert "14 windows: 14 new" in summary
    assert "Sheets without a roster, not read" in summary
    click(page, "confirmRoster")
    (site,) = workspace.rosters.sites()
    assert len(workspace.rosters.windows(site.id)) == 14


def test_a_faulty_file_is_refused_whole(
    page: DataPage, workspace: Workspace, heard: Heard, choose_file: ChooseFile
) -> None:
    choose_file(FAULTY)
    press(Qt.Key.Key_O, CTRL)
    (error,) = heard.refused
    assert isinstance(error, FaultyFileError)
    assert len(error.problems) == 4
    assert not preview_is_in_front(page)
    assert workspace.rosters.sites() == []


@pytest.mark.ci
def test_a_file_that_says_nothing_new_is_not_previewed(
    page: DataPage, workspace: Workspace, heard: Heard, choose_file: ChooseFile
) -> None:
    workspace.rosters.take_in(workspace.rosters.preview(TIDY))
    choose_file(TIDY)
    press(Qt.Key.Key_O, CTRL)
    assert not preview_is_in_front(page)
    assert heard.told == [("“roster-telecom-tidy.xlsx” says nothing new. Nothing was changed.", "")]


@pytest.mark.ci
def test_the_preview_says_what_is_changed_and_how(
    page: DataPage, workspace: Workspace, tmp_path: Path, choose_file: ChooseFile
) -> None:
    fill(workspace, tmp_path)
    first, second, third, _ = two_halls()
    choose_file(
        write_roster(
            tmp_path / "new.xlsx",
            workspace,
            [
                replace(first, department="市场部"),
                replace(second, department="市场部", team="晚班"),
                third,
                replace(third, window="3号窗口", staff_number="1004"),
            ],
        )
    )
    press(Qt.Key.Key_O, CTRL)
    changed, person, added = rows(find(page, TableView, "rosterPreview"))
    assert changed == ["Changed", EAST, "1号窗口", "Department: 综合部 → 市场部"]
    assert person == ["Changed", EAST, "1号窗口", "1002 李四 → 1002 李四 (晚班)"]
    assert added[:3] == ["New", EAST, "3号窗口"]
    assert added[3] == "Window kind: 收费; People on duty: 1004 (早班); Department: 综合部"


@pytest.mark.ci
def test_the_preview_waits_while_another_tab_is_in_front(
    page: DataPage, choose_file: ChooseFile
) -> None:
    choose_file(TIDY)
    press(Qt.Key.Key_O, CTRL)
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert preview_is_in_front(page)
    assert focus_name() == "confirmRoster"


def test_nothing_chosen_is_nothing_done(
    page: DataPage, heard: Heard, choose_file: ChooseFile
) -> None:
    choose_file(None)
    press(Qt.Key.Key_O, CTRL)
    click(page, "saveFirstTemplate")
    assert not preview_is_in_front(page)
    assert heard == Heard()


def test_a_file_that_is_gone_is_refused(
    page: DataPage, heard: Heard, tmp_path: Path, choose_file: ChooseFile
) -> None:
    choose_file(tmp_path / "gone.xlsx")
    press(Qt.Key.Key_O, CTRL)
    assert [type(error) for error in heard.refused] == [NotFoundError]


# The template


@pytest.mark.ci
def test_the_template_is_saved_under_the_chosen_name(
    page: DataPage, heard: Heard, tmp_path: Path, choose_file: ChooseFile
) -> None:
    choose_file(tmp_path / "花名册")
    click(page, "saveFirstTemplate")
    path = tmp_path / "花名册.xlsx"
    wait_for(lambda: heard.told)
    assert path.is_file()
    assert heard.told == [("Template saved: 花名册.xlsx. Fill it in, then import it.", str(path))]


def test_a_template_replaces_a_file_only_under_its_whole_name(
    page: DataPage, heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    existing = tmp_path / "花名册.xlsx"
    existing.write_text("important")
    proposed: list[str] = []

    def ask(_: QWidget, __: str, path: str, ___: str) -> tuple[str, str]:
        proposed.append(path)
        return ("" if len(proposed) > 1 else str(tmp_path / "花名册"), "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    click(page, "saveFirstTemplate")
    assert proposed[1] == str(existing)  # so that the dialog itself asks about it
    assert existing.read_text() == "important"
    assert heard == Heard()


@pytest.mark.ci
def test_a_template_that_cannot_be_saved_is_refused(
    page: DataPage, heard: Heard, tmp_path: Path, choose_file: ChooseFile
) -> None:
    choose_file(tmp_path / "no folder" / "roster.xlsx")
    click(page, "saveFirstTemplate")
    wait_for(lambda: heard.refused)
    assert heard.told == []
    assert len(heard.refused) == 1
    assert isinstance(heard.refused[0], CannotWriteError)


def _large(workspace: Workspace, path: Path) -> Path:
    """Write a roster of more windows than a key waits for."""
    many = [RosterRow(EAST, f"{number}号窗口", "cashier") for number in range(AT_ONCE + 1)]
    return write_roster(path, workspace, many)


@pytest.mark.ci
def test_a_large_roster_is_taken_in_beside_the_window(
    page: DataPage, workspace: Workspace, heard: Heard, choose_file: ChooseFile, tmp_path: Path
) -> None:
    choose_file(_large(workspace, tmp_path / "large.xlsx"))
    press(Qt.Key.Key_O, CTRL)
    wait_for(lambda: preview_is_in_front(page))
    QTest.keyClick(find(page, QPushButton, "confirmRoster"), Qt.Key.Key_Return)
    assert workspace.rosters.sites() == []  # not yet
    wait_until_read()
    (site,) = workspace.rosters.sites()
    assert len(workspace.rosters.windows(site.id)) == AT_ONCE + 1
    wait_for(lambda: not preview_is_in_front(page))
    assert focus_name() == "sites"
    assert rows(find(page, TableView, "sites")) == [[EAST, f"{AT_ONCE + 1}"]]
    assert heard.told[0][0].startswith("Imported “large.xlsx”: 1 site (1 new)")
    press(Qt.Key.Key_Z, CTRL)
    assert workspace.rosters.sites() == []
    assert heard.told[-1][0].startswith("Undone: Imported “large.xlsx”")


@pytest.mark.ci
def test_a_large_roster_that_is_stopped_leaves_nothing(
    page: DataPage, session: Session, workspace: Workspace, choose_file: ChooseFile, tmp_path: Path
) -> None:
    choose_file(_large(workspace, tmp_path / "large.xlsx"))
    press(Qt.Key.Key_O, CTRL)
    wait_for(lambda: preview_is_in_front(page))
    QTest.keyClick(find(page, QPushButton, "confirmRoster"), Qt.Key.Key_Return)
    session.runner.stop()
    wait_until_read()
    assert workspace.rosters.sites() == []
    assert preview_is_in_front(page)  # to try again

"""The roster as it is: finding a site, reading its windows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit

from inspector.gui.data.data_page import DataPage
from inspector.gui.session import Session
from inspector.gui.widgets.lists.table import TableView
from inspector.workspace.changes import Changes
from tests.conftest import ChooseFile
from tests.gui.data.rosters import EAST, MESSY, WEST, write_halls
from tests.gui.data.widgets import column, find, focus_name, press, rows, type_text
from tests.gui.waiting import wait_for
from tests.written_once import Write


@pytest.fixture
def write() -> Write:
    return write_halls


def test_a_site_shows_its_windows_and_everyone_at_them(page: DataPage) -> None:
    assert rows(find(page, TableView, "sites")) == [[EAST, "2"], [WEST, "1"]]
    assert rows(find(page, TableView, "windows")) == [
        ["1号窗口", "综合受理", "1001 张三 (早班)、1002 李四", "综合部", "值班经理"],
        ["2号窗口", "收费", "1003 (早班)", "综合部", ""],
    ]
    assert focus_name() == "sites"


def test_down_shows_the_next_site(page: DataPage) -> None:
    press(Qt.Key.Key_Down)
    assert column(find(page, TableView, "windows"), 2) == ["1101"]


def test_a_site_is_found_by_part_pinyin_or_initials(page: DataPage) -> None:
    press(Qt.Key.Key_Slash)
    assert focus_name() == "siteSearch"
    search = find(page, QLineEdit, "siteSearch")
    for query in ("cx", "chengxi", "西营"):
        search.clear()
        assert column(find(page, TableView, "sites"), 0) == [EAST, WEST]
        type_text(query)
        assert column(find(page, TableView, "sites"), 0) == [WEST], query
        assert column(find(page, TableView, "windows"), 2) == ["1101"], query
    press(Qt.Key.Key_Return)
    assert focus_name() == "sites"
    press(Qt.Key.Key_Return)
    assert focus_name() == "windows"
    assert find(page, TableView, "windows").currentIndex().row() == 0


def test_a_search_without_a_match_says_so_and_escape_ends_it(page: DataPage) -> None:
    press(Qt.Key.Key_Slash)
    type_text("zz")
    assert rows(find(page, TableView, "sites")) == []
    assert rows(find(page, TableView, "windows")) == []
    assert "No site matches “zz”" in [label.text() for label in page.findChildren(QLabel)]
    press(Qt.Key.Key_Escape)
    assert len(rows(find(page, TableView, "sites"))) == 2
    press(Qt.Key.Key_Escape)
    assert focus_name() == "sites"


def test_the_chosen_site_stays_chosen_when_the_roster_changes(
    page: DataPage, session: Session
) -> None:
    press(Qt.Key.Key_Down)
    session.changed.emit(Changes(roster=True))
    assert find(page, TableView, "sites").currentIndex().row() == 1
    assert column(find(page, TableView, "windows"), 2) == ["1101"]


@pytest.mark.ci
def test_a_site_just_taken_in_is_chosen_even_when_a_search_hides_it(
    page: DataPage, choose_file: ChooseFile
) -> None:
    press(Qt.Key.Key_Slash)
    type_text("cx")
    choose_file(MESSY)
    press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return)
    assert find(page, QLineEdit, "siteSearch").text() == ""
    assert len(rows(find(page, TableView, "windows"))) == 14


def test_rows_are_copied_with_their_header(page: DataPage) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "Window\tWindow kind\tPeople on duty\tDepartment\tLeader\n"
        "1号窗口\t综合受理\t1001 张三 (早班)、1002 李四\t综合部\t值班经理"
    )


def test_a_long_name_makes_its_row_higher_instead_of_being_cut(page: DataPage) -> None:
    sites = find(page, TableView, "sites")
    before = sites.rowHeight(0)
    page.resize(700, 500)
    windows = find(page, TableView, "windows")
    wait_for(lambda: windows.rowHeight(0) > before)

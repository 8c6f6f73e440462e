"""Columns chosen by keys and by mouse, kept at once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from inspector.gui.data.data_page import DataPage
from inspector.gui.data.preferences.column_list import ColumnList
from inspector.workspace.papers.column_choices import LEDGER_COLUMNS, SUMMARY_COLUMNS
from inspector.workspace.workspace import Workspace
from tests.gui.data.widgets import find, press

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def columns(page: DataPage) -> ColumnList:
    press(Qt.Key.Key_3, ALT)
    found = find(page, ColumnList, "summaryColumns")
    found.setFocus()
    return found


def headers(workspace: Workspace) -> tuple[str, ...]:
    return workspace.column_choices.of(SUMMARY_COLUMNS).headers


def test_space_hides_a_column_and_shows_it_again(columns: ColumnList, workspace: Workspace) -> None:
    columns.setCurrentRow(2)
    press(Qt.Key.Key_Space)
    assert "检查次数" not in headers(workspace)
    assert columns.item(2).checkState() is Qt.CheckState.Unchecked
    assert columns.currentRow() == 2
    press(Qt.Key.Key_Space)
    assert headers(workspace)[2] == "检查次数"


def test_a_column_that_has_to_be_there_says_so_and_stays(
    columns: ColumnList, workspace: Workspace
) -> None:
    columns.setCurrentRow(1)
    assert columns.item(1).text() == "单位 (always)"
    press(Qt.Key.Key_Space)
    assert headers(workspace)[1] == "单位"
    assert columns.item(1).checkState() is Qt.CheckState.Checked


def test_alt_and_an_arrow_move_it_and_the_row_goes_along(
    columns: ColumnList, workspace: Workspace
) -> None:
    columns.setCurrentRow(0)
    press(Qt.Key.Key_Up, ALT)  # it is the first
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, ALT)
    assert headers(workspace)[:3] == ("单位", "检查次数", "名次")
    assert columns.currentRow() == 2
    press(Qt.Key.Key_Up)
    assert columns.currentRow() == 1
    place = columns.visualItemRect(columns.item(2)).center()
    columns.customContextMenuRequested.emit(place)  # the right button
    (menu,) = (each for each in columns.findChildren(QMenu) if each.isVisible())
    up = next(each for each in menu.actions() if each.objectName() == "move-up")
    where = menu.actionGeometry(up).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=where)
    assert headers(workspace)[:3] == ("单位", "名次", "检查次数")


def test_a_click_on_the_box_and_the_way_back(
    columns: ColumnList, page: DataPage, workspace: Workspace
) -> None:
    place = columns.visualItemRect(columns.item(3))
    for x, hidden in ((place.left() + 90, False), (place.left() + 8, True)):
        QTest.mouseClick(
            columns.viewport(),
            Qt.MouseButton.LeftButton,
            pos=QPoint(x, place.center().y()),
        )
        assert ("窗口数" not in headers(workspace)) is hidden
    find(page, QPushButton, "summaryColumnsUsual").click()
    assert "窗口数" in headers(workspace)


def test_optional_columns_of_the_ledger_are_there_to_be_chosen(
    columns: ColumnList, page: DataPage, workspace: Workspace
) -> None:
    ledger = find(page, ColumnList, "ledgerColumns")
    ledger.setFocus()
    texts = [ledger.item(row).text() for row in range(ledger.count())]
    assert texts[-5:] == ["工号", "检查时扣分", "复核后扣分", "第几次", "整改通知单"]
    assert all(
        ledger.item(row).checkState() is Qt.CheckState.Unchecked
        for row in range(ledger.count() - 5, ledger.count())
    )
    ledger.setCurrentRow(ledger.count() - 5)
    press(Qt.Key.Key_Space)
    assert workspace.column_choices.of(LEDGER_COLUMNS).headers[-1] == "工号"

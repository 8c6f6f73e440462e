"""A roster file without 窗口类型: the preview and the roster say what windows are taken for."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from inspector.gui.data.data_page import DataPage
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.text_box import TextBox
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile
from tests.excel.rosters.rosters import roster
from tests.gui.data.widgets import click, column, find, press, rows

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def file(tmp_path: Path) -> Path:
    names = ("导诊台", "采血窗口2", "5号窗口")
    return roster(tmp_path, [["市人民医院", name] for name in names], ("单位", "窗口号"))


def choose(box: QComboBox, words: str) -> None:
    """Choose by the keyboard, as after T."""
    wanted = box.findText(words)
    assert wanted >= 0, [box.itemText(n) for n in range(box.count())]
    view = box.view()
    assert view.isVisible()
    while view.currentIndex().row() != wanted:
        down = view.currentIndex().row() < wanted
        QTest.keyClick(view, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Return)


@pytest.mark.ci
def test_what_windows_are_taken_for_is_shown_and_changed(
    page: DataPage, workspace: Workspace, choose_file: ChooseFile, file: Path
) -> None:
    choose_file(file)
    press(Qt.Key.Key_O, CTRL)
    table = find(page, TableView, "rosterPreview")
    assert column(table, 3) == [
        "",
        "Window kind: taken for 导诊台 by its name",
        "Window kind: taken for 采血窗口 by its name",
        "Window kind: no kind told, taken for 挂号收费",
    ]
    said = find(page, TextBox, "rosterSummary").text
    assert "导诊台" not in said  # once: in its row

    # By key: T opens the choice for the rows that are chosen.
    table.setFocus()
    table.selectRow(3)
    press(Qt.Key.Key_T)
    choose(find(page, QComboBox, "previewKind"), "住院处")
    assert column(table, 3)[3] == "Window kind: 住院处"
    # By mouse: the button does the same.
    table.selectRow(2)
    click(page, "chooseKind")
    choose(find(page, QComboBox, "previewKind"), "护士站")
    assert column(table, 3)[2] == "Window kind: 护士站"
    click(page, "confirmRoster")

    (site,) = workspace.rosters.sites()
    kinds = [window.kind for window in workspace.rosters.windows(site.id)]
    assert kinds == ["", "nurse-station", "admission"]
    windows = find(page, TableView, "windows")
    assert column(windows, 1) == ["导诊台 (by name)", "护士站", "住院处"]


@pytest.mark.ci
def test_the_form_says_what_a_name_tells_while_it_is_typed(
    page: DataPage, workspace: Workspace, choose_file: ChooseFile, file: Path
) -> None:
    choose_file(file)
    press(Qt.Key.Key_O, CTRL)
    press(Qt.Key.Key_Return)
    windows = find(page, TableView, "windows")
    windows.setFocus()
    windows.selectRow(0)
    press(Qt.Key.Key_F2)
    kind = find(page, QComboBox, "rosterKind")
    assert kind.currentText() == "导诊台 (by name)"
    find(page, QLineEdit, "rosterNumber").setText("采血3")
    assert kind.currentText() == "采血窗口 (by name)"
    kind.setCurrentIndex(kind.findText("收费"))
    click(page, "saveRoster")
    assert rows(windows)[0][:2] == ["采血3", "收费"]
    (site,) = workspace.rosters.sites()
    assert workspace.rosters.windows(site.id)[0].kind == "cashier"

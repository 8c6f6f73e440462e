"""The page around the tabs: keys, focus, names, what the head offers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.data.page import DataPage
from inspector.gui.session import Session
from inspector.gui.table import TableView
from inspector.workspace.workspace import Workspace
from tests.gui.data.rosters import fill
from tests.gui.data.widgets import find, focus_name, press

ALT = Qt.KeyboardModifier.AltModifier
TABS = ["tab-roster", "tab-packs", "tab-preferences", "tab-bin"]
FIRST = ["sites", "packs", "preference-language", "tab-bin"]


@pytest.fixture
def workspace(workspace: Workspace, tmp_path: Path) -> Workspace:
    fill(workspace, tmp_path)
    return workspace


def front_tab(page: DataPage) -> str:
    return next(name for name in TABS if find(page, QPushButton, name).isChecked())


@pytest.mark.parametrize("index", range(4))
def test_alt_and_a_digit_goes_to_a_tab_and_into_it(
    qtbot: QtBot, page: DataPage, index: int
) -> None:
    press(qtbot, Qt.Key(Qt.Key.Key_1 + index), ALT)
    assert front_tab(page) == TABS[index]
    assert focus_name() == FIRST[index]


def test_left_and_right_move_along_the_tabs(qtbot: QtBot, page: DataPage) -> None:
    find(page, QPushButton, "tab-roster").setFocus()
    for name in TABS[1:]:
        press(qtbot, Qt.Key.Key_Right)
        assert front_tab(page) == focus_name() == name
    press(qtbot, Qt.Key.Key_Left)
    assert front_tab(page) == "tab-preferences"


def test_a_click_on_a_tab_brings_it_forward(qtbot: QtBot, page: DataPage) -> None:
    qtbot.mouseClick(find(page, QPushButton, "tab-packs"), Qt.MouseButton.LeftButton)
    assert find(page, TableView, "packs").isVisible()


def test_tab_goes_from_the_tabs_through_the_head_to_the_panel(qtbot: QtBot, page: DataPage) -> None:
    find(page, QPushButton, "tab-roster").setFocus()
    seen = []
    for _ in range(5):
        press(qtbot, Qt.Key.Key_Tab)
        seen.append(focus_name())
    assert seen == ["saveTemplate", "importRoster", "siteSearch", "sites", "windows"]


def test_the_head_has_the_buttons_of_the_tab_in_front(qtbot: QtBot, page: DataPage) -> None:
    names = ("saveTemplate", "importRoster", "importPack", "takeBack")

    def offered() -> list[str]:
        return [name for name in names if find(page, QPushButton, name).isVisible()]

    assert offered() == ["saveTemplate", "importRoster"]
    press(qtbot, Qt.Key.Key_2, ALT)
    assert offered() == ["importPack"]
    press(qtbot, Qt.Key.Key_3, ALT)
    assert offered() == []


def test_the_line_of_keys_follows_the_tab(qtbot: QtBot, page: DataPage) -> None:
    assert [key for key, _ in page.keys()] == ["Ctrl+O", "/", "Alt+1…4"]
    with qtbot.waitSignal(page.keys_changed):
        press(qtbot, Qt.Key.Key_3, ALT)
    assert [key for key, _ in page.keys()][0] == "Tab"
    for index in range(4):
        press(qtbot, Qt.Key(Qt.Key.Key_1 + index), ALT)
        assert {key for key, _ in page.keys()} <= {key for key, _ in page.all_keys()}


@pytest.mark.parametrize("index", range(4))
def test_whatever_takes_the_keyboard_has_a_name(qtbot: QtBot, page: DataPage, index: int) -> None:
    press(qtbot, Qt.Key(Qt.Key.Key_1 + index), ALT)
    names: set[str] = set()
    for widget in page.findChildren(QWidget):
        tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tabbed and widget.isVisible() and not widget.objectName().startswith("qt_"):
            assert widget.objectName(), widget
            assert widget.accessibleName(), widget.objectName()
            names.add(widget.objectName())
    reached = set()
    for _ in range(2 * len(names) + 2):
        press(qtbot, Qt.Key.Key_Tab)
        reached.add(focus_name())
    assert reached == names


def test_the_page_does_not_read_before_it_is_seen(qtbot: QtBot, session: Session) -> None:
    page = DataPage(session)
    qtbot.addWidget(page)
    assert find(page, TableView, "sites").model().rowCount() == 0
    assert find(page, TableView, "packs").model().rowCount() == 0


def test_show_roster_comes_from_any_tab(qtbot: QtBot, page: DataPage) -> None:
    press(qtbot, Qt.Key.Key_3, ALT)
    page.show_roster()
    assert front_tab(page) == "tab-roster"
    assert focus_name() == "sites"
    assert QApplication.focusWidget() is not None

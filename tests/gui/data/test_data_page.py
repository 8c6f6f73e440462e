"""The page around the tabs: keys, focus, names, what the head offers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.data.data_page import DataPage
from inspector.gui.frame.tab_round import go_round
from inspector.gui.session import Session
from inspector.gui.widgets.lists.table import TableView
from tests.gui.commands.said import line_of, sheet_of
from tests.gui.data.rosters import write_halls
from tests.gui.data.widgets import click, find, focus_name, press
from tests.gui.waiting import LONGEST
from tests.written_once import Write

ALT = Qt.KeyboardModifier.AltModifier
TABS = ["tab-roster", "tab-packs", "tab-preferences", "tab-bin", "tab-holidays", "tab-backups",
        "tab-exports"]  # fmt: skip
FIRST = ["sites", "packs", "preference-language", "tab-bin", "holidays", "lookOver", "tab-exports"]


@pytest.fixture
def write() -> Write:
    return write_halls


def names(keys: list[tuple[str, str]]) -> list[str]:
    return [key for key, _ in keys]


def front_tab(page: DataPage) -> str:
    return next(name for name in TABS if find(page, QPushButton, name).isChecked())


@pytest.mark.ci
def test_alt_and_a_digit_goes_to_a_tab_and_into_it(page: DataPage) -> None:
    for index in (5, *range(len(TABS))):  # to the first, too, from another
        press(Qt.Key(Qt.Key.Key_1 + index), ALT)
        assert front_tab(page) == TABS[index]
        assert focus_name() == FIRST[index]


def takes_the_keyboard(widget: QWidget) -> bool:
    """Tell whether Tab should come to a widget."""
    wanted = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    seen = widget.isVisible() and widget.isEnabled()
    return bool(wanted) and seen and not widget.objectName().startswith("qt_")


@pytest.mark.ci
def test_left_and_right_move_along_the_tabs(page: DataPage) -> None:
    find(page, QPushButton, "tab-roster").setFocus()
    for name in TABS[1:]:
        press(Qt.Key.Key_Right)
        assert front_tab(page) == focus_name() == name
    press(Qt.Key.Key_Left)
    assert front_tab(page) == TABS[-2]


@pytest.mark.ci
def test_a_click_on_a_tab_brings_it_forward(page: DataPage) -> None:
    click(page, "tab-packs")
    assert find(page, TableView, "packs").isVisible()


def test_tab_goes_down_the_page(page: DataPage) -> None:
    find(page, QPushButton, "saveTemplate").setFocus()
    seen = []
    for _ in range(10):
        assert go_round(page, forward=True, without=())  # what Tab is to the window
        seen.append(focus_name())
    assert seen == [
        "exportRoster", "importRoster", "tab-roster", "siteSearch", "sites", "addSite",
        "changeSite", "endSite", "rosterWindows", "windows",
    ]  # fmt: skip


def test_the_head_has_the_buttons_of_the_tab_in_front(page: DataPage) -> None:
    buttons = ("saveTemplate", "importRoster", "importPack", "takeBack")

    def offered() -> list[str]:
        made = page.findChildren(QPushButton)
        return [name for name in buttons if name in {b.objectName() for b in made if b.isVisible()}]

    assert offered() == ["saveTemplate", "importRoster"]
    press(Qt.Key.Key_2, ALT)
    assert offered() == ["importPack"]
    press(Qt.Key.Key_3, ALT)
    assert offered() == []


@pytest.mark.ci
def test_the_line_of_keys_follows_the_tab(qtbot: QtBot, page: DataPage) -> None:
    assert names(line_of(page)) == ["Ctrl+N", "Ctrl+O", "/", "Alt+1…0"]
    with qtbot.waitSignal(page.keys_changed, timeout=LONGEST):
        press(Qt.Key.Key_3, ALT)
    assert names(sheet_of(page))[0] == "Tab"
    assert names(line_of(page)) == ["Ctrl+I", "Alt+1…0"]
    for index in range(6):
        press(Qt.Key(Qt.Key.Key_1 + index), ALT)
        assert set(names(line_of(page))) <= set(names(sheet_of(page)))


@pytest.mark.ci
def test_whatever_takes_the_keyboard_has_a_name(page: DataPage) -> None:
    for index, tab in enumerate(TABS):
        press(Qt.Key(Qt.Key.Key_1 + index), ALT)
        for widget in page.findChildren(QWidget):
            if takes_the_keyboard(widget):
                assert widget.objectName(), widget
                assert widget.accessibleName(), widget.objectName()
        reached = set()
        for _ in range(60):
            press(Qt.Key.Key_Tab)
            reached.add(focus_name())
        # Looked for afterwards: where a row is in front more can be done with it.
        takers = filter(takes_the_keyboard, page.findChildren(QWidget))
        assert (tab, reached) == (tab, {each.objectName() for each in takers})


def test_nothing_is_read_or_built_before_it_is_wanted(qtbot: QtBot, session: Session) -> None:
    page = DataPage(session)
    page.be_whole()
    qtbot.addWidget(page)
    assert find(page, TableView, "sites").model().rowCount() == 0
    assert page.findChild(TableView, "packs") is None
    page.panel("packs")
    assert find(page, TableView, "packs").model().rowCount() == 0
    assert find(page, QPushButton, "importPack").isHidden()


def test_show_roster_comes_from_any_tab(page: DataPage) -> None:
    press(Qt.Key.Key_3, ALT)
    page.show_roster()
    assert front_tab(page) == "tab-roster"
    assert focus_name() == "sites"
    assert QApplication.focusWidget() is not None

"""The lists of the page 资料 under the right button: what can be done with a row, in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton

from inspector.gui.data.data_page import DataPage
from inspector.gui.widgets.lists.table import TableView
from tests.gui.data.widgets import find, press, type_text

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def menu_at(view: TableView, row: int) -> list[str]:
    """Return the words of the menu that the right button opens on a row; it is closed again."""
    where = view.visualRect(view.model().index(row, 0)).center()
    inside = view.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, where, inside.mapToGlobal(where))
    QApplication.sendEvent(inside, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [act.text().partition("\t")[0] for act in menu.actions()]
    menu.close()
    return words


@pytest.mark.parametrize(
    ("tab", "name", "first"),
    [
        (Qt.Key.Key_2, "packs", ["Edit…", "New checklist…", "Copy…", "Export as Excel…", "Print…"]),
        (Qt.Key.Key_2, "packItems", ["On an item: adapt it for the chosen site", "Edit…"]),
        (Qt.Key.Key_5, "holidays", ["Edit", "Take back your own entry", "Add days"]),
    ],
)
def test_a_row_has_a_menu(page: DataPage, tab: Qt.Key, name: str, first: list[str]) -> None:
    press(tab, ALT)
    view = find(page, TableView, name)
    assert menu_at(view, 1)[: len(first)] == first
    assert view.currentIndex().row() == 1


def test_days_that_were_put_away_come_back_by_a_button(page: DataPage) -> None:
    press(Qt.Key.Key_5, ALT)
    press(Qt.Key.Key_N, CTRL)
    name = find(page, QLineEdit, "holidayName")
    name.setFocus()
    type_text("Fair")
    press(Qt.Key.Key_Escape)
    again = [each for each in page.findChildren(QPushButton, "bannerAction") if each.isVisible()]
    assert [each.text() for each in again] == ["Bring back"]
    QTest.mouseClick(again[0], Qt.MouseButton.LeftButton)
    assert name.isVisible()
    assert name.text() == "Fair"

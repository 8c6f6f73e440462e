"""Finding widgets by name, and reading what tables show."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from inspector.gui.widgets.lists.table import TableView
from tests.gui.waiting import wait_until_read

W = TypeVar("W", bound=QWidget)


def find(page: QWidget, kind: type[W], name: str) -> W:
    """Return the widget of this name."""
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def rows(view: TableView) -> list[list[str]]:
    """Return the texts of a table."""
    model = view.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def column(view: TableView, position: int) -> list[str]:
    """Return the texts of a column."""
    return [row[position] for row in rows(view)]


def press(
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key where the focus is, and wait for a file that is read."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)
    wait_until_read()


def type_text(text: str) -> None:
    """Type where the focus is; Chinese comes from an input method."""
    focused = QApplication.focusWidget()
    assert focused is not None
    if text.isascii():
        QTest.keyClicks(focused, text)
    else:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(focused, event)


def click(page: QWidget, name: str) -> None:
    """Click a button, and wait for a file that is read."""
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)
    wait_until_read()


def choose_in_menu(page: QWidget, button: str, name: str) -> None:
    """Click a button that opens a menu, and choose in it."""
    click(page, button)
    (menu,) = [each for each in page.window().findChildren(QMenu) if each.isVisible()]
    act = next(each for each in menu.actions() if each.objectName() == name)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(act).center())


def focus_name() -> str:
    """Return the name of the widget with the keyboard."""
    focused = QApplication.focusWidget()
    return focused.objectName() if focused else ""

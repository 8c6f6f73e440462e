"""Finding widgets by name, and reading what tables show."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.table import TableView

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
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def type_text(qtbot: QtBot, text: str) -> None:
    """Type where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, text)


def focus_name() -> str:
    """Return the name of the widget with the keyboard."""
    focused = QApplication.focusWidget()
    return focused.objectName() if focused else ""

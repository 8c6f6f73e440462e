"""What stands in the way of completing a visit, listed on the page; one goes along it by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import UP_DOWN
from inspector.gui.measures import measures
from inspector.gui.theme import GRID
from inspector.gui.visits.scoring.lists.found_item_list import FoundItemList
from inspector.gui.visits.scoring.lists.items_at_windows import ItemAtWindow
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr

_ALONG = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip
_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_GONE_FOR_A_WHILE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class _FoundItems(FoundItemList):
    """Has the keyboard; a key that is not about the list is for the item one stands on."""

    forsaken = Signal()

    def __init__(self, items: QWidget) -> None:
        super().__init__("obstacleList", tr("What is missing"))
        self._items = items

    def event(self, event: QEvent) -> bool:
        own = (*_ALONG, *_MODIFIERS)
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() not in own
        ):
            self._items.setFocus()  # what the page does by this key, it does from there
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ALONG:
            super().keyPressEvent(event)
        elif event.key() not in _MODIFIERS:
            self._items.setFocus()
            QApplication.sendEvent(self._items, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _GONE_FOR_A_WHILE:
            self.forsaken.emit()


class ObstacleList(QFrame):
    """The list under its keys. What one stands on in it is in front above."""

    stood = Signal(str, str)
    """A scorecard (its id) and an item (its id) that one stands on."""

    entered = Signal()
    """Enter: to the item, where what is missing can be typed."""

    left = Signal()
    """Esc: back to where one was."""

    def __init__(self, items: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("obstacles")
        self.found_items = _FoundItems(items)
        table = self.commands = CommandTable(self.found_items)
        along = tr("Along the list")
        told = [table.add("along", along, UP_DOWN, short=along)]
        told += table.add_answers(
            (tr("To the item"), self.entered.emit), (tr("Back"), self.left.emit)
        )
        self._told = "   ".join(f"{each.key} {each.iconText()}" for each in told)
        keys = self._keys = label("", "small")
        keys.setObjectName("obstacleKeys")
        keys.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        stack(self, (keys, self.found_items), margin=(0, 1, 0, 0))
        self.found_items.selectionModel().currentChanged.connect(self._on_current)
        self.found_items.clicked.connect(lambda index: self.entered.emit())
        self.found_items.forsaken.connect(self.hide)
        self.hide()

    def show_found_items(self, found_items: Sequence[ItemAtWindow]) -> None:
        """Show what is missing and take the keyboard, standing on the first of it."""
        self._keys.setText(
            tr("Missing:   {keys}", keys=self._told)
            if measures().shows_keys
            else tr("Missing: a tap leads to it")
        )
        self.show()
        self.found_items.setFocus()
        self.found_items.show_found_items(found_items)

    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:
        found_item = self.found_items.current
        if found_item is not None and self.isVisible():
            self.stood.emit(found_item.card.id, found_item.item.id)

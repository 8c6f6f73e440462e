"""The list of items: it has the keyboard while an inspector scores."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from inspector.gui.visits.scoring.lists.item_delegate import ItemDelegate
from inspector.gui.visits.scoring.lists.item_model import ItemModel
from inspector.gui.widgets.lists.steady_list import SteadyList
from inspector.translation import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REPEATABLE = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_ALLOWED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class ItemList(SteadyList):
    """One model, one delegate; letters and digits are commands, never a search."""

    tabbed = Signal()
    """Tab, to the fields beside the list; whether there are any, the page knows."""

    pressed_other = Signal()
    """A key that is no command came in: whatever waited for an answer is off."""

    def __init__(self, model: ItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("items")
        self.setAccessibleName(tr("Items"))
        self.setModel(model)
        self.setItemDelegate(ItemDelegate(self))
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._commands: Mapping[str | int, Callable[[], None]] = {}

    def set_commands(self, commands: Mapping[str | int, Callable[[], None]]) -> None:
        """Say what a character (lower case) or a key does."""
        self._commands = commands

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward:
            self.tabbed.emit()
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not (event.modifiers() & ~_ALLOWED)
        key = Qt.Key.Key_Return if event.key() in _ENTER else event.key()
        command = self._commands.get(key) or self._commands.get(event.text().lower())
        if plain and command is not None:
            # A key that is held down answers one item and confirms nothing by itself.
            if not event.isAutoRepeat() or key in _REPEATABLE:
                command()
            return
        if event.key() in _MODIFIERS:
            return  # the beginning of a shortcut, which may be the answer waited for
        self.pressed_other.emit()
        if plain and event.text().strip():
            event.ignore()  # not the view's own search by letter
            return
        super().keyPressEvent(event)

"""The list of items: it has the keyboard while an inspector scores."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from inspector.gui.visits.scoring.lists.item_delegate import ItemDelegate
from inspector.gui.visits.scoring.lists.item_model import ItemModel
from inspector.gui.widgets.lists.steady_list import SteadyList
from inspector.translation import tr

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

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward:
            self.tabbed.emit()
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS:
            return  # the beginning of a shortcut, which may be the answer waited for
        self.pressed_other.emit()
        if event.text().strip() and not event.modifiers() & ~_ALLOWED:
            event.ignore()  # not the view's own search by letter
            return
        super().keyPressEvent(event)

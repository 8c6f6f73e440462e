"""A field that chooses one of several, and is changed only by who means to change it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QItemDelegate, QStyleOptionViewItem

from inspector.gui.measures import measures


class _Offered(QItemDelegate):
    """What is offered, in rows that the hand finds."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), measures().row_of(0)))


class Combo(QComboBox):
    """The wheel and PgUp/PgDn scroll what it stands in; closed, Qt would choose with them."""

    def showPopup(self) -> None:
        if measures().by_finger and not isinstance(self.itemDelegate(), _Offered):
            self.setItemDelegate(_Offered(self))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

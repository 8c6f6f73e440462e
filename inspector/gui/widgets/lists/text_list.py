"""The lists of the form of a new visit: one line a row, cut with … instead of scrolled."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

VALUE = Qt.ItemDataRole.UserRole


def form_list(name: str, title: str) -> QListView:
    """Return an empty list; `title` is its accessible name."""
    made = QListView()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSpacing(2)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setItemDelegate(CutDelegate(made))
    return made


class CutDelegate(QStyledItemDelegate):
    """Asks for no width, so that a long name is cut."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, super().sizeHint(option, index).height())

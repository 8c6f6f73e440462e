"""Lists of one line of text a row, cut with … instead of scrolled; narrowed by what is typed."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyleOptionViewItem,
)

from inspector.gui.widgets.labels import plain_tip
from inspector.gui.widgets.lists.table import EdgeDelegate
from inspector.workspace.pinyin import matches

VALUE = Qt.ItemDataRole.UserRole

T = TypeVar("T")


class TextList(QListView, Generic[T]):
    """Each row is a text, and stands for a value."""

    def __init__(self, name: str, title: str, spacing: int = 0) -> None:
        """`title` is its accessible name, `spacing` in pixels between the rows."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSpacing(spacing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_CutDelegate(self))
        self.texts = QStandardItemModel()
        self.setModel(self.texts)

    def add(self, text: str, value: T, *, ticked: bool | None = None) -> QStandardItem:
        """Put a row at the end, with a box where it is told whether that is `ticked`.

        Its tool tip is the text in full.
        """
        item = QStandardItem(text)
        item.setData(value, VALUE)
        item.setToolTip(plain_tip(text))
        if ticked is not None:  # before it is a row: nothing of one has changed
            item.setCheckable(True)
            item.setEditable(False)
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.texts.appendRow(item)
        return item

    @property
    def value(self) -> T | None:
        """What the current row stands for; None without one."""
        index = self.currentIndex()
        return index.data(VALUE) if index.isValid() else None


class NarrowedList(TextList[T]):
    """Shows the rows that contain what was typed, in Chinese or as pinyin."""

    def __init__(self, name: str, title: str, spacing: int = 0) -> None:
        super().__init__(name, title, spacing)
        self._filter = _Filter()
        self._filter.setSourceModel(self.texts)
        self.setModel(self._filter)

    def narrow(self, query: str) -> None:
        """Show only what contains `query`, standing on the first of it."""
        self._filter.query = query
        self._filter.invalidate()
        self._stand_at(self._filter.index(0, 0))

    def stand_on(self, wanted: Callable[[T], bool]) -> None:
        """Go to a row whose value is wanted, where there is one."""
        for row in range(self._filter.rowCount()):
            index = self._filter.index(row, 0)
            if wanted(index.data(VALUE)):
                self._stand_at(index)

    def _stand_at(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)


class _Filter(QSortFilterProxyModel):
    query = ""

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # type: ignore[override]
        return matches(self.sourceModel().index(row, 0, parent).data(), self.query)


class _CutDelegate(EdgeDelegate):
    """Asks for no width, so that a long text is cut."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, super().sizeHint(option, index).height())

"""Lists of rows that a delegate draws: one model, one delegate and one list for all of them."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector.gui.measures import measures
from inspector.gui.theme import EDGE, GRID, Colours, colours_for
from inspector.gui.widgets.labels import plain_tip
from inspector.gui.widgets.lists.steady_list import SteadyList

_ROW = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class Row(Protocol):
    """What a list shows in a row."""

    @property
    def said(self) -> str:
        """The row in words, for whoever does not see it."""

    @property
    def tip(self) -> str:
        """What of it may be cut, '' for nothing."""


R = TypeVar("R", bound=Row)


class RowModel(QAbstractListModel, Generic[R]):
    """Rows; after a change only those that differ are drawn again."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[R] = ()

    def lay(self, rows: Sequence[R]) -> None:
        """Show other rows, from the first."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def redraw(self, rows: Sequence[R]) -> None:
        """Show the same rows as they are now; what is current stays."""
        before, self.rows = self.rows, rows
        for position, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(position), self.index(position))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.said
        return plain_tip(row.tip) if role == Qt.ItemDataRole.ToolTipRole and row.tip else None


class RowDelegate(QStyledItemDelegate, Generic[R]):
    """Draws the current row on the colour of a selection, with an edge; nothing is decided here."""

    height = 0
    """Pixels that a row needs."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, measures().row_of(self.height))  # as wide as the list

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours, rect = colours_for(option.palette), option.rect
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, colours.colour("selection"))
            edge = QRect(rect.left(), rect.top(), EDGE, rect.height())
            painter.fillRect(edge, colours.colour(self.edge(option)))
        self.draw(painter, rect, index.data(_ROW), colours, selected)
        painter.restore()

    def edge(self, option: QStyleOptionViewItem) -> str:
        """Return the colour of the edge of the current row: of the accent with the keyboard."""
        view = self.parent()
        return "accent" if isinstance(view, QWidget) and view.hasFocus() else "hairline"

    @abstractmethod
    def draw(
        self, painter: QPainter, rect: QRect, row: R, colours: Colours, selected: bool
    ) -> None:
        """Draw a row."""


class DrawnList(SteadyList):
    """Rows as wide as the list; no input method composes in it."""

    def __init__(
        self, name: str, title: str, model: QAbstractListModel, delegate: QStyledItemDelegate
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setModel(model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def go_to(self, row: int) -> None:
        """Go to a row and keep it in sight."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def step(self, rows: int) -> None:
        """Go some rows down (or up), as far as there are rows."""
        last = self.model().rowCount() - 1
        self.go_to(max(0, min(self.currentIndex().row() + rows, last)))


def elided(
    painter: QPainter, text: str, width: int, cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight
) -> str:
    """Return a text cut to a width in the font that is drawn with."""
    return painter.fontMetrics().elidedText(text, cut, width)


def draw_pair(
    painter: QPainter,
    rect: QRect,
    left: str,
    right: str = "",
    right_colour: QColor | None = None,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Draw a text on the left, cut where the one on the right begins.

    A name is cut in its middle: what tells it from others stands at its end.
    """
    right = elided(painter, right, rect.width())
    width = painter.fontMetrics().horizontalAdvance(right)
    room = rect.width() - width - (GRID if right else 0)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | middle, elided(painter, left, room, cut))
    if right_colour is not None:
        painter.setPen(right_colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | middle, right)

"""A short list of items to go to: window and item on the left, what is said of it on the right."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector.gui.theme import EDGE, GRID, colours_for, text_font
from inspector.gui.visits.scoring.lists.spots import Spot
from inspector.gui.widgets.labels import plain_tip

SPOT_HEIGHT = 32
TALLEST, TALLEST_ON_LOW = 5, 3
"""Rows before the list scrolls: the items beside it stay in sight, also in a low window."""

LOW = 600
"""Pixels of a window that is low."""

_SPOT = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class SpotModel(QAbstractListModel):
    """A row for each spot."""

    def __init__(self) -> None:
        super().__init__()
        self.spots: Sequence[Spot] = ()

    def show(self, spots: Sequence[Spot]) -> None:
        """Show other spots."""
        self.beginResetModel()
        self.spots = spots
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.spots)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        spot = self.spots[index.row()]
        if role == _SPOT:
            return spot
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(spot.text)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{spot.text} {spot.said}"
        return None


class _SpotDelegate(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, SPOT_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        spot: Spot = index.data(_SPOT)
        colours, rect = colours_for(option.palette), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.colour("selection"))
            edge = QRect(rect.left(), rect.top(), EDGE, rect.height())
            painter.fillRect(edge, colours.colour("accent"))
        inner = rect.adjusted(2 * GRID, 0, -2 * GRID, 0)
        painter.setFont(text_font())
        painter.setPen(colours.colour("secondary"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, spot.said)
        metrics = painter.fontMetrics()
        room = inner.width() - metrics.horizontalAdvance(spot.said) - 2 * GRID
        painter.setPen(colours.colour("text"))
        text = metrics.elidedText(spot.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, text)
        painter.restore()


class SpotList(QListView):
    """As tall as its rows, up to a few."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.spot_model = SpotModel()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setModel(self.spot_model)
        self.setItemDelegate(_SpotDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Show other spots, standing on the first."""
        self.spot_model.show(spots)
        tallest = TALLEST if self.window().height() >= LOW else TALLEST_ON_LOW
        self.setFixedHeight(SPOT_HEIGHT * min(len(spots), tallest))
        self.setVisible(bool(spots))
        self.setCurrentIndex(self.spot_model.index(0))

    @property
    def current(self) -> Spot | None:
        """The spot one stands on."""
        index = self.currentIndex()
        return self.spot_model.spots[index.row()] if index.isValid() else None

    def step(self, rows: int) -> None:
        """Go some rows down (or up), as far as there are rows."""
        row = self.currentIndex().row() + rows
        last = len(self.spot_model.spots) - 1
        self.setCurrentIndex(self.spot_model.index(max(0, min(row, last))))

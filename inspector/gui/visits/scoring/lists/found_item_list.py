"""A short list of items to go to: window and item on the left, what is said of it on the right."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from inspector.gui.measures import measures, sized
from inspector.gui.theme import GRID, Colours, text_font
from inspector.gui.visits.scoring.lists.items_at_windows import ItemAtWindow
from inspector.gui.widgets.lists.drawn_list import DrawnList, RowDelegate, RowModel, draw_pair

SPOT_HEIGHT = 32
TALLEST, TALLEST_ON_LOW = 5, 3
"""Rows before the list scrolls: the items beside it stay in sight, also in a low window."""

LOW = 600
"""Pixels of a window that is low."""


class _FoundItemDelegate(RowDelegate[ItemAtWindow]):
    height = SPOT_HEIGHT

    def draw(
        self, painter: QPainter, rect: QRect, row: ItemAtWindow, colours: Colours, selected: bool
    ) -> None:
        painter.setFont(text_font())
        painter.setPen(colours.colour("text"))
        inner = rect.adjusted(2 * GRID, 0, -2 * GRID, 0)
        draw_pair(painter, inner, row.text, row.what, colours.colour("secondary"))


class FoundItemList(DrawnList):
    """As tall as its rows, up to a few."""

    def __init__(self, name: str, title: str) -> None:
        model: RowModel[ItemAtWindow] = RowModel()
        super().__init__(name, title, model, _FoundItemDelegate())
        self.found_item_model = model

    def show_found_items(self, found_items: Sequence[ItemAtWindow]) -> None:
        """Show other items, standing on the first."""
        self.found_item_model.lay(found_items)
        tallest = TALLEST if self.window().height() >= sized(LOW) else TALLEST_ON_LOW
        self.setFixedHeight(measures().row_of(SPOT_HEIGHT) * min(len(found_items), tallest))
        self.setVisible(bool(found_items))
        self.setCurrentIndex(self.found_item_model.index(0))

    @property
    def current(self) -> ItemAtWindow | None:
        """The item one stands on."""
        index = self.currentIndex()
        return self.found_item_model.rows[index.row()] if index.isValid() else None

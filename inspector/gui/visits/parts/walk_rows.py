"""Rows of the lists on the left of a patrol and of a recheck: a shape, a title, how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from inspector.gui.measures import sized
from inspector.gui.theme import GRID, SMALL_SIZE, Colours, text_font
from inspector.gui.widgets.lists.drawn_list import RowDelegate, RowModel, draw_pair


@dataclass(frozen=True, slots=True)
class WalkRow:
    """What a list says of a place or a finding. `role` is the colour of shape and standing."""

    id: str
    shape: str
    title: str
    subtitle: str
    standing: str
    role: str = "secondary"
    is_name: bool = False  # its end tells it from others

    @property
    def said(self) -> str:
        """Title and standing."""
        return f"{self.title} {self.standing}"

    @property
    def tip(self) -> str:
        """Both titles in full."""
        return "\n".join(part for part in (self.title, self.subtitle) if part)


class WalkModel(RowModel[WalkRow]):
    """The rows; the same rows in the same order keep what is current."""

    def show(self, rows: Sequence[WalkRow]) -> None:
        """Show rows; only what differs is drawn again."""
        same = [row.id for row in rows] == [row.id for row in self.rows]
        (self.redraw if same else self.lay)(rows)

    def position(self, row_id: str) -> int:
        """Return the position of a row, the first one when it is not there."""
        return next((at for at, row in enumerate(self.rows) if row.id == row_id), 0)


class WalkDelegate(RowDelegate[WalkRow]):
    """Two lines behind a shape."""

    height = 48

    def draw(
        self, painter: QPainter, rect: QRect, row: WalkRow, colours: Colours, selected: bool
    ) -> None:
        inner = rect.adjusted(2 * GRID, GRID // 2, -2 * GRID, -GRID // 2)
        shape = QRect(inner.left(), inner.top(), 2 * GRID, sized(20))
        painter.setFont(text_font(bold=True))
        painter.setPen(colours.colour(row.role))
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, row.shape)
        left = inner.left() + 3 * GRID
        upper = QRect(left, inner.top(), inner.right() - left + 1, sized(20))
        painter.setFont(text_font(bold=selected))
        painter.setPen(colours.colour("text"))
        mode = Qt.TextElideMode
        draw_pair(
            painter, upper, row.title, cut=mode.ElideMiddle if row.is_name else mode.ElideRight
        )
        painter.setFont(text_font(SMALL_SIZE))
        painter.setPen(colours.colour("secondary"))
        lower, standing = upper.translated(0, sized(20)), colours.colour(row.role)
        draw_pair(painter, lower, row.subtitle, row.standing, standing)

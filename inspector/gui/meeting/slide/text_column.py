"""The words of a screen, drawn: each block under the one before, in the colours of the stage."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.meeting.screens.stage_look import stage_colours
from inspector.gui.meeting.slide.slide_content import Block
from inspector.gui.meeting.slide.stage_sizes import StageSizes, sizes_of
from inspector.gui.meeting.slide.text_layout import Line, Lines, laid_out
from inspector.gui.theme import exact_font

_ABOVE = 0.4
"""Of the room that words leave, when they stand in the middle: it looks right a little higher."""


class TextColumn(QWidget):
    """Shows blocks; what is longer than its room is scrolled, if nothing in it gives way."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("slideWords")
        self._blocks: Sequence[Block] = ()
        self._sizes, self._in_middle = sizes_of(768), False
        self._laid = Lines((), 0)
        self._scrolled = 0

    def show_blocks(self, blocks: Sequence[Block], sizes: StageSizes, *, in_middle: bool) -> None:
        """Show other words; `in_middle` of the height where they leave room, else at the top."""
        self._blocks, self._sizes, self._in_middle = blocks, sizes, in_middle
        self.setAccessibleName("\n".join(each.text for each in blocks))
        self._lay_out()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is drawn, line by line, from the top of the words."""
        return self._laid.lines

    @property
    def words_height(self) -> int:
        """Pixels that the words take."""
        return self._laid.height

    def scroll_by(self, steps: int) -> None:
        """Move words that are longer than the screen up or down."""
        most = max(0, self._laid.height - self.height())
        self._scrolled = min(max(self._scrolled + steps * 3 * self._sizes.least, 0), most)
        self.update()

    def to_top(self) -> None:
        """Show the beginning of the words."""
        self._scrolled = 0
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _lay_out(self) -> None:
        self._laid = laid_out(self._blocks, self._sizes, self.width(), self.height())
        self.scroll_by(0)

    @property
    def _top(self) -> int:
        left = self.height() - self._laid.height
        return round(left * _ABOVE) if self._in_middle and left > 0 else -self._scrolled

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), stage_colours(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, self._top)
        below = self.height() - self._top
        if self._laid.height > below:
            painter.setPen(colours.colour("secondary"))
            painter.setFont(exact_font(self._sizes.least))
            corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            painter.drawText(self.rect().translated(0, -self._top), int(corner), "▼")
        for line in self._laid.lines:
            if line.room.bottom() > below:
                break  # whole lines only
            ink = colours.colour(line.block.ink)
            painter.setPen(QPen(ink, 2))
            painter.setFont(exact_font(line.pixels, line.block.bold))
            if line.block.framed:
                painter.drawRoundedRect(line.room.adjusted(1, 1, -1, -1), 6, 6)
                painter.drawText(line.room, int(Qt.AlignmentFlag.AlignCenter), line.text)
            else:
                flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(line.room, int(flags), line.text)
        painter.end()

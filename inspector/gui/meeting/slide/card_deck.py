"""Windows that are praised, as cards beside and under each other."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.meeting.screens.stage_look import stage_colours
from inspector.gui.meeting.slide.slide_content import Card
from inspector.gui.meeting.slide.stage_sizes import StageSizes, sizes_of
from inspector.gui.theme import EDGE, exact_font

_COLUMNS, _FEW = 2, 3
"""So many cards stand under each other alone."""

_TALLEST = 4.5
"""Times the size of its words: a card that has all the room it likes."""


def least_height(count: int, sizes: StageSizes) -> int:
    """Return the pixels in which so many cards can be read, each with a line below its own."""
    rows = -(-count // _columns(count))
    each = round(1.3 * (sizes.place + sizes.least)) + sizes.gap
    return rows * (each + sizes.gap)


def _columns(count: int) -> int:
    return 1 if count <= _FEW else _COLUMNS


class CardDeck(QWidget):
    """Draws the cards; each says where and for what, and small below who and on which grounds."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cardDeck")
        self._cards: Sequence[Card] = ()
        self._sizes = sizes_of(768)

    def show_cards(self, cards: Sequence[Card], sizes: StageSizes) -> None:
        """Show other cards."""
        self._cards, self._sizes = cards, sizes
        self.setAccessibleName("\n".join(f"{each.words} {each.basis}".rstrip() for each in cards))
        self.setVisible(bool(cards))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @property
    def rooms(self) -> list[QRect]:
        """Where the cards stand."""
        count, gap = len(self._cards), self._sizes.gap
        columns = _columns(count)
        rows = -(-count // columns)
        if not rows:
            return []
        width = (self.width() - gap * (columns - 1)) // columns
        most = round(self._sizes.place * _TALLEST)
        height = min((self.height() - gap * (rows - 1)) // rows, most)
        return [
            QRect(at % columns * (width + gap), at // columns * (height + gap), width, height)
            for at in range(count)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), stage_colours(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card, room in zip(self._cards, self.rooms, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("surface"))
            painter.drawRoundedRect(room, 6, 6)
            painter.fillRect(QRect(room.left(), room.top(), EDGE, room.height()),
                             colours.colour("passed"))  # fmt: skip
            inner = room.adjusted(self._sizes.gap, self._sizes.gap // 2, -self._sizes.gap, 0)
            inner.setBottom(room.bottom() - self._sizes.gap // 2)
            self._write(painter, card, inner)
        painter.end()

    def _write(self, painter: QPainter, card: Card, room: QRect) -> None:
        colours, basis = stage_colours(self), exact_font(self._sizes.least)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        words = QRect(room)
        if card.basis:
            below = QRect(room)
            below.setTop(room.bottom() - round(self._sizes.least * 1.3))
            words.setBottom(below.top())
            painter.setFont(basis)
            painter.setPen(colours.colour("secondary"))
            cut = Qt.TextElideMode.ElideRight
            said = QFontMetrics(basis).elidedText(card.basis, cut, below.width())
            painter.drawText(below, int(flags), said)
        painter.setFont(exact_font(self._sizes.place, bold=True))
        painter.setPen(colours.colour("text"))
        wraps = flags | Qt.TextFlag.TextWordWrap
        metrics, said = painter.fontMetrics(), card.words
        if metrics.boundingRect(words, int(wraps), said).height() > words.height():
            said = metrics.elidedText(said, Qt.TextElideMode.ElideMiddle, words.width())
        painter.drawText(words, int(wraps), said)

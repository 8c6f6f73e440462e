"""How far something is; as long as nobody knows, a piece that goes to and fro in an empty bar."""

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from inspector.gui.theme import GRID, colours_of
from inspector.translation import tr

_STEP = 60
"""Milliseconds between two places of the piece."""

_STEPS = 40
"""Places from one end to the other."""

_PIECE = 0.2
"""Of the width: what moves."""


class BusyBar(QProgressBar):
    """Without a range (0 to 0) it is busy. Qt's own look of that is a full bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedHeight(GRID)
        self.setAccessibleName(tr("Progress"))
        self._at = 0
        self._timer = QTimer(self, interval=_STEP)
        self._timer.timeout.connect(self._move)

    @property
    def is_busy(self) -> bool:
        """Nobody knows how far it is."""
        return self.minimum() == self.maximum()

    @property
    def filled(self) -> QRectF:
        """What of it has the colour of what is done, or of what moves."""
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.is_busy:
            place = abs(self._at % (2 * _STEPS) - _STEPS) / _STEPS  # from 1 to 0 and back
            width = room.width() * _PIECE
            left = room.left() + (1 - place) * (room.width() - width)
            return QRectF(left, room.top(), width, room.height())
        share = (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        return QRectF(room.left(), room.top(), room.width() * max(0.0, share), room.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_busy and not self._timer.isActive():
            self._timer.start()
        colours, painter = colours_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(colours.colour("hairline"))
        painter.setBrush(colours.colour("chip"))
        painter.drawRoundedRect(room, 2, 2)
        painter.setPen(colours.colour("accent"))
        painter.setBrush(colours.colour("accent"))
        if (filled := self.filled).width() > 0:
            painter.drawRoundedRect(filled, 2, 2)
        painter.end()

    def _move(self) -> None:
        if self.is_busy and self.isVisible():
            self._at += 1
            self.update()
        else:
            self._timer.stop()

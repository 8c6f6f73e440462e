"""A mark for each screen of a meeting: how far it is; a click goes there."""

from collections.abc import Collection

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.meeting.screens.stage_look import stage_colours
from inspector.translation import tr

_STEP, _FRONT = 2.2, 2.0
"""From mark to mark, and the longer one of the screen in front: times the size of a mark."""

_LEAST = 4
"""Pixels from mark to mark, where there are many."""

_WIDEST = 28
"""Times the size of a mark: more screens stand closer."""


class Progress(QWidget):
    """Filled what was shown or decided about, the one in front longer, the others hollow."""

    asked = Signal(int)
    """The screen at this place, from 0, was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stageProgress")
        self.setAccessibleName(tr("Screens"))
        self.setToolTip(tr("A click goes to a screen"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._at, self._of, self._mark = 0, 0, 10
        self.done: frozenset[int] = frozenset()
        """The places, from 0, of what was shown or decided about."""

        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_place(self, at: int, of: int, done: Collection[int] = ()) -> None:
        """Show screen `at`, from 0, of so many; at the places of `done` all was said."""
        self.done = frozenset(done)
        self._at, self._of = at, of
        self.setAccessibleDescription(f"{at + 1} / {of}")
        self.updateGeometry()
        self.update()

    def set_mark(self, pixels: int) -> None:
        """Draw marks of another size."""
        self._mark = pixels
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = min(_WIDEST * self._mark, round(self._of * _STEP * self._mark))
        return QSize(wide, 2 * self._mark)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 16)

    @property
    def _step(self) -> float:
        return min(self.width() / max(self._of, 1), _STEP * self._mark)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go there at the release: until then one may move along the marks."""
        place = int(event.position().x() // self._step)
        if self._of and event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit(min(max(place, 0), self._of - 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else the release is for what lies behind

    def paintEvent(self, event: QPaintEvent) -> None:
        step = self._step
        colours, painter = stage_colours(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if step < _LEAST:  # too many to be told apart: how far it is, at least
            track = QRectF(0, (self.height() - self._mark / 2) / 2, self.width(), self._mark / 2)
            painter.fillRect(track, colours.colour("hairline"))
            track.setWidth(step)
            for number in sorted({*self.done, self._at}):
                track.moveLeft(number * step)
                painter.fillRect(
                    track, colours.colour("accent" if number == self._at else "passed")
                )
            painter.end()
            return
        for number in range(self._of):
            is_front = number == self._at
            mark = min(self._mark, step / 2)
            width = min(_FRONT * self._mark, step - 1) if is_front else mark
            place = QRectF(0, 0, width, mark)
            place.moveCenter(QRectF(number * step, 0, step, self.height()).center())
            ink = colours.colour("accent" if is_front else "passed")
            if not (is_front or number in self.done):
                painter.setPen(QPen(colours.colour("secondary"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink)
            painter.drawRoundedRect(place, mark / 2, mark / 2)
        painter.end()

"""Beside the screen in front on the console: the time, and the screen that comes next."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.meeting.meeting import Meeting
from inspector.domain.meeting.minutes import Minutes
from inspector.gui.meeting.screens.meeting_words import clock_text
from inspector.gui.meeting.screens.stage import Stage
from inspector.gui.session import Session
from inspector.gui.theme import GRID, colours_of
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr
from inspector.workspace.meeting.slides import Slide

_ROOM_FOR_NEXT = 240
"""Pixels: a lower panel has a form open below, and is no place to look ahead."""


class ConsoleSide(QWidget):
    """Of the laptop; it has the width that the screen in front leaves."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        surface(area=self)
        self.setObjectName("consoleSide")
        self.now, self.taken = label("", "figure"), label("", "secondary")
        self.now.setObjectName("consoleNow")
        self.taken.setObjectName("consoleTaken")
        self._has_next = False
        self._next_title = label("", "secondary")
        self._next_title.setObjectName("consoleNext")
        self.next = Stage(session, is_alone=False, of_itself=True)
        self.next.setObjectName("nextStage")
        self.next.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.next.foot.hide()
        clock = stack(None, (self.now, (self.taken, 1)), spacing=2 * GRID, across=True)
        parts = (clock, self._next_title, self.next)
        stack(self, parts, margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=GRID).addStretch()

    def show_next(self, following: Sequence[Slide], minutes: Minutes, place: str) -> None:
        """Show the screen that comes next; `place` names it."""
        self._next_title.setText(
            tr("Next: {screen}", screen=place) if following else tr("This is the last screen.")
        )
        if following:
            self.next.show_slide(following[0], minutes, ())
        self._has_next = bool(following)
        self._arrange()

    def show_clock(self, meeting: Meeting, now: datetime) -> None:
        """Say what time it is and how much of it is gone."""
        spent = now - meeting.started_at
        self.now.setText(f"{now:%H:%M}")
        self.taken.setText(tr("{taken} taken", taken=clock_text(spent)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(colours_of(self).colour("hairline"))
        painter.drawLine(0, 0, 0, self.height())
        if not self.next.isHidden():
            painter.drawRect(self.next.geometry().adjusted(-1, -1, 0, 0))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Let the next screen have the shape of one."""
        wide = self.width() - 4 * GRID
        self.next.setFixedHeight(wide * 9 // 16)
        self.next.setVisible(self._has_next and self.height() >= _ROOM_FOR_NEXT)

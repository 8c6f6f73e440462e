"""The head of the stage: which meeting, how far it is, and its clock."""

from datetime import datetime, timedelta

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.domain.meeting.meeting import Meeting
from inspector.gui.meeting.screens.meeting_words import clock_text
from inspector.gui.theme import GRID, NARROW, colours_of
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import label, set_role
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.words import short_day_text
from inspector.translation import tr

_MARK, _GAP, _LEAST = 20, 6, 4
"""Pixels: a screen's mark, what lies between two, and a mark where there are many."""

_WIDEST = 320


class Progress(QWidget):
    """A mark for each screen: filled as far as one is, the one in front higher than the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stageProgress")
        self._at, self._of = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_place(self, at: int, of: int) -> None:
        """Show screen `at`, from 0, of so many."""
        self._at, self._of = at, of
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(min(_WIDEST, self._of * (_MARK + _GAP)), 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._of or self.width() < self._of * _LEAST:
            return
        colours, painter = colours_of(self), QPainter(self)
        step = min(self.width() / self._of, _MARK + _GAP)
        width = max(step - _GAP, step / 2)
        for number in range(self._of):
            height = 14 if number == self._at else 6
            role = "hairline" if number > self._at else "passed"
            colour = colours.colour("accent" if number == self._at else role)
            top = (self.height() - height) // 2
            painter.fillRect(QRect(round(number * step), top, round(width), height), colour)
        painter.end()


class StageHead(QWidget):
    """Site, day, host, attendance; progress, position, clock."""

    def __init__(self) -> None:
        super().__init__()
        surface("pageHead", self)
        self._title = ElidedLabel("section", Qt.TextElideMode.ElideMiddle)
        self._facts = ElidedLabel("secondary")
        self._progress = Progress()
        self.position = label()
        self.position.setObjectName("stagePosition")
        self.clock = label()
        self.clock.setObjectName("stageClock")
        parts = (self._title, (self._facts, 1), self._progress, self.position, self.clock)
        stack(self, parts, margin=(3 * GRID, GRID, 2 * GRID, GRID), spacing=2 * GRID, across=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._progress.setVisible(self.width() >= NARROW)  # the position in figures says it, too

    def show_meeting(self, meeting: Meeting) -> None:
        """Say which meeting it is."""
        self._title.setText(tr("{site} morning meeting", site=meeting.site_name))
        there = len(meeting.present)
        facts = [short_day_text(meeting.started_at.date())]
        if meeting.host:
            facts.append(tr("host {name}", name=meeting.host))
        facts.append(tr("present {n} / {all}", n=there, all=there + len(meeting.absent)))
        self._facts.setText(" · ".join(facts))

    def show_place(self, text: str, at: int, of: int) -> None:
        """Say where in the meeting one is."""
        self.position.setText(text)
        self._progress.show_place(at, of)

    def show_clock(self, meeting: Meeting, now: datetime) -> None:
        """Show the time that was taken, and what is left of the budget or how far over it is."""
        spent, budget = now - meeting.started_at, timedelta(minutes=meeting.budget)
        taken = clock_text(spent)
        if spent > budget:
            text = tr("{taken}, {over} over time", taken=taken, over=clock_text(spent - budget))
        else:
            text = tr("{taken}, {left} left", taken=taken, left=clock_text(budget - spent))
        self.clock.setText(text)
        set_role(self.clock, "overdue" if spent > budget else "")

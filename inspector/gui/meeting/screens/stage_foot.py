"""Below every screen of a meeting: how far it is, which part this is, whose meeting, the time."""

from collections.abc import Collection
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.domain.meeting.meeting import Meeting
from inspector.gui.meeting.screens.meeting_words import clock_text
from inspector.gui.meeting.screens.stage_look import stage_colours
from inspector.gui.meeting.screens.stage_progress import Progress
from inspector.gui.meeting.slide.stage_sizes import StageSizes, sizes_of
from inspector.gui.theme import exact_font
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import label
from inspector.translation import tr

_SITE_FROM = 34
"""Times the size of its words: a foot that is narrower does not say whose meeting it is."""


class StageFoot(QWidget):
    """Marks, position, site, clock; the site gives way."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stageFoot")
        self.progress = Progress()
        self.position = label()
        self.position.setObjectName("stagePosition")
        self.site = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        self.site.setObjectName("stageSite")
        self.site.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.clock = label()
        self.clock.setObjectName("stageClock")
        self._is_late, self._size = False, 0
        self._row = QHBoxLayout(self)
        for part in (self.progress, self.position, self.site, self.clock):
            self._row.addWidget(part, int(part is self.site))  # which takes what is left
        self.dress(sizes_of(768))

    def dress(self, sizes: StageSizes) -> None:
        """Be as high as goes with the words of the screens."""
        self._size = sizes.least
        self.setFixedHeight(round(sizes.least * 1.9))
        side = sizes.height // 40
        self._row.setContentsMargins(side, 0, side, 0)
        self._row.setSpacing(sizes.gap)
        self.site.setVisible(self.width() >= _SITE_FROM * sizes.least)
        self.progress.set_mark(round(sizes.least * 0.4))
        self._ink()

    def _ink(self) -> None:
        colours = stage_colours(self)
        clock = colours.overdue if self._is_late else colours.secondary
        for each, ink in (
            (self.position, colours.text), (self.site, colours.secondary), (self.clock, clock),
        ):  # fmt: skip
            each.setStyleSheet(f"color: {ink}; font-size: {self._size}px;")
            each.setFont(exact_font(self._size))

    def show_meeting(self, meeting: Meeting) -> None:
        """Say whose meeting it is."""
        self.site.setText(tr("{site} morning meeting", site=meeting.site_name))

    def show_place(self, text: str, at: int, of: int, done: Collection[int] = ()) -> None:
        """Say where in the meeting one is, and at which places all was said."""
        self.position.setText(text)
        self.progress.show_place(at, of, done)

    def show_clock(self, meeting: Meeting, now: datetime) -> None:
        """Show what is left of the budget, or how far over it the meeting is."""
        spent, budget = now - meeting.started_at, timedelta(minutes=meeting.budget)
        is_late = spent > budget
        if is_late:
            text = tr("{over} over time", over=clock_text(spent - budget))
        else:
            text = tr("{left} left", left=clock_text(budget - spent))
        self.clock.setText(text)
        if is_late != self._is_late:
            self._is_late = is_late
            self._ink()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), stage_colours(self)
        painter.fillRect(self.rect(), colours.colour("window"))
        painter.fillRect(0, 0, self.width(), 1, colours.colour("hairline"))
        painter.end()

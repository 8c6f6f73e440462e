"""The head of the stage: which meeting, how far it is, and its clock."""

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.domain.meeting.meeting import Meeting
from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import CommandButton, menu_button
from inspector.gui.meeting.screens.meeting_words import clock_text
from inspector.gui.meeting.screens.stage_progress import Progress
from inspector.gui.theme import GRID, NARROW
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import label, set_role
from inspector.gui.widgets.stacked import surface
from inspector.gui.words import short_day_text
from inspector.translation import tr

_ROOM_FOR_FACTS = 760
"""Pixels: at 200 % a laptop has less, and the clock and the way back come first."""


class StageHead(QWidget):
    """Site, day, host, attendance; progress, position, clock."""

    def __init__(self) -> None:
        super().__init__()
        surface("pageHead", self)
        self._title = ElidedLabel("section", Qt.TextElideMode.ElideMiddle)
        self._facts = ElidedLabel("secondary")
        self.progress = Progress()
        self.position = label()
        self.position.setObjectName("stagePosition")
        self.clock = label()
        self.clock.setObjectName("stageClock")
        parts = (self._title, (self._facts, 1), self.progress, self.position, self.clock)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        self._row.setSpacing(2 * GRID)
        self._doors: list[QWidget] = []
        for part in parts:
            self._row.addWidget(*part if isinstance(part, tuple) else (part,))

    def give_doors(self, leave: Command, others: list[Command]) -> None:
        """Lead back at the left, and open a menu of all that can be done at the right."""
        self._leave = leave
        self._back = CommandButton("back")
        self._back.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay with the screen
        self.lead_back_to(full_screen=False)
        more = menu_button(tr("More"), "stageMore", others)
        more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row.insertWidget(0, self._back)
        self._row.addWidget(more)
        self._doors = [self._back, more]

    def lead_back_to(self, *, full_screen: bool) -> None:
        """Say where back leads: out of the full screen, or to the page of meetings."""
        self._back.give(self._leave, tr("Leave full screen") if full_screen else f"← {tr('Back')}")

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            for door in self._doors:  # the least width of a finger's sheet is less than its words
                if door.minimumWidth() != (needed := door.sizeHint().width()):
                    door.setMinimumWidth(needed)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.progress.setVisible(self.width() >= NARROW)  # the position in figures says it, too
        self._facts.setVisible(self.width() >= _ROOM_FOR_FACTS)

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
        self.progress.show_place(at, of)

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

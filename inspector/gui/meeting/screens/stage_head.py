"""The head of the stage: the way back, which meeting it is, and a menu of all that can be done."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.domain.meeting.meeting import Meeting
from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import command_button, menu_button
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.stacked import surface
from inspector.gui.words import short_day_text
from inspector.translation import tr


class StageHead(QWidget):
    """Site, day, host, attendance; a long site gives way. On the whole screen there is none."""

    def __init__(self, leave: Command, others: list[Command]) -> None:
        """`leave` leads back at the left, `others` stand in a menu at the right."""
        super().__init__()
        surface("pageHead", self)
        back = command_button(leave, "back", text=f"← {tr('Back')}")
        self._title = ElidedLabel("section", Qt.TextElideMode.ElideMiddle)
        self._facts = label("", "secondary")
        self._facts.setObjectName("stageFacts")
        more = menu_button(tr("More"), "stageMore", others)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(2 * GRID)
        self._row = row
        for part, share in ((back, 0), (self._title, 0), (self._facts, 1), (more, 0)):
            row.addWidget(part, share)
        self._doors: tuple[QWidget, ...] = (back, more)
        for door in self._doors:
            door.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay with the screen

    def add_door(self, door: QWidget) -> None:
        """Put a button before the menu."""
        door.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row.insertWidget(self._row.count() - 1, door)
        self._doors = (*self._doors, door)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            for door in self._doors:  # the least width of a finger's sheet is less than its words
                if door.minimumWidth() != (needed := door.sizeHint().width()):
                    door.setMinimumWidth(needed)
        return super().event(event)

    def show_meeting(self, meeting: Meeting) -> None:
        """Say which meeting it is."""
        self._title.setText(tr("{site} morning meeting", site=meeting.site_name))
        there = len(meeting.present)
        facts = [short_day_text(meeting.started_at.date())]
        if meeting.host:
            facts.append(tr("host {name}", name=meeting.host))
        facts.append(tr("present {n} / {all}", n=there, all=there + len(meeting.absent)))
        self._facts.setText(" · ".join(facts))

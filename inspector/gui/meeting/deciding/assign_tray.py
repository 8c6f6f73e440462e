"""T: who puts a finding right, and by when. As proposed with one Enter."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from inspector.domain.days.workdays import Calendar
from inspector.domain.finding.assignment import Assignment, Suggestion
from inspector.domain.finding.finding import Finding, FindingState, RectificationType
from inspector.domain.meeting.people_names import People
from inspector.gui.commands.keyed_words import hand_label
from inspector.gui.commands.shared_keys import EXTEND, press
from inspector.gui.measures import sized
from inspector.gui.meeting.deciding.tray import Tray, choice, offer
from inspector.gui.meeting.deciding.workday_edit import WorkdayEdit, deadline_words
from inspector.gui.widgets.combo import Combo
from inspector.translation import tr
from inspector.workspace.finding_state_words import type_word

_ROOM_FOR_ONE_ROW = 860
"""Pixels of a window; in a narrower one type and deadline stand below the names."""


class AssignTray(Tray):
    """Owner, department, leader, type, deadline."""

    def __init__(self) -> None:
        super().__init__("assign", tr("Assign"))
        self.owner = choice("assignOwner")
        self.department = choice("assignDepartment")
        self.leader = choice("assignLeader")
        self.type = Combo()
        self.type.setObjectName("assignType")
        for kind in RectificationType:
            self.type.addItem(type_word(kind), kind)
        self.deadline = WorkdayEdit("assignDeadline")
        self.deadline.dateChanged.connect(lambda _: self.hint(self.deadline.awaited))
        self.place(0, 0, tr("Owner"), self.owner)
        self.place(0, 1, tr("Department"), self.department)
        self.place(0, 2, tr("Leader"), self.leader)
        self._type_name = self.place(0, 3, tr("Type"), self.type)
        self._deadline_name = self.place(0, 4, tr("Deadline"), self.deadline)
        hand_label(self._deadline_name, deadline_words)
        for column in (3, 4):
            self.fields.setColumnStretch(column, 0)
        self._is_narrow = False
        self.faults.words["owner"] = self.owner
        self._requirement: str | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.window().width() < sized(_ROOM_FOR_ONE_ROW)
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            above, at, span = (2, 0, 2) if is_narrow else (0, 3, 1)
            for name, field, column, columns in (
                (self._type_name, self.type, at, 1),
                (self._deadline_name, self.deadline, at + 1, span),
            ):
                self.fields.addWidget(name, above, column, 1, columns)
                self.fields.addWidget(field, above + 1, column, 1, columns)

    def open(
        self,
        finding: Finding,
        proposed: Suggestion,
        people: People,
        today: date,
        calendar: Calendar,
    ) -> None:
        """Show what is proposed for a finding; people by number, since everybody can read it.

        The deadline of one that is assigned already stays: putting it off is an extension.
        """
        wanted = proposed.assignment
        assigned = finding.state is FindingState.RECTIFYING
        self.ask(
            tr(
                "{number} is assigned already; {extend} puts the deadline off",
                number=finding.number,
                extend=press(EXTEND, tr("Extend")),
            )
            if assigned
            else tr("Who puts {number} right, and by when?", number=finding.number)
        )
        owners = tuple(map(people.number_of, proposed.owners))
        offer(self.owner, people.number_of(wanted.owner or ""), owners)
        offer(self.department, wanted.department or "", proposed.departments)
        offer(self.leader, wanted.leader or "", proposed.leaders)
        self.type.setCurrentIndex(self.type.findData(wanted.type))
        deadline = finding.deadline if assigned else wanted.deadline or finding.deadline
        self.deadline.show_day(deadline, today, calendar)
        self.hint(self.deadline.awaited)
        self._requirement = wanted.requirement

    @property
    def assignment(self) -> Assignment:
        """What the fields say."""
        return Assignment(
            department=self.department.currentText(),
            owner=self.owner.currentText(),
            leader=self.leader.currentText(),
            type=RectificationType(self.type.currentData()),
            deadline=self.deadline.day,
            requirement=self._requirement,
        )

    def begin(self) -> None:
        self.owner.setFocus(Qt.FocusReason.TabFocusReason)  # with its text marked, to be replaced

"""T: who puts a finding right, and by when. As proposed with one Enter."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from inspector.domain.days.workdays import Calendar
from inspector.domain.finding.assignment import Assignment, Suggestion
from inspector.domain.finding.finding import Finding, FindingState, RectificationType
from inspector.domain.meeting.people_names import People
from inspector.gui.commands.keyed_words import hand_label
from inspector.gui.commands.shared_keys import EXTEND, press
from inspector.gui.meeting.deciding.tray import Tray, choice, offer
from inspector.gui.meeting.deciding.window_choice import named
from inspector.gui.meeting.deciding.workday_edit import WorkdayEdit, deadline_words
from inspector.gui.widgets.combo import Combo
from inspector.translation import tr
from inspector.workspace.finding_state_words import type_word


class AssignTray(Tray):
    """Owner, department, leader, type, deadline; in a narrow window the last two are below."""

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
        self._was_narrow = False
        self.faults.words["owner"] = self.owner
        self._own: dict[str, Assignment] = {}
        self._shown = self._begun = Assignment()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_narrow is not self._was_narrow:
            self._was_narrow = self.is_narrow
            above, at, span = (2, 0, 2) if self.is_narrow else (0, 3, 1)
            for name, field, column, columns in (
                (self._type_name, self.type, at, 1),
                (self._deadline_name, self.deadline, at + 1, span),
            ):
                self.fields.addWidget(name, above, column, 1, columns)
                self.fields.addWidget(field, above + 1, column, 1, columns)

    def show_proposed(
        self, proposed: Mapping[str, Suggestion], people: People, today: date, calendar: Calendar
    ) -> None:
        """Show what is proposed for the chosen findings, by their ids.

        People by number, since everybody can read it. A field in which the windows differ is
        empty: left as it is, each gets its own.
        """
        findings = self.windows.chosen
        self.ask(_title(findings))
        every = [proposed[finding.id] for finding in findings]
        self._own = {
            finding.id: _own(finding, proposed[finding.id], people) for finding in findings
        }
        own = tuple(self._own.values())
        self._shown = shown = _in_common(own)
        for field, first, others in (
            (self.owner, shown.owner, [o for each in every for o in each.owners]),
            (self.department, shown.department, [d for each in every for d in each.departments]),
            (self.leader, shown.leader, [name for each in every for name in each.leaders]),
        ):
            offer(field, first or "", tuple(map(people.number_of, others)))
            editor = field.lineEdit()
            if editor is not None:
                editor.setPlaceholderText(tr("each its own") if first is None else "")
        self.type.setCurrentIndex(self.type.findData(shown.type or own[0].type))
        last = max(each.deadline for each in own if each.deadline is not None)
        self.deadline.show_day(shown.deadline or last, today, calendar)
        self.hint(self.deadline.awaited)
        self._begun = self._said

    @property
    def assignments(self) -> dict[str, Assignment]:
        """What the fields say, for each finding by its id."""
        said, changed = self._said, {}
        for name in ("department", "owner", "leader", "type", "deadline"):
            is_common = getattr(self._shown, name) is not None
            if is_common or getattr(said, name) != getattr(self._begun, name):
                changed[name] = getattr(said, name)
        return {id_: replace(own, **changed) for id_, own in self._own.items()}

    @property
    def _said(self) -> Assignment:
        return Assignment(
            department=self.department.currentText(),
            owner=self.owner.currentText(),
            leader=self.leader.currentText(),
            type=RectificationType(self.type.currentData()),
            deadline=self.deadline.day,
        )

    def begin(self) -> None:
        self.owner.setFocus(Qt.FocusReason.TabFocusReason)  # with its text marked, to be replaced


def _title(findings: Sequence[Finding]) -> str:
    if any(each.state is not FindingState.RECTIFYING for each in findings):
        return tr("Who puts {number} right, and by when?", number=named(findings))
    return tr(
        "{number} is assigned already; {extend} puts the deadline off",
        number=named(findings),
        extend=press(EXTEND, tr("Extend")),
    )


def _own(finding: Finding, proposed: Suggestion, people: People) -> Assignment:
    """Return what a finding gets where nobody says anything else.

    The deadline of one that is assigned already stays: putting it off is an extension.
    """
    wanted = proposed.assignment
    assigned = finding.state is FindingState.RECTIFYING
    return Assignment(
        department=wanted.department or "",
        owner=people.number_of(wanted.owner or ""),
        leader=wanted.leader or "",
        type=wanted.type,
        deadline=finding.deadline if assigned else wanted.deadline or finding.deadline,
        requirement=wanted.requirement,
    )


def _in_common(own: Sequence[Assignment]) -> Assignment:
    """Return what is the same for all; None where they differ."""
    first, *others = own
    differs = {
        name: None
        for name in ("department", "owner", "leader", "type", "deadline", "requirement")
        if any(getattr(each, name) != getattr(first, name) for each in others)
    }
    return replace(first, **differs)

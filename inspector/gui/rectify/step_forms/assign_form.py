"""转整改: who puts findings right, by when. For one finding it is filled in with a suggestion;
for several, what is left blank stays as each of them has it.
"""

from PySide6.QtWidgets import QWidget

from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import Finding, RectificationType
from inspector.gui.rectify.step_forms.step_form import Operation, StepForm, Subjects
from inspector.gui.session import Session
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.day_field import DayField
from inspector.gui.widgets.fields.name_field import NameField
from inspector.translation import tr
from inspector.workspace.finding_state_words import type_word


class AssignForm(StepForm):
    """`assignment` is what is in it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "assignForm", tr("Assign"))
        self.title = tr("Assign")
        holidays = session.workspace.holidays
        self.department = NameField("assignDepartment", tr("Department"))
        self.owner = NameField("assignOwner", tr("Owner"))
        self.leader = NameField("assignLeader", tr("Leader"))
        self.deadline = DayField(
            "assignDeadline",
            tr("Deadline"),
            lambda: session.workspace.now().date(),
            holidays.calendar,
        )
        self.kind = Choice("assignType", tr("Type"))
        self.add_pair((tr("Department"), self.department), (tr("Owner"), self.owner))
        self.add(tr("Deadline: a day, or workdays from today"), self.deadline)
        self.add_pair((tr("Leader"), self.leader), (tr("Type"), self.kind))
        self.requirement = self.add_words("assignRequirement", tr("Requirement"))
        self.faults.words["owner"] = self.department
        self.add_by(tr("Assigned by"))

    def begin(self, subjects: Subjects) -> QWidget:
        only, proposed = subjects.only, subjects.suggestion
        blank = "" if only else tr("as each has it")
        wanted = proposed.assignment if proposed else _in_common(subjects)
        for field, name, others in (
            (self.department, wanted.department, proposed.departments if proposed else ()),
            (self.owner, wanted.owner, proposed.owners if proposed else ()),
            (self.leader, wanted.leader, proposed.leaders if proposed else ()),
        ):
            field.propose(name or "", others or self._known(field), blank)
        kinds: list[tuple[str, object]] = [
            (type_word(each), each.value) for each in RectificationType
        ]
        self.kind.clear()
        self.kind.offer(kinds if only else [(tr("as each has it"), ""), *kinds])
        self.kind.choose(wanted.type.value if wanted.type else ("" if not only else kinds[0][1]))
        self.deadline.start = subjects.today
        self.deadline.show_day(wanted.deadline)
        self.requirement.setPlainText(wanted.requirement or "")
        return self.department

    def assignment(self) -> Assignment:
        """Return what is to be set; raises RefusedInputError."""
        alone = self.subjects.only is not None
        requirement = self.requirement.text

        def said(text: str) -> str | None:
            return text if text or alone else None

        kind = self.kind.currentData()
        return Assignment(
            department=said(self.department.text),
            owner=said(self.owner.text),
            leader=said(self.leader.text),
            type=RectificationType(kind) if kind else None,
            deadline=self.deadline.day(),
            requirement=said(requirement),
        )

    def operation(self) -> Operation:
        wanted, ids, by = self.assignment(), list(self.subjects.ids), self.who
        return lambda: self.session.workspace.findings.assign(ids, wanted, by=by)

    def _known(self, field: NameField) -> tuple[str, ...]:
        """Return the names of the roster for several findings, which have no suggestion."""
        sites = {finding.site_id for finding in self.subjects.findings}
        windows = [
            window
            for site in sorted(sites)
            for window in self.session.workspace.rosters.windows(site)
        ]
        if field is self.department:
            return tuple(dict.fromkeys(window.department for window in windows))
        if field is self.leader:
            return tuple(dict.fromkeys(window.leader for window in windows))
        return tuple(
            dict.fromkeys(person.number or person.name for w in windows for person in w.staff)
        )


def _in_common(subjects: Subjects) -> Assignment:
    """Return what several findings have in common; what differs is left blank."""

    def common(values: list[str]) -> str:
        return values[0] if len(set(values)) == 1 else ""

    findings: list[Finding] = list(subjects.findings)
    return Assignment(
        department=common([f.department for f in findings]),
        owner=common([f.owner for f in findings]),
        leader=common([f.leader for f in findings]),
    )

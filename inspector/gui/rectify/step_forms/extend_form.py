"""延期: more time, with a reason and who approved it."""

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.gui.rectify.step_forms.step_form import Operation, StepForm, Subjects
from inspector.gui.session import Session
from inspector.gui.widgets.day_field import DayField
from inspector.translation import tr


class ExtendForm(StepForm):
    """Until a day, or by workdays from the deadline (from today where that has passed)."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "extendForm", tr("Extend"))
        self.title = tr("Extend")
        self.until = DayField(
            "extendUntil",
            tr("New deadline"),
            lambda: session.workspace.now().date(),
            session.workspace.holidays.calendar,
        )
        self.add(tr("Workdays more, or the new deadline"), self.until)
        self.reason = self.add_words("extendReason", tr("Reason"))
        self.approver = self.add_line("extendApprover", tr("Approved by"))
        self.faults.words = {"reason": self.reason, "approver": self.approver}
        self.faults.value = self.until
        self.add_by(tr("Entered by"))

    def begin(self, subjects: Subjects) -> QWidget:
        only = subjects.only
        self.until.start = max(only.deadline, subjects.today) if only else None
        self.until.show_day(None)
        self.reason.clear()
        self.approver.clear()
        return self.until

    def operation(self) -> Operation:
        until = self.until.value()
        if until is None:
            expected = tr("a day, or workdays")
            raise RefusedInputError([Problem(tr("New deadline"), Fault.MISSING, expected=expected)])
        ids, by = list(self.subjects.ids), self.who
        reason, approver = self.reason.text, self.approver.text()
        return lambda: self.session.workspace.findings.extend(ids, until, reason, approver, by=by)

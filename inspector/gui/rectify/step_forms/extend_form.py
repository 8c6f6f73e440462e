"""延期: more time, with a reason and who approved it; on a site's own laptop it is asked for."""

from datetime import date

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.gui.rectify.step_forms.step_form import Operation, StepForm, Subjects
from inspector.gui.session import Session
from inspector.gui.widgets.day_field import DayField
from inspector.translation import tr


class _LaterForm(StepForm):
    """Until a day, or by workdays from the deadline (from today where that has passed)."""

    def __init__(self, session: Session, name: str, title: str) -> None:
        super().__init__(session, f"{name}Form", title)
        self.title = title
        self.until = DayField(
            f"{name}Until",
            tr("New deadline"),
            lambda: session.workspace.now().date(),
            session.workspace.holidays.calendar,
        )
        self.add(tr("Workdays more, or the new deadline"), self.until)
        self.reason = self.add_words(f"{name}Reason", tr("Reason"))
        self.faults.value = self.until

    def begin(self, subjects: Subjects) -> QWidget:
        only = subjects.only
        self.until.start = max(only.deadline, subjects.today) if only else None
        self.until.show_day(None)
        self.reason.clear()
        return self.until

    def wanted(self) -> date | int:
        """Return what was typed; raises RefusedInputError where nothing was."""
        until = self.until.value()
        if until is None:
            expected = tr("a day, or workdays")
            raise RefusedInputError([Problem(tr("New deadline"), Fault.MISSING, expected=expected)])
        return until


class ExtendForm(_LaterForm):
    """More time is granted."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "extend", tr("Extend"))
        self.approver = self.add_line("extendApprover", tr("Approved by"))
        self.faults.words = {"reason": self.reason, "approver": self.approver}
        self.add_by(tr("Entered by"))

    def begin(self, subjects: Subjects) -> QWidget:
        self.approver.clear()
        return super().begin(subjects)

    def operation(self) -> Operation:
        until, ids, by = self.wanted(), list(self.subjects.ids), self.who
        reason, approver = self.reason.text, self.approver.text()
        return lambda: self.session.workspace.findings.extend(ids, until, reason, approver, by=by)


class AskExtensionForm(_LaterForm):
    """More time is asked for, on a site's own laptop: who inspects grants it, or does not."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "askExtension", tr("Ask for more time"))
        self.faults.words = {"reason": self.reason}
        self.add_by(tr("Entered by"))

    def operation(self) -> Operation:
        until, ids, by = self.wanted(), list(self.subjects.ids), self.who
        reason = self.reason.text
        return lambda: self.session.workspace.findings.ask_extension(ids, until, reason, by=by)

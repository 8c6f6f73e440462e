"""延期: more time, with a reason and who approved it; on a site's own laptop it is asked for.

What a site asked for is granted as it asked, or not, with a reason.
"""

from datetime import date

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.gui.rectify.step_forms.step_form import Operation, StepForm, Subjects
from inspector.gui.session import Session
from inspector.gui.steps.deadline_words import asked_words
from inspector.gui.widgets.day_field import DayField
from inspector.gui.widgets.labels import wrapped
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
    """More time is granted: what is asked for is filled in, where all ask for the same."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "extend", tr("Extend"))
        self.approver = self.add_line("extendApprover", tr("Approved by"))
        self.faults.words = {"reason": self.reason, "approver": self.approver}
        self.add_by(tr("Entered by"))
        self._grants = False  # what is asked for

    def open_for(self, subjects: Subjects) -> None:
        is_asked = any(each.asked_until is not None for each in subjects.findings)
        self.title = tr("Grant extension") if is_asked else tr("Extend")
        self.commands["confirm"].set_words(self.title)
        super().open_for(subjects)

    def begin(self, subjects: Subjects) -> QWidget:
        self.approver.clear()
        first = super().begin(subjects)
        days = {each.asked_until for each in subjects.findings}
        reasons = {each.asked_reason for each in subjects.findings}
        self._grants, each_own = bool(days) and None not in days, tr("each as it was asked")
        self.until.blank = each_own if self._grants and len(days) > 1 else ""
        self.until.say_how()
        self.reason.setPlaceholderText(each_own if self._grants and len(reasons) > 1 else "")
        if not self._grants:
            return first
        if len(days) == 1:
            self.until.show_day(*days)
        if len(reasons) == 1:
            self.reason.setPlainText(*reasons)
        return self.approver

    def operation(self) -> Operation:
        ids, by = list(self.subjects.ids), self.who
        reason, approver = self.reason.text, self.approver.text()
        findings = self.session.workspace.findings
        if self._grants:
            day = self.until.value() if self.until.blank else self.wanted()
            return lambda: findings.grant(ids, day, reason, approver, by=by)
        until = self.wanted()
        return lambda: findings.extend(ids, until, reason, approver, by=by)


class RefuseExtensionForm(StepForm):
    """What is asked for is not granted; the deadline stays."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "refuseExtensionForm", tr("Do not grant it"))
        self.title = tr("Do not grant the extension")
        self._said = wrapped("", "secondary")
        self.fields.addWidget(self._said)
        self.reason = self.add_words("refuseExtensionReason", tr("Reason"))
        self.faults.words = {"reason": self.reason}
        self.add_by(tr("Entered by"))

    def begin(self, subjects: Subjects) -> QWidget:
        only = subjects.only
        asked = asked_words(only.asked_until, subjects.today, only.asked_reason) if only else ""
        self._said.setText(asked)
        self._said.setVisible(bool(asked))
        self.reason.clear()
        return self.reason

    def operation(self) -> Operation:
        ids, by, reason = list(self.subjects.ids), self.who, self.reason.text
        return lambda: self.session.workspace.findings.refuse_extension(ids, reason, by=by)


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

"""E: more time for a finding, with the reason and who approves it."""

from datetime import date

from PySide6.QtWidgets import QLineEdit

from inspector.domain.days.workdays import Calendar, add_workdays
from inspector.gui.commands.keyed_words import hand_label
from inspector.gui.meeting.deciding.tray import Tray
from inspector.gui.meeting.deciding.window_choice import named
from inspector.gui.meeting.deciding.workday_edit import WorkdayEdit, deadline_words
from inspector.gui.steps.deadline_words import asked_words
from inspector.gui.widgets.fields.text_limit import LINE, TextLimit
from inspector.translation import tr


class ExtendTray(Tray):
    """Deadline, reason, approver."""

    def __init__(self) -> None:
        super().__init__("extend", tr("Extend"))
        self._reason = ""  # as it was proposed
        self.deadline = WorkdayEdit("extendDeadline")
        self.deadline.dateChanged.connect(lambda _: self.hint(self.deadline.awaited))
        self.reason = QLineEdit()
        TextLimit(self.reason, LINE)
        self.reason.setObjectName("extendReason")
        self.approver = QLineEdit()
        TextLimit(self.approver, LINE)
        self.approver.setObjectName("extendApprover")
        self.place(0, 0, tr("Reason"), self.reason)
        self.place(0, 1, tr("Approved by"), self.approver)
        hand_label(self.place(0, 2, tr("Deadline"), self.deadline), deadline_words)
        self.faults.words = {"reason": self.reason, "approver": self.approver}
        self.fields.setColumnStretch(0, 3)
        self.fields.setColumnStretch(2, 0)

    def open(self, approver: str) -> None:
        """Begin with nothing said, in the name of whoever leads the meeting."""
        self._reason = ""
        self.reason.clear()
        self.approver.setText(approver)

    def show_proposed(self, today: date, calendar: Calendar) -> None:
        """Propose the next workday after the last deadline, or after today when that is past.

        Where all ask for the same day, it is that one, and why they ask.
        """
        findings = self.windows.chosen
        wanted = {finding.asked_until for finding in findings}
        day = wanted.pop() if len(wanted) == 1 else None
        if day is None:
            self.ask(tr("More time for {number}, and why?", number=named(findings)))
            last = max(finding.deadline for finding in findings)
            self._propose_reason("")
            self.deadline.show_day(add_workdays(max(last, today), 1, calendar), today, calendar)
        else:
            asked = asked_words(day, today)
            self.ask(tr("{number}: {asked}. Grant it?", number=named(findings), asked=asked))
            reasons = filter(None, (finding.asked_reason for finding in findings))
            self._propose_reason("；".join(dict.fromkeys(reasons)))
            self.deadline.show_day(day, today, calendar)
        self.hint(self.deadline.awaited)

    def _propose_reason(self, reason: str) -> None:
        """Fill in why, unless something else is written already."""
        if self.reason.text() == self._reason:
            self._reason = reason
            self.reason.setText(reason)

    def begin(self) -> None:
        self.reason.setFocus()

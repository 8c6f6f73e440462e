"""E: more time for a finding, with the reason and who approves it."""

from datetime import date

from PySide6.QtWidgets import QLineEdit

from inspector.domain.days.workdays import Calendar, add_workdays
from inspector.gui.commands.keyed_words import hand_label
from inspector.gui.meeting.deciding.tray import Tray
from inspector.gui.meeting.deciding.window_choice import named
from inspector.gui.meeting.deciding.workday_edit import WorkdayEdit, deadline_words
from inspector.gui.widgets.fields.text_limit import LINE, TextLimit
from inspector.translation import tr


class ExtendTray(Tray):
    """Deadline, reason, approver."""

    def __init__(self) -> None:
        super().__init__("extend", tr("Extend"))
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
        self.reason.clear()
        self.approver.setText(approver)

    def show_proposed(self, today: date, calendar: Calendar) -> None:
        """Propose the next workday after the last deadline, or after today when that is past."""
        findings = self.windows.chosen
        self.ask(tr("More time for {number}, and why?", number=named(findings)))
        last = max(finding.deadline for finding in findings)
        self.deadline.show_day(add_workdays(max(last, today), 1, calendar), today, calendar)
        self.hint(self.deadline.awaited)

    def begin(self) -> None:
        self.reason.setFocus()

"""E: more time for a finding, with the reason and who approves it; a site's laptop asks for it.

What a site asked for is granted as it asked, each finding its own day.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit

from inspector.domain.days.workdays import Calendar, add_workdays
from inspector.domain.finding.finding import Finding
from inspector.gui.commands.keyed_words import hand_label
from inspector.gui.meeting.deciding.tray import Tray
from inspector.gui.meeting.deciding.window_choice import named
from inspector.gui.meeting.deciding.workday_edit import WorkdayEdit, deadline_words
from inspector.gui.steps.deadline_words import asked_words_of
from inspector.gui.widgets.fields.text_limit import LINE, TextLimit
from inspector.translation import tr


def asked_days(findings: Sequence[Finding]) -> list[date]:
    """Return the days that findings are asked to be put off to, in their order."""
    return sorted(each.asked_until for each in findings if each.asked_until is not None)


class LaterTray(Tray):
    """Deadline and reason, with something between them or nothing."""

    def __init__(self, name: str, accept: str, *between: tuple[str, QLineEdit]) -> None:
        super().__init__(name, accept)
        self._reason = ""  # as it was proposed
        self.deadline = WorkdayEdit(f"{name}Deadline")
        self.deadline.dateChanged.connect(lambda _: self.hint(self.deadline.awaited))
        self.reason = QLineEdit()
        self.reason.setObjectName(f"{name}Reason")
        for column, (title, field) in enumerate(((tr("Reason"), self.reason), *between)):
            TextLimit(field, LINE)
            self.place(0, column, title, field)
        last = 1 + len(between)
        hand_label(self.place(0, last, tr("Deadline"), self.deadline), deadline_words)
        self.faults.words = {"reason": self.reason}
        self.fields.setColumnStretch(0, 3)
        self.fields.setColumnStretch(last, 0)

    def propose_reason(self, reason: str, blank: str = "") -> None:
        """Fill in why, unless something else is written; `blank` says what no reason stands for."""
        self.reason.setPlaceholderText(blank)
        if self.reason.text() == self._reason:
            self._reason = reason
            self.reason.setText(reason)

    def propose_day(self, today: date, calendar: Calendar) -> None:
        """Propose the next workday after the last deadline, or after today when that is past."""
        last = max(finding.deadline for finding in self.windows.chosen)
        self.deadline.show_day(add_workdays(max(last, today), 1, calendar), today, calendar)

    def begin(self) -> None:
        self.reason.setFocus()


class ExtendTray(LaterTray):
    """Deadline, reason, approver."""

    def __init__(self) -> None:
        self.approver = QLineEdit()
        self.approver.setObjectName("extendApprover")
        super().__init__("extend", tr("Extend"), (tr("Approved by"), self.approver))
        self.faults.words["approver"] = self.approver

    def open(self, approver: str) -> None:
        """Begin with nothing said, in the name of whoever leads the meeting."""
        self._reason = ""
        self.reason.clear()
        self.approver.setText(approver)

    @property
    def grants(self) -> bool:
        """What is chosen was asked for."""
        return all(each.asked_until is not None for each in self.windows.chosen)

    @property
    def until(self) -> date | None:
        """The new deadline; None: to each the one that was asked for."""
        return None if self.deadline.is_each else self.deadline.day

    def show_proposed(self, today: date, calendar: Calendar) -> None:
        """Propose to each the day and the reason it asks with, or a later day where none does."""
        findings, numbers = self.windows.chosen, named(self.windows.chosen)
        days = asked_days(findings)
        grants = self.grants
        self.commands["confirm"].set_words(tr("Grant extension") if grants else tr("Extend"))
        if not grants:
            self.ask(tr("More time for {number}, and why?", number=numbers))
            self.propose_reason("")
            self.propose_day(today, calendar)
        else:
            self._propose_asked(findings, today)
            asked = asked_words_of(days, today)
            if days[0] == days[-1]:
                self.ask(tr("{number}: {asked}. Grant it?", number=numbers, asked=asked))
                self.deadline.show_day(days[0], today, calendar)
            else:
                self.ask(tr("{number}: {asked}. Grant each its own?", number=numbers, asked=asked))
                self.deadline.show_each(tr("each as it was asked"), days[-1], today, calendar)
        self.hint(self.deadline.awaited)

    def _propose_asked(self, findings: Sequence[Finding], today: date) -> None:
        reasons = {each.asked_reason for each in findings}
        if len(reasons) == 1:
            self.propose_reason(*reasons)
        else:
            self.propose_reason("", tr("each as it was asked"))


class AskTray(LaterTray):
    """On a site's own laptop: deadline and reason, for those who inspect to grant or not."""

    def __init__(self) -> None:
        super().__init__("ask", tr("Ask for more time"))

    def open(self) -> None:
        """Begin with nothing said."""
        self._reason = ""
        self.reason.clear()

    def show_proposed(self, today: date, calendar: Calendar) -> None:
        """Propose the next workday after the last deadline."""
        self.ask(
            tr(
                "Those who inspect grant more time. Until when is it asked for {number}, and why?",
                number=named(self.windows.chosen),
            )
        )
        self.propose_day(today, calendar)
        self.hint(self.deadline.awaited)

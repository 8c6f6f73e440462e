"""What is decided about a finding at a meeting: each an operation with the meeting as source."""

from collections.abc import Callable
from datetime import date

from inspector.domain.checklist.points import Hundredths
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import AppealOutcome, Finding, FindingState
from inspector.domain.meeting.meeting import Meeting
from inspector.gui.session import Session
from inspector.workspace.changes import Changes
from inspector.workspace.meeting.meetings import source_of


class Decisions:
    """The decisions of one meeting, in its host's name. Each tells whether it was taken."""

    def __init__(self, session: Session, meeting: Meeting) -> None:
        self._session = session
        self._meeting = meeting
        self._findings = session.workspace.findings
        self.host, self._source = meeting.host, source_of(meeting.id)

    def correct(self, finding: Finding, words: str) -> bool:
        """Put right on the spot; what was reported done is found to be so, and closed."""
        if finding.state is FindingState.REPORTED:
            return self._took(
                lambda: self._findings.recheck(
                    [finding.id], True, words, by=self.host, source=self._source
                )
            )
        return self._took(
            lambda: self._findings.correct([finding.id], words, by=self.host, source=self._source)
        )

    def assign(self, finding: Finding, assignment: Assignment) -> bool:
        """Say who puts it right, and by when."""
        return self._took(
            lambda: self._findings.assign(
                [finding.id], assignment, by=self.host, source=self._source
            )
        )

    def extend(self, finding: Finding, until: date, reason: str, approver: str) -> bool:
        """Put the deadline off."""
        return self._took(
            lambda: self._findings.extend(
                [finding.id], until, reason, approver, by=self.host, source=self._source
            )
        )

    def appeal(self, finding: Finding, reason: str) -> bool:
        """Take down that it is contested."""
        return self._took(
            lambda: self._findings.appeal([finding.id], reason, by=self.host, source=self._source)
        )

    def decide(
        self,
        finding: Finding,
        outcome: AppealOutcome,
        reason: str,
        approver: str,
        left: Hundredths | None,
    ) -> bool:
        """Decide an appeal; `left` is what a lowered deduction still costs."""
        return self._took(
            lambda: self._findings.decide_appeal(
                [finding.id], outcome, reason, approver, left, by=self.host, source=self._source
            )
        )

    def note(self, finding: Finding, text: str) -> bool:
        """Remember something."""
        return self._took(
            lambda: self._findings.note([finding.id], text, by=self.host, source=self._source)
        )

    def can_undo(self, finding: Finding) -> bool:
        """Tell whether the last step of a finding was this meeting's."""
        last = self._findings.revertible(finding.id, self.host.strip())
        return last is not None and last.source == self._source

    def undo(self, finding: Finding) -> bool:
        """Take the last step back; only what this meeting decided."""
        return self.can_undo(finding) and self._took(
            lambda: self._findings.revert_last(finding.id, by=self.host, source=self._source)
        )

    def discuss(self, finding_id: str) -> None:
        """Remember that a finding was shown."""
        meetings = self._session.workspace.meetings
        self._session.attempt(lambda: meetings.discuss(self._meeting.id, finding_id, self.host))

    def _took(self, operation: Callable[[], Changes]) -> bool:
        return self._session.attempt(operation) is not None

"""What is decided about a finding at a meeting: each an operation with the meeting as source."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from inspector.domain.checklist.points import Hundredths
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import AppealOutcome, Finding
from inspector.domain.meeting.meeting import Meeting
from inspector.gui.session import Session
from inspector.workspace.changes import Changes
from inspector.workspace.meeting.meetings import source_of

Findings = Sequence[Finding]
"""What is decided about at once: each has an event of its own."""


class Decisions:
    """The decisions of one meeting, in its host's name. Each tells whether it was taken."""

    def __init__(self, session: Session, meeting: Meeting) -> None:
        self._session = session
        self._meeting = meeting
        self._findings = session.workspace.findings
        self.host, self._source = meeting.host, source_of(meeting.id)
        self._together: list[frozenset[str]] = []  # decided in one go

    def correct(self, findings: Findings, words: str) -> bool:
        """Put right on the spot; what was reported done is found to be so, and closed."""
        return self._took(
            findings,
            lambda ids: self._findings.found_right(ids, words, by=self.host, source=self._source),
        )

    def assign(self, findings: Findings, assignments: Mapping[str, Assignment]) -> bool:
        """Say who puts each right, and by when."""
        return self._took(
            findings,
            lambda _: self._findings.assign_each(assignments, by=self.host, source=self._source),
        )

    def extend(self, findings: Findings, until: date, reason: str, approver: str) -> bool:
        """Put the deadline off."""
        return self._took(
            findings,
            lambda ids: self._findings.extend(
                ids, until, reason, approver, by=self.host, source=self._source
            ),
        )

    def grant(self, findings: Findings, until: date | None, reason: str, approver: str) -> bool:
        """Give the time that is asked for; None: to the day, '': for the reason of each."""
        return self._took(
            findings,
            lambda ids: self._findings.grant(
                ids, until, reason, approver, by=self.host, source=self._source
            ),
        )

    def refuse(self, findings: Findings, reason: str) -> bool:
        """Do not give the time that is asked for; the deadline stays."""
        return self._took(
            findings,
            lambda ids: self._findings.refuse_extension(
                ids, reason, by=self.host, source=self._source
            ),
        )

    def ask(self, findings: Findings, until: date, reason: str) -> bool:
        """Ask those who inspect for more time."""
        return self._took(
            findings,
            lambda ids: self._findings.ask_extension(
                ids, until, reason, by=self.host, source=self._source
            ),
        )

    def appeal(self, findings: Findings, reason: str) -> bool:
        """Take down that they are contested."""
        return self._took(
            findings,
            lambda ids: self._findings.appeal(ids, reason, by=self.host, source=self._source),
        )

    def decide(
        self,
        findings: Findings,
        outcome: AppealOutcome,
        reason: str,
        approver: str,
        left: Hundredths | None,
    ) -> bool:
        """Decide appeals; `left` is what a lowered deduction still costs."""
        return self._took(
            findings,
            lambda ids: self._findings.decide_appeal(
                ids, outcome, reason, approver, left, by=self.host, source=self._source
            ),
        )

    def note(self, findings: Findings, text: str) -> bool:
        """Remember something."""
        return self._took(
            findings, lambda ids: self._findings.note(ids, text, by=self.host, source=self._source)
        )

    def undo(self, findings: Findings) -> bool:
        """Take back what was decided last about some of `findings`; only what this meeting decided.

        What was decided in one go is taken back in one go, until the meeting is left.
        """
        ends = {each.id: self._findings.revertible(each.id, self.host.strip()) for each in findings}
        own = {id_: last for id_, last in ends.items() if last and last.source == self._source}
        if not own:
            return False
        latest = max(own, key=lambda each: own[each].at)
        together = next((ids for ids in reversed(self._together) if latest in ids), {latest})
        taken = [each for each in own if each in together]
        done = self._session.attempt(
            lambda: self._findings.revert_last_of(taken, by=self.host, source=self._source)
        )
        if done is not None and together in self._together:
            self._together.remove(frozenset(together))
        return done is not None

    def discuss(self, finding_id: str) -> None:
        """Remember that a finding was shown."""
        meetings = self._session.workspace.meetings
        self._session.attempt(lambda: meetings.discuss(self._meeting.id, finding_id, self.host))

    def _took(self, findings: Findings, operation: Callable[[list[str]], Changes]) -> bool:
        ids = [each.id for each in findings]
        took = self._session.attempt(lambda: operation(ids)) is not None
        if took:
            self._together.append(frozenset(ids))
        return took

"""Findings from being raised to being closed: one operation for each step of their life.

Every step is an event (DESIGN §7). A step for several findings is one transaction: legal for all
of them, or refused with a sentence, and nothing is changed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TypeAlias, TypedDict

from inspector.domain.checklist.points import Hundredths
from inspector.domain.days.workdays import add_workdays
from inspector.domain.errors import (
    MissingWordError,
    NothingToRevertError,
)
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import AppealOutcome, Finding, FindingState
from inspector.domain.finding.finding_event import (
    PROGRAM,
    AppealDecided,
    Appealed,
    Assigned,
    Corrected,
    DiscussedAt,
    Exported,
    Extended,
    ExtensionAsked,
    ExtensionRefused,
    FindingEvent,
    Noted,
    Raised,
    Rechecked,
    Recounted,
    Reopened,
    ReportedDone,
    Reverted,
    Settled,
    Source,
)
from inspector.domain.finding.finding_life import refusal
from inspector.domain.sharing.sharing_errors import NothingAskedForError
from inspector.storage.stores.ledger.finding_lines import FindingLines
from inspector.storage.stores.ledger.finding_search import FindingSearch
from inspector.workspace.changes import Changes
from inspector.workspace.findings.finding_reading import FindingReading
from inspector.workspace.findings.lent_findings import LentFindings
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import REPEAT_DAYS, PreferenceBook


class _Head(TypedDict):
    """What every event says."""

    id: str
    finding_id: str
    at: datetime
    by: str
    source: Source


_Make: TypeAlias = Callable[[Finding, _Head], FindingEvent]
"""Makes the event of a finding from the finding and the event's head."""

_TICK = timedelta(microseconds=1)


class Findings(FindingReading):
    """The operations on findings. `ids` are those of findings; `by` is a name or ''.

    On a hall's laptop some steps of what others found are refused: HallStepError,
    HallDeadlineError.
    """

    def __init__(self, opened: OpenedFolder) -> None:
        super().__init__(opened)
        self._lent = opened.of(LentFindings)

    def asks(self, ids: Iterable[str]) -> bool:
        """Tell whether more time for some findings is to be asked for: others found them."""
        return bool(self._lent.of(ids))

    def raise_all(
        self, findings: Sequence[Finding], by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Begin the lives of new findings."""
        events = [
            Raised(id=f.id, finding_id=f.id, at=f.raised_at, by=by, source=source, finding=f)
            for f in findings
        ]
        self._store.append(*events, repeat_days=self._repeat_days())
        return Changes(findings=True)

    def assign(
        self, ids: Iterable[str], assignment: Assignment, *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Say who puts findings right, and by when; what is None stays as each has it.

        Raises MissingWordError where neither a department nor an owner would be said,
        NeedsExtensionError for putting off the deadline of one that is assigned already.
        """
        return self.assign_each(dict.fromkeys(ids, assignment), by=by, source=source)

    def assign_each(
        self, assignments: Mapping[str, Assignment], *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Say of findings, by id, who puts each right, and by when, or of none of them.

        Raises what `assign` raises.
        """

        def make(finding: Finding, head: _Head) -> FindingEvent:
            assignment = assignments[finding.id]
            event = Assigned(
                **head,
                department=_kept(assignment.department, finding.department),
                owner=_kept(assignment.owner, finding.owner),
                leader=_kept(assignment.leader, finding.leader),
                type=assignment.type or finding.type,
                deadline=assignment.deadline or finding.deadline,
                requirement=_kept(assignment.requirement, finding.requirement),
            )
            if not (event.department or event.owner):
                raise MissingWordError("owner", finding.number)
            return event

        return self._happen(assignments, make, by, source)

    def extend(
        self,
        ids: Iterable[str],
        until: date | int,
        reason: str,
        approver: str,
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Put deadlines off to a day, or by workdays counted from the deadline or from today.

        Raises MissingWordError, DeadlineNotLaterError.
        """
        reason, approver = _said("reason", reason), _said("approver", approver)
        calendar, today = self._holidays.calendar(), self._today()

        def make(finding: Finding, head: _Head) -> FindingEvent:
            start = max(finding.deadline, today)
            day = until if isinstance(until, date) else add_workdays(start, until, calendar)
            return Extended(**head, deadline=day, reason=reason, approver=approver)

        return self._happen(ids, make, by, source)

    def grant(
        self,
        ids: Iterable[str],
        until: date | int | None,
        reason: str,
        approver: str,
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Grant more time that is asked for: to the day that each asks for, where `until` is None.

        An `until` is as in `extend`; a `reason` of '' is the one that each asks with.
        Raises NothingAskedForError besides what `extend` raises.
        """
        reason, approver = reason.strip(), _said("approver", approver)
        calendar, today = self._holidays.calendar(), self._today()

        def make(finding: Finding, head: _Head) -> FindingEvent:
            if finding.asked_until is None:
                raise NothingAskedForError(finding.number)
            start, why = (
                max(finding.deadline, today),
                _said("reason", reason or finding.asked_reason),
            )
            day = finding.asked_until if until is None else until
            day = day if isinstance(day, date) else add_workdays(start, day, calendar)
            return Extended(**head, deadline=day, reason=why, approver=approver)

        return self._happen(ids, make, by, source)

    def ask_extension(
        self,
        ids: Iterable[str],
        until: date | int,
        reason: str,
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Ask those who inspect for more time, to a day or by workdays as in `extend`.

        Raises MissingWordError, DeadlineNotLaterError.
        """
        reason = _said("reason", reason)
        calendar, today = self._holidays.calendar(), self._today()

        def make(finding: Finding, head: _Head) -> FindingEvent:
            start = max(finding.deadline, today)
            day = until if isinstance(until, date) else add_workdays(start, until, calendar)
            return ExtensionAsked(**head, deadline=day, reason=reason)

        return self._happen(ids, make, by, source)

    def refuse_extension(
        self, ids: Iterable[str], reason: str, *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Say that more time which is asked for is not granted; raises MissingWordError."""
        said = _said("reason", reason)
        return self._happen(ids, lambda _, head: ExtensionRefused(**head, reason=said), by, source)

    def recount(
        self,
        deadlines: Mapping[str, date],
        reason: str,
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Give findings, by id, the days on which their workdays end now; no extension.

        What was lent to this laptop is recounted by those who found it. Raises MissingWordError.
        """
        said, lent = _said("reason", reason), self._lent.of(deadlines)

        def make(finding: Finding, head: _Head) -> FindingEvent:
            return Recounted(**head, deadline=deadlines[finding.id], reason=said)

        return self._happen([each for each in deadlines if each not in lent], make, by, source)

    def correct(
        self, ids: Iterable[str], note: str = "", *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Say that findings were put right on the spot (已当场纠正); closes them."""
        return self._happen(ids, lambda _, head: Corrected(**head, note=note.strip()), by, source)

    def found_right(
        self, ids: Iterable[str], note: str = "", *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Say that findings are put right, each by what it waits for; closes them.

        What was reported done is rechecked and passed, all else was put right on the spot.
        """

        def make(finding: Finding, head: _Head) -> FindingEvent:
            if finding.state is FindingState.REPORTED:
                return Rechecked(**head, passed=True, note=note.strip())
            return Corrected(**head, note=note.strip())

        return self._happen(ids, make, by, source)

    def report_done(
        self, finding_id: str, text: str, done_on: date, *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Say what was done about a finding, and when it was done; a recheck is next."""

        def make(_: Finding, head: _Head) -> FindingEvent:
            return ReportedDone(**head, text=text.strip(), done_on=done_on)

        return self._happen([finding_id], make, by, source)

    def recheck(
        self,
        ids: Iterable[str],
        passed: bool,
        note: str = "",
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Say what looking again came to; `by` is the 复查人.

        Raises MissingWordError when a failure says nothing of what is still wrong.
        """
        said = note.strip() if passed else _said("note", note)
        return self._happen(
            ids, lambda _, head: Rechecked(**head, passed=passed, note=said), by, source
        )

    def appeal(
        self, ids: Iterable[str], reason: str, *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Take down that findings are contested (申诉待核); raises MissingWordError."""
        said = _said("reason", reason)
        return self._happen(ids, lambda _, head: Appealed(**head, reason=said), by, source)

    def decide_appeal(
        self,
        ids: Iterable[str],
        outcome: AppealOutcome,
        reason: str,
        approver: str = "",
        deduction: Hundredths | None = None,
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Decide appeals; `deduction` is what a downgraded finding costs from now on.

        Raises MissingWordError, NotLowerError.
        """
        said = _said("reason", reason)
        left = deduction if outcome is AppealOutcome.DOWNGRADED else None

        def make(_: Finding, head: _Head) -> FindingEvent:
            return AppealDecided(
                **head, outcome=outcome, reason=said, approver=approver.strip(), deduction=left
            )

        return self._happen(ids, make, by, source)

    def reopen(
        self,
        ids: Iterable[str],
        reason: str,
        deadline: date | None = None,
        *,
        by: str = "",
    ) -> Changes:
        """Begin a new round of closed findings.

        Without a `deadline` each gets as many workdays from today as its item gives, at least
        one. Raises MissingWordError.
        """
        said = _said("reason", reason)
        calendar, today = self._holidays.calendar(), self._today()

        def make(finding: Finding, head: _Head) -> FindingEvent:
            days = max(1, self._days_of(finding) or 1)
            until = deadline or add_workdays(today, days, calendar)
            return Reopened(**head, reason=said, deadline=until)

        return self._happen(ids, make, by, PROGRAM)

    def note(
        self, ids: Iterable[str], text: str, *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Remember something about findings; raises MissingWordError."""
        said = _said("note", text)
        return self._happen(ids, lambda _, head: Noted(**head, text=said), by, source)

    def record_export(
        self,
        ids: Iterable[str],
        workbook: str,
        file_name: str,
        notice: str = "",
        *,
        by: str = "",
    ) -> Changes:
        """Remember that findings went out in a workbook, such as 整改通知单 with its number.

        The number of a notice about what was lent to this laptop stays that of who found it.
        """
        ids = list(ids)
        lent = self._lent.of(ids) if notice else set[str]()

        def make(finding: Finding, head: _Head) -> FindingEvent:
            own = "" if finding.id in lent else notice
            return Exported(**head, workbook=workbook, file_name=file_name, notice=own)

        return self._happen(ids, make, by, PROGRAM)

    def discuss(self, ids: Iterable[str], source: Source, *, by: str = "") -> Changes:
        """Remember that findings were shown at the meeting that is their source."""
        return self._happen(ids, lambda _, head: DiscussedAt(**head), by, source)

    def revert_last(self, finding_id: str, *, by: str = "", source: Source = PROGRAM) -> Changes:
        """Take back the last step of a finding: today's, and by the same person.

        Raises NothingToRevertError.
        """
        return self.revert_last_of([finding_id], by=by, source=source)

    def revert_last_of(
        self, ids: Iterable[str], *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Take back the last step of each of several findings, or of none of them.

        Raises NothingToRevertError.
        """
        with self._opened.database.transaction():
            events: list[FindingEvent] = []
            findings = self.all_of(ids)
            for finding in findings:
                last = self.revertible(finding.id, by)
                if last is None:
                    raise NothingToRevertError(finding.number)
                events.append(Reverted(**self._head(finding, by, source), event_id=last.id))
            self._lent.require_allowed({each.id: each for each in findings}, events)
            self._store.append(*events, repeat_days=self._repeat_days())
        return Changes(findings=bool(events))

    def settle(
        self, finding_id: str, kept: Iterable[str], left_out: Iterable[str], *, by: str = ""
    ) -> Changes:
        """Say which of the steps count that several laptops took side by side, by their ids."""
        with self._opened.database.transaction():
            (finding,) = self.all_of([finding_id])
            head = self._head(finding, by, PROGRAM)
            settled = Settled(**head, kept=tuple(kept), left_out=tuple(left_out))
            self._lent.require_allowed({finding.id: finding}, [settled])
            self._store.append(settled, repeat_days=self._repeat_days())
        return Changes(findings=True, laptops=True)

    def rebuild(self) -> Changes:
        """Work every finding out anew from its events, and what they are searched by from them."""
        with self._opened.database.transaction():
            self._store.rebuild(self._repeat_days())
            FindingSearch(self._opened.database).rebuild()
            FindingLines(self._opened.database).rebuild()
        return Changes(findings=True)

    def _happen(self, ids: Iterable[str], make: _Make, by: str, source: Source) -> Changes:
        with self._opened.database.transaction():
            events: list[FindingEvent] = []
            findings = self.all_of(ids)
            for finding in findings:
                event = make(finding, self._head(finding, by, source))
                refused = refusal(finding, event)
                if refused is not None:
                    raise refused
                events.append(event)
            self._lent.require_allowed({each.id: each for each in findings}, events)
            self._store.append(*events, repeat_days=self._repeat_days(), known=findings)
        return Changes(findings=bool(events))

    def _head(self, finding: Finding, by: str, source: Source) -> _Head:
        return _Head(
            id=self._opened.new_id(),
            finding_id=finding.id,
            at=self._moment(finding),
            by=by.strip(),
            source=source,
        )

    def _moment(self, finding: Finding) -> datetime:
        """Return now, but always after what happened last, also if the clock was set back."""
        now = self._opened.now()
        if finding.changed_at is not None and now <= finding.changed_at:
            return finding.changed_at + _TICK
        return now

    def _repeat_days(self) -> int:
        return self._opened.of(PreferenceBook).number(REPEAT_DAYS)


def _kept(said: str | None, own: str) -> str:
    return own if said is None else said.strip()


def _said(what: str, text: str) -> str:
    text = text.strip()
    if not text:
        raise MissingWordError(what)
    return text

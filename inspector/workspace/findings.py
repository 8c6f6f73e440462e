"""Findings from being raised to being closed: one operation for each step of their life.

Every step is an event (DESIGN §7). A step for several findings is one transaction: legal for all
of them, or refused with a sentence, and nothing is changed.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

from inspector.domain.assignment import Assignment, Suggestion, suggest
from inspector.domain.errors import (
    MissingWordError,
    NothingToRevertError,
    UnknownFindingError,
)
from inspector.domain.finding import AppealOutcome, Finding
from inspector.domain.finding_event import (
    PROGRAM,
    AppealDecided,
    Appealed,
    Assigned,
    Corrected,
    DiscussedAt,
    Exported,
    Extended,
    FindingEvent,
    Noted,
    Raised,
    Rechecked,
    Reopened,
    ReportedDone,
    Reverted,
    Source,
)
from inspector.domain.finding_life import HistoryEntry, history, refusal, revertible
from inspector.domain.ledger import (
    LedgerChoices,
    LedgerCounts,
    LedgerFilter,
    LedgerOrder,
    LedgerRow,
)
from inspector.domain.points import Hundredths
from inspector.domain.roster import Window
from inspector.domain.workdays import add_workdays, workdays_between
from inspector.storage.finding_store import FindingStore
from inspector.storage.ledger_store import LedgerStore
from inspector.workspace.changes import Changes
from inspector.workspace.preferences import REPEAT_DAYS

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace

Make: TypeAlias = Callable[[Finding, str, datetime], FindingEvent]
"""Makes the event of a finding from the finding, the event's id and its moment."""

_TICK = timedelta(microseconds=1)


class Findings:
    """The operations on findings. `ids` are those of findings; `by` is a name or ''."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._store = FindingStore(workspace.database)
        self._ledger = LedgerStore(workspace.database)

    # Reading

    def ledger(
        self,
        asked: LedgerFilter = LedgerFilter(),  # noqa: B008 -- frozen
        order: LedgerOrder = LedgerOrder(),  # noqa: B008 -- frozen
        limit: int | None = None,
        offset: int = 0,
    ) -> list[LedgerRow]:
        """Return lines of the ledger; 逾期 and due today are reckoned on this day."""
        return self._ledger.rows(asked, self._today(), order, limit, offset)

    def counts(self, asked: LedgerFilter = LedgerFilter()) -> LedgerCounts:  # noqa: B008 -- frozen
        """Return how many findings of a filter stand where."""
        return self._ledger.counts(asked, self._today())

    def choices(self, site_id: str = "") -> LedgerChoices:
        """Return the windows, departments and owners that a filter can choose from."""
        return self._ledger.choices(site_id)

    def get(self, number_or_id: str) -> Finding:
        """Return a finding as it stands; raises UnknownFindingError."""
        try:
            return self._store.get(number_or_id)
        except KeyError:
            found = self._store.numbered(number_or_id)
        if found is None:
            raise UnknownFindingError(number_or_id)
        return found

    def all_of(self, ids: Iterable[str]) -> list[Finding]:
        """Return findings by their ids, in that order; raises UnknownFindingError."""
        try:
            return list(self._store.all_of(ids).values())
        except KeyError as error:
            raise UnknownFindingError(error.args[0]) from error

    def history(self, finding_id: str) -> list[HistoryEntry]:
        """Return what happened to a finding, oldest first; see `finding_words.story`."""
        return history(self._store.histories([finding_id])[finding_id])

    def suggestion(self, finding: Finding) -> Suggestion:
        """Propose who puts a finding right, and by when."""
        return suggest(
            finding,
            self._window_of(finding),
            self._ledger.past_assignments(finding.site_id, finding.item_id),
            self._days_of(finding),
            self._today(),
            self._workspace.holidays.calendar(),
        )

    def revertible(self, finding_id: str, by: str = "") -> FindingEvent | None:
        """Return the step of today by `by` that `revert_last` would take back."""
        last = revertible(self._store.histories([finding_id])[finding_id])
        if last is None or last.by != by or last.at.date() != self._today():
            return None
        return last

    # Writing

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
        self,
        ids: Iterable[str],
        assignment: Assignment,
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Say who puts findings right, and by when; what is None stays as each has it.

        Raises MissingWordError where neither a department nor an owner would be said,
        NeedsExtensionError for putting off the deadline of one that is assigned already.
        """

        def make(finding: Finding, event_id: str, at: datetime) -> FindingEvent:
            event = Assigned(
                id=event_id, finding_id=finding.id, at=at, by=by, source=source,
                department=_kept(assignment.department, finding.department),
                owner=_kept(assignment.owner, finding.owner),
                leader=_kept(assignment.leader, finding.leader),
                type=assignment.type or finding.type,
                deadline=assignment.deadline or finding.deadline,
                requirement=_kept(assignment.requirement, finding.requirement),
            )  # fmt: skip
            if not (event.department or event.owner):
                raise MissingWordError("owner")
            return event

        return self._happen(ids, make)

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
        calendar, today = self._workspace.holidays.calendar(), self._today()

        def make(finding: Finding, event_id: str, at: datetime) -> FindingEvent:
            start = max(finding.deadline, today)
            day = until if isinstance(until, date) else add_workdays(start, until, calendar)
            return Extended(
                id=event_id, finding_id=finding.id, at=at, by=by, source=source,
                deadline=day, reason=reason, approver=approver,
            )  # fmt: skip

        return self._happen(ids, make)

    def correct(
        self, ids: Iterable[str], note: str = "", *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Say that findings were put right on the spot (已当场纠正); closes them."""
        return self._happen(
            ids,
            lambda f, event_id, at: Corrected(
                id=event_id, finding_id=f.id, at=at, by=by, source=source, note=note.strip()
            ),
        )

    def report_done(
        self,
        finding_id: str,
        text: str,
        done_on: date,
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Say what was done about a finding, and when it was done; a recheck is next."""
        return self._happen(
            [finding_id],
            lambda f, event_id, at: ReportedDone(
                id=event_id, finding_id=f.id, at=at, by=by, source=source,
                text=text.strip(), done_on=done_on,
            ),
        )  # fmt: skip

    def recheck(
        self,
        ids: Iterable[str],
        passed: bool,
        note: str = "",
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Say what looking again came to; `by` is the 复查人. A failure wants a note."""
        note = note.strip() if passed else _said("note", note)
        return self._happen(
            ids,
            lambda f, event_id, at: Rechecked(
                id=event_id, finding_id=f.id, at=at, by=by, source=source,
                passed=passed, note=note,
            ),
        )  # fmt: skip

    def appeal(
        self, ids: Iterable[str], reason: str, *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Take down that findings are contested (申诉待核); raises MissingWordError."""
        reason = _said("reason", reason)
        return self._happen(
            ids,
            lambda f, event_id, at: Appealed(
                id=event_id, finding_id=f.id, at=at, by=by, source=source, reason=reason
            ),
        )

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
        reason = _said("reason", reason)
        left = deduction if outcome is AppealOutcome.DOWNGRADED else None
        return self._happen(
            ids,
            lambda f, event_id, at: AppealDecided(
                id=event_id, finding_id=f.id, at=at, by=by, source=source,
                outcome=outcome, reason=reason, approver=approver.strip(), deduction=left,
            ),
        )  # fmt: skip

    def reopen(
        self,
        ids: Iterable[str],
        reason: str,
        deadline: date | None = None,
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Begin a new round of closed findings.

        Without a `deadline` each gets as many workdays from today as it had when it was raised,
        at least one. Raises MissingWordError.
        """
        reason = _said("reason", reason)
        calendar, today = self._workspace.holidays.calendar(), self._today()

        def make(finding: Finding, event_id: str, at: datetime) -> FindingEvent:
            raised_on = finding.raised_at.date()
            days = self._days_of(finding)
            if days is None:
                days = workdays_between(raised_on, finding.deadline, calendar)
            return Reopened(
                id=event_id, finding_id=finding.id, at=at, by=by, source=source, reason=reason,
                deadline=deadline or add_workdays(today, max(1, days), calendar),
            )  # fmt: skip

        return self._happen(ids, make)

    def note(
        self, ids: Iterable[str], text: str, *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Remember something about findings; raises MissingWordError."""
        text = _said("note", text)
        return self._happen(
            ids,
            lambda f, event_id, at: Noted(
                id=event_id, finding_id=f.id, at=at, by=by, source=source, text=text
            ),
        )

    def record_export(
        self,
        ids: Iterable[str],
        workbook: str,
        file_name: str,
        notice: str = "",
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Remember that findings went out in a workbook, such as 整改通知单 with its number."""
        return self._happen(
            ids,
            lambda f, event_id, at: Exported(
                id=event_id, finding_id=f.id, at=at, by=by, source=source,
                workbook=workbook, file_name=file_name, notice=notice,
            ),
        )  # fmt: skip

    def discuss(self, ids: Iterable[str], source: Source, *, by: str = "") -> Changes:
        """Remember that findings were shown at the meeting that is their source."""
        return self._happen(
            ids,
            lambda f, event_id, at: DiscussedAt(
                id=event_id, finding_id=f.id, at=at, by=by, source=source
            ),
        )

    def revert_last(self, finding_id: str, *, by: str = "", source: Source = PROGRAM) -> Changes:
        """Take back the last step of a finding: today's, and by the same person.

        Raises NothingToRevertError.
        """
        with self._workspace.database.transaction():
            last = self.revertible(finding_id, by)
            if last is None:
                raise NothingToRevertError(self.get(finding_id).number)
            self._append(
                [
                    Reverted(
                        id=self._workspace.new_id(),
                        finding_id=finding_id,
                        at=self._moment(self.get(finding_id)),
                        by=by,
                        source=source,
                        event_id=last.id,
                    )
                ]
            )
        return Changes(findings=True)

    def count_repeats_anew(self) -> Changes:
        """Count 第N次 of every finding within the period that is set now."""
        self._store.count_repeats_anew(self._repeat_days())
        return Changes(findings=True)

    def _happen(self, ids: Iterable[str], make: Make) -> Changes:
        with self._workspace.database.transaction():
            events = []
            for finding in self.all_of(ids):
                event = make(finding, self._workspace.new_id(), self._moment(finding))
                refused = refusal(finding, event)
                if refused is not None:
                    raise refused
                events.append(event)
            self._append(events)
        return Changes(findings=bool(events))

    def _append(self, events: Sequence[FindingEvent]) -> None:
        self._store.append(*events, repeat_days=self._repeat_days())

    def _moment(self, finding: Finding) -> datetime:
        """Return now, but always after what happened last, also if the clock was set back."""
        now = self._workspace.now()
        if finding.changed_at is not None and now <= finding.changed_at:
            return finding.changed_at + _TICK
        return now

    def _today(self) -> date:
        return self._workspace.now().date()

    def _repeat_days(self) -> int:
        return self._workspace.preferences.number(REPEAT_DAYS)

    def _window_of(self, finding: Finding) -> Window | None:
        windows = self._workspace.rosters.windows(finding.site_id)
        return next((w for w in windows if w.number == finding.window_number), None)

    def _days_of(self, finding: Finding) -> int | None:
        """Return the workdays that the item gives, by the pack it was scored with."""
        if not finding.item_id:
            return None
        inspection = self._workspace.inspection_store.get(finding.inspection_id)
        item = self._workspace.pack_store.thaw(inspection.pack_hash).item_by_id.get(finding.item_id)
        return item.deadline if item else None


def _kept(said: str | None, own: str) -> str:
    return own if said is None else said.strip()


def _said(what: str, text: str) -> str:
    text = text.strip()
    if not text:
        raise MissingWordError(what)
    return text

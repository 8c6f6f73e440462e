"""What can be asked about findings: the ledger, one finding, its history, what to propose."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from inspector.domain.errors import UnknownFindingError
from inspector.domain.finding.assignment import Suggestion, suggest
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.finding_event import EventKind, FindingEvent
from inspector.domain.finding.finding_life import HistoryEntry, history, revertible, states_of
from inspector.domain.finding.ledger import (
    UNFINISHED,
    LedgerChoices,
    LedgerCounts,
    LedgerFilter,
    LedgerOrder,
    LedgerRow,
)
from inspector.domain.finding.reviewed_score import ReviewedScore, reviewed_score, reviews_of
from inspector.domain.sharing.sharing_errors import SeveralNumberedError
from inspector.domain.visit.inspection import InspectionKind
from inspector.storage.registers.ledger_export_store import LedgerExportStore
from inspector.storage.stores.ledger.ledger_store import LedgerStore
from inspector.storage.stores.ledger.past_assignments import past_assignments
from inspector.storage.stores.steps.equal_numbers import EqualNumbers
from inspector.workspace.holidays import Holidays
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.roster.rosters import Rosters
from inspector.workspace.sheet_reading import sheet_of

LATELY = 90
"""Days: what was found before them says little about a place today."""


class FindingReading:
    """Reads findings; changes nothing."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._holidays = opened.of(Holidays)
        self._rosters = opened.of(Rosters)
        self._store = opened.finding_store
        self._ledger = LedgerStore(opened.database)
        self._numbers = EqualNumbers(opened.database)
        self._sent = LedgerExportStore(opened.database)

    def ledger(
        self,
        asked: LedgerFilter = LedgerFilter(),  # noqa: B008 -- frozen
        order: LedgerOrder = LedgerOrder(),  # noqa: B008 -- frozen
        limit: int | None = None,
        offset: int = 0,
    ) -> list[LedgerRow]:
        """Return lines of the ledger; 逾期 and due today are reckoned on this day."""
        return self._told_apart(self._ledger.rows(asked, self._today(), order, limit, offset))

    def ids(
        self,
        asked: LedgerFilter = LedgerFilter(),  # noqa: B008 -- frozen
        order: LedgerOrder = LedgerOrder(),  # noqa: B008 -- frozen
    ) -> list[str]:
        """Return which findings a filter shows, for what is done to all of them."""
        return self._ledger.ids(asked, self._today(), order)

    def lines_of(self, ids: Iterable[str]) -> list[LedgerRow]:
        """Return lines of the ledger by the ids of their findings, in that order."""
        return self._told_apart(self._ledger.rows_of(ids))

    def _told_apart(self, rows: list[LedgerRow]) -> list[LedgerRow]:
        """Return lines of which two with one number say from which laptop one came."""
        shown = self._numbers.shown(row.id for row in rows)
        return (
            [replace(row, number=shown.get(row.id, row.number)) for row in rows] if shown else rows
        )

    def as_shown(self, finding: Finding) -> Finding:
        """Return a finding with its number as it is shown: two with one number are told apart."""
        shown = self._numbers.shown([finding.id])
        return replace(finding, number=shown.get(finding.id, finding.number))

    def counts(self, asked: LedgerFilter = LedgerFilter()) -> LedgerCounts:  # noqa: B008 -- frozen
        """Return how many findings of a filter stand where."""
        return self._ledger.counts(asked, self._today())

    def refusing(self, kind: EventKind, ids: Sequence[str]) -> int:
        """Return how many of many findings are in a state in which a step cannot happen.

        Those in a state that few are in are looked up, the others never.
        """
        states = states_of(kind)
        if not states:
            return 0
        few = states if states <= UNFINISHED else frozenset(FindingState) - states
        wanted, found = set(ids), self.ids(LedgerFilter(states=few))
        count = sum(each in wanted for each in found)
        return len(wanted) - count if few is states else count

    def are_unfinished(self, more_than: int, site_id: str = "") -> bool:
        """Tell whether more than so many are unfinished, at one site or anywhere."""
        asked = LedgerFilter(site_id=site_id, states=UNFINISHED)
        return self._ledger.are_more(asked, self._today(), more_than)

    def choices(self, site_id: str = "") -> LedgerChoices:
        """Return the windows, departments and owners that a filter can choose from."""
        return self._ledger.choices(site_id)

    def get(self, number_or_id: str) -> Finding:
        """Return a finding as it stands; raises UnknownFindingError or SeveralNumberedError."""
        try:
            return self._store.get(number_or_id)
        except KeyError:
            found = self._store.numbered(number_or_id)
        if not found:
            raise UnknownFindingError(number_or_id)
        if len(found) > 1:
            raise SeveralNumberedError(
                number_or_id, tuple(f"{each.site_name} {each.window_number}" for each in found)
            )
        return found[0]

    def all_of(self, ids: Iterable[str]) -> list[Finding]:
        """Return findings by their ids, in that order; raises UnknownFindingError."""
        try:
            return list(self._store.all_of(ids).values())
        except KeyError as error:
            raise UnknownFindingError(error.args[0]) from error

    def history(self, finding_id: str) -> list[HistoryEntry]:
        """Return what happened to a finding, oldest first; see `finding_words.story`."""
        return history(self._life(finding_id))

    def is_from_patrol(self, finding: Finding) -> bool:
        """Tell whether a finding was found on a patrol (日常巡视)."""
        visit = self._opened.inspection_store.get(finding.inspection_id)
        return visit.kind is InspectionKind.PATROL

    def lately_at_places(self, site_id: str, each: int) -> dict[str, list[Finding]]:
        """Return what was found last at each place of a site, by its window's number.

        Up to `each` of the last 90 days, the newest first; PUBLIC_AREA stands for what has none.
        """
        places: dict[str, list[Finding]] = {}
        since = self._today() - timedelta(days=LATELY)
        for finding in self._store.lately_at(site_id, since, each):
            places.setdefault(finding.window_number, []).append(finding)
        return places

    def earlier(self, finding: Finding) -> Finding | None:
        """Return the last time before that a repeat was found at its window."""
        return self._store.earlier(finding)

    def suggestion(self, finding: Finding) -> Suggestion:
        """Propose who puts a finding right, and by when."""
        return suggest(
            finding,
            self._rosters.windows(finding.site_id),
            past_assignments(self._opened.database, finding.site_id, finding.item_id),
            self._days_of(finding),
            self._today(),
            self._holidays.calendar(),
        )

    def reviewed(self, inspection_id: str) -> ReviewedScore | None:
        """Return the scores of a visit after appeals; None when they changed nothing."""
        reviews = reviews_of(self._store.of_inspection(inspection_id))
        if not reviews:
            return None
        return reviewed_score(sheet_of(self._opened, inspection_id), reviews)

    def revertible(self, finding_id: str, by: str = "") -> FindingEvent | None:
        """Return the step of today by `by` that `revert_last` would take back."""
        last = revertible(self._life(finding_id))
        # Of today: or, where the clock was set back since, of later.
        if last is None or last.by != by or last.at.date() < self._today():
            return None
        return last

    def _life(self, finding_id: str) -> list[FindingEvent]:
        """Return what happened to a finding, going out in ledgers included."""
        return [*self._store.histories([finding_id])[finding_id], *self._sent.of(finding_id)]

    def _today(self) -> date:
        return self._opened.now().date()

    def _days_of(self, finding: Finding) -> int | None:
        """Return the workdays that the item gives, by the pack it was scored with."""
        if not finding.item_id:
            return None
        inspection = self._opened.inspection_store.get(finding.inspection_id)
        item = self._opened.pack_store.thaw(inspection.pack_hash).item_by_id.get(finding.item_id)
        return item.deadline if item else None

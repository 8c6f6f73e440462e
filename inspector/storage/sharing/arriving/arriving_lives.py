"""What came of findings and complaints, made into what they are: the same as on every laptop.

Rows of findings and complaints follow from their events alone, whoever took them and in whatever
order they came; repeats, scores after appeals and the index of words follow from those.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from inspector.domain.complaint.complaint_event import Received
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.finding_event import Raised
from inspector.domain.finding.finding_life import fold
from inspector.domain.sharing.travelling import Value
from inspector.storage.database.database import Database
from inspector.storage.registers.complaint_rows import complaint_event_from, complaint_values
from inspector.storage.registers.complaint_store import ComplaintStore
from inspector.storage.stores.finding_rows import event_from, finding_values
from inspector.storage.stores.finding_store import FindingStore
from inspector.storage.stores.kept_reviewed_scores import review_visits
from inspector.storage.stores.ledger.finding_search import FindingSearch
from inspector.storage.stores.repeat_counts import Span, count_repeats_within
from inspector.storage.stores.steps.event_origins import EventOrigins, Lives

_AT_ONCE = 500
"""Findings or complaints whose histories are in memory together."""


class ArrivingLives:
    """Collects whose events came; `settle` works out what follows. Inside a transaction."""

    def __init__(self, database: Database, repeat_days: int) -> None:
        self._database = database
        self._repeat_days = repeat_days
        self._findings = FindingStore(database)
        self._touched: dict[str, None] = {}
        self._complaints: dict[str, None] = {}
        self._spans: dict[tuple[str, str], Span] = {}
        self._to_review: dict[str, None] = {}

    def raised(self, row: Mapping[str, Value]) -> dict[str, Value]:
        """Return the row of a finding that begins with an event; raises ValueError, LookupError."""
        event = event_from(row)
        if not isinstance(event, Raised):
            raise ValueError(row["kind"])
        self._count(event.finding)
        return dict(finding_values(replace(event.finding, changed_at=event.finding.raised_at)))

    def received(self, row: Mapping[str, Value]) -> dict[str, Value]:
        """Return the row of a complaint that begins with an event; raises as `raised` does."""
        event = complaint_event_from(row)
        if not isinstance(event, Received):
            raise ValueError(row["kind"])
        self._complaints[event.complaint_id] = None
        return dict(complaint_values(event.complaint))

    def goes_on(self, finding_id: str) -> None:
        """Say that a step of a finding came."""
        self._touched[finding_id] = None

    def complaint_goes_on(self, complaint_id: str) -> None:
        """Say that a step of a complaint came."""
        self._complaints[complaint_id] = None

    def has_own_numbers(self, visit_id: str) -> None:
        """Say that a visit came that is ranked by another checklist than it was scored with."""
        self._to_review[visit_id] = None

    def take_words(self) -> None:
        """Take what the findings say that were written just now into the index of words."""
        FindingSearch(self._database).catch_up()

    def settle(self) -> None:
        """Work out what findings, scores and complaints are now."""
        for some in _chunks(self._touched):
            before = self._findings.all_of(some)
            now = {key: fold(own) for key, own in self._findings.histories(some).items()}
            self._findings.update_changed(before, now.values())
            for key, finding in now.items():
                was = before[key]
                if _is_withdrawn(was) is not _is_withdrawn(finding):
                    self._count(finding)
                    self._to_review[finding.inspection_id] = None
                if was.reviewed_deduction != finding.reviewed_deduction:
                    self._to_review[finding.inspection_id] = None
        review_visits(self._database, self._to_review)
        count_repeats_within(self._database, self._spans, self._repeat_days)
        complaints = ComplaintStore(self._database)
        for some in _chunks(self._complaints):
            complaints.refold(some)
        origins = EventOrigins(self._database)
        origins.resettle(Lives.FINDINGS, self._touched)
        origins.resettle(Lives.COMPLAINTS, self._complaints)

    def _count(self, finding: Finding) -> None:
        """Let the repeats at a finding's place be counted from its day on."""
        if not finding.item_id:
            return
        day, place = finding.raised_at.date(), (finding.site_id, finding.item_id)
        first, last = self._spans.get(place, (day, day))
        behind = day + timedelta(days=self._repeat_days)
        self._spans[place] = min(first, day), max(last, behind)


def _is_withdrawn(finding: Finding) -> bool:
    return finding.state is FindingState.WITHDRAWN


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(ids)
    while some := list(islice(rest, _AT_ONCE)):
        yield some

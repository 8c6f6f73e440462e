"""Reading the whole ledger beside the window: what takes longer than a key may wait.

Each reading opens the database for itself, so it may be done on any thread.
"""

from dataclasses import dataclass
from datetime import date

from inspector.domain.finding.ledger import LedgerChoices, LedgerCounts, LedgerFilter
from inspector.domain.finding.ledger_view import LedgerView
from inspector.storage.database.database import reading_apart
from inspector.storage.stores.ledger.ledger_store import LedgerStore
from inspector.workspace.opened_folder import OpenedFolder


@dataclass(frozen=True, slots=True)
class LedgerReading:
    """What a view shows: how many stand where, and which findings in which order."""

    counts: LedgerCounts
    ids: list[str]


class LedgerReader:
    """Reads from any thread."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._path = opened.database.path

    def read(self, view: LedgerView, today: date) -> LedgerReading:
        """Return the counts and the findings of a view."""
        with reading_apart(self._path) as database:
            ledger = LedgerStore(database)
            counts = ledger.counts(view.base(today), today)
            return LedgerReading(counts, ledger.ids(view.asked(today), today, view.order))

    def counts(self, view: LedgerView, today: date) -> LedgerCounts:
        """Return the counts of a view."""
        with reading_apart(self._path) as database:
            return LedgerStore(database).counts(view.base(today), today)

    def counts_of(self, asked: LedgerFilter, today: date) -> LedgerCounts:
        """Return the counts of a filter."""
        with reading_apart(self._path) as database:
            return LedgerStore(database).counts(asked, today)

    def choices(self, site_id: str) -> LedgerChoices:
        """Return what filters can choose from."""
        with reading_apart(self._path) as database:
            return LedgerStore(database).choices(site_id)

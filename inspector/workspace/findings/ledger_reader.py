"""Reading the whole ledger beside the window: what takes longer than a key may wait.

Each reading opens the database for itself, so it may be done on any thread.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from inspector.domain.finding.ledger import LedgerChoices, LedgerCounts, LedgerFilter
from inspector.domain.finding.ledger_view import LedgerView
from inspector.storage.database.database import reading_apart
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.stores.ledger.finding_pairs import FindingPairs
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
        self._pairs = FindingPairs(self._path)

    def make_ready(self, progress: Progress = unheard) -> None:
        """Learn what is typed for what findings say; the first search by letters would wait.

        `progress` may stop it.
        """
        self._pairs.make_ready(progress)

    def first(self, view: LedgerView, today: date) -> list[str]:
        """Return the first findings of a view, where they are found sooner than all of them."""
        with self._store() as ledger:
            return ledger.first_ids(view.asked(today), today, view.order)

    def read(self, view: LedgerView, today: date) -> LedgerReading:
        """Return the counts and the findings of a view."""
        with self._store() as ledger:
            ids, counts = ledger.ids_and_counts(
                view.asked(today), view.base(today), today, view.order
            )
            return LedgerReading(counts, ids)

    def counts(self, view: LedgerView, today: date) -> LedgerCounts:
        """Return the counts of a view."""
        return self.counts_of(view.base(today), today)

    def counts_of(self, asked: LedgerFilter, today: date) -> LedgerCounts:
        """Return the counts of a filter."""
        with self._store() as ledger:
            return ledger.counts(asked, today)

    def choices(self, site_id: str) -> LedgerChoices:
        """Return what filters can choose from."""
        with self._store() as ledger:
            return ledger.choices(site_id)

    @contextmanager
    def _store(self) -> Iterator[LedgerStore]:
        with reading_apart(self._path) as database:
            yield LedgerStore(database, self._pairs)

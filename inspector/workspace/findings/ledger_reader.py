"""Reading the whole ledger beside the window: what takes longer than a key may wait.

Each reading opens the database for itself, so it may be done on any thread.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date

from inspector.domain.errors import InspectorError
from inspector.domain.finding.ledger import UNFINISHED, LedgerChoices, LedgerCounts, LedgerFilter
from inspector.domain.finding.ledger_view import LedgerView
from inspector.storage.database.database import reading_apart
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.stores.ledger.finding_pairs import FindingPairs
from inspector.storage.stores.ledger.kept_findings import KeptFindings, Written
from inspector.storage.stores.ledger.ledger_store import LedgerStore
from inspector.workspace.opened_folder import OpenedFolder


@dataclass(frozen=True, slots=True)
class LedgerReading:
    """What a view shows: how many stand where, and which findings in which order."""

    counts: LedgerCounts
    ids: list[str]


def of_unfinished(view: LedgerView, today: date) -> LedgerFilter:
    """Return the filter of a view but for its quick one, of which unfinished ones are counted."""
    return replace(view.base(today), states=UNFINISHED)


class LedgerReader:
    """Reads from any thread."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._database = opened.database
        self._path = opened.database.path
        self._pairs = FindingPairs(self._path)
        self._kept = KeptFindings()

    def make_ready(self, progress: Progress = unheard) -> None:
        """Learn what is typed for what findings say, and their order: the first search would wait.

        `progress` may stop it.
        """
        self._pairs.make_ready(progress)
        with reading_apart(self._path) as database:
            self._kept.make_ready(database, progress)

    def written(self) -> Written | None:
        """Return how much is written by now, on the window's thread: less has to be read anew.

        None while that is not known.
        """
        with suppress(InspectorError):  # whoever reads hears of it
            return self._database.writes
        return None

    def first(self, view: LedgerView, today: date) -> list[str]:
        """Return the first findings of a view, where they are found sooner than all of them."""
        with self._store() as ledger:
            return ledger.first_ids(view.asked(today), today, view.order)

    def few(self, view: LedgerView, today: date, first: int) -> LedgerReading:
        """Return the findings of a view of unfinished ones, and how many of those stand where.

        So many rows as are shown `first` are read as well: the window then has them from memory.
        """
        with self._store() as ledger:
            counts = ledger.counts(of_unfinished(view, today), today)
            ids = ledger.ids(view.asked(today), today, view.order)
            ledger.rows_of(ids[:first])
            return LedgerReading(counts, ids)

    def read(self, view: LedgerView, today: date, written: Written | None = None) -> LedgerReading:
        """Return the counts and the findings of a view, as what was `written` left them."""
        with self._store(written) as ledger:
            ids, counts = ledger.ids_and_counts(
                view.asked(today), view.base(today), today, view.order
            )
            return LedgerReading(counts, ids)

    def counts(self, view: LedgerView, today: date, written: Written | None = None) -> LedgerCounts:
        """Return the counts of a view, as what was `written` left them."""
        return self.counts_of(view.base(today), today, written)

    def counts_of(
        self, asked: LedgerFilter, today: date, written: Written | None = None
    ) -> LedgerCounts:
        """Return the counts of a filter, as what was `written` left them."""
        with self._store(written) as ledger:
            return ledger.counts(asked, today)

    def choices(self, site_id: str) -> LedgerChoices:
        """Return what filters can choose from."""
        with self._store() as ledger:
            return ledger.choices(site_id)

    @contextmanager
    def _store(self, written: Written | None = None) -> Iterator[LedgerStore]:
        with reading_apart(self._path) as database:
            yield LedgerStore(database, self._pairs, self._kept, written)

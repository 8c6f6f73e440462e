"""What a filter shows and how many stand where, by sets of findings that are kept in order.

Of a long search SQLite tells the numbers of rows alone. Knows SQL.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import LedgerCounts, LedgerFilter
from inspector.storage.database.database import Database
from inspector.storage.stores.ledger.finding_order import both
from inspector.storage.stores.ledger.finding_pairs import FindingPairs
from inspector.storage.stores.ledger.finding_places import places, rows_at
from inspector.storage.stores.ledger.finding_standing import CLOSED, FindingStanding, Stands
from inspector.storage.stores.ledger.ledger_search import leading, words_of


class FindingSets:
    """Reads what is asked of all findings that there are."""

    def __init__(self, database: Database, pairs: FindingPairs, standing: FindingStanding) -> None:
        self._database = database
        self._pairs = pairs
        self._standing = standing
        self._known = standing.known

    def ids_and_counts(
        self, asked: LedgerFilter, today: date, *, descending: bool
    ) -> tuple[list[str], LedgerCounts]:
        """Return the ids that a filter shows, by day and row, and how many findings stand where.

        Counted is what the filter shows wherever it stands. It may ask for words, names and days.
        """
        found = self._found(asked)
        others = {
            place: stands
            for place, stands in self._standing.others(self._database).items()
            if found[place]
        }
        again = self._standing.again(self._database, found)
        shown = bytearray(found if CLOSED.is_asked(asked, today) else len(found))
        for place, stands in others.items():
            shown[place] = stands.is_asked(asked, today)
        if asked.repeats:
            shown = both(shown, again)
        ids = self._known.ids_of(shown, descending=descending)
        return ids, _counts(found.count(1), others.values(), again.count(1), today)

    def _found(self, asked: LedgerFilter) -> bytearray:
        """Return what a filter shows wherever it stands."""
        database, known = self._database, self._known
        found = bytearray(b"\1" * len(known.ids))
        for word in words_of(asked.text):
            found = both(found, self._standing.having(word, partial(self._read, word)))
        names = asked.window_number, asked.department, asked.owner
        if any(names):
            query, values = rows_at((p for p in places(database) if p.has(*names)), "places")
            there = bytearray(len(found))
            self._standing.add(there, database, query, values)
            found = both(found, there)
        known.keep_days(found, asked.first, asked.last)
        return found

    def _read(self, word: str) -> bytearray:
        """Return the set of those that have a word."""
        led = leading(self._database, word, self._pairs, self._known.window_names)
        having = self._known.at_windows(led.windows)
        for query in led.queries:
            self._standing.add(having, self._database, query, led.values)
        return having


def _counts(number: int, others: Iterable[Stands], repeats: int, today: date) -> LedgerCounts:
    few = Counter(others)
    by_state = Counter({FindingState.CLOSED: number - few.total()})
    for stands, times in few.items():
        by_state[stands.state] += times

    def counted(holds: Callable[[Stands], bool]) -> int:
        return sum(times for stands, times in few.items() if holds(stands))

    return LedgerCounts(
        by_state={state: by_state[state] for state in FindingState if by_state[state]},
        overdue=counted(lambda stands: stands.is_late(today)),
        due_today=counted(lambda stands: stands.is_due(today)),
        repeats=repeats,
        appealed=counted(lambda stands: stands.is_appealed),
        asked=counted(lambda stands: stands.asks),
    )

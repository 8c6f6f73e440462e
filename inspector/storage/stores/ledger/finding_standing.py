"""Where findings stand: most are closed and nothing else.

Read of all there are, and a second time only once something was written. Knows SQL.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import UNFINISHED, LedgerFilter
from inspector.storage.database.database import Database
from inspector.storage.stores.ledger.finding_order import InOrder, both

_NOT_CLOSED = ", ".join(f"'{state}'" for state in FindingState if state is not FindingState.CLOSED)
_STANDING = (
    "SELECT rowid, state, deadline FROM finding INDEXED BY finding_by_state"
    f" WHERE state IN ({_NOT_CLOSED})"
)
_APPEALED = "SELECT rowid FROM finding INDEXED BY finding_by_appeal WHERE appealed_at IS NOT NULL"
_ASKED = "SELECT rowid FROM finding INDEXED BY finding_by_asked WHERE asked_until IS NOT NULL"

_AGAIN, _ONCE = (
    f"SELECT place FROM finding_line WHERE times_at_window {than}" for than in ("> 1", "<= 1")
)
_AGAIN_AMONG = (
    "SELECT place FROM json_each(:rows) AS r CROSS JOIN finding_line ON place = r.value"
    " WHERE times_at_window > 1"
)
_MOSTLY_AGAIN = (
    "SELECT avg(times_at_window > 1) > 0.5 FROM"
    " (SELECT times_at_window FROM finding_line ORDER BY place DESC LIMIT 1000)"
)

_FEW = 10_000
"""Findings of which each is looked up; for more all that there are are gone through."""

_WORDS = 4
"""Of so many it is known who has them: another quick filter asks for the same."""

_PART = 50_000
"""Characters that are taken apart at once: a millisecond with Python's lock."""

_NONE: Mapping[str, Any] = {}
_TURNED = bytes([1, 0]) + bytes(254)


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a finding stands; without anything said it is closed."""

    state: FindingState = FindingState.CLOSED
    deadline: str = ""
    is_appealed: bool = False
    asks: bool = False

    def is_late(self, today: date) -> bool:
        """Tell whether it should have been put right before today."""
        return self.state in UNFINISHED and self.deadline < today.isoformat()

    def is_due(self, today: date) -> bool:
        """Tell whether it has to be put right today."""
        return self.state in UNFINISHED and self.deadline == today.isoformat()

    def is_asked(self, asked: LedgerFilter, today: date) -> bool:
        """Tell whether it stands as a filter asks."""
        return (
            (not asked.states or self.state in asked.states)
            and (not asked.overdue or self.is_late(today))
            and (not asked.due_today or self.is_due(today))
            and (not asked.appealed or self.is_appealed)
            and (not asked.asked or self.asks)
        )


CLOSED = Stands()


@lru_cache(maxsize=1024)
def _stands(state: str, deadline: str) -> Stands:
    return Stands(FindingState(state), deadline)  # many have the same


class FindingStanding:
    """Where those stand that are `known` in their order, as long as nothing is written."""

    def __init__(self, known: InOrder) -> None:
        self.known = known
        self._others: Mapping[int, Stands] | None = None
        self._again: bytearray | None = None
        self._having: dict[str, bytearray] = {}  # the last words

    def having(self, word: str, read: Callable[[], bytearray]) -> bytearray:
        """Return the set of those that have a word, `read` where it is not one of the last."""
        having = self._having.pop(word, None)
        if having is None:
            having = read()
        self._having[word] = having
        for old in list(self._having)[:-_WORDS]:
            self._having.pop(old, None)
        return having

    def others(self, database: Database) -> Mapping[int, Stands]:
        """Return where those stand that are not simply closed, by their places in the order."""
        if self._others is None:
            place_of = self.known.places
            others = {
                place_of[row]: _stands(state, deadline)
                for row, state, deadline in database.rows(_STANDING)
            }
            for place in self._places(database, _APPEALED):
                others[place] = replace(others.get(place, CLOSED), is_appealed=True)
            for place in self._places(database, _ASKED):
                others[place] = replace(others.get(place, CLOSED), asks=True)
            self._others = others
        return self._others

    def again(self, database: Database, found: bytearray) -> bytearray:
        """Return those of a set that were found before at their windows."""
        again = self._again
        if again is None:
            if found.count(1) <= _FEW:
                rows = json.dumps(self.known.rows_of(found))
                return self.add(self._none(), database, _AGAIN_AMONG, {"rows": rows})
            if database.rows(_MOSTLY_AGAIN)[0][0]:  # of the fewer ones each is told
                again = self.add(self._none(), database, _ONCE).translate(_TURNED)
            else:
                again = self.add(self._none(), database, _AGAIN)
            self._again = again
        return both(found, again)

    def add(
        self, found: bytearray, database: Database, query: str, values: Mapping[str, Any] = _NONE
    ) -> bytearray:
        """Put the findings into a set whose rows a query tells in its first column; return it."""
        for part in _parts(database, query, values):
            self.known.add(found, map(int, part))
        return found

    def _places(self, database: Database, query: str) -> Iterator[int]:
        return (self.known.places[row] for (row,) in database.rows(query))

    def _none(self) -> bytearray:
        return bytearray(len(self.known.ids))


def _parts(database: Database, query: str, values: Mapping[str, Any]) -> Iterator[list[str]]:
    # As one text: each row that came for itself would cost Python more than SQLite.
    text = database.rows(
        f"WITH led (place) AS ({query}) SELECT group_concat(place) FROM led", values
    )
    said = text[0][0] or ""
    begin = 0
    while begin < len(said):
        end = said.find(",", begin + _PART)
        end = len(said) if end < 0 else end
        yield said[begin:end].split(",")
        begin = end + 1

"""All findings in their order and where they stand: kept for a folder that is open.

What there is is read once, which takes half a second where there are some hundred thousand, and
followed from then on. Knows SQL.
"""

from collections import defaultdict
from threading import Lock
from typing import TypeAlias

from inspector.storage.database.database import Database
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.stores.ledger.finding_order import InOrder, OfDay, numbered_windows
from inspector.storage.stores.ledger.finding_standing import FindingStanding

Written: TypeAlias = tuple[int, int]
"""How much was written, as `Database.writes` tells."""

_AT_ONCE = 2000
"""Rows that one statement reads: some milliseconds, after which whoever reads may rest."""

_BETWEEN = "\x1f"
_DAY = len("2026-11-30")

_MORE = (
    "SELECT group_concat(line, :between) FROM (SELECT place || ' ' || day || id AS line"
    f" FROM finding_line WHERE place > :until AND place <= :last ORDER BY place LIMIT {_AT_ONCE})"
)
_WINDOWS = "SELECT window_number, group_concat(rowid) FROM finding"
_ALL_WINDOWS = f"{_WINDOWS} INDEXED BY finding_by_place WHERE rowid <= :last GROUP BY window_number"
_LATER_WINDOWS = (
    f"{_WINDOWS} NOT INDEXED WHERE rowid > :until AND rowid <= :last GROUP BY window_number"
)


class KeptFindings:
    """Answers on any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._standing: FindingStanding | None = None
        self._written: Written | None = None
        self._erased = 0  # erasures that had been made

    @property
    def is_ready(self) -> bool:
        """What there is has been read."""
        return self._standing is not None

    def make_ready(self, database: Database, progress: Progress = unheard) -> None:
        """Read what there is; `progress` may stop it, and then nothing is kept."""
        with self._lock:
            self._standing = FindingStanding(self._followed(database, progress))

    def standing(self, database: Database, written: Written | None) -> FindingStanding | None:
        """Return what is kept as a database has it at one moment, where it is ready.

        `written` is how much had been written before that moment; None: nobody knows.
        """
        if not self._lock.acquire(blocking=False):
            return None  # another thread reads it
        try:
            if self._standing is None:
                return None
            known = self._followed(database)
            same = written is not None and written == self._written
            if not same or known is not self._standing.known:
                self._standing, self._written = FindingStanding(known), written
            return self._standing
        finally:
            self._lock.release()

    def _followed(self, database: Database, progress: Progress = unheard) -> InOrder:
        known = self._standing.known if self._standing else InOrder()
        (erased,) = database.rows("SELECT count(*) FROM erasure")[0]
        if erased != self._erased:  # a window may have another name
            known, self._erased = InOrder(), erased
        return _with_later(known, database, progress)


def _with_later(known: InOrder, database: Database, progress: Progress) -> InOrder:
    (last,) = database.rows("SELECT max(place) FROM finding_line")[0]
    if last is None or last <= known.until:
        return known
    names, numbers = _windows(known, last, database, progress)
    more: defaultdict[str, OfDay] = defaultdict(OfDay)
    until = known.until
    span = {"between": _BETWEEN, "last": last}  # whatever comes meanwhile is for another time
    while text := database.rows(_MORE, {**span, "until": until})[0][0]:
        for line in text.split(_BETWEEN):
            place, _, said = line.partition(" ")
            row, of_day = int(place), more[said[:_DAY]]
            of_day.rows.append(row)
            of_day.ids.append(said[_DAY:])
            of_day.windows.append(numbers[row - known.until])
        until = row
        progress(0, 0)  # how many there are nobody asked
    return known.with_more(until, more, names)


def _windows(
    known: InOrder, last: int, database: Database, progress: Progress
) -> tuple[dict[str, int], bytearray]:
    """Return the numbers of all names of windows, and that of each later row's."""
    query = _LATER_WINDOWS if known.until else _ALL_WINDOWS
    rows = database.rows(query, {"until": known.until, "last": last})
    names = numbered_windows(known.window_names, (row[0] for row in rows))
    numbers = bytearray(last - known.until + 1)
    for name, places in rows:
        number = names.get(name, 0)
        for place in places.split(","):
            numbers[int(place) - known.until] = number
        progress(0, 0)
    return names, numbers

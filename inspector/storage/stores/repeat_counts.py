"""第N次 kept beside each finding, for the ledger to filter by: `domain/finding/repeats` in SQL.

Counted when a finding is raised or withdrawn, over an index that leads to the few that matter:
reading costs nothing, whatever was found before.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby, islice
from typing import TypeAlias

from inspector.domain.finding.finding import Finding
from inspector.storage.database.database import Database, Row

Span: TypeAlias = tuple[date, date]
"""From one day to another, both included."""

_AT_ONCE = 20_000
"""Findings whose counts are written at a time: some megabytes."""


def walk_of(visit: str) -> str:
    """Return the SQL of what a visit, given by the SQL of its id, counts as.

    Itself, or all parts of shared visits (分头检查) of its day: at one site those are one.
    """
    return (
        "coalesce((SELECT 'shared ' || part.day FROM inspection AS part"
        f" WHERE part.id = {visit} AND part.shared_by IS NOT NULL), {visit})"
    )


# Implements `times_found`, as `_recounted` does; tests compare them.
_WALK = walk_of("earlier.inspection_id")
_COUNT = f"""1 + (SELECT count(DISTINCT {_WALK}) FROM finding AS earlier
    WHERE {{earlier}})"""
_EARLIER = f"""earlier.site_id = finding.site_id AND earlier.item_id = finding.item_id
        AND earlier.day BETWEEN date(finding.day, :back) AND finding.day
        AND (earlier.day < finding.day OR earlier.raised_at < finding.raised_at)
        AND earlier.state <> 'withdrawn' AND {_WALK} <> {walk_of("finding.inspection_id")}"""
_AT_WINDOW = _COUNT.format(earlier=f"{_EARLIER} AND earlier.window_number = finding.window_number")
_AT_SITE = _COUNT.format(earlier=_EARLIER)
_STATEMENT = f"UPDATE finding SET times_at_window = {_AT_WINDOW}, times_at_site = {_AT_SITE}"


def count_repeats(database: Database, findings: Iterable[Finding], days: int) -> None:
    """Count anew for findings and for those that they may be the first time of."""
    last = timedelta(days=days)
    places = {(f.site_id, f.item_id, f.raised_at.date()) for f in findings if f.item_id}
    _count(database, ((site, item, (day, day + last)) for site, item, day in sorted(places)), days)


def count_repeats_within(
    database: Database, spans: Mapping[tuple[str, str], Span], days: int
) -> None:
    """Count anew for the findings of some days at each site and item: once, however many came.

    Each finding is read once and written only where its counts changed: where thousands came, a
    place that has many would be gone through for each of them.
    """
    changed = (
        each
        for (site, item), span in sorted(spans.items())
        for each in _recounted(database, site, item, span, days)
    )
    while some := list(islice(changed, _AT_ONCE)):
        # As they lie: written place by place each page of a bundle would be read many times.
        some.sort(key=lambda counted: counted[-1])
        database.write_many(
            "UPDATE finding SET times_at_window = ?, times_at_site = ? WHERE rowid = ?", some
        )


def _recounted(
    database: Database, site: str, item: str, span: Span, days: int
) -> Iterator[tuple[int, int, int]]:
    """Yield the counts of the findings at a place that are not kept so, each with its row."""
    first, last = span
    rows = database.rows(
        f"SELECT rowid, day, raised_at, {walk_of('inspection_id')}, window_number, times_at_window,"
        " times_at_site, state = 'withdrawn', date(day, ?) FROM finding WHERE site_id = ?"
        " AND item_id = ? AND day BETWEEN date(?, ?) AND ? ORDER BY day, raised_at",
        (f"-{days} days", site, item, first.isoformat(), f"-{days} days", last.isoformat()),
    )
    before = _Before()
    begin = 0
    for _, same in groupby(rows, lambda row: (row[1], row[2])):
        at_once = list(same)
        for row in at_once:
            while rows[begin][1] < row[8]:
                before.count(rows[begin], -1)
                begin += 1
            key, day, _, visit, window, *kept = tuple(row)[:7]
            counted = before.visits(visit, window), before.visits(visit)
            if day >= first.isoformat() and [*counted] != kept:
                yield *counted, key
        for row in at_once:
            before.count(row, 1)


class _Before:
    """The visits that found something at a place within some days, at each window and at all."""

    def __init__(self) -> None:
        self._found: dict[str | None, Counter[str]] = defaultdict(Counter)

    def count(self, row: Row, change: int) -> None:
        """Let a finding come into the days, or leave them; what was withdrawn never happened."""
        _, _, _, visit, window, _, _, withdrawn, _ = row
        for found in (self._found[None], self._found[window]) if not withdrawn else ():
            found[visit] += change
            if not found[visit]:
                del found[visit]

    def visits(self, visit: str, window: str | None = None) -> int:
        """Return the how manieth visit one is that finds it, at a window or at the site."""
        found = self._found[window]
        return len(found) - (visit in found) + 1


def _count(database: Database, places: Iterable[tuple[str, str, Span]], days: int) -> None:
    database.write_many(
        f"{_STATEMENT} WHERE site_id = :site AND item_id = :item AND day BETWEEN :first AND :last",
        (
            {
                "back": f"-{days} days",
                "site": site,
                "item": item,
                "first": first.isoformat(),
                "last": last.isoformat(),
            }
            for site, item, (first, last) in places
        ),
    )


def count_all_repeats(database: Database, days: int) -> None:
    """Count anew for every finding."""
    database.write(f"{_STATEMENT} WHERE item_id <> ''", {"back": f"-{days} days"})


_TOLD_EACH = 500
"""Findings between two words of how many were looked at."""


def miscounted(
    database: Database, days: int, looked_at: Callable[[int], object] = lambda count: None
) -> Iterator[str]:
    """Yield the ids of the findings that are not counted as they should be; writes nothing.

    `looked_at` hears, now and then, how many were looked at.
    """
    rows = database.each(
        f"SELECT id, times_at_window, times_at_site, {_AT_WINDOW}, {_AT_SITE} FROM finding"
        " WHERE item_id <> ''",
        {"back": f"-{days} days"},
    )
    for number, (key, *kept, at_window, at_site) in enumerate(rows, 1):
        if not number % _TOLD_EACH:
            looked_at(number)
        if kept != [at_window, at_site]:
            yield key

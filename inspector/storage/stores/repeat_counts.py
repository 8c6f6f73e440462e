"""第N次: how often the same item was found, at a window and at a site, within a period.

Counted when a finding is raised or withdrawn, over an index that leads to the few that matter,
and kept beside the finding: reading costs nothing, and a ledger can be filtered by it. Visits are
counted, not findings: an item that fails at three windows of one visit is the site's first time.
"""

from collections.abc import Iterable
from datetime import timedelta

from inspector.domain.finding.finding import Finding
from inspector.storage.database.database import Database

# Of the visits that found the item in the days up to this one; one whose finding was withdrawn
# never happened. A finding without an item, from a patrol, repeats nothing.
_COUNT = """UPDATE finding SET
    times_at_window = 1 + (SELECT count(DISTINCT earlier.inspection_id) FROM finding AS earlier
        WHERE {earlier} AND earlier.window_number = finding.window_number),
    times_at_site = 1 + (SELECT count(DISTINCT earlier.inspection_id) FROM finding AS earlier
        WHERE {earlier})"""
_EARLIER = """earlier.site_id = finding.site_id AND earlier.item_id = finding.item_id
        AND earlier.day BETWEEN date(finding.day, :back) AND finding.day
        AND (earlier.day < finding.day OR earlier.raised_at < finding.raised_at)
        AND earlier.state <> 'withdrawn' AND earlier.inspection_id <> finding.inspection_id"""
_STATEMENT = _COUNT.format(earlier=_EARLIER)


def count_repeats(database: Database, findings: Iterable[Finding], days: int) -> None:
    """Count anew for findings and for those that they may be the first time of."""
    last = timedelta(days=days)
    places = {(f.site_id, f.item_id, f.raised_at.date()) for f in findings if f.item_id}
    database.write_many(
        f"{_STATEMENT} WHERE site_id = :site AND item_id = :item AND day BETWEEN :first AND :last",
        [
            {
                "back": f"-{days} days",
                "site": site,
                "item": item,
                "first": first.isoformat(),
                "last": (first + last).isoformat(),
            }
            for site, item, first in sorted(places)
        ],
    )


def count_all_repeats(database: Database, days: int) -> None:
    """Count anew for every finding."""
    database.write(f"{_STATEMENT} WHERE item_id <> ''", {"back": f"-{days} days"})

"""Who was made responsible before. Knows SQL."""

from dataclasses import replace

from inspector.domain.finding.assignment import PastAssignment
from inspector.storage.database.database import Database

_OF_SITE = 300
"""Findings of a site that are looked at, the latest."""

_OF_ITEM = 60
"""Findings of an item at a site that are looked at, the latest.

Each is of another visit, and lies on a page of the file for itself: from a cold disk three hundred
took a tenth of a second while the window waited.
"""


def past_assignments(database: Database, site_id: str, item_id: str) -> list[PastAssignment]:
    """Return who was made responsible before: for the item at the site, then at the site.

    Each the most used first; only the latest findings are looked at.
    """
    of_item = "site_id = ? AND item_id = ?"
    own = _among(database, of_item, (site_id, item_id), _OF_ITEM) if item_id else []
    others = _among(database, "site_id = ?", (site_id,), _OF_SITE)
    return own + [replace(each, of_item=False) for each in others]


def _among(
    database: Database, where: str, values: tuple[str, ...], most: int
) -> list[PastAssignment]:
    rows = database.rows(
        "SELECT department, owner, leader, count(*) AS times FROM (SELECT * FROM finding"
        f" WHERE {where} ORDER BY day DESC LIMIT {most}) WHERE assigned_at IS NOT NULL"
        " GROUP BY department, owner, leader ORDER BY times DESC, max(assigned_at) DESC",
        values,
    )
    return [
        PastAssignment(row["department"], row["owner"], row["leader"], row["times"]) for row in rows
    ]

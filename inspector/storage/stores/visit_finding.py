"""Completed visits looked for by site, day, inspectors and by what they are."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from inspector.domain.visit.inspection import Inspection
from inspector.storage.database.database import Database
from inspector.storage.stores.inspection_rows import inspection_from
from inspector.storage.stores.ranked_terms import UNSCORED, WALKED

if TYPE_CHECKING:
    from inspector.domain.visit.visit_search import VisitSearch

_CHUNK = 500
"""Visits that are read at once while words are looked for."""

_SIGNED = "EXISTS (SELECT 1 FROM signature WHERE inspection_id = inspection.id"
_STANDINGS = {
    "signed": f"{_SIGNED} AND refusal = '')",
    "refused": f"{_SIGNED} AND refusal <> '')",
    "unsigned": f"NOT {UNSCORED} AND NOT {_SIGNED})",
    "amended": "EXISTS (SELECT 1 FROM amendment WHERE inspection_id = inspection.id)",
    "reviewed": "(reviewed_score <> score OR reviewed_vetoes <> vetoes)",
    "vetoed": "coalesce(reviewed_vetoes, vetoes) > 0",
}


def found_visits(
    database: Database, search: "VisitSearch", fits: Callable[[str], bool], limit: int
) -> list[Inspection]:
    """Return the newest completed visits that a search is for, newest first.

    `fits` tells whether site, inspectors and day, in one text, have the words; with none, it is
    not asked. As many are read as it takes to find `limit`.
    """
    where, values = _searched(search)
    sql = f"SELECT * FROM inspection WHERE {where} ORDER BY day DESC, started_at DESC"
    if not search.words.strip():
        rows = database.rows(f"{sql} LIMIT ?", (*values, limit))
        return [inspection_from(row) for row in rows]
    found: list[Inspection] = []
    offset, rows = 0, database.rows(f"{sql} LIMIT {_CHUNK}", values)
    while rows and len(found) < limit:
        found += [
            inspection_from(row)
            for row in rows
            if fits(f"{row['site_name']}\n{row['inspectors']}\n{_day_words(row['day'])}")
        ]
        offset += _CHUNK
        rows = database.rows(f"{sql} LIMIT {_CHUNK} OFFSET {offset}", values)
    return found[:limit]


def _searched(search: "VisitSearch") -> tuple[str, tuple[str, ...]]:
    """Return the condition of a search, but for its words, and its values."""
    asked = {
        "day >= ?": search.first and search.first.isoformat(),
        "day <= ?": search.last and search.last.isoformat(),
        "site_id = ?": search.site_id,
        "kind = ?": search.kind and search.kind.value,
    }
    told = {term: value for term, value in asked.items() if value}
    standing = [_STANDINGS[search.standing]] if search.standing else []
    return " AND ".join(("state = 'completed'", WALKED, *told, *standing)), tuple(told.values())


def _day_words(day: str) -> str:
    """Return a day as people may type it: 2026-11-28, 2026年11月28日."""
    year, month, number = day.split("-")
    return f"{day}\n{year}年{int(month)}月{int(number)}日"

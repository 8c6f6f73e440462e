"""What training suggestions are worked out of: items judged and found wrong, by place."""

import json
from collections.abc import Collection
from datetime import date
from typing import Any

from inspector.domain.days.span import Span
from inspector.domain.training.training_facts import AskedFact, Place, WrongFact
from inspector.storage.database.database import Database, Row
from inspector.storage.stores.ranked_terms import APART

_TEAM = (
    "coalesce((SELECT t.team FROM staff AS t WHERE t.window_id = s.window_id"
    " AND t.number = s.staff_number AND s.staff_number <> '' ORDER BY t.rowid DESC LIMIT 1), '')"
)
"""The team of who sat there, as the roster has it today: visits keep no team."""

_PLACE = f"i.site_id, i.site_name, s.window_kind, s.department, {_TEAM} AS team, p.pack_id"
_FROM = (
    "inspection AS i JOIN pack AS p ON p.hash = i.pack_hash"
    " JOIN scorecard AS s ON s.inspection_id = i.id"
)
_COUNTS = (
    f"i.state = 'completed' AND NOT i.{APART} AND i.day BETWEEN :first AND :last"
    " AND s.scope = 'window' AND NOT s.left_out"
)


class TrainingFigures:
    """Reads; writes nothing. May be made for each reading, on any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def wrong(self, span: Span, site_ids: Collection[str] = ()) -> list[WrongFact]:
        """Return what scored visits found wrong at windows, but for what was withdrawn."""
        where, values = _where(span, site_ids)
        rows = self._database.rows(
            f"SELECT {_PLACE}, f.item_id, f.scorecard_id, f.window_number, f.day, f.text,"
            f" f.times_at_window > 1 OR f.round > 1 AS again FROM {_FROM}"
            " JOIN finding AS f ON f.inspection_id = i.id AND f.scorecard_id = s.id"
            f" WHERE {where} AND f.item_id <> '' AND f.state <> 'withdrawn'"
            " ORDER BY i.day, i.started_at, f.number",
            values,
        )
        return [
            WrongFact(
                _place(row),
                row["pack_id"],
                row["item_id"],
                row["scorecard_id"],
                row["window_number"],
                date.fromisoformat(row["day"]),
                row["text"],
                bool(row["again"]),
            )
            for row in rows
        ]

    def asked(
        self, span: Span, items: Collection[str], site_ids: Collection[str] = ()
    ) -> list[AskedFact]:
        """Return how often some items were judged at windows; what was not seen is not judged."""
        where, values = _where(span, site_ids)
        rows = self._database.rows(
            f"SELECT {_PLACE}, a.item, count(*) AS judged FROM {_FROM}"
            f" JOIN answer AS a ON a.scorecard = s.key WHERE {where}"
            " AND a.verdict IN ('pass', 'deduct')"
            " AND a.item IN (SELECT value FROM json_each(:items))"
            " GROUP BY 1, 2, 3, 4, 5, 6, 7",
            {**values, "items": json.dumps(sorted(items))},
        )
        return [AskedFact(_place(row), row["pack_id"], row["item"], row["judged"]) for row in rows]

    def newest_packs(self, pack_ids: Collection[str], last: date) -> dict[str, str]:
        """Return the hash of the pack that the last visit up to a day was made with, by its id."""
        rows = self._database.rows(
            "SELECT p.pack_id, i.pack_hash FROM inspection AS i JOIN pack AS p"
            " ON p.hash = i.pack_hash WHERE i.state = 'completed' AND i.day <= ?"
            " AND p.pack_id IN (SELECT value FROM json_each(?)) ORDER BY i.day, i.started_at",
            (last.isoformat(), json.dumps(sorted(pack_ids))),
        )
        return {row["pack_id"]: row["pack_hash"] for row in rows}


def _place(row: Row) -> Place:
    return Place(
        row["site_id"], row["site_name"], row["window_kind"], row["department"], row["team"]
    )


def _where(span: Span, site_ids: Collection[str]) -> tuple[str, dict[str, Any]]:
    values: dict[str, Any] = {"first": span.first.isoformat(), "last": span.last.isoformat()}
    if not site_ids:
        return _COUNTS, values
    values["sites"] = json.dumps(sorted(site_ids))
    return f"{_COUNTS} AND i.site_id IN (SELECT value FROM json_each(:sites))", values

"""What visits of a period were praised for, in SQLite. Knows SQL and the domain; nothing of Qt.

A hall does not praise itself: its own visits (自查) are not asked.
"""

from dataclasses import dataclass
from datetime import date

from inspector.storage.database.database import Database
from inspector.storage.database.typed_rows import typed_row
from inspector.storage.stores.inspection_rows import texts_from
from inspector.storage.stores.ranked_terms import APART, observed_enough

_VISITS = (
    "inspection.state = 'completed' AND inspection.day BETWEEN ? AND ?"
    f" AND (? IS NULL OR inspection.site_name = ?) AND NOT inspection.{APART}"
)


@dataclass(frozen=True, slots=True)
class PraisedAnswer:
    """An answer marked as 亮点; the item's words are in the pack."""

    site_id: str
    site_name: str
    window_number: str
    staff_number: str
    staff_name: str
    day: date
    pack_hash: str
    scorecard_id: str
    item_id: str
    note: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FullWindow:
    """A window that lost no point on any visit of a period, with one of its staff.

    Items observed and asked are those of all its visits; None: not kept of them.
    """

    site_id: str
    site_name: str
    window_number: str
    staff_number: str
    staff_name: str
    observed: int | None
    asked: int | None


class PraiseStore:
    """Reads praise; writes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def answers(self, first: date, last: date, site_name: str | None) -> list[PraisedAnswer]:
        """Return the 亮点 of the completed visits of a period, oldest first."""
        rows = self._database.rows(
            "SELECT inspection.site_id, inspection.site_name, inspection.day,"
            " inspection.pack_hash, scorecard.id AS scorecard_id, scorecard.window_number,"
            " scorecard.staff_number, scorecard.staff_name, answer.item AS item_id,"
            " coalesce(answer.note, '') AS note,"
            " answer.phrases FROM inspection"
            " JOIN scorecard ON scorecard.inspection_id = inspection.id"
            " JOIN answer ON answer.scorecard = scorecard.key AND answer.praised"
            f" WHERE {_VISITS} AND NOT scorecard.left_out"
            " ORDER BY inspection.day, inspection.started_at, scorecard.position, answer.item",
            (first.isoformat(), last.isoformat(), site_name, site_name),
        )
        return [typed_row(row, PraisedAnswer, phrases=texts_from(row["phrases"])) for row in rows]

    def full_windows(self, first: date, last: date, site_name: str | None) -> list[FullWindow]:
        """Return the windows that got every point, after appeals, on every visit of a period.

        Of each of them enough was observed to be ranked, and something at all. What comes off the
        total alone is in no category: where points are taken off, the total tells of it. What
        passed by a site's own numbers alone is no full mark.
        """
        rows = self._database.rows(
            "WITH card AS (SELECT inspection.site_id, inspection.site_name,"
            " scorecard.window_id, scorecard.window_number, scorecard.staff_number,"
            " scorecard.staff_name, sum(coalesce(reviewed_got, got)) AS got,"
            " sum(scorecard_category.full) AS full, scorecard.observed, scorecard.asked,"
            " min(coalesce(scorecard_category.ranked_rate, 10000)) AS ranked,"
            f" {observed_enough('scorecard')} AND coalesce(scorecard.observed, 1) AS enough,"
            " p.weighing LIKE 'deduct %'"
            " AND coalesce(scorecard.reviewed_score, scorecard.score) - scorecard.bonus"
            " < sum(coalesce(reviewed_got, got)) AS fined FROM inspection"
            " JOIN pack AS p ON p.hash = inspection.pack_hash"
            " JOIN scorecard ON scorecard.inspection_id = inspection.id"
            " JOIN scorecard_category ON scorecard_category.scorecard = scorecard.key"
            f" WHERE {_VISITS} AND NOT scorecard.left_out AND scorecard.window_id IS NOT NULL"
            " GROUP BY scorecard.key)"
            " SELECT DISTINCT site_id, site_name, window_number, staff_number, staff_name,"
            " sum(observed) OVER (PARTITION BY window_id) AS observed,"
            " sum(asked) OVER (PARTITION BY window_id) AS asked"
            " FROM card WHERE full > 0 AND window_id NOT IN (SELECT window_id FROM card"
            " WHERE got < full OR ranked < 10000 OR NOT enough OR fined)"
            " ORDER BY site_name, window_number, staff_number",
            (first.isoformat(), last.isoformat(), site_name, site_name),
        )
        return [typed_row(row, FullWindow) for row in rows]

"""What figures tell of findings: counts by visit, what is late, an example of each item."""

from collections.abc import Iterable
from datetime import date

from inspector.domain.days.span import Span
from inspector.domain.figures.figure_facts import FindingFact, FoundExample, LateFact
from inspector.storage.database.database import Database, Row
from inspector.storage.stores.finding_rows import finding_fact, found_example
from inspector.storage.stores.finding_terms import UNFINISHED

_BETWEEN_ITEMS = "\x1f"
"""No identifier has it."""


class FindingFigures:
    """Reads; writes nothing. May be made for each reading, on any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def findings(self, span: Span, today: date) -> dict[str, FindingFact]:
        """Return the findings raised in a span by visit; those withdrawn do not count."""
        rows = self._counted(span, today, "group_concat(item_id, :between)")
        return {
            row["inspection_id"]: finding_fact(row, tuple(row["items"].split(_BETWEEN_ITEMS)))
            for row in rows
        }

    def counts(self, span: Span, today: date) -> dict[str, FindingFact]:
        """Return what `findings` does but for the items."""
        rows = self._counted(span, today, ":between")
        return {row["inspection_id"]: finding_fact(row, ()) for row in rows}

    def _counted(self, span: Span, today: date, items: str) -> list[Row]:
        return self._database.rows(
            "SELECT inspection_id, count(*) AS raised, sum(state = 'closed') AS closed,"
            " sum(state <> 'closed' AND deadline < :today) AS overdue, sum(veto) AS vetoes,"
            f" sum(times_at_window > 1) AS repeats, {items} AS items"
            " FROM finding WHERE day BETWEEN :first AND :last AND state <> 'withdrawn'"
            " GROUP BY day, inspection_id",
            {
                "first": span.first.isoformat(),
                "last": span.last.isoformat(),
                "today": today.isoformat(),
                "between": _BETWEEN_ITEMS,
            },
        )

    def open_by_visit(self) -> dict[str, int]:
        """Return how many findings of each visit are not put right yet."""
        rows = self._database.rows(
            "SELECT inspection_id, count(*) AS number FROM finding"
            f" WHERE {UNFINISHED} GROUP BY +inspection_id"
        )
        return {row["inspection_id"]: row["number"] for row in rows}

    def late(self, today: date) -> list[LateFact]:
        """Return every finding that is overdue now."""
        rows = self._database.rows(
            "SELECT f.site_id, s.window_id, f.staff_number FROM finding AS f"
            " LEFT JOIN scorecard AS s ON s.id = f.scorecard_id"
            f" WHERE f.{UNFINISHED} AND f.deadline < ?",
            (today.isoformat(),),
        )
        return [LateFact(row["site_id"], row["window_id"] or "", row["staff_number"])
                for row in rows]  # fmt: skip

    def examples(self, asked: Iterable[tuple[str, str]]) -> dict[tuple[str, str], FoundExample]:
        """Return one finding of each (visit, item)."""
        found = {}
        for inspection_id, item_id in asked:
            row = self._database.row(
                "SELECT text, item_text, site_name, window_number, day, category FROM finding"
                " WHERE inspection_id = ? AND item_id = ? AND state <> 'withdrawn' LIMIT 1",
                (inspection_id, item_id),
            )
            if row is not None:
                found[inspection_id, item_id] = found_example(row)
        return found

    def vetoed(self, inspection_ids: Iterable[str]) -> list[FoundExample]:
        """Return the findings of visits that are a veto."""
        return [
            found_example(row)
            for inspection_id in inspection_ids
            for row in self._database.rows(
                "SELECT text, item_text, site_name, window_number, day, category FROM finding"
                " WHERE inspection_id = ? AND veto AND state <> 'withdrawn'",
                (inspection_id,),
            )
        ]

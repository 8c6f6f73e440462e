"""What figures tell of findings: counts by visit, what is late, an example of each item."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from inspector.domain.days.span import Span
from inspector.domain.figures.figure_facts import (
    FindingFact,
    FoundExample,
    LateFact,
    findings_together,
)
from inspector.storage.database.database import Database, Row
from inspector.storage.stores.finding_rows import finding_fact, found_example
from inspector.storage.stores.finding_terms import UNFINISHED
from inspector.storage.stores.joined.joined_visits import Leads, leads_between

_BETWEEN_ITEMS = "\x1f"
"""No identifier has it."""


class FindingFigures:
    """Reads; writes nothing. May be made for each reading, on any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._leads: dict[Span, Leads] = {}  # findings of parts are told by what stands for them

    def findings(self, span: Span, today: date) -> dict[str, FindingFact]:
        """Return the findings raised in a span by visit; those withdrawn do not count."""
        rows = self._counted(span, today, "group_concat(item_id, :between)")
        facts = (finding_fact(row, tuple(row["items"].split(_BETWEEN_ITEMS))) for row in rows)
        return self._of_wholes(facts, span)

    def counts(self, span: Span, today: date) -> dict[str, FindingFact]:
        """Return what `findings` does but for the items."""
        rows = self._counted(span, today, ":between")
        return self._of_wholes((finding_fact(row, ()) for row in rows), span)

    def _of_wholes(self, facts: Iterable[FindingFact], span: Span) -> dict[str, FindingFact]:
        """Return facts by visit, those of several parts (分头检查) together."""
        leads, found = self._leads_in(span), dict[str, FindingFact]()
        for fact in facts:
            own = leads.lead(fact.inspection_id)
            found[own] = findings_together(own, found[own], fact) if own in found else fact
        return found

    def _leads_in(self, span: Span) -> Leads:
        if span not in self._leads:
            self._leads[span] = leads_between(self._database, span.first, span.last)
        return self._leads[span]

    def _parts_of(self, inspection_id: str) -> tuple[str, ...]:
        """Return the visits that one of the spans asked for stands for."""
        parts = (leads.parts_of(inspection_id) for leads in self._leads.values())
        return max(parts, key=len, default=(inspection_id,))

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

    def open_by_visit(self, span: Span) -> dict[str, int]:
        """Return how many findings of each visit are not put right yet.

        Those of parts made in a span are told of what stands for them.
        """
        leads = self._leads_in(span)
        rows = self._database.rows(
            "SELECT inspection_id, count(*) AS number FROM finding"
            f" WHERE {UNFINISHED} GROUP BY +inspection_id"
        )
        numbers: dict[str, int] = defaultdict(int)
        for row in rows:
            numbers[leads.lead(row["inspection_id"])] += row["number"]
        return dict(numbers)

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
            for part in self._parts_of(inspection_id):
                row = self._database.row(
                    "SELECT text, item_text, site_name, window_number, day, category FROM finding"
                    " WHERE inspection_id = ? AND item_id = ? AND state <> 'withdrawn' LIMIT 1",
                    (part, item_id),
                )
                if row is not None:
                    found[inspection_id, item_id] = found_example(row)
                    break
        return found

    def vetoed(self, inspection_ids: Iterable[str]) -> list[FoundExample]:
        """Return the findings of visits that are a veto."""
        return [
            found_example(row)
            for inspection_id in inspection_ids
            for part in self._parts_of(inspection_id)
            for row in self._database.rows(
                "SELECT text, item_text, site_name, window_number, day, category FROM finding"
                " WHERE inspection_id = ? AND veto AND state <> 'withdrawn'",
                (part,),
            )
        ]

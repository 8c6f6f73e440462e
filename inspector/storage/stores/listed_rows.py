"""Visits and findings as lists of plain values, for programs that read them."""

from collections.abc import Mapping
from datetime import date

from inspector.storage.database.database import Database
from inspector.storage.stores.inspection_rows import texts_from
from inspector.storage.stores.ranked_terms import WALKED

Listed = Mapping[str, object]
"""Values by name; what a name means stands in resources/docs/command-line.md and stays."""

_BETWEEN = "day BETWEEN ? AND ?"
_FLAGS = ("veto", "overdue", "recheck_passed", "anonymous", "upheld")


def listed_visits(database: Database, first: date, last: date) -> list[Listed]:
    """Return the visits of some days that somebody walked, open ones as well; oldest first.

    Score, grade and vetoes are after appeals, points of a hundred; `found_score` before them.
    """
    rows = database.rows(
        "SELECT inspection.id, day, started_at, completed_at, site_name AS site, kind, state, form,"
        " phase, inspectors, pack.pack_id AS pack, pack.title AS pack_title,"
        " pack.version AS pack_version, coalesce(reviewed_score, score) / 100.0 AS score,"
        " coalesce(reviewed_grade, grade) AS grade, coalesce(reviewed_vetoes, vetoes) AS vetoes,"
        " score / 100.0 AS found_score, observed, asked,"
        " (SELECT count(*) FROM finding WHERE finding.inspection_id = inspection.id) AS findings"
        " FROM inspection JOIN pack ON pack.hash = inspection.pack_hash"
        f" WHERE state IN ('open', 'completed') AND {WALKED} AND {_BETWEEN}"
        " ORDER BY day, inspection.started_at, inspection.id",
        (first.isoformat(), last.isoformat()),
    )
    return [
        {name: list(texts_from(row[name])) if name == "inspectors" else row[name]
         for name in row.keys()}  # noqa: SIM118 -- a row of SQLite iterates over its values
        for row in rows
    ]  # fmt: skip


def listed_findings(database: Database, first: date, last: date) -> list[Listed]:
    """Return the findings raised on some days, oldest first: the columns of `finding_status`."""
    return _of_view(database, "finding_status", first, last)


def listed_complaints(database: Database, first: date, last: date) -> list[Listed]:
    """Return the complaints that came on some days, oldest first: those of `complaint_status`.

    Who complained is not among them.
    """
    return _of_view(database, "complaint_status", first, last)


def _of_view(database: Database, view: str, first: date, last: date) -> list[Listed]:
    rows = database.rows(
        f"SELECT * FROM {view} WHERE {_BETWEEN} ORDER BY day, number",
        (first.isoformat(), last.isoformat()),
    )
    return [
        {name: bool(row[name]) if name in _FLAGS and row[name] is not None else row[name]
         for name in row.keys()}  # noqa: SIM118
        for row in rows
    ]  # fmt: skip

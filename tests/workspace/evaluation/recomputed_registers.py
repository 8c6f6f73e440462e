"""Satisfaction, complaints and plan of an evaluation from raw rows, in exact fractions.

None of the rules' code is used; the prices are those of the program's own table.
"""

from collections import Counter
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

from tests.workspace.recomputed import rows

_BAD = ("dissatisfied", "very-dissatisfied")
_UNANSWERED = ("received", "accepted", "unfounded", "upheld")


def satisfaction(database: Path, first: date, last: date, least: int) -> dict[str, Decimal]:
    """Return 满意率 by site, of those with `least` sheets that nothing stands for or took back."""
    replaced = {row["replaces"] for row in rows(database, "SELECT replaces FROM survey_sheet")}
    sheets, good = Counter[str](), Counter[str]()
    for row in rows(
        database, "SELECT * FROM survey_sheet WHERE day BETWEEN ? AND ?", str(first), str(last)
    ):
        if row["id"] not in replaced and row["grade"] is not None:
            sheets[row["site_id"]] += 1
            good[row["site_id"]] += row["grade"] not in _BAD
    return {
        site: _points(Fraction(100 * good[site], n)) for site, n in sheets.items() if n >= least
    }


def complaints(database: Path, first: date, last: date, today: date) -> dict[str, Decimal]:
    """Return 100 less 20 for each upheld and 10 for each unanswered late one, by site.

    Empty where none came in; a site about which none did has no entry.
    """
    points: dict[str, Decimal] = {}
    for row in rows(
        database,
        "SELECT * FROM complaint WHERE day BETWEEN ? AND ? AND state <> 'void'",
        str(first),
        str(last),
    ):
        left = points.setdefault(row["site_id"], Decimal(100))
        if row["kind"] in ("complaint", "report"):
            late = row["state"] in _UNANSWERED and row["deadline"] < str(today)
            points[row["site_id"]] = left - 20 * (row["upheld"] == 1) - 10 * late
    return {site: max(Decimal(), left) for site, left in points.items()}


def planned(database: Path, first: date, last: date) -> dict[str, Decimal]:
    """Return what was made of the visits that plans for any of the days ask for, by site."""
    newest = rows(
        database,
        "SELECT * FROM plan AS p WHERE NOT withdrawn AND first <= ? AND last >= ? AND NOT EXISTS"
        " (SELECT 1 FROM plan AS q WHERE q.family = p.family AND q.version > p.version)",
        str(last),
        str(first),
    )
    wanted, made = Counter[str](), Counter[str]()
    for plan in newest:
        until = min(plan["last"], str(last))
        for site in rows(database, "SELECT * FROM plan_site WHERE plan_id = ?", plan["id"]):
            (done,) = rows(
                database,
                "SELECT count(*) AS number FROM inspection WHERE state = 'completed'"
                " AND kind NOT IN ('patrol', 'recheck', 'self', 'voice') AND site_id = ?"
                " AND day BETWEEN ? AND ?",
                site["site_id"],
                plan["first"],
                until,
            )
            wanted[site["site_id"]] += site["visits"]
            made[site["site_id"]] += min(site["visits"], done["number"])
    return {site: _points(Fraction(100 * made[site], n)) for site, n in wanted.items() if n}


def _points(exact: Fraction) -> Decimal:
    number = Decimal(exact.numerator) / exact.denominator
    return number.quantize(Decimal("0.01"), ROUND_HALF_UP)

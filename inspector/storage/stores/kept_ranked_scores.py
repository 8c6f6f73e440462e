"""What is ranked of a visit, and how much of it was observed, kept beside its scores.

A ranked value is NULL where the site has no numbers of its own: the reviewed one counts, or the
one as found. Lists and figures read `coalesce(ranked, reviewed, found)`. Coverage is NULL of a
visit that was completed before it was kept.
"""

from typing import TypeAlias

from inspector.domain.finding.reviewed_score import ReviewedScore, Reviews, ranked_score
from inspector.domain.visit.coverage import Coverage
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.storage.database.database import Database
from inspector.storage.stores.kept_scores import card_values, site_values

_Values: TypeAlias = tuple[object, ...]

CLEARED = (
    "UPDATE inspection SET ranked_score = NULL, ranked_vetoes = NULL, ranked_grade = NULL"
    " WHERE id = ?",
    "UPDATE inspection_category SET ranked_rate = NULL WHERE inspection_id = ?",
    "UPDATE scorecard SET ranked_score = NULL, ranked_vetoes = NULL, ranked_grade = NULL"
    " WHERE inspection_id = ?",
    "UPDATE scorecard_category SET ranked_rate = NULL WHERE scorecard IN"
    " (SELECT key FROM scorecard WHERE inspection_id = ?)",
)
"""What takes the ranked values of a visit away."""

KEPT = """SELECT id AS visit, '' AS place, ranked_score AS score, ranked_vetoes AS vetoes,
        ranked_grade AS grade FROM inspection
        WHERE coalesce(ranked_score, ranked_vetoes, ranked_grade) IS NOT NULL
    UNION ALL SELECT inspection_id, category, ranked_rate, NULL, NULL FROM inspection_category
        WHERE ranked_rate IS NOT NULL
    UNION ALL SELECT inspection_id, id, ranked_score, ranked_vetoes, ranked_grade FROM scorecard
        WHERE coalesce(ranked_score, ranked_vetoes, ranked_grade) IS NOT NULL
    UNION ALL SELECT inspection_id, id || category, scorecard_category.ranked_rate, NULL, NULL
        FROM scorecard JOIN scorecard_category ON scorecard = key
        WHERE scorecard_category.ranked_rate IS NOT NULL"""
"""Every ranked value that is kept, by its visit and its place within it."""


def keep_coverage(database: Database, sheet: InspectionSheet) -> None:
    """Keep how much of a visit, and of each scorecard, was observed; within a transaction."""
    visit, cards = coverage_to_keep(sheet)
    database.write(
        "UPDATE inspection SET observed = ?, asked = ? WHERE id = ?",
        (visit.observed, visit.asked, sheet.inspection.id),
    )
    database.write_many(
        "UPDATE scorecard SET observed = ?, asked = ? WHERE id = ?",
        ((own.observed, own.asked, card_id) for card_id, own in cards.items()),
    )


def keep_ranked(database: Database, sheet: InspectionSheet, reviews: Reviews) -> None:
    """Keep what is ranked of a visit, within a transaction; nothing without own numbers."""
    ranked = ranked_score(sheet, reviews)
    if ranked is None:
        return
    visit_id = sheet.inspection.id
    database.write(
        "UPDATE inspection SET ranked_score = ?, ranked_vetoes = ?, ranked_grade = ? WHERE id = ?",
        (*_site(sheet, ranked), visit_id),
    )
    database.write_many(
        "UPDATE inspection_category SET ranked_rate = ? WHERE inspection_id = ? AND category = ?",
        ((rate, visit_id, category.value) for category, rate in ranked.site.rates.items()),
    )
    for card_id, card in ranked.scorecards.items():
        total, _, vetoes, grade = card_values(card)
        database.write(
            "UPDATE scorecard SET ranked_score = ?, ranked_vetoes = ?, ranked_grade = ?"
            " WHERE id = ?",
            (total, vetoes, grade, card_id),
        )
        database.write_many(
            "UPDATE scorecard_category SET ranked_rate = ? WHERE category = ?"
            " AND scorecard = (SELECT key FROM scorecard WHERE id = ?)",
            ((part.printed_rate, part.category.value, card_id) for part in card.categories),
        )


def ranked_to_keep(sheet: InspectionSheet, reviews: Reviews) -> dict[str, _Values]:
    """Return what should be kept of a visit, by its places as `KEPT` names them."""
    ranked = ranked_score(sheet, reviews)
    if ranked is None:
        return {}
    expected: dict[str, _Values] = {"": _site(sheet, ranked)}
    for category, rate in ranked.site.rates.items():
        expected[category.value] = (rate, None, None)
    for card_id, card in ranked.scorecards.items():
        total, _, vetoes, grade = card_values(card)
        expected[card_id] = (total, vetoes, grade)
        for part in card.categories:
            expected[f"{card_id}{part.category.value}"] = (part.printed_rate, None, None)
    return {place: own for place, own in expected.items() if any(v is not None for v in own)}


def coverage_to_keep(sheet: InspectionSheet) -> tuple[Coverage, dict[str, Coverage]]:
    """Return how much of a visit was observed, and of each of its scorecards by id."""
    return sheet.total_coverage(), {card.id: sheet.coverage(card) for card in sheet.inspected}


def kept_coverage(
    database: Database, inspection_id: str
) -> tuple[Coverage, dict[str, Coverage]] | None:
    """Return what is kept of it; None of a visit completed before it was."""
    (visit,) = database.rows(
        "SELECT observed, asked FROM inspection WHERE id = ?", (inspection_id,)
    )
    rows = database.rows(
        "SELECT id, observed, asked FROM scorecard WHERE inspection_id = ? AND NOT left_out",
        (inspection_id,),
    )
    if all(row["observed"] is None and row["asked"] is None for row in (visit, *rows)):
        return None
    return Coverage(*visit), {row["id"]: Coverage(row["observed"], row["asked"]) for row in rows}


def _site(sheet: InspectionSheet, ranked: ReviewedScore) -> _Values:
    scored = [(card, ranked.scorecards[card.id]) for card in sheet.inspected]
    total, _, vetoes, _, grade = site_values(ranked.site, scored)
    return total, vetoes, grade

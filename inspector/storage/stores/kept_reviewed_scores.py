"""Scores after appeals, kept beside those as found: a projection of answers and decided appeals.

What is ranked, scored before a site's own numbers, follows from the same and is kept with it.

A reviewed value is NULL where no appeal changed the visit. Lists and figures read
`coalesce(reviewed, found)`, so that looking costs the same whatever was appealed.
"""

import json
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.reviewed_score import (
    ReviewedScore,
    Reviews,
    reviewed_score,
    reviews_of,
)
from inspector.domain.visit.inspection import InspectionState
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.storage.database.database import Database
from inspector.storage.stores.finding_rows import finding_from
from inspector.storage.stores.inspection_store import InspectionStore
from inspector.storage.stores.kept_ranked_scores import CLEARED as RANKED_CLEARED
from inspector.storage.stores.kept_ranked_scores import KEPT as RANKED_KEPT
from inspector.storage.stores.kept_ranked_scores import keep_ranked, ranked_to_keep
from inspector.storage.stores.kept_scores import card_values, part_values
from inspector.storage.stores.pack_store import PackStore

_Values: TypeAlias = tuple[object, ...]
_Kept: TypeAlias = dict[str, _Values]

_VISIT_CLEARED = (
    "UPDATE inspection SET reviewed_score = NULL, reviewed_vetoes = NULL, reviewed_grade = NULL"
)
_CARD_CLEARED = (
    "UPDATE scorecard SET reviewed_score = NULL, reviewed_vetoes = NULL, reviewed_grade = NULL"
)
_PART_CLEARED = "UPDATE scorecard_category SET reviewed_got = NULL, reviewed_rate = NULL"


def review_after(database: Database, before: Mapping[str, Finding], now: Iterable[Finding]) -> None:
    """Keep the scores of the visits that steps changed the points of, within a transaction."""
    moved = {
        finding.inspection_id
        for finding in now
        if finding.reviewed_deduction != before[finding.id].reviewed_deduction
        or _is_withdrawn(finding) is not _is_withdrawn(before[finding.id])
    }
    _review(database, sorted(moved))


def review_all(database: Database) -> None:
    """Work the reviewed scores of every visit out anew, within a transaction."""
    rows = database.rows(
        "SELECT inspection_id AS visit FROM finding WHERE reviewed_deduction IS NOT NULL"
    )
    appealed = {row["visit"] for row in rows}
    adapted = {
        row["id"] for row in database.rows("SELECT id FROM inspection WHERE base_hash IS NOT NULL")
    }
    kept = {visit for visit, *_ in reviewed_rows(database)}
    _review(database, sorted(appealed | adapted | kept))


def misreviewed(database: Database, inspection_ids: Iterable[str]) -> set[str]:
    """Return those visits whose kept scores after appeals are not what the appeals left, and
    those whose ranked scores do not follow from the checklist before the site's own numbers.

    For a paper: it takes milliseconds for each visit that was appealed or scored with numbers of
    the site's own, and writes nothing.
    """
    asked = json.dumps(list(inspection_ids))
    due = database.rows(
        "SELECT inspection_id AS visit FROM json_each(?1) AS asked CROSS JOIN finding"
        " ON inspection_id = asked.value WHERE reviewed_deduction IS NOT NULL"
        " UNION SELECT i.id FROM json_each(?1) AS asked CROSS JOIN inspection AS i"
        " ON i.id = asked.value WHERE base_hash IS NOT NULL",
        (asked,),
    )
    kept: dict[str, list[_Kept]] = {row["visit"]: [{}, {}] for row in due}
    for which, sql in enumerate((_KEPT, RANKED_KEPT)):
        for row in database.rows(
            f"SELECT * FROM ({sql}) WHERE visit IN (SELECT value FROM json_each(?))", (asked,)
        ):
            own = kept.setdefault(row["visit"], [{}, {}])[which]
            own[row["place"]] = (row["score"], row["vetoes"], row["grade"])
    packs = PackStore(database)  # each is thawed once
    return {visit for visit, own in kept.items() if own != _expected(database, packs, visit)}


def _expected(database: Database, packs: PackStore, inspection_id: str) -> "list[_Kept]":
    """Return what should be kept of a visit: what appeals left, and what is ranked."""
    reviews = _reviews(database, inspection_id)
    sheet = _completed(database, packs, inspection_id)
    if sheet is None:
        return [{}, {}]
    left = reviewed_score(sheet, reviews) if reviews else None
    return [_reviewed_to_keep(left) if left else {}, ranked_to_keep(sheet, reviews)]


def _reviewed_to_keep(score: ReviewedScore) -> "_Kept":
    """Return what should be kept of scores after appeals, by places as `_KEPT` names them."""
    expected: _Kept = {
        "": _site_values(score),
        **{category.value: (rate, None, None) for category, rate in score.site.rates.items()},
    }
    for card_id, card in score.scorecards.items():
        total, _, vetoes, grade = card_values(card)
        expected[card_id] = (total, vetoes, grade)
        for category, got, _, rate in map(part_values, card.categories):
            expected[f"{card_id}{category}"] = (got, rate, None)
    return {
        place: values for place, values in expected.items() if any(v is not None for v in values)
    }


def reviewed_rows(database: Database) -> dict[tuple[str, ...], tuple[object, ...]]:
    """Return every reviewed and ranked value kept, by the visit's id and its place within it."""
    return {
        (row["visit"], str(which), row["place"]): (row["score"], row["vetoes"], row["grade"])
        for which, sql in enumerate((_KEPT, RANKED_KEPT))
        for row in database.rows(sql)
    }


_KEPT = """SELECT id AS visit, '' AS place, reviewed_score AS score, reviewed_vetoes AS vetoes,
        reviewed_grade AS grade FROM inspection
        WHERE coalesce(reviewed_score, reviewed_vetoes, reviewed_grade) IS NOT NULL
    UNION ALL SELECT inspection_id, category, reviewed_rate, NULL, NULL FROM inspection_category
        WHERE reviewed_rate IS NOT NULL
    UNION ALL SELECT inspection_id, id, reviewed_score, reviewed_vetoes, reviewed_grade
        FROM scorecard WHERE coalesce(reviewed_score, reviewed_vetoes, reviewed_grade) IS NOT NULL
    UNION ALL SELECT inspection_id, id || category, reviewed_got, reviewed_rate, NULL
        FROM scorecard JOIN scorecard_category ON scorecard = key
        WHERE coalesce(reviewed_got, reviewed_rate) IS NOT NULL"""


def _is_withdrawn(finding: Finding) -> bool:
    return finding.state is FindingState.WITHDRAWN


def _review(database: Database, inspection_ids: Iterable[str]) -> None:
    packs = PackStore(database)
    for inspection_id in inspection_ids:
        _clear(database, inspection_id)
        reviews = _reviews(database, inspection_id)
        sheet = _completed(database, packs, inspection_id)
        if sheet is None:
            continue
        if reviews:
            _keep(database, inspection_id, reviewed_score(sheet, reviews))
        keep_ranked(database, sheet, reviews)


def _reviews(database: Database, inspection_id: str) -> Reviews:
    rows = database.rows(
        "SELECT * FROM finding WHERE inspection_id = ? AND reviewed_deduction IS NOT NULL",
        (inspection_id,),
    )
    return reviews_of(map(finding_from, rows))


def _completed(database: Database, packs: PackStore, inspection_id: str) -> InspectionSheet | None:
    inspections = InspectionStore(database)
    inspection = inspections.get(inspection_id)
    if not inspection.kind.scores or inspection.state is not InspectionState.COMPLETED:
        return None
    return InspectionSheet(
        inspection,
        packs.thaw(inspection.pack_hash),
        tuple(inspections.scorecards(inspection_id)),
        inspections.answers(inspection_id),
        base=packs.thaw(inspection.base_hash) if inspection.base_hash else None,
    )


def _site_values(score: ReviewedScore) -> "_Values":
    vetoes = sum(len(card.vetoes) for card in score.scorecards.values())
    return score.site.total, vetoes, score.site.grade.title if score.site.grade else ""


def _clear(database: Database, inspection_id: str) -> None:
    of_visit = "(SELECT key FROM scorecard WHERE inspection_id = ?)"
    for sql in (
        f"{_VISIT_CLEARED} WHERE id = ?",
        "UPDATE inspection_category SET reviewed_rate = NULL WHERE inspection_id = ?",
        f"{_CARD_CLEARED} WHERE inspection_id = ?",
        f"{_PART_CLEARED} WHERE scorecard IN {of_visit}",
        *RANKED_CLEARED,
    ):
        database.write(sql, (inspection_id,))


def _keep(database: Database, inspection_id: str, score: ReviewedScore) -> None:
    """Keep the scores of a visit; what is the same as found is kept, too: only NULL is not."""
    database.write(
        "UPDATE inspection SET reviewed_score = ?, reviewed_vetoes = ?, reviewed_grade = ?"
        " WHERE id = ?",
        (*_site_values(score), inspection_id),
    )
    database.write_many(
        "UPDATE inspection_category SET reviewed_rate = ? WHERE inspection_id = ? AND category = ?",
        ((rate, inspection_id, category.value) for category, rate in score.site.rates.items()),
    )
    for card_id, card in score.scorecards.items():
        total, _, vetoes, grade = card_values(card)
        database.write(
            "UPDATE scorecard SET reviewed_score = ?, reviewed_vetoes = ?, reviewed_grade = ?"
            " WHERE id = ?",
            (total, vetoes, grade, card_id),
        )
        database.write_many(
            "UPDATE scorecard_category SET reviewed_got = ?, reviewed_rate = ? WHERE category = ?"
            " AND scorecard = (SELECT key FROM scorecard WHERE id = ?)",
            (
                (got, rate, category, card_id)
                for category, got, _, rate in map(part_values, card.categories)
            ),
        )

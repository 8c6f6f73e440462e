"""Scores after appeals, kept beside those as found: a projection of answers and decided appeals.

What is ranked, scored before a site's own numbers, follows from the same and is kept with it.

A reviewed value is NULL where no appeal changed the visit. Lists and figures read
`coalesce(reviewed, found)`, so that looking costs the same whatever was appealed.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.reviewed_score import (
    Reviews,
    reviewed_score,
    reviews_of,
)
from inspector.domain.visit.inspection import InspectionState
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.storage.database.database import Database
from inspector.storage.stores.finding_rows import finding_from
from inspector.storage.stores.inspection_store import InspectionStore
from inspector.storage.stores.kept_beside import RANKED, REVIEWED, Kept
from inspector.storage.stores.kept_ranked_scores import keep_ranked, ranked_to_keep
from inspector.storage.stores.pack_store import PackStore

_BOTH = (REVIEWED, RANKED)


def review_after(database: Database, before: Mapping[str, Finding], now: Iterable[Finding]) -> None:
    """Keep the scores of the visits that steps changed the points of, within a transaction."""
    moved = {
        finding.inspection_id
        for finding in now
        if finding.reviewed_deduction != before[finding.id].reviewed_deduction
        or _is_withdrawn(finding) is not _is_withdrawn(before[finding.id])
    }
    review_visits(database, sorted(moved))


def review_all(database: Database) -> None:
    """Work the reviewed scores of every visit out anew, within a transaction."""
    review_visits(database, _to_review(database))


def visits_misreviewed(database: Database) -> Iterator[str]:
    """Yield the visits whose reviewed or ranked scores would be others if worked out anew.

    In the order of their ids; writes nothing. Raises LookupError or ValueError when one of them
    cannot be read.
    """
    packs = PackStore(database)
    for visit in _to_review(database):
        kept = _kept(database, [visit]).get(visit, [{}, {}])
        expected = _expected(database, packs, visit)
        if kept == expected:
            continue
        there = _places(database, visit)  # no score can be kept of a category that is gone
        if kept != [{at: own for at, own in each.items() if at in there} for each in expected]:
            yield visit


def _to_review(database: Database) -> list[str]:
    """Return the visits that have reviewed or ranked scores, or should have."""
    rows = database.rows(
        "SELECT inspection_id AS visit FROM finding WHERE reviewed_deduction IS NOT NULL"
        " UNION SELECT id FROM inspection WHERE base_hash IS NOT NULL"
        f" UNION SELECT visit FROM ({REVIEWED.kept}) UNION SELECT visit FROM ({RANKED.kept})"
        " ORDER BY visit"
    )
    return [row["visit"] for row in rows]


def _places(database: Database, inspection_id: str) -> set[str]:
    rows = database.rows(
        "SELECT '' AS place UNION SELECT id FROM scorecard WHERE inspection_id = ?1"
        " UNION SELECT category FROM inspection_category WHERE inspection_id = ?1"
        " UNION SELECT id || category FROM scorecard JOIN scorecard_category ON scorecard = key"
        " WHERE inspection_id = ?1",
        (inspection_id,),
    )
    return {row["place"] for row in rows}


def misreviewed(database: Database, inspection_ids: Iterable[str]) -> set[str]:
    """Return those visits whose kept scores after appeals are not what the appeals left, and
    those whose ranked scores do not follow from the checklist before the site's own numbers.

    For a paper: it takes milliseconds for each visit that was appealed or scored with numbers of
    the site's own, and writes nothing.
    """
    wanted = list(inspection_ids)
    asked = json.dumps(wanted)
    due = database.rows(
        "SELECT inspection_id AS visit FROM json_each(?1) AS asked CROSS JOIN finding"
        " ON inspection_id = asked.value WHERE reviewed_deduction IS NOT NULL"
        " UNION SELECT i.id FROM json_each(?1) AS asked CROSS JOIN inspection AS i"
        " ON i.id = asked.value WHERE base_hash IS NOT NULL",
        (asked,),
    )
    kept: dict[str, list[Kept]] = {row["visit"]: [{}, {}] for row in due}
    kept |= _kept(database, wanted)
    packs = PackStore(database)  # each is thawed once
    return {visit for visit, own in kept.items() if own != _expected(database, packs, visit)}


def _expected(database: Database, packs: PackStore, inspection_id: str) -> list[Kept]:
    """Return what should be kept of a visit: what appeals left, and what is ranked."""
    reviews = _reviews(database, inspection_id)
    sheet = _completed(database, packs, inspection_id)
    if sheet is None:
        return [{}, {}]
    left = reviewed_score(sheet, reviews) if reviews else None
    return [REVIEWED.to_keep(left) if left else {}, ranked_to_keep(sheet, reviews)]


def _kept(database: Database, inspection_ids: Sequence[str]) -> dict[str, list[Kept]]:
    """Return what is kept of visits, reviewed and ranked; one without anything is left out."""
    kept: dict[str, list[Kept]] = {}
    for which, beside in enumerate(_BOTH):
        for row in database.rows(
            f"SELECT * FROM ({beside.kept}) WHERE visit IN (SELECT value FROM json_each(?))",
            (json.dumps(inspection_ids),),
        ):
            own = kept.setdefault(row["visit"], [{}, {}])[which]
            own[row["place"]] = (row["score"], row["vetoes"], row["grade"])
    return kept


def _is_withdrawn(finding: Finding) -> bool:
    return finding.state is FindingState.WITHDRAWN


def review_visits(database: Database, inspection_ids: Iterable[str]) -> None:
    """Work the reviewed and ranked scores of some visits out anew, within a transaction."""
    packs = PackStore(database)
    for inspection_id in inspection_ids:
        for beside in _BOTH:
            for statement in beside.cleared:
                database.write(statement, (inspection_id,))
        reviews = _reviews(database, inspection_id)
        sheet = _completed(database, packs, inspection_id)
        if sheet is None:
            continue
        if reviews:
            REVIEWED.keep(database, inspection_id, reviewed_score(sheet, reviews))
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

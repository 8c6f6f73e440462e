"""What is ranked of a visit, and how much of it was observed, kept beside its scores.

A ranked value is NULL where the site has no numbers of its own: the reviewed one counts, or the
one as found. Lists and figures read `coalesce(ranked, reviewed, found)`. Coverage is NULL of a
visit that was completed before it was kept.
"""

from inspector.domain.finding.reviewed_score import Reviews, ranked_score
from inspector.domain.visit.coverage import Coverage
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.storage.database.database import Database
from inspector.storage.stores.kept_beside import RANKED, Kept


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
    if ranked is not None:
        RANKED.keep(database, sheet.inspection.id, ranked)


def ranked_to_keep(sheet: InspectionSheet, reviews: Reviews) -> Kept:
    """Return what is ranked of a visit and should be kept; nothing without own numbers."""
    ranked = ranked_score(sheet, reviews)
    return {} if ranked is None else RANKED.to_keep(ranked)


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

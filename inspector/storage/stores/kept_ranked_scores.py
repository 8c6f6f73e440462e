"""What is ranked of a visit, and how much of it was observed, kept beside its scores.

A ranked value is NULL where the site has no numbers of its own: the reviewed one counts, or the
one as found. Lists and figures read `coalesce(ranked, reviewed, found)`.
"""

from typing import TypeAlias

from inspector.domain.finding.reviewed_score import Reviews, ranked_score
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.storage.database.database import Database
from inspector.storage.stores.kept_scores import card_values, site_values

_Values: TypeAlias = tuple[object, ...]


def keep_ranked(database: Database, sheet: InspectionSheet, reviews: Reviews) -> None:
    """Keep coverage and ranked scores of a visit, within a transaction."""
    visit, cards = ranked_to_keep(sheet, reviews)
    database.write(
        "UPDATE inspection SET observed = ?, asked = ?, ranked_score = ?, ranked_vetoes = ?,"
        " ranked_grade = ? WHERE id = ?",
        (*visit, sheet.inspection.id),
    )
    database.write_many(
        "UPDATE scorecard SET observed = ?, asked = ?, ranked_score = ?, ranked_vetoes = ?,"
        " ranked_grade = ? WHERE id = ?",
        ((*values, card_id) for card_id, values in cards.items()),
    )


def ranked_to_keep(sheet: InspectionSheet, reviews: Reviews) -> tuple[_Values, dict[str, _Values]]:
    """Return what is kept of a visit, and of its scorecards by id."""
    ranked, covered = ranked_score(sheet, reviews), sheet.total_coverage()
    site: _Values = (None, None, None)
    cards: dict[str, _Values] = {}
    for card in sheet.inspected:
        own: _Values = (None, None, None)
        if ranked is not None:
            total, _, vetoes, grade = card_values(ranked.scorecards[card.id])
            own = total, vetoes, grade
        coverage = sheet.coverage(card)
        cards[card.id] = (coverage.observed, coverage.asked, *own)
    if ranked is not None:
        scored = [(card, ranked.scorecards[card.id]) for card in sheet.inspected]
        total, _, vetoes, _, grade = site_values(ranked.site, scored)
        site = total, vetoes, grade
    return (covered.observed, covered.asked, *site), cards


def kept_ranked(database: Database, inspection_id: str) -> tuple[_Values, dict[str, _Values]]:
    """Return what is kept of a visit; nothing but NULL of one completed before this was kept."""
    (visit,) = database.rows(
        "SELECT observed, asked, ranked_score, ranked_vetoes, ranked_grade FROM inspection"
        " WHERE id = ?",
        (inspection_id,),
    )
    rows = database.rows(
        "SELECT id, observed, asked, ranked_score, ranked_vetoes, ranked_grade FROM scorecard"
        " WHERE inspection_id = ? AND NOT left_out",
        (inspection_id,),
    )
    return tuple(visit), {row["id"]: tuple(row)[1:] for row in rows}

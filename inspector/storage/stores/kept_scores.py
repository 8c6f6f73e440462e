"""The scores of a completed visit as they are kept beside it, for lists and figures.

They follow from its answers; kept otherwise, somebody else wrote them.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from inspector.storage.database.database import Database

if TYPE_CHECKING:
    from inspector.domain.visit.category_scoring import CategoryScore
    from inspector.domain.visit.inspection import Scorecard
    from inspector.domain.visit.scoring import ScorecardScore, SiteScore

Scored: TypeAlias = "Sequence[tuple[Scorecard, ScorecardScore]]"
"""The scorecards of a visit that were inspected, with what they came to."""

_Values: TypeAlias = tuple[object, ...]
KeptScores: TypeAlias = tuple[_Values, frozenset[_Values], frozenset[_Values], frozenset[_Values]]
"""Of the visit, its scorecards, its categories, the categories of its scorecards."""


def kept_scores(database: Database, inspection_id: str) -> KeptScores:
    """Return the scores that are kept of a visit."""

    def rows(sql: str) -> frozenset[_Values]:
        return frozenset(tuple(row) for row in database.rows(sql, (inspection_id,)))

    (visit,) = rows("SELECT score, bonus, vetoes, windows, grade FROM inspection WHERE id = ?")
    return (
        visit,
        rows(
            "SELECT id, score, bonus, vetoes, grade FROM scorecard"
            " WHERE inspection_id = ? AND NOT left_out"
        ),
        rows("SELECT category, rate FROM inspection_category WHERE inspection_id = ?"),
        rows(
            "SELECT scorecard.id, category, got, full, rate FROM scorecard"
            " JOIN scorecard_category ON scorecard = key WHERE inspection_id = ?"
        ),
    )


def scores_to_keep(site: "SiteScore", cards: Scored) -> KeptScores:
    """Return what is kept of scores when a visit is completed."""
    return (
        site_values(site, cards),
        frozenset((card.id, *card_values(score)) for card, score in cards),
        frozenset((category.value, rate) for category, rate in site.rates.items()),
        frozenset((card.id, *part_values(p)) for card, score in cards for p in score.categories),
    )


def site_values(site: "SiteScore", cards: Scored) -> _Values:
    """Return score, bonus, vetoes, windows and grade of a visit as they are kept."""
    return (
        site.total,
        site.bonus,
        sum(len(score.vetoes) for _, score in cards),
        sum(card.window_id is not None for card, _ in cards),
        site.grade.title if site.grade else "",
    )


def card_values(score: "ScorecardScore") -> _Values:
    """Return score, bonus, vetoes and grade of a scorecard as they are kept."""
    grade = score.grade.title if score.grade else ""
    return score.total, score.bonus, len(score.vetoes), grade


def part_values(part: "CategoryScore") -> _Values:
    """Return category, points, full marks and rate of a part of a scorecard as they are kept."""
    return part.category.value, part.got, part.full, part.printed_rate

"""The reviewed score beside the one as found (DESIGN §6).

What was found stays on the record for good. After appeals, the same sheet is scored once more
with what they left: a withdrawn deduction is full marks and no veto, a downgraded one costs what
was decided. A veto that was only downgraded is still a veto.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.points import Hundredths
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.visit.answer_changes import passed
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.item_scoring import ItemScore, score_item
from inspector.domain.visit.scoring import ScorecardScore, SiteScore, score_site, scorecard_of


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What appeals left of one deduction."""

    withdrawn: bool
    deduction: Hundredths


Reviews = Mapping[tuple[str, str], Reviewed]
"""By scorecard id and item id; what is absent counts as found."""


@dataclass(frozen=True, slots=True)
class ReviewedScore:
    """The scores of a visit after appeals."""

    site: SiteScore
    scorecards: Mapping[str, ScorecardScore]  # by id, of those inspected


def reviews_of(findings: Iterable[Finding]) -> Reviews:
    """Return what appeals left of the deductions of `findings`."""
    return {
        (finding.scorecard_id, finding.item_id): Reviewed(
            finding.state is FindingState.WITHDRAWN, finding.counted_deduction
        )
        for finding in findings
        if finding.reviewed_deduction is not None
    }


def reviewed_score(sheet: InspectionSheet, reviews: Reviews) -> ReviewedScore:
    """Return the scores of a visit with `reviews`; without any they are those as found."""
    scores: dict[str, ScorecardScore] = {}
    for card in sheet.inspected:
        answers = sheet.answers_of(card)
        items: list[ItemScore] = []
        for item in sheet.items(card):
            found = score_item(item, answers.get(item.id), sheet.pack.policy)
            review = reviews.get((card.id, item.id))
            if review is None:
                items.append(found)
            elif review.withdrawn:
                items.append(score_item(item, passed(item), sheet.pack.policy))
            else:
                items.append(replace(found, got=found.full - review.deduction))
        scores[card.id] = scorecard_of(sheet.pack, tuple(items))
    windows = [scores[card.id] for card in sheet.inspected if card.scope is Scope.WINDOW]
    public = [scores[card.id] for card in sheet.inspected if card.scope is Scope.PUBLIC]
    return ReviewedScore(score_site(sheet.pack, windows, public[0] if public else None), scores)

"""The reviewed score beside the one as found (DESIGN §6).

What was found stays on the record for good. After appeals, the same sheet is scored once more
with what they left: a withdrawn deduction is full marks and no veto, a downgraded one costs what
was decided. A veto that was only downgraded is still a veto.

What is ranked is scored with the checklist before a site's own numbers: a hall that deducts 0.01
for what costs others 1 is not the best one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.points import Hundredths
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.visit.answer_changes import by_measure, passed
from inspector.domain.visit.asking import items_asked
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.item_scoring import ItemScore, score_item
from inspector.domain.visit.joined_visit import joined_score, placed
from inspector.domain.visit.scoring import ScorecardScore, SiteScore, scorecard_of


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
    return _scored(sheet, sheet.pack, reviews)


def ranked_score(sheet: InspectionSheet, reviews: Reviews) -> ReviewedScore | None:
    """Return what is ranked of a visit; None: its site has no numbers of its own."""
    return None if sheet.base is None else _scored(sheet, sheet.base, reviews)


def _scored(sheet: InspectionSheet, pack: Pack, reviews: Reviews) -> ReviewedScore:
    scores: dict[str, ScorecardScore] = {}
    for card in sheet.inspected:
        answers = sheet.answers_of(card)
        items: list[ItemScore] = []
        for item in items_asked(pack, sheet.inspection, card):
            answer = answers.get(item.id)
            found = score_item(item, answer and by_measure(item, answer), pack.policy)
            review = reviews.get((card.id, item.id))
            if review is None:
                items.append(found)
            elif review.withdrawn:
                items.append(score_item(item, passed(item), pack.policy))
            else:
                items.append(replace(found, got=found.full - review.deduction))
        enough = sheet.is_enough(sheet.coverage(card))
        scores[card.id] = scorecard_of(pack, tuple(items), enough=enough)
    cards = [placed(card, scores[card.id]) for card in sheet.counted]
    site = joined_score(pack, cards, enough=sheet.is_enough(sheet.total_coverage()))
    return ReviewedScore(site, scores)

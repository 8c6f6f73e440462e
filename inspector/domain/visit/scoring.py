"""Scores, exactly as DESIGN §6 says, in the one place that computes them.

Every intermediate value is an integer of hundredths or a fraction; rounding happens once, when a
scorecard (or a site) gets its score, and everything later uses the rounded value.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    FloorPolicy,
    Grade,
    Item,
    Pack,
    Totalling,
    VetoPolicy,
)
from inspector.domain.checklist.points import Hundredths, mean, round_half_up
from inspector.domain.visit.category_scoring import CategoryScore, points_left, rates, weighted
from inspector.domain.visit.inspection import Answers
from inspector.domain.visit.item_scoring import ItemScore, score_item


@dataclass(frozen=True, slots=True)
class ScorecardScore:
    """The score of one scorecard with everything it is made of.

    `earned` is the score its answers give, `total` the score that counts: the same but under the
    policy veto = zero. Both are None until something applicable is answered.
    """

    items: tuple[ItemScore, ...]
    categories: tuple[CategoryScore, ...]
    bonus: Hundredths  # after the cap
    bonus_found: Hundredths  # before the cap
    earned: Hundredths | None
    total: Hundredths | None
    vetoes: tuple[Item, ...]
    grade: Grade | None
    penalty: Hundredths = 0  # what comes off the total, of no category

    @property
    def vetoed(self) -> bool:
        """一票否决 applies."""
        return bool(self.vetoes)


@dataclass(frozen=True, slots=True)
class SiteScore:
    """The score of one visit: the windows' mean and the public area by their shares."""

    windows: Fraction | None  # exact mean of the window scorecards, in hundredths
    public: Hundredths | None
    total: Hundredths | None
    bonus: Hundredths
    rates: Mapping[Category, Hundredths | None]
    vetoed: bool
    grade: Grade | None


def score_scorecard(
    pack: Pack, items: Iterable[Item], answers: Answers, *, enough: bool = True
) -> ScorecardScore:
    """Return the score of a scorecard on which `items` are asked; `enough` as below."""
    scores = tuple(score_item(item, answers.get(item.id), pack.policy) for item in items)
    return scorecard_of(pack, scores, enough=enough)


def scorecard_of(
    pack: Pack, item_scores: tuple[ItemScore, ...], *, enough: bool = True
) -> ScorecardScore:
    """Return the score that the scores of its items come to.

    Where not `enough` was observed to be ranked, nobody says how good it is: it has no grade. What
    was found is found: a veto gives the lowest one all the same.
    """
    policy = pack.policy
    direct = policy.total is Totalling.DEDUCT
    counted = [score for score in item_scores if not score.item.penalty]
    categories = (points_left if direct else rates)(pack, counted)
    penalty = sum(score.deduction for score in item_scores if score.item.penalty)
    bonus_found = sum(score.bonus for score in item_scores)
    bonus = min(bonus_found, policy.bonus_cap)
    vetoes = tuple(score.item for score in item_scores if score.vetoed)
    if not any(category.share and category.rate is not None for category in categories):
        grade = pack.failing_grade if vetoes else None
        return ScorecardScore(
            item_scores, categories, bonus, bonus_found, None, None, vetoes, grade
        )
    if not direct:
        categories = weighted(categories, bonus - penalty, policy.scale)
    earned = sum(category.contribution for category in categories) + bonus - penalty
    if policy.floor is FloorPolicy.ITEM:
        earned = max(0, earned)  # more penalties than there are points
    zeroed = vetoes and policy.veto is VetoPolicy.ZERO
    total = min(0, earned) if zeroed else earned  # a veto never lifts a score
    return ScorecardScore(
        items=item_scores,
        categories=categories,
        penalty=penalty,
        bonus=bonus,
        bonus_found=bonus_found,
        earned=earned,
        total=total,
        vetoes=vetoes,
        grade=pack.failing_grade if vetoes else pack.grade_of(total) if enough else None,
    )


class CardStanding(NamedTuple):
    """What the score of a site is made of, of one scorecard: rounded already, as it is kept.

    `rates` are in the order of the categories.
    """

    total: Hundredths | None
    bonus: Hundredths
    rates: tuple[Hundredths | None, ...]
    vetoed: bool = False


def score_site(
    pack: Pack,
    windows: Sequence[CardStanding],
    public: CardStanding | None,
    *,
    enough: bool = True,
) -> SiteScore:
    """Return the score of a visit from its rounded scorecards; a missing side gives its share.

    Where not `enough` was observed to be ranked it has no grade, unless there is a veto.
    """
    share = pack.policy.public_area_share
    window_totals = [card.total for card in windows if card.total is not None]
    public_total = public.total if public is not None else None
    cards = [*windows, *([public] if public is not None else [])]
    vetoed = any(card.vetoed for card in cards)
    total = _shared(window_totals, public_total, share)
    bonus = _shared(
        [card.bonus for card in windows if card.total is not None],
        public.bonus if public is not None and public.total is not None else None,
        share,
    )
    rates: dict[Category, Hundredths | None] = {}
    for index, category in enumerate(Category):
        window_rates = [card.rates[index] for card in windows]
        rates[category] = _shared(
            [rate for rate in window_rates if rate is not None],
            public.rates[index] if public is not None else None,
            share,
        )
    grade = pack.grade_of(total) if enough and total is not None else None
    return SiteScore(
        windows=mean(window_totals) if window_totals else None,
        public=public_total,
        total=total,
        bonus=bonus or 0,
        rates=rates,
        vetoed=vetoed,
        grade=pack.failing_grade if vetoed else grade,
    )


def standing_of(card: ScorecardScore) -> CardStanding:
    """Return what a scorecard gives to the score of its site."""
    rates = tuple(category.printed_rate for category in card.categories)
    return CardStanding(card.total, card.bonus, rates, card.vetoed)


def _shared(windows: list[Hundredths], public: Hundredths | None, share: int) -> Hundredths | None:
    """Combine both sides by their shares of 100, rounding once."""
    if not windows:
        return public
    if public is None:
        return round_half_up(mean(windows))
    return round_half_up(((100 - share) * mean(windows) + share * public) / 100)

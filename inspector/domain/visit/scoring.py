"""Scores, exactly as DESIGN §6 says, in the one place that computes them.

Every intermediate value is an integer of hundredths or a fraction; rounding happens once, when a
scorecard (or a site) gets its score, and everything later uses the rounded value.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    BonusRule,
    ChoiceRule,
    DeductRule,
    FloorPolicy,
    Grade,
    Item,
    MeasureRule,
    NotApplicablePolicy,
    Pack,
    Policy,
    Totalling,
    VetoPolicy,
)
from inspector.domain.checklist.points import (
    ONE,
    Hundredths,
    apportioned,
    mean,
    round_half_up,
)
from inspector.domain.visit.inspection import Answer, Answers, Verdict


@dataclass(frozen=True, slots=True)
class ItemScore:
    """What one item gives. An item that does not count has neither side."""

    item: Item
    answer: Answer | None
    got: Hundredths
    full: Hundredths
    bonus: Hundredths = 0
    vetoed: bool = False

    @property
    def deduction(self) -> Hundredths:
        """Points lost."""
        return self.full - self.got


@dataclass(frozen=True, slots=True)
class CategoryScore:
    """One category of a scorecard.

    `rate` is got ÷ full in percent; None where nothing applicable was answered. `share` is the
    weight after rescaling to 100 over the categories that have a rate, and `contribution` what
    the category adds to the printed total: contributions and bonus sum to it exactly. Under direct
    deduction `full` are the category's points, the same over the categories that are asked, and
    `got` what is left of them.
    """

    category: Category
    got: Hundredths
    full: Hundredths
    weight: int
    rate: Fraction | None
    share: Fraction
    contribution: Hundredths = 0

    @property
    def printed_rate(self) -> Hundredths | None:
        """The rate in hundredths of a percent, rounded."""
        return None if self.rate is None else round_half_up(self.rate * ONE)


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


def score_item(item: Item, answer: Answer | None, policy: Policy) -> ItemScore:
    """Return what `answer` gives for `item`; None is 未查 and counts nowhere."""
    if answer is None:
        return ItemScore(item, None, 0, 0)
    if isinstance(item.rule, BonusRule):
        count = answer.count if answer.verdict is Verdict.PASS else 0
        return ItemScore(item, answer, 0, 0, bonus=item.rule.each * count)
    if answer.verdict is Verdict.NOT_APPLICABLE:
        full = item.full if policy.not_applicable is NotApplicablePolicy.FULL else 0
        return ItemScore(item, answer, full, full)
    if answer.verdict is Verdict.PASS:
        return ItemScore(item, answer, item.best, item.best)
    got = _deducted_points(item, answer, policy)
    return ItemScore(item, answer, got, item.best, vetoed=item.veto)


def _deducted_points(item: Item, answer: Answer, policy: Policy) -> Hundredths:
    match item.rule:
        case DeductRule(each=each):
            left = item.full - each * answer.count
            limited = item.full and policy.floor is FloorPolicy.ITEM
            return max(0, left) if limited else left
        case ChoiceRule(options=options):
            # As below: without an option, the worst.
            return options[-1 if answer.option is None else answer.option].points
        case MeasureRule() as rule:
            # A deduction without a measured value: the worst band, since nothing better is shown.
            if answer.measured is None:
                return rule.bands[-1].points
            return rule.band_of(answer.measured).points
        case BonusRule():  # never gets here; a bonus is not deducted from
            return item.full


def score_scorecard(pack: Pack, items: Iterable[Item], answers: Answers) -> ScorecardScore:
    """Return the score of a scorecard on which `items` are asked."""
    return scorecard_of(
        pack, tuple(score_item(item, answers.get(item.id), pack.policy) for item in items)
    )


def scorecard_of(pack: Pack, item_scores: tuple[ItemScore, ...]) -> ScorecardScore:
    """Return the score that the scores of its items come to."""
    direct = pack.policy.total is Totalling.DEDUCT
    categories = (_points_left if direct else _rates)(pack, item_scores)
    bonus_found = sum(score.bonus for score in item_scores)
    bonus = min(bonus_found, pack.policy.bonus_cap)
    vetoes = tuple(score.item for score in item_scores if score.vetoed)
    if not any(category.share and category.rate is not None for category in categories):
        grade = pack.failing_grade if vetoes else None
        return ScorecardScore(
            item_scores, categories, bonus, bonus_found, None, None, vetoes, grade
        )
    if direct:
        earned = sum(category.contribution for category in categories) + bonus
    else:
        exact = sum((c.share * (c.rate or 0) for c in categories), Fraction(0))
        earned = round_half_up(exact + bonus)  # percent of percent: hundredths of a point
        categories = _apportion(categories, earned - bonus)
    zeroed = vetoes and pack.policy.veto is VetoPolicy.ZERO
    total = min(0, earned) if zeroed else earned  # a veto never lifts a score
    return ScorecardScore(
        items=item_scores,
        categories=categories,
        bonus=bonus,
        bonus_found=bonus_found,
        earned=earned,
        total=total,
        vetoes=vetoes,
        grade=pack.failing_grade if vetoes else pack.grade_of(total),
    )


def _points_left(pack: Pack, scores: Sequence[ItemScore]) -> tuple[CategoryScore, ...]:
    """Return the categories, each with its points less what was lost (direct deduction).

    One unit costs the same at every window. Where a category is not asked at all, such as in a
    public area, its points are the others': what is wrong everywhere comes to nothing there, too.
    """
    lost, asked, counted = dict.fromkeys(Category, 0), set(), set()
    for score in scores:
        if not score.item.is_bonus:
            category = score.item.category
            asked.add(category)
            lost[category] += score.deduction
            if score.answer and score.answer.verdict is not Verdict.NOT_APPLICABLE:
                counted.add(category)
    present = sum(pack.weights[category] for category in asked)
    shares = {
        category: Fraction(pack.weights[category] * 100, present)
        if category in asked and present
        else Fraction(0)
        for category in Category
    }
    points = dict(zip(Category, apportioned([s * ONE for s in shares.values()]), strict=True))
    floored = pack.policy.floor is FloorPolicy.ITEM
    parts = []
    for category in Category:
        full, left = points[category], points[category] - lost[category]
        got = max(0, left) if floored else left
        rate = Fraction(got * 100, full) if full and category in counted else None
        weight, share = pack.weights[category], shares[category]
        parts.append(CategoryScore(category, got, full, weight, rate, share, got if full else 0))
    return tuple(parts)


def _rates(pack: Pack, scores: Sequence[ItemScore]) -> tuple[CategoryScore, ...]:
    got = dict.fromkeys(Category, 0)
    full = dict.fromkeys(Category, 0)
    for score in scores:
        got[score.item.category] += score.got
        full[score.item.category] += score.full
    present = sum(pack.weights[category] for category in Category if full[category])
    return tuple(
        CategoryScore(
            category=category,
            got=got[category],
            full=full[category],
            weight=pack.weights[category],
            rate=Fraction(got[category] * 100, full[category]) if full[category] else None,
            share=(
                Fraction(pack.weights[category] * 100, present)
                if full[category] and present
                else Fraction(0)
            ),
        )
        for category in Category
    )


def _apportion(
    categories: tuple[CategoryScore, ...], total: Hundredths
) -> tuple[CategoryScore, ...]:
    """Give each category its part of the rounded `total`, so that the printed parts sum to it."""
    exact = [c.share * (c.rate if c.rate is not None else 0) for c in categories]
    parts = apportioned(exact, total)
    return tuple(replace(c, contribution=part) for c, part in zip(categories, parts, strict=True))


def score_site(
    pack: Pack, windows: Sequence[ScorecardScore], public: ScorecardScore | None
) -> SiteScore:
    """Return the score of a visit from its rounded scorecards; a missing side gives its share."""
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
        window_rates = [card.categories[index].printed_rate for card in windows]
        rates[category] = _shared(
            [rate for rate in window_rates if rate is not None],
            public.categories[index].printed_rate if public is not None else None,
            share,
        )
    grade = None if total is None else pack.grade_of(total)
    return SiteScore(
        windows=mean(window_totals) if window_totals else None,
        public=public_total,
        total=total,
        bonus=bonus or 0,
        rates=rates,
        vetoed=vetoed,
        grade=pack.failing_grade if vetoed else grade,
    )


def _shared(windows: list[Hundredths], public: Hundredths | None, share: int) -> Hundredths | None:
    """Combine both sides by their shares of 100, rounding once."""
    if not windows:
        return public
    if public is None:
        return round_half_up(mean(windows))
    return round_half_up(((100 - share) * mean(windows) + share * public) / 100)

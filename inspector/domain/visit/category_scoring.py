"""What the items of each category come to: by rates, or by what is lost (DESIGN §6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import FloorPolicy, Pack
from inspector.domain.checklist.points import ONE, Hundredths, apportioned, round_half_up
from inspector.domain.visit.inspection import Verdict
from inspector.domain.visit.item_scoring import ItemScore


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


def points_left(pack: Pack, scores: Sequence[ItemScore]) -> tuple[CategoryScore, ...]:
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
            if score.answer and score.answer.verdict in (Verdict.PASS, Verdict.DEDUCT):
                counted.add(category)
    present = sum(pack.weights[category] for category in asked)
    shares = {
        category: Fraction(pack.weights[category] * 100, present)
        if category in asked and present
        else Fraction(0)
        for category in Category
    }
    points = dict(
        zip(Category, apportioned([s * pack.policy.scale for s in shares.values()]), strict=True)
    )
    floored = pack.policy.floor is FloorPolicy.ITEM
    parts = []
    for category in Category:
        full, left = points[category], points[category] - lost[category]
        got = max(0, left) if floored else left
        rate = Fraction(got * 100, full) if full and category in counted else None
        weight, share = pack.weights[category], shares[category]
        parts.append(CategoryScore(category, got, full, weight, rate, share, got if full else 0))
    return tuple(parts)


def rates(pack: Pack, scores: Sequence[ItemScore]) -> tuple[CategoryScore, ...]:
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


def weighted(
    categories: tuple[CategoryScore, ...], more: Hundredths, scale: int
) -> tuple[CategoryScore, ...]:
    """Return the categories with what each contributes by its rate and share.

    Their sum and `more`, which is whole, are rounded as one; the parts sum to it as printed.
    """
    # Percent of percent: hundredths of a point of 100.
    exact = [c.share * (c.rate or 0) * Fraction(scale, 100) for c in categories]
    parts = apportioned(exact, round_half_up(sum(exact, Fraction(0)) + more) - more)
    return tuple(replace(c, contribution=part) for c, part in zip(categories, parts, strict=True))

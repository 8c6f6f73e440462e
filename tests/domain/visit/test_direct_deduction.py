"""Direct deduction (DESIGN §6): what is lost comes off the category's points."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    CasesRule,
    DeductRule,
    FloorPolicy,
    Item,
    Policy,
    RangeRule,
    Totalling,
    VetoPolicy,
)
from inspector.domain.visit.inspection import Answer, Verdict
from inspector.domain.visit.scoring import ScorecardScore, score_scorecard
from tests.domain.packs import answers, bad, bonus, choice, measure, na, ok, pack
from tests.domain.strategies import Sheet, sheets

DIRECT = Policy(total=Totalling.DEDUCT)
ETIQUETTE, LANGUAGE, NORMS, CLEAN = Category


def fault(item_id: str, each: int, category: Category, most: int = 0) -> Item:
    """An item of a pack that takes `each` off directly, `most` at most."""
    return Item(item_id, category, f"{item_id}的要求", most, DeductRule(each, "次"))


GREET, BADGE = fault("greet", 100, ETIQUETTE), fault("badge", 300, ETIQUETTE)
WORDS = fault("words", 100, LANGUAGE)
CONSENT = fault("consent", 500, NORMS)
PAPER = fault("paper", 100, CLEAN)
EVERY = (GREET, BADGE, WORDS, CONSENT, PAPER)


def score(
    *given: Answer, items: tuple[Item, ...] = EVERY, policy: Policy = DIRECT
) -> ScorecardScore:
    return score_scorecard(pack(*items, policy=policy), items, answers(*given))


def left(card: ScorecardScore) -> list[int]:
    return [part.contribution for part in card.categories]


def test_what_is_lost_comes_off_the_points_of_its_category() -> None:
    card = score(ok("greet"), bad("badge"), ok("words"), bad("consent", 2), bad("paper"))
    assert left(card) == [2200, 2000, 2500, 1900]
    assert card.total == 8600
    assert card.grade is not None
    assert card.grade.title == "良好"


def test_one_unit_costs_the_same_whatever_else_applies() -> None:
    asked = score(bad("paper"), ok("words"))
    more = score(bad("paper"), *(na(item.id) for item in EVERY if item is not PAPER))
    assert asked.total == more.total == 9900


def test_a_category_ends_at_0_and_no_other_one_pays_for_it() -> None:
    card = score(bad("paper", 30), ok("greet"))
    assert left(card) == [2500, 2000, 3500, 0]
    endless = score(bad("paper", 30), ok("greet"), policy=replace(DIRECT, floor=FloorPolicy.NONE))
    assert left(endless) == [2500, 2000, 3500, -1000]
    assert endless.total == 7000


def test_an_item_costs_no_more_than_its_limit() -> None:
    limited = fault("paper", 100, CLEAN, most=300)
    assert score(bad("paper", 9), items=(limited, GREET)).total == 10_000 - 300


def test_a_worse_option_or_band_costs_what_it_is_below_the_best() -> None:
    items = (choice("floor", (300, 150, 0)), measure("wait"), GREET)
    card = score(bad("floor", option=1), bad("wait", measured=1200), ok("greet"), items=items)
    assert card.total == 10_000 - 150 - 200


def test_the_points_of_a_category_that_is_not_asked_are_the_others() -> None:
    """Else everything wrong in a public area would still leave 80 of 100."""
    card = score(bad("paper", 100), items=(PAPER,))
    assert card.total == 0
    both = score(bad("paper"), bad("words"), items=(PAPER, WORDS))
    assert left(both) == [0, 4900, 0, 4900]
    uneven = score(ok("paper"), ok("consent"), items=(PAPER, CONSENT))
    assert left(uneven) == [0, 0, 6364, 3636]  # 35 and 20 of 55


def test_without_an_answer_there_is_no_score() -> None:
    assert score().total is None
    assert score(*(na(item.id) for item in EVERY)).total is None
    assert score(ok("paper")).total == 10_000


def test_a_bonus_comes_on_top_up_to_its_cap() -> None:
    items = (*EVERY, bonus("praise", 300))
    assert score(bad("badge"), ok("praise", 1), items=items).total == 10_000
    assert score(bad("badge"), ok("praise", 9), items=items).total == 10_000 - 300 + 500


def test_a_red_line_costs_nothing_and_fails_or_is_0() -> None:
    red = replace(fault("bribe", 0, NORMS), veto=True)
    card = score(bad("bribe"), ok("greet"), items=(red, GREET))
    assert card.total == 10_000
    assert card.grade is not None
    assert card.grade.title == "不合格"
    zero = score(
        bad("bribe"), ok("greet"), items=(red, GREET), policy=replace(DIRECT, veto=VetoPolicy.ZERO)
    )
    assert (zero.earned, zero.total) == (10_000, 0)


def test_the_two_ways_of_totalling_are_no_family() -> None:
    assert pack(policy=DIRECT).weighing == "deduct 25/20/35/20"
    assert pack().weighing == "rate 25/20/35/20"


def by_hand(sheet: Sheet) -> int | None:
    """The total, written from DESIGN §6 alone."""
    policy, lost, bonuses, seen = sheet.pack.policy, dict.fromkeys(Category, 0), 0, False
    asked = {item.category for item in sheet.items if not item.is_bonus}
    for item in sheet.items:
        answer = sheet.answers.get(item.id)
        if answer is None or answer.verdict is Verdict.NOT_APPLICABLE:
            continue
        if item.is_bonus:
            bonuses += item.rule.each * answer.count  # type: ignore[union-attr]
            continue
        seen = seen or bool(sheet.pack.weights[item.category])
        if answer.verdict is Verdict.DEDUCT:
            match item.rule:
                case DeductRule(each=each):
                    own = each * answer.count
                    if policy.floor is FloorPolicy.ITEM and item.full:
                        own = min(own, item.full)
                case CasesRule(cases=cases):
                    own = sum(c.each * n for c, n in zip(cases, answer.cases, strict=True))
                    if policy.floor is FloorPolicy.ITEM and item.full:
                        own = min(own, item.full)
                case RangeRule():
                    own = answer.measured or 0
                    if policy.floor is FloorPolicy.ITEM and item.full:
                        own = min(own, item.full)
                case rule if answer.option is not None:
                    own = rule.options[0].points - rule.options[answer.option].points  # type: ignore[union-attr]
                case rule:
                    assert answer.measured is not None
                    own = item.full - rule.band_of(answer.measured).points  # type: ignore[union-attr]
            lost[item.category] += own
    present = sum(sheet.pack.weights[category] for category in asked)
    if not present or not seen:
        return None
    total = 0
    exact = {c: Fraction(sheet.pack.weights[c] * 10_000 * (c in asked), present) for c in Category}
    points = {c: int(part) for c, part in exact.items()}
    for c in sorted(exact, key=lambda c: points[c] - exact[c])[: 10_000 - sum(points.values())]:
        points[c] += 1
    for category in Category:
        if points[category]:
            own = points[category] - lost[category]
            total += max(0, own) if policy.floor is FloorPolicy.ITEM else own
    return total + min(bonuses, policy.bonus_cap)


@pytest.mark.ci
@given(sheets(total=Totalling.DEDUCT))
def test_the_total_is_what_it_comes_to_by_hand(sheet: Sheet) -> None:
    assert sheet.score().earned == by_hand(sheet)

"""The score of a scorecard, worked out by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import FloorPolicy, Grade, Pack, Policy, VetoPolicy
from inspector.domain.visit.inspection import Answer
from inspector.domain.visit.scoring import ScorecardScore, score_scorecard
from tests.domain.packs import answers, bad, bonus, choice, deduct, measure, na, ok, pack

NORMS = Category.OPERATING_NORMS
GREET, BADGE = deduct("greet", 400, 100), deduct("badge", 600, 200)
POLITE = deduct("polite", 500, 100, Category.CIVIL_LANGUAGE)
WAIT, SIGN = measure("wait"), deduct("sign", 600, 100, NORMS)
FLOOR = choice("floor")
PRAISE = bonus("praise", 50)
HALL = (GREET, BADGE, POLITE, WAIT, SIGN, FLOOR, PRAISE)

# 礼 4−1×2 + 6 = 8 of 10: 80 %      语 5 of 5: 100 %
# 操 2 (12 minutes) + 6−1 = 7 of 10: 70 %      境 3 of 3: 100 %
FOUND = (
    bad("greet", 2), ok("badge"), ok("polite"), bad("wait", measured=1200), bad("sign", 1),
    ok("floor"),
)  # fmt: skip


def score(asked: Pack, *given: Answer) -> ScorecardScore:
    return score_scorecard(asked, tuple(asked.items()), answers(*given))


def single(full: int, each: int, floor: FloorPolicy = FloorPolicy.ITEM) -> ScorecardScore:
    """One item with one deduction: the score is its rate."""
    asked = pack(deduct("only", full, each), policy=Policy(floor=floor))
    return score(asked, bad("only"))


def test_a_scorecard_is_the_weighted_mean_of_its_categories() -> None:
    result = score(pack(*HALL), *FOUND)
    assert [(c.got, c.full) for c in result.categories] == [
        (800, 1000), (500, 500), (700, 1000), (300, 300),
    ]  # fmt: skip
    assert [c.printed_rate for c in result.categories] == [8000, 10_000, 7000, 10_000]
    assert [c.share for c in result.categories] == [25, 20, 35, 20]
    # 25×0.8 + 20×1 + 35×0.7 + 20×1 = 20 + 20 + 24.5 + 20
    assert [c.contribution for c in result.categories] == [2000, 2000, 2450, 2000]
    assert result.total == result.earned == 8450
    assert result.grade == Grade("良好", 8000)
    assert not result.vetoed


def test_a_category_with_nothing_applicable_gives_its_weight_to_the_others() -> None:
    result = score(pack(*HALL), *FOUND[:-1], na("floor"))
    assert result.categories[3].rate is None
    assert result.categories[3].printed_rate is None
    assert result.categories[3].weight == 20  # what the pack says stays visible
    # of 25 + 20 + 35 = 80: 31.25 %, 25 %, 43.75 %
    assert [c.share for c in result.categories] == [
        Fraction(125, 4), Fraction(25), Fraction(175, 4), Fraction(0),
    ]  # fmt: skip
    # (25×80 + 20×100 + 35×70) ÷ 80 = 6450 ÷ 80 = 80.625: an exact half, up
    assert result.total == 8063
    # 25.00 + 25.00 + 30.625, whose half point goes to 操
    assert [c.contribution for c in result.categories] == [2500, 2500, 3063, 0]


def test_unanswered_and_excluded_items_do_not_change_the_score() -> None:
    # without BADGE 礼 is 2 of 4: 50 %; 25×0.5 + 20 + 24.5 + 20 = 77
    without_badge = [answer for answer in FOUND if answer.item_id != "badge"]
    assert score(pack(*HALL), *without_badge).total == 7700
    assert score(pack(*HALL), *without_badge, na("badge")).total == 7700


def test_parts_of_a_third_still_sum_to_the_printed_total() -> None:
    asked = pack(GREET, POLITE, SIGN, FLOOR, weights=(30, 30, 30, 10))
    result = score(asked, ok("greet"), ok("polite"), ok("sign"), na("floor"))
    # each third is 33.33…: the first of equal remainders takes the missing hundredth
    assert [c.contribution for c in result.categories] == [3334, 3333, 3333, 0]
    assert result.total == 10_000


def test_nothing_answered_is_no_score() -> None:
    result = score(pack(*HALL))
    assert (result.total, result.earned, result.grade) == (None, None, None)
    assert all(category.rate is None for category in result.categories)


def test_nothing_applicable_is_no_score_even_with_a_bonus() -> None:
    result = score(pack(*HALL), na("greet"), ok("praise", 2))
    assert (result.total, result.bonus) == (None, 100)


def test_a_category_that_weighs_nothing_gives_no_score_on_its_own() -> None:
    # Σ weight × rate ÷ Σ weight is 0 ÷ 0 here, which is no 0.00 (不合格)
    asked = pack(GREET, POLITE, weights=(0, 40, 40, 20))
    result = score(asked, ok("greet"))
    assert (result.total, result.earned, result.grade) == (None, None, None)


def test_a_category_that_weighs_nothing_adds_nothing_beside_others() -> None:
    asked = pack(GREET, POLITE, weights=(0, 40, 40, 20))
    result = score(asked, bad("greet", 4), ok("polite"))
    assert result.total == 10_000
    assert result.categories[0].rate == 0
    assert result.categories[0].contribution == 0


@pytest.mark.parametrize(
    ("count", "kept", "total"),
    [
        (3, 150, 8600),  # 84.50 + 0.5×3
        (10, 500, 8950),  # 0.5×10 = 5: the cap exactly
        (14, 500, 8950),  # 0.5×14 = 7, capped at 5
    ],
)
def test_bonus_is_added_on_top_up_to_the_cap(count: int, kept: int, total: int) -> None:
    result = score(pack(*HALL), *FOUND, ok("praise", count))
    assert result.categories[0].full == 1000  # outside the denominator
    assert (result.bonus, result.bonus_found, result.total) == (kept, 50 * count, total)


def test_bonus_items_share_one_cap_and_may_lead_beyond_100() -> None:
    asked = pack(GREET, PRAISE, bonus("thanks", 300, NORMS))
    result = score(asked, ok("greet"), ok("praise", 5), ok("thanks", 1))
    # 100 + min(2.5 + 3, 5)
    assert (result.bonus, result.bonus_found, result.total) == (500, 550, 10_500)


def test_an_exact_half_rounds_up_and_below_zero_away_from_it() -> None:
    # 0.02 of 16: 0.125 %; −0.02 of 16: −0.125 %, and ROUND(-0.125,2) is -0.13
    assert single(1600, 1598).total == 13
    assert single(1600, 1602, FloorPolicy.NONE).total == -13
    assert single(1600, 1602).total == 0


def test_the_sum_with_the_bonus_is_what_is_rounded() -> None:
    # −0.01 of 200: −0.005 %; −0.005 + 1 = 0.995, rounded once half-up: 1.00
    asked = pack(
        deduct("only", 20_000, 20_001), bonus("praise", 100), policy=Policy(floor=FloorPolicy.NONE)
    )
    assert score(asked, bad("only"), ok("praise", 1)).total == 100


def test_the_grade_is_that_of_the_rounded_score() -> None:
    # 179.99 of 200: 89.995 %, printed as 90.00, so 优秀; 179.98 of 200: 89.99 %
    assert (single(20_000, 2001).total, single(20_000, 2001).grade) == (9000, Grade("优秀", 9000))
    assert (single(20_000, 2002).total, single(20_000, 2002).grade) == (8999, Grade("良好", 8000))


def test_a_veto_fails_the_grade_and_keeps_the_score() -> None:
    asked = pack(*HALL, replace(deduct("bribe", 500, 100, NORMS), veto=True))
    result = score(asked, *FOUND, bad("bribe"))
    # 操 (2 + 5 + 4) of 15: 73.33 %; 20 + 20 + 25.6666… + 20 = 85.67
    assert result.total == result.earned == 8567
    assert result.grade == Grade("不合格", 0)
    assert [item.id for item in result.vetoes] == ["bribe"]


def test_a_veto_may_take_the_whole_score() -> None:
    bribe = replace(deduct("bribe", 500, 100, NORMS), veto=True)
    asked = pack(*HALL, bribe, policy=Policy(veto=VetoPolicy.ZERO))
    result = score(asked, *FOUND, ok("praise", 2), bad("bribe"))
    assert (result.total, result.earned) == (0, 8667)
    assert result.grade == Grade("不合格", 0)
    assert score(asked, *FOUND, ok("bribe")).grade == Grade("良好", 8000)


def test_a_veto_never_lifts_a_score_that_is_below_zero() -> None:
    bribe = replace(deduct("bribe", 100, 100, NORMS), veto=True)
    asked = pack(
        deduct("greet", 100, 900), bribe,
        policy=Policy(floor=FloorPolicy.NONE, veto=VetoPolicy.ZERO),
    )  # fmt: skip
    # 礼 −8 of 1: −800 %; 操 1 of 1: 100 %; (25×−800 + 35×100) ÷ 60 = −275
    assert score(asked, bad("greet"), ok("bribe")).total == -27_500
    total = score(asked, bad("greet"), bad("bribe")).total
    assert total is not None
    assert total <= -27_500

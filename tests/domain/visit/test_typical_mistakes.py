"""What typical mistakes cost, against every way to make them."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    DeductRule,
    FloorPolicy,
    Pack,
    Policy,
    Totalling,
    WindowKind,
)
from inspector.domain.checklist.direct_conversion import converted, cost_changes
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.checklist.slip_costs import wrong_order
from inspector.domain.visit.answer_changes import passed
from inspector.domain.visit.scoring import score_scorecard
from inspector.domain.visit.typical_mistakes import mistake_scores, slip_of
from tests.domain.packs import bonus, choice, deduct, measure, pack
from tests.domain.strategies import packs

DIRECT = Policy(total=Totalling.DEDUCT)


@pytest.mark.ci
@given(packs(FloorPolicy.ITEM) | packs(FloorPolicy.ITEM, Totalling.DEDUCT), st.sampled_from((1, 3)))
def test_the_extremes_are_those_of_all_ways_to_make_so_many_slips(whole: Pack, count: int) -> None:
    asked = [item for item in whole.items() if not item.is_bonus]
    assume(any(whole.weights[item.category] for item in asked))
    light = [item for item in asked if not item.veto]
    whole = replace(whole, policy=replace(whole.policy, bonus_cap=0))
    told = mistake_scores(whole)[0].slips.get(count)
    totals = []
    for wrong in combinations(light, count):
        slips = {item.id: slip_of(item) for item in wrong}
        answers = {item.id: slips.get(item.id) or passed(item) for item in asked}
        totals.append(score_scorecard(whole, tuple(whole.items()), answers).total or 0)
    if not totals:
        assert told is None
        return
    assert told is not None
    highest, lowest = told
    assert (highest, lowest) == (max(totals), min(totals))


def test_a_category_of_red_lines_alone_has_its_points_like_any_other() -> None:
    """A slip costs no more than its category has, which depends on all that is asked."""
    bribe = replace(deduct("bribe", 0, 0, Category.CLEANLINESS), veto=True)
    whole = pack(
        deduct("greet", 200, 200, Category.ETIQUETTE),
        deduct("speak", 200, 150, Category.CIVIL_LANGUAGE),
        bribe,
        weights=[1, 2, 0, 97],
        policy=replace(DIRECT, floor=FloorPolicy.ITEM),
    )
    assert mistake_scores(whole)[0].slips[1] == (9_900, 9_850)


def test_a_graver_item_that_costs_less_is_found_at_the_place_where_it_does() -> None:
    light = replace(deduct("paper", 400, 200))
    grave = replace(deduct("consent", 400, 100), gravity=Gravity.SEVERE)
    kinds = (WindowKind("a", "甲"), WindowKind("b", "乙"))
    only_b = replace(grave, window_kinds=("b",))
    found = wrong_order(replace(pack(light, only_b, policy=DIRECT), window_kinds=kinds))
    assert found is not None
    assert (found.place, found.graver.id, found.lighter.id) == ("乙", "consent", "paper")
    assert (
        wrong_order(pack(light, replace(grave, rule=DeductRule(200, "次")), policy=DIRECT)) is None
    )
    red = replace(deduct("bribe", 0, 0), veto=True)
    assert wrong_order(pack(light, red, policy=DIRECT)) is None  # a red line has no points


def test_by_rates_what_is_grave_may_cost_less_than_what_is_light() -> None:
    """Why direct deduction replaces them: the weight of a category and what else applies decide."""
    paper = replace(deduct("paper", 100, 100))
    consent = replace(deduct("consent", 500, 500), gravity=Gravity.SEVERE)
    more = [deduct(f"n{n}", 500, 100) for n in range(9)]
    norms = [replace(item, category=list(type(paper.category))[2]) for item in (consent, *more)]
    rated = pack(paper, *norms)
    assert wrong_order(rated) is not None
    assert wrong_order(converted(rated)) is None


def test_everything_wrong_is_each_item_once() -> None:
    items = (deduct("greet", 400, 100), choice("floor"), measure("wait"), bonus("praise"))
    (scores,) = mistake_scores(pack(*items, policy=DIRECT))
    assert scores.asked == 3
    assert scores.everything == 10_000 - 100 - 150 - 200
    assert scores.severe is None
    assert scores.slips[12] is None


def test_a_checklist_is_brought_over_with_what_changes() -> None:
    before = pack(deduct("greet", 400, 100), deduct("quarrel", 400, 300), deduct("sale", 500, 500))
    after = converted(before)
    assert [item.gravity for item in after.items()] == list(Gravity)
    assert after.policy.ranked_from == 80
    changes = cost_changes(before, after)
    # All are of one category, which is all that counts: 1 of 13 points are 7.69 of 100.
    assert [(c.item.id, c.before, c.after) for c in changes] == [
        ("greet", (769, 769), 100),
        ("quarrel", (2308, 2308), 300),
        ("sale", (3846, 3846), 500),
    ]

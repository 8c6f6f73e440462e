"""What must hold for every pack and every set of answers."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inspector.domain.checklist.checklist import (
    DeductRule,
    FloorPolicy,
    Item,
    Totalling,
    VetoPolicy,
)
from inspector.domain.visit.answer_changes import deducted, not_applicable, passed
from inspector.domain.visit.inspection import Answer, Verdict
from inspector.domain.visit.scoring import score_scorecard
from tests.domain.strategies import Sheet, deductions, sheets

# What has to hold however a pack totals.
totalled = sheets() | sheets(total=Totalling.DEDUCT)


def pick(data: st.DataObject, sheet: Sheet, wanted: Callable[[Item], bool]) -> Item:
    """One item of the sheet that is `wanted`."""
    candidates = [item for item in sheet.items if wanted(item)]
    assume(candidates)
    return data.draw(st.sampled_from(candidates))


def assert_not_above(after: Sheet, before: Sheet) -> None:
    """No score rises, and a veto does not go away."""
    high, low = before.score(), after.score()
    assert high.earned is not None
    assert low.earned is not None
    assert low.earned <= high.earned
    assert set(high.vetoes) <= set(low.vetoes)
    assert high.total is not None
    assert low.total is not None
    assert low.total <= high.total


def weighed(sheet: Sheet) -> bool:
    """Some category with a weight has a rate."""
    return any(c.rate is not None and c.weight for c in sheet.score().categories)


@pytest.mark.ci
@given(totalled, st.data())
def test_a_deduction_never_raises_the_score(sheet: Sheet, data: st.DataObject) -> None:
    item = pick(data, sheet, lambda item: not item.is_bonus)
    before = sheet.but(passed(item))
    assume(weighed(before))
    assert_not_above(before.but(data.draw(deductions(item))), before)
    assert_not_above(before.but(deducted(item, passed(item))), before)


@pytest.mark.ci
@given(totalled, st.data(), st.integers(1, 12), st.integers(1, 12))
def test_a_higher_count_never_raises_the_score(
    sheet: Sheet, data: st.DataObject, count: int, more: int
) -> None:
    item = pick(data, sheet, lambda item: isinstance(item.rule, DeductRule))
    before = sheet.but(Answer(item.id, Verdict.DEDUCT, count))
    assume(weighed(before))
    assert_not_above(sheet.but(Answer(item.id, Verdict.DEDUCT, count + more)), before)


@pytest.mark.ci
@given(totalled, st.data())
def test_a_bonus_never_lowers_the_score(sheet: Sheet, data: st.DataObject) -> None:
    item = pick(data, sheet, lambda item: item.is_bonus)
    before, after = sheet.but(passed(item)).score(), sheet.but(deducted(item)).score()
    assume(before.total is not None)
    assert before.total is not None
    assert after.total is not None
    assert before.total <= after.total
    assert before.categories == after.categories


@pytest.mark.ci
@given(totalled, st.data())
def test_an_answer_changes_no_other_items_score(sheet: Sheet, data: st.DataObject) -> None:
    item = pick(data, sheet, lambda item: True)
    after = sheet.but(not_applicable(item))
    for old, new in zip(sheet.score().items, after.score().items, strict=True):
        assert old.item == new.item
        if old.item.id != item.id:
            assert old == new


@pytest.mark.ci
@given(totalled, st.randoms(use_true_random=False))
def test_the_order_of_answering_is_irrelevant(sheet: Sheet, random: Random) -> None:
    entries = list(sheet.answers.items())
    random.shuffle(entries)
    assert replace(sheet, answers=dict(entries)).score() == sheet.score()


@pytest.mark.ci
@given(totalled)
def test_answers_to_items_that_are_not_asked_count_nowhere(sheet: Sheet) -> None:
    asked = sheet.items[::2]
    own = {item.id: sheet.answers[item.id] for item in asked if item.id in sheet.answers}
    assert score_scorecard(sheet.pack, asked, sheet.answers) == score_scorecard(
        sheet.pack, asked, own
    )


@pytest.mark.ci
@given(sheets(FloorPolicy.ITEM))
def test_with_a_floor_everything_stays_within_its_range(sheet: Sheet) -> None:
    score = sheet.score()
    for category in score.categories:
        assert category.rate is None or 0 <= category.rate <= 100
        assert 0 <= category.got <= category.full
        assert category.contribution >= 0
    assert 0 <= score.bonus <= sheet.pack.policy.bonus_cap
    assert score.total is None or 0 <= score.total <= 10_000 + sheet.pack.policy.bonus_cap


@pytest.mark.ci
@given(totalled)
def test_printed_parts_sum_to_the_printed_total(sheet: Sheet) -> None:
    score = sheet.score()
    assume(score.total is not None)
    parts = sum(category.contribution for category in score.categories) + score.bonus
    assert parts == score.earned
    if not (score.vetoed and sheet.pack.policy.veto is VetoPolicy.ZERO):
        assert parts == score.total


@pytest.mark.ci
@given(sheets())
def test_shares_sum_to_100_over_the_categories_that_have_a_rate(sheet: Sheet) -> None:
    assume(weighed(sheet))
    categories = sheet.score().categories
    assert sum(category.share for category in categories) == 100
    for category in categories:
        if category.rate is None:
            assert category.share == category.contribution == 0
        else:  # apportioned parts stay within one hundredth of the exact ones
            assert abs(category.contribution - category.share * category.rate) < 1


@pytest.mark.ci
@given(totalled)
def test_the_grade_is_the_printed_totals_or_the_failing_one(sheet: Sheet) -> None:
    score = sheet.score()
    if score.vetoed:
        assert score.grade == sheet.pack.failing_grade
    elif score.total is None:
        assert score.grade is None
    else:
        assert score.grade == sheet.pack.grade_of(score.total)

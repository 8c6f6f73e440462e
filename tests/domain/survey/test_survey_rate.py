"""Rates and their interval: exact, within 0 and 100 %, and around the rate."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.survey.survey_rate import (
    WHOLE,
    Interval,
    SurveyRate,
    ranks,
    rate_of,
    share,
    wilson,
)
from inspector.domain.survey.survey_sheet import GRADES, Satisfaction

LEAST = 30

counts = st.tuples(*[st.integers(0, 400)] * len(GRADES))


@pytest.mark.parametrize(
    ("part", "n", "low", "high"),
    [
        (30, 30, 8865, 10_000),
        (0, 30, 0, 1135),
        (27, 30, 7438, 9654),  # worked out by hand: 0.7438, 0.9654
        (1, 1, 2065, 10_000),
        (0, 1, 0, 7935),
    ],
)
def test_wilson_by_example(part: int, n: int, low: int, high: int) -> None:
    assert wilson(part, n) == Interval(low, high)


@given(st.integers(1, 5000), st.data())
def test_wilson_is_what_its_formula_says(n: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, n))
    with localcontext() as context:
        context.prec = 60
        z = Decimal("1.96")
        root = (z * z + 4 * part * (n - part) / Decimal(n)).sqrt()
        bounds = [(2 * part + z * z + sign * z * root) / (2 * (n + z * z)) for sign in (-1, 1)]
        low, high = (int(bound * WHOLE + Decimal("0.5")) for bound in bounds)
    assert wilson(part, n) == Interval(low, high)


@given(counts)
def test_the_interval_lies_within_0_and_100_and_around_the_rate(given: tuple[int, ...]) -> None:
    rate = SurveyRate(given, LEAST)
    if not rate.n:
        assert (rate.percent, rate.bad_percent, rate.interval) == (None, None, None)
        return
    assert rate.interval is not None
    assert rate.percent is not None
    assert 0 <= rate.interval.low <= rate.percent <= rate.interval.high <= WHOLE
    assert rate.satisfied + rate.bad == rate.n
    assert rate.percent + (rate.bad_percent or 0) == WHOLE


@given(st.integers(0, 200), st.integers(1, 200))
def test_more_sheets_of_the_same_rate_narrow_the_interval(part: int, n: int) -> None:
    part = min(part, n)
    few, many = wilson(part, n), wilson(part * 10, n * 10)
    assert many.high - many.low < few.high - few.low


def test_the_two_lowest_grades_are_bad() -> None:
    rate = rate_of(GRADES, LEAST)
    assert (rate.counts, rate.satisfied, rate.bad) == ((1, 1, 1, 1, 1), 3, 2)
    assert [grade for grade in GRADES if grade.is_bad] == [
        Satisfaction.DISSATISFIED, Satisfaction.VERY_DISSATISFIED,
    ]  # fmt: skip


def test_a_half_of_a_hundredth_is_rounded_up() -> None:
    assert share(1, 3) == 3333
    assert share(1, 32) == 313  # 3.125 %


def test_nobody_is_ranked_below_the_least_and_equals_share_a_rank() -> None:
    def rate(satisfied: int, bad: int) -> SurveyRate:
        return SurveyRate((satisfied, 0, 0, bad, 0), LEAST)

    few = rate(LEAST - 1, 0)
    assert not few.ranked
    rates = {"甲": rate(27, 3), "乙": rate(36, 4), "丙": rate(30, 0), "丁": few, "戊": rate(15, 15)}
    assert ranks(rates) == {"丙": 1, "甲": 2, "乙": 2, "戊": 4}

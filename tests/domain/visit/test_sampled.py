"""Measuring several times: the worst value counts, or the mean, by the pack's policy."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.checklist import MeasureRule, SamplePolicy
from inspector.domain.checklist.points import Hundredths, mean, round_half_up
from inspector.domain.visit.answer_changes import measured, sampled
from inspector.domain.visit.inspection import Answer, Verdict
from tests.domain.packs import measure

WAIT = measure("wait")  # ≤10 minutes 4 points, ≤15 minutes 2, above 0
FRESH = Answer("wait", Verdict.PASS)

samples = st.lists(st.integers(0, 6000), min_size=1, max_size=6)


def after(policy: SamplePolicy, *values: Hundredths, start: Answer = FRESH) -> Answer:
    """The answer after these samples."""
    answer = start
    for value in values:
        answer = sampled(WAIT, answer, value, policy)
    return answer


@pytest.mark.parametrize(
    ("policy", "values", "counts", "verdict"),
    [
        (SamplePolicy.WORST, (800,), 800, Verdict.PASS),
        (SamplePolicy.WORST, (800, 1100), 1100, Verdict.DEDUCT),
        (SamplePolicy.WORST, (1100, 800), 1100, Verdict.DEDUCT),
        (SamplePolicy.WORST, (0, 0, 1000), 1000, Verdict.PASS),
        (SamplePolicy.MEAN, (800,), 800, Verdict.PASS),
        (SamplePolicy.MEAN, (800, 1100), 950, Verdict.PASS),
        (SamplePolicy.MEAN, (800, 1100, 1400), 1100, Verdict.DEDUCT),
        (SamplePolicy.MEAN, (2000, 100), 1050, Verdict.DEDUCT),
    ],
)
def test_the_worst_or_the_mean_counts(
    policy: SamplePolicy, values: tuple[int, ...], counts: int, verdict: Verdict
) -> None:
    answer = after(policy, *values)
    assert (answer.measured, answer.verdict, answer.samples) == (counts, verdict, values)


@pytest.mark.parametrize(
    ("values", "counts"),
    [
        ((1000, 1001), 1001),  # 1000.5: half up, and over the limit with it
        ((0, 1), 1),  # 0.5
        ((1, 0, 0), 0),  # a third
        ((1, 1, 0), 1),  # two thirds
        ((999, 1000, 1000), 1000),  # 999.67
    ],
)
def test_a_mean_is_rounded_half_up_to_hundredths(values: tuple[int, ...], counts: int) -> None:
    answer = after(SamplePolicy.MEAN, *values)
    assert answer.measured == counts
    assert answer.verdict is (Verdict.PASS if counts <= 1000 else Verdict.DEDUCT)


@pytest.mark.parametrize(
    ("policy", "counts"), [(SamplePolicy.WORST, 1400), (SamplePolicy.MEAN, 1200)]
)
def test_a_value_measured_before_is_the_first_sample(policy: SamplePolicy, counts: int) -> None:
    once = measured(WAIT, FRESH, 1400)
    assert once.samples == ()
    again = sampled(WAIT, once, 1000, policy)
    assert (again.samples, again.measured) == ((1400, 1000), counts)


def test_a_value_measured_anew_forgets_the_samples() -> None:
    several = after(SamplePolicy.MEAN, 1400, 1000)
    anew = measured(WAIT, several, 300)
    assert (anew.measured, anew.samples) == (300, ())
    assert sampled(WAIT, anew, 500, SamplePolicy.MEAN).samples == (300, 500)


def test_a_value_of_zero_is_a_sample_too() -> None:
    once = measured(WAIT, FRESH, 0)
    assert sampled(WAIT, once, 2000, SamplePolicy.MEAN).measured == 1000


def test_the_mean_is_that_of_the_samples_not_of_means() -> None:
    # 1 and 2 give 1.5, shown as 2; with 0 the mean is 1, not that of 2 and 0.
    assert after(SamplePolicy.MEAN, 1, 2, 0).measured == 1
    assert after(SamplePolicy.MEAN, 1, 2, 0, 0).measured == 1  # 0.75


@given(samples)
def test_the_worst_is_the_highest_whatever_the_order(values: list[int]) -> None:
    answer = after(SamplePolicy.WORST, *values)
    assert answer.measured == max(values)
    assert after(SamplePolicy.WORST, *sorted(values)).measured == answer.measured


@given(samples)
def test_the_mean_is_exact_whatever_the_order(values: list[int]) -> None:
    answer = after(SamplePolicy.MEAN, *values)
    assert answer.measured == round_half_up(mean(values))
    assert answer.measured is not None
    assert abs(answer.measured - Fraction(sum(values), len(values))) <= Fraction(1, 2)
    assert after(SamplePolicy.MEAN, *reversed(values)).measured == answer.measured


@given(samples, st.sampled_from(SamplePolicy))
def test_the_verdict_is_that_of_the_value_that_counts(
    values: list[int], policy: SamplePolicy
) -> None:
    assert isinstance(WAIT.rule, MeasureRule)
    answer = after(policy, *values)
    assert answer.measured is not None
    assert (answer.verdict is Verdict.PASS) == (WAIT.rule.band_of(answer.measured).points == 400)
    assert answer.samples == tuple(values)


def test_what_was_written_stays() -> None:
    start = Answer("wait", Verdict.DEDUCT, 2, phrases=("排队过长",), note="高峰")
    answer = after(SamplePolicy.WORST, 500, start=start)
    assert (answer.count, answer.phrases, answer.note) == (2, ("排队过长",), "高峰")

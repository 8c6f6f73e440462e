"""Points: exact in, exact out, and one rounding."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.points import (
    format_points,
    format_score,
    mean,
    round_half_up,
    to_decimal,
    to_hundredths,
)


@pytest.mark.parametrize(
    ("number", "hundredths"),
    [
        (0, 0),
        (4, 400),
        (-1, -100),
        (Decimal("1.5"), 150),
        (Decimal("0.25"), 25),
        (Decimal("1.500"), 150),  # trailing zeros are no further decimals
        (Decimal("1E+2"), 10_000),
        (Decimal("-0.01"), -1),
    ],
)
def test_numbers_of_two_decimals_become_hundredths(number: Decimal | int, hundredths: int) -> None:
    assert to_hundredths(number) == hundredths


@pytest.mark.parametrize("number", ["0.001", "1.005", "-2.999", "NaN", "Infinity", "-Infinity"])
def test_anything_finer_or_not_finite_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="more than two decimals"):
        to_hundredths(Decimal(number))


def test_a_third_decimal_is_refused_however_far_behind_it_stands() -> None:
    # 1 + 10^-29: more digits than the 28 of decimal's default context
    with pytest.raises(ValueError, match="more than two decimals"):
        to_hundredths(Decimal("1.00000000000000000000000000001"))


def test_whole_numbers_stay_exact_however_large() -> None:
    assert to_hundredths(10**30 + 1) == 10**32 + 100


@given(st.integers(-(10**12), 10**12))
def test_hundredths_survive_the_way_to_a_decimal_and_back(points: int) -> None:
    assert to_hundredths(to_decimal(points)) == points
    assert to_decimal(points) * 100 == points


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [
        (Fraction(1, 2), 1),
        (Fraction(5, 2), 3),  # half-even would give 2
        (Fraction(-1, 2), -1),  # as ROUND() in a spreadsheet
        (Fraction(-5, 2), -3),
        (Fraction(49, 100), 0),
        (Fraction(-49, 100), 0),
        (Fraction(7), 7),
        (Fraction(2, 3), 1),
    ],
)
def test_halves_round_away_from_zero(exact: Fraction, rounded: int) -> None:
    assert round_half_up(exact) == rounded


@given(st.decimals(-100_000, 100_000, places=4))
def test_rounding_is_that_of_decimal_half_up(exact: Decimal) -> None:
    assert round_half_up(Fraction(exact)) == exact.quantize(Decimal(1), ROUND_HALF_UP)


@given(st.fractions(-(10**6), 10**6, max_denominator=400))
def test_rounding_moves_by_at_most_a_half(exact: Fraction) -> None:
    assert abs(round_half_up(exact) - exact) <= Fraction(1, 2)
    assert round_half_up(-exact) == -round_half_up(exact)


def test_a_mean_is_exact() -> None:
    assert mean([9000, 9001]) == Fraction(18_001, 2)
    assert mean([1, 1, 2]) == Fraction(4, 3)


@pytest.mark.parametrize(
    ("points", "text"),
    [
        (0, "0"),
        (400, "4"),
        (1000, "10"),
        (10_000, "100"),
        (150, "1.5"),
        (25, "0.25"),
        (5, "0.05"),
        (-50, "-0.5"),
        (-1000, "-10"),
    ],
)
def test_points_are_written_as_a_person_would(points: int, text: str) -> None:
    assert format_points(points) == text


@given(st.integers(-(10**9), 10**9))
def test_written_points_read_back(points: int) -> None:
    assert to_hundredths(Decimal(format_points(points))) == points


@pytest.mark.parametrize(
    ("score", "text"),
    [(9250, "92.50"), (0, "0.00"), (10_500, "105.00"), (-13, "-0.13"), (None, "—")],
)
def test_scores_are_written_with_two_decimals(score: int | None, text: str) -> None:
    assert format_score(score) == text

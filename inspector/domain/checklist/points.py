"""Points as exact integers of hundredths; a score is never a binary float (DESIGN §4, §6)."""

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # both load slowly, and lists show scores without them
    from collections.abc import Sequence
    from decimal import Decimal
    from fractions import Fraction

Hundredths: TypeAlias = int
"""A number of points, percent or measured units times one hundred: 3.5 points are 350."""

ONE = 100
"""One point (or percent, or unit) in hundredths."""


def to_hundredths(number: "Decimal | int") -> Hundredths:
    """Return `number` in hundredths.

    Raises ValueError when it is not finite or has more than two decimals.
    """
    from fractions import Fraction

    if isinstance(number, int):
        return number * ONE
    if not number.is_finite():
        raise ValueError(f"{number} has more than two decimals")
    scaled = Fraction(number) * ONE  # exact, where decimal's context would round
    if scaled.denominator != 1:
        raise ValueError(f"{number} has more than two decimals")
    return scaled.numerator


def to_decimal(points: Hundredths) -> "Decimal":
    """Return `points` as a decimal number with two decimals."""
    from decimal import Decimal

    return Decimal(points).scaleb(-2)


def round_half_up(exact: "Fraction") -> Hundredths:
    """Round an exact number of hundredths to whole hundredths, halves away from zero.

    This is the rounding of the spreadsheets the scores are compared with.
    """
    magnitude = (abs(exact.numerator) * 2 + exact.denominator) // (exact.denominator * 2)
    return magnitude if exact >= 0 else -magnitude


def apportioned(exact: "Sequence[Fraction]", total: Hundredths | None = None) -> list[Hundredths]:
    """Round each of `exact` so that all of them sum to `total`; None: to their own rounded sum.

    The largest remainders are rounded up (Hamilton's method), the first of equal ones first.
    """
    from fractions import Fraction

    if total is None:
        total = round_half_up(sum(exact, Fraction(0)))
    floors = [part.numerator // part.denominator for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (floors[i] - exact[i], i))
    for index in by_remainder[: total - sum(floors)]:
        floors[index] += 1
    return floors


def mean(values: list[Hundredths]) -> "Fraction":
    """Return the exact mean of at least one value."""
    from fractions import Fraction

    return Fraction(sum(values), len(values))


def format_points(points: Hundredths) -> str:
    """Write points as a person would: 4, 1.5, 0.25."""
    return format_score(points).rstrip("0").rstrip(".")


def format_mean(mean: "Fraction | None") -> str:
    """Write a mean of scores with up to four decimals: rounded to two, it would not give back
    the total that is computed from it."""
    if mean is None:
        return "—"
    exact = round_half_up(mean * ONE)
    whole, decimals = divmod(abs(exact), ONE * ONE)
    text = f"{'-' * (exact < 0)}{whole}.{decimals:04}"
    return text[:-2] + text[-2:].rstrip("0")


def format_score(score: Hundredths | None) -> str:
    """Write a score with two decimals, or a dash where there is none."""
    if score is None:
        return "—"
    whole, decimals = divmod(abs(score), ONE)
    return f"{'-' * (score < 0)}{whole}.{decimals:02}"

"""Points as exact integers of hundredths; a score is never a binary float (DESIGN §4, §6)."""

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # loads slowly, and lists show scores without it
    from fractions import Fraction

Hundredths: TypeAlias = int
"""A number of points, percent or measured units times one hundred: 3.5 points are 350."""

ONE = 100
"""One point (or percent, or unit) in hundredths."""


def to_hundredths(number: Decimal | int) -> Hundredths:
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


def to_decimal(points: Hundredths) -> Decimal:
    """Return `points` as a decimal number with two decimals."""
    return Decimal(points).scaleb(-2)


def round_half_up(exact: "Fraction") -> Hundredths:
    """Round an exact number of hundredths to whole hundredths, halves away from zero.

    This is the rounding of the spreadsheets the scores are compared with.
    """
    magnitude = (abs(exact.numerator) * 2 + exact.denominator) // (exact.denominator * 2)
    return magnitude if exact >= 0 else -magnitude


def mean(values: list[Hundredths]) -> "Fraction":
    """Return the exact mean of at least one value."""
    from fractions import Fraction

    return Fraction(sum(values), len(values))


def format_points(points: Hundredths) -> str:
    """Write points as a person would: 4, 1.5, 0.25."""
    text = f"{to_decimal(points):.2f}"
    return text.rstrip("0").rstrip(".")


def format_mean(mean: "Fraction | None") -> str:
    """Write a mean of scores with up to four decimals: rounded to two, it would not give back
    the total that is computed from it."""
    if mean is None:
        return "—"
    text = f"{Decimal(round_half_up(mean * ONE)).scaleb(-4):.4f}"
    whole, decimals = text.split(".")
    return f"{whole}.{decimals[:2]}{decimals[2:].rstrip('0')}"


def format_score(score: Hundredths | None) -> str:
    """Write a score with two decimals, or a dash where there is none."""
    return "—" if score is None else f"{to_decimal(score):.2f}"

"""What stands in the cells of more than one paper: points, rates, texts that have to be short."""

from decimal import Decimal

from inspector.domain.checklist.points import Hundredths, to_decimal
from inspector.excel.sheet.terms import NO_VALUE


def points_value(points: Hundredths | None) -> Decimal | str:
    """Return points as a number, or a dash where there are none."""
    return NO_VALUE if points is None else to_decimal(points)


def rate_value(rate: Hundredths | None) -> Decimal | str:
    """Return a rate as the fraction that a percent format shows: 83.69 % is 0.8369."""
    return NO_VALUE if rate is None else to_decimal(rate).scaleb(-2)


def cut(text: str, longest: int) -> str:
    """Return a text of at most `longest` characters, … for the rest."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"

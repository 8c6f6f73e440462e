"""Days as they are typed in a hurry: 12-1, 12月1日, 2026.12.1, 20261201, or 3 (workdays)."""

import re
from datetime import date, timedelta

_PARTS = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_COUNT = re.compile(r"\d{1,3}")
_HALF_YEAR = timedelta(days=183)


def read_day(text: str, today: date) -> date | None:
    """Return the day that `text` says, None when it says none.

    Without a year it is the one nearest to `today`: in December, 1-5 is next January's.
    """
    text = "".join(text.split())
    match = _PARTS.fullmatch(text) or _COMPACT.fullmatch(text)
    if match is None:
        return None
    year, month, day = match.groups()
    if year is not None:
        return _day(int(year), int(month), int(day))
    years = (today.year, today.year + 1, today.year - 1)
    found = [_day(each, int(month), int(day)) for each in years]
    near = [each for each in found if each is not None and abs(each - today) <= _HALF_YEAR]
    return near[0] if near else next((each for each in found if each is not None), None)


def read_count(text: str) -> int | None:
    """Return a number of workdays up to 999, None when `text` is none."""
    text = text.strip()
    return int(text) if text.isascii() and _COUNT.fullmatch(text) else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""How long photos and names are kept, and when they are due to go. Pure rules.

The law gives no number of months, only that it be the shortest the purpose needs (个人信息保护法
article 19): what an office needs is for the office to say, so nothing is due until it does.
"""

from calendar import monthrange
from datetime import date

RECOMMENDED_PHOTOS, RECOMMENDED_NAMES = 12, 24
"""Months after closing that are recommended, not required: a year's review needs the photos of
the year before, and what comes back is compared over two."""


def months_before(day: date, months: int) -> date:
    """Return the day so many months earlier, or the last of its month."""
    at = day.year * 12 + day.month - 1 - months
    year, month = divmod(at, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_due(closed_on: date | None, kept_until: date | None) -> bool:
    """Tell whether something may go: it was closed, and before the day up to which all is kept."""
    return closed_on is not None and kept_until is not None and closed_on < kept_until

"""The days that a sample of today is about."""

from datetime import date, timedelta

_SATURDAY = 5


def newest_visits() -> date:
    """Return the day of a sample's newest completed visits: the last weekday before today.

    On the first days of a month it is of the month before, of a year of the year before.
    """
    day = date.today() - timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day -= timedelta(days=1)
    return day

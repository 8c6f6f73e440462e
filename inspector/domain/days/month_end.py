"""The last day of a month, without Python's calendar, which the start would wait for."""

from datetime import date, timedelta


def month_end(day: date) -> date:
    """Return the last day of the month that a day is in."""
    if day.month == 12:
        return day.replace(day=31)
    return day.replace(month=day.month + 1, day=1) - timedelta(days=1)

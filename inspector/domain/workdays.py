"""Deadlines counted in workdays, Monday to Friday."""

from datetime import date, timedelta

_SATURDAY = 5


def add_workdays(day: date, count: int) -> date:
    """Return the day `count` workdays after `day`; 0 is the day itself (立行立改)."""
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < _SATURDAY:
            count -= 1
    return day

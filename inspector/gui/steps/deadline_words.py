"""How a deadline is told in lists and beside them: the day, and in words that it has passed."""

from collections.abc import Sequence
from datetime import date, timedelta

from inspector.gui.words import day_text, short_day_text
from inspector.translation import tr, tr_count

_LATE = date.min + timedelta(days=20)

_NEAR = 300
"""Days within which the day of a year is enough."""


def near_day(day: date, today: date) -> str:
    """Write a day, with its year where it is another one."""
    return short_day_text(day) if day.year == today.year else day_text(day)


def list_day(day: date, today: date) -> str:
    """Write a day in a column: that of another year by figures, which need the room of no other."""
    return short_day_text(day) if day.year == today.year else day.isoformat()


def late_words(ended: bool, deadline: date, today: date) -> str:
    """Return 逾期3天 or 今天到期 where that is so."""
    if ended or deadline > today:
        return ""
    if deadline == today:
        return tr("due today")
    return tr_count((today - deadline).days, "1 day overdue", "{count} days overdue")


def deadline_words(ended: bool, deadline: date, today: date) -> str:
    """Write a deadline, and in words that it has passed; a long day gives way to the words."""
    said = [near_day(deadline, today), late_words(ended, deadline, today)]
    if deadline.year != today.year:
        said.reverse()
    return " · ".join(part for part in said if part)


def due_words(ended: bool, deadline: date, today: date) -> str:
    """Write a deadline; that it is today or has passed gives way to nothing."""
    return late_words(ended, deadline, today) or list_day(deadline, today)


def asked_words(until: date | None, today: date, reason: str = "") -> str:
    """Return 申请延期至12月3日 with the reason, if it is told; '' where nothing is asked."""
    if until is None:
        return ""
    day = near_day(until, today)
    if not reason:
        return tr("extension asked until {day}", day=day)
    return tr("extension asked until {day} ({reason})", day=day, reason=reason)


def short_asked_words(until: date, today: date) -> str:
    """Return 申请延至12月3日 for a list; the year where the day alone is not enough."""
    is_near = abs((until - today).days) < _NEAR
    return tr("asked until {day}", day=short_day_text(until) if is_near else day_text(until))


def asked_words_of(days: Sequence[date], today: date) -> str:
    """Return 申请延期至12月3日—12月15日 of several days in their order; of one that day."""
    if days[0] == days[-1]:
        return asked_words(days[0], today)
    first, last = near_day(days[0], today), near_day(days[-1], today)
    return tr("extensions asked until {first} to {last}", first=first, last=last)


def longest_asked() -> str:
    """Return what is as long as more time that is asked for is in a list, and … after it."""
    return f"{short_asked_words(date(2000, 12, 28), date(2000, 12, 1))}…"


def longest_days() -> tuple[str, str]:
    """Return the longest days of a column: one of this year, one of another."""
    day = date(2000, 12, 28)
    return list_day(day, day), list_day(day, date(2001, 1, 1))


def longest_due() -> tuple[str, ...]:
    """Return what is as long as most that is told of deadlines in a column."""
    return *longest_days(), late_words(False, date.min, _LATE)

"""Which snapshots stay: 7 days, 4 weeks and 12 months of them, each by its newest.

A rule about moments; it must not know a file.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 7, 4, 12
"""Days, weeks and months that have a snapshot; a pause of the office takes none away."""

_PERIODS: tuple[tuple[Callable[[date], object], int], ...] = (
    (lambda day: day, KEPT_DAYS),
    (lambda day: day.isocalendar()[:2], KEPT_WEEKS),
    (lambda day: (day.year, day.month), KEPT_MONTHS),
)


def moments_kept(moments: Sequence[datetime], today: date) -> set[datetime]:
    """Return the moments whose snapshots stay: all of today, and the newest of each period.

    The newest of a period is also that of a longer one, so some twenty stay, never none. What
    comes after tomorrow was taken under a clock that was ahead: it takes no place from the others.
    """
    in_turn = sorted(moments, reverse=True)
    in_turn.sort(key=lambda moment: moment.date() > today + timedelta(days=1))
    stay = {moment for moment in moments if moment.date() == today}
    for period_of, most in _PERIODS:
        newest: dict[object, datetime] = {}
        for moment in in_turn:
            newest.setdefault(period_of(moment.date()), moment)
        stay.update(list(newest.values())[:most])
    return stay

"""How long what is not put right yet has been open, in workdays since it was found."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from inspector.domain.days.workdays import Calendar

LIMITS: tuple[int | None, ...] = (3, 7, 15, None)
"""Workdays that the groups reach to; the last one is open."""


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """Findings open for up to so many workdays: those found from `first` to `last` day."""

    upto: int | None
    first: date | None  # None: however early
    last: date


@dataclass(frozen=True, slots=True)
class Ageing:
    """What is open, by age: the groups, and how many are in each, by site id and together."""

    groups: tuple[AgeGroup, ...]
    by_site: Mapping[str, tuple[int, ...]]

    @property
    def totals(self) -> tuple[int, ...]:
        """How many are in each group at all sites."""
        return tuple(
            sum(counts[n] for counts in self.by_site.values()) for n in range(len(self.groups))
        )


def age_groups(today: date, calendar: Calendar) -> tuple[AgeGroup, ...]:
    """Return the groups as days: a finding of `today` is 0 workdays old."""
    groups: list[AgeGroup] = []
    day, age, last = today, 0, today
    for limit in LIMITS:
        if limit is None:
            groups.append(AgeGroup(None, None, last))
            break
        # The day before is a workday older where the later one is worked.
        while age + calendar.is_workday(day) <= limit:
            age += calendar.is_workday(day)
            day -= timedelta(days=1)
        groups.append(AgeGroup(limit, day, last))
        last = day - timedelta(days=1)
    return tuple(groups)


def ageing(
    open_findings: Iterable[tuple[str, date, int]], today: date, calendar: Calendar
) -> Ageing:
    """Return what is open by age. `open_findings` are site id, day found, how many."""
    groups = age_groups(today, calendar)
    begins = [group.first or date.min for group in reversed(groups)]
    by_site: dict[str, list[int]] = defaultdict(lambda: [0] * len(groups))
    for site_id, day, count in open_findings:
        # Found after today by another clock, it is as young as can be.
        place = bisect_left(begins, day + timedelta(days=1)) - 1
        by_site[site_id][len(groups) - 1 - max(place, 0)] += count
    return Ageing(groups, {site: tuple(counts) for site, counts in by_site.items()})

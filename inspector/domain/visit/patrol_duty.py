"""Which patrols of a period were due, and which were missed: so many in each shift of a workday."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from inspector.domain.days.span import Span
from inspector.domain.days.workdays import Calendar
from inspector.domain.visit.inspection import Slot
from inspector.domain.visit.patrol import HABIT, PATROLS_PER_SLOT, slot_of


@dataclass(frozen=True, slots=True)
class MissedSlot:
    """A shift with fewer patrols than it asks for, and how many are missing."""

    day: date
    slot: Slot
    missing: int


@dataclass(frozen=True, slots=True)
class PatrolDuty:
    """How the patrols of a site stand to those due. Those beyond that do not make up for others."""

    due: int
    made: int
    missed: tuple[MissedSlot, ...]  # in the order of the days

    @property
    def missing(self) -> int:
        """How many were due and not made."""
        return sum(slot.missing for slot in self.missed)

    @property
    def beyond(self) -> int:
        """How many were made that nothing asked for: a third in a shift, one on a day off."""
        return self.made - (self.due - self.missing)


def due_days(
    span: Span, patrolled: Iterable[date], before: date | None, calendar: Calendar
) -> list[date]:
    """Return the workdays of a span on which a site has to be patrolled.

    `patrolled` are the days of the span on which it was, `before` the last one in the fortnight
    before the span: without, it begins with the first of them. A fortnight after the last one
    nobody asks for patrols any more.
    """
    days = sorted(patrolled)
    latest = days[-1] if days else before
    if latest is None:
        return []
    first = span.first if before else days[0]
    last = min(span.last, latest + timedelta(days=HABIT))
    within = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in within if calendar.is_workday(day)]


def duty(
    made: Mapping[tuple[date, Slot], int],
    days: Iterable[date],
    now: datetime,
    begins: date | None = None,
) -> PatrolDuty:
    """Return how the patrols `made` stand to those of `days`, as seen at `now`.

    A shift that is not over asks for no more than were made; one that is to come for none, and
    none of the day on which the site `begins` to be patrolled that was over before.
    """
    due, missed = 0, []
    for day in days:
        for slot in Slot:
            own = made.get((day, slot), 0)
            if day == begins and slot is Slot.MORNING and not own:
                continue
            if day < now.date() or (day == now.date() and slot_of(now) is not slot
                                    and slot is Slot.MORNING):  # fmt: skip
                due += PATROLS_PER_SLOT
                if own < PATROLS_PER_SLOT:
                    missed.append(MissedSlot(day, slot, PATROLS_PER_SLOT - own))
            elif day == now.date():
                due += min(own, PATROLS_PER_SLOT)
    return PatrolDuty(due, sum(made.values()), tuple(missed))

"""From which day a deadline was counted, and when: what a later arrangement of holidays moves."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from inspector.domain.days.workdays import Calendar, add_workdays, workdays_between
from inspector.domain.finding.finding_event import (
    Assigned,
    Extended,
    FindingEvent,
    Raised,
    Recounted,
    Reopened,
)
from inspector.domain.finding.finding_life import history


@dataclass(frozen=True, slots=True)
class CountedDeadline:
    """A deadline as it was set: counted at a moment, from `start`. `last` is when it last moved."""

    start: date
    deadline: date
    at: datetime
    last: datetime

    def recounted(self, then: Callable[[datetime], Calendar], now: Calendar) -> date | None:
        """Return the day on which the same workdays end by `now`; `then` is what counted before.

        None for a day that is no workday: nobody counted it, somebody chose it.
        """
        before = then(self.at)
        if self.deadline > self.start and not before.is_workday(self.deadline):
            return None
        return add_workdays(self.start, workdays_between(self.start, self.deadline, before), now)


def counted_deadline(events: Iterable[FindingEvent], completed_at: datetime) -> CountedDeadline:
    """Return how the deadline of a finding came about; the first is set when its visit ends."""
    first, *rest = [entry.event for entry in history(events) if entry.counts]
    assert isinstance(first, Raised)
    found = first.finding
    counted = CountedDeadline(found.raised_at.date(), found.deadline, completed_at, completed_at)
    now = found.deadline
    for event in rest:
        match event:
            case Recounted(deadline=deadline):
                counted, now = replace(counted, last=event.at), deadline
            case Assigned(deadline=deadline) | Reopened(deadline=deadline) if deadline != now:
                counted = CountedDeadline(event.at.date(), deadline, event.at, event.at)
                now = deadline
            case Extended(deadline=deadline):
                start = max(now, event.at.date())
                counted = CountedDeadline(start, deadline, event.at, event.at)
                now = deadline
    return counted

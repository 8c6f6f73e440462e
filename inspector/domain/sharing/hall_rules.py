"""What a hall that is inspected may do about what was found there, and what it may not.

It says who puts a finding right, that it is done, that it needs more time, that it contests it. To
look again, to close, to withdraw or lower it, to give more time is for those who inspect: on a
hall's own laptop it is refused at once, and what comes back is looked at once more. Pure rules.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector.domain.finding.finding_event import (
    Assigned,
    EventKind,
    Exported,
    FindingEvent,
    Reverted,
)
from inspector.domain.sharing.travelling import Kind

HALL_STEPS = frozenset(
    {
        EventKind.ASSIGNED, EventKind.REPORTED, EventKind.EXTENSION_ASKED, EventKind.APPEALED,
        EventKind.NOTED, EventKind.DISCUSSED, EventKind.EXPORTED, EventKind.REVERTED,
    }
)  # fmt: skip
"""The steps that a hall takes; the first four decide something, and the last takes one back."""


class NotForHall(StrEnum):
    """Why something that a hall's laptop brings is not taken in."""

    STEP = "step"  # only those who inspect take it
    DEADLINE = "deadline"  # it puts a deadline off, which is to be asked for
    NOTICE = "notice"  # it numbers a notice, which is ours
    TAKEN_BACK = "taken-back"  # it takes back what somebody else did
    ELSEWHERE = "elsewhere"  # it is about another site
    KIND = "kind"  # nothing of the kind comes from a hall


def step_not_for_hall(event: FindingEvent, latest: date) -> NotForHall | None:
    """Return why a hall may not take a step; None where it may.

    `latest` is the latest deadline that those who inspect ever set. Whose step a `Reverted` takes
    back is for the caller to see.
    """
    if event.kind not in HALL_STEPS:
        return NotForHall.STEP
    match event:
        case Assigned(deadline=deadline) if deadline > latest:
            return NotForHall.DEADLINE
        case Exported(notice=notice) if notice:
            return NotForHall.NOTICE
    return None


def takes_back(event: FindingEvent) -> str:
    """Return the id of the step that this one takes back; '' where it takes none back."""
    return event.event_id if isinstance(event, Reverted) else ""


@dataclass(frozen=True, slots=True)
class RefusedHere:
    """Something of a hall's laptop that is not taken in: of which finding, which step, and why.

    `number` is '' of what is no step or evidence of a finding that is known, `title` then names it;
    `step` is None of what is no step.
    """

    reason: NotForHall
    kind: Kind
    title: str
    number: str = ""
    step: EventKind | None = None

"""How much a deadline wants to be seen: rationed, so that red says something."""

from datetime import date
from enum import Enum

LONG_LATE = 3
"""Days after the deadline from which it is bad."""


class Urgency(Enum):
    """What a deadline is today."""

    NONE = "none"  # there is time, or nothing is to be done any more
    TODAY = "today"
    LATE = "late"  # by a day or two
    LONG_LATE = "long-late"


def urgency(is_ended: bool, deadline: date, today: date) -> Urgency:
    """Return how urgent something with a deadline is; what is ended is not."""
    late = (today - deadline).days
    if is_ended or late < 0:
        return Urgency.NONE
    if late == 0:
        return Urgency.TODAY
    return Urgency.LATE if late < LONG_LATE else Urgency.LONG_LATE

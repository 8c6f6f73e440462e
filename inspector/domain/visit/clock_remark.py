"""A record whose time cannot be: which one it is, and what somebody said of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Timed(StrEnum):
    """What bears a time of its own."""

    VISIT = "visit"
    MEETING = "meeting"
    STEP = "step"  # of a finding


@dataclass(frozen=True, slots=True)
class OddTime:
    """A record that bears a time which has not come yet."""

    kind: Timed
    reference: str  # the id of the visit, the meeting or the step
    site_name: str
    moment: datetime
    number: str = ""  # of the finding, for a step


@dataclass(frozen=True, slots=True)
class ClockRemark:
    """Somebody says that the time of a record is wrong. The record stays as it is."""

    id: str
    kind: Timed
    reference: str
    moment: datetime  # as the record has it
    said_at: datetime
    said_by: str
    reason: str

"""What two laptops say differently of one thing, and waits for a person to choose (需选择)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ConflictKind(StrEnum):
    """What it is about; of what stands on the roster the value is the name of its table."""

    FINDING = "finding"  # steps taken side by side
    COMPLAINT = "complaint"
    SITE = "site"
    DEPARTMENT = "department"
    WINDOW = "window"
    STAFF = "staff"
    INSPECTOR = "inspector"
    HOLIDAY = "holiday"
    SEALED = "set-aside"  # of one id, and not the same: mine stays whatever is chosen
    TWICE = "twice"  # a window that two parts of a shared visit (分头检查) scored
    PLACED = "placed"  # names nearly the same: answered when they come, so it never waits

    @property
    def is_of_steps(self) -> bool:
        """Whether it is about what happened to a finding or complaint."""
        return self in (ConflictKind.FINDING, ConflictKind.COMPLAINT)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a side says: what it is about, and what is said; a step says when, and who."""

    title: str
    text: str
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """What one laptop says. `laptop` is its id, '' this one; `name` is what people call it."""

    laptop: str
    name: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits, as a list names it.

    `id` is that of the finding, complaint, difference or of what was set aside; `laptops` are the
    names of those that differ with this one, or with one another.
    """

    kind: ConflictKind
    id: str
    title: str
    since: datetime
    laptops: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that waits, with all that is said of it.

    `sides` are mine first. `ways` are how it can be settled, in words, and `way` of `settle` is
    the place of one.
    """

    waiting: Waiting
    sides: tuple[Side, ...]
    ways: tuple[str, ...]

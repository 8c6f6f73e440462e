"""What happened to the roster: each step as one event, never edited.

An event holds what it changed, before and after, so that it can be told and taken back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TypeAlias

from inspector.domain.visit.roster import Department, Site, Staff, Window

Facts: TypeAlias = Mapping[str, str | None]
"""What is kept of one thing on the roster, by column; a day as ISO text, None: not ended."""


class RosterSubject(Enum):
    """What a step is about; the value is the name of its table."""

    SITE = "site"
    WINDOW = "window"
    STAFF = "staff"
    DEPARTMENT = "department"


class RosterEventKind(Enum):
    """What a step came to."""

    ADDED = "added"
    RENAMED = "renamed"  # it has another number or name
    CHANGED = "changed"  # anything else said of it
    ENDED = "ended"  # 停用, 离岗
    BACK = "back"
    MOVED = "moved"  # 调动: left one site for another in the same step


class RosterIntake(Enum):
    """What becomes of windows and people that a workbook does not name."""

    MERGE = "merge"  # 合并: they stay
    REPLACE = "replace"  # 以此表为准: at the sites that it names, they end


_NAMES = ("number", "name")


def kind_of(before: Facts | None, after: Facts) -> RosterEventKind:
    """Return what it was that led from one state to another."""
    if before is None:
        return RosterEventKind.ADDED
    was, is_ended = before.get("ended_on"), after.get("ended_on")
    if bool(was) != bool(is_ended):
        return RosterEventKind.ENDED if is_ended else RosterEventKind.BACK
    if any(before.get(name) != after.get(name) for name in _NAMES):
        return RosterEventKind.RENAMED
    return RosterEventKind.CHANGED


def facts_of(thing: Site | Window | Department | Staff, window_id: str = "") -> Facts:
    """Return what is kept of a thing, by column; of staff at a window."""
    ended_on = thing.ended_on.isoformat() if thing.ended_on else None
    match thing:
        case Site():
            return {"name": thing.name, "unit": thing.unit, "ended_on": ended_on}
        case Department():
            return {"site_id": thing.site_id, "name": thing.name, "ended_on": ended_on}
        case Window():
            return {
                "site_id": thing.site_id,
                "number": thing.number,
                "kind": thing.kind,
                "department": thing.department,
                "leader": thing.leader,
                "ended_on": ended_on,
            }
        case Staff():
            return {
                "window_id": window_id,
                "number": thing.number,
                "name": thing.name,
                "team": thing.team,
                "ended_on": ended_on,
            }


@dataclass(frozen=True, slots=True)
class RosterEvent:
    """One thing that a step changed; `batch` is the step: a workbook changes many at once.

    `before` holds what was otherwise (None: there was nothing), `after` the same columns.
    """

    sequence: int
    batch: int
    at: datetime
    subject: RosterSubject
    subject_id: str
    site_id: str
    before: Facts | None
    after: Facts
    other_site_id: str = ""
    """Where a person came from, or went to, in the same step."""

    @property
    def kind(self) -> RosterEventKind:
        """What it came to."""
        return RosterEventKind.MOVED if self.other_site_id else kind_of(self.before, self.after)

    @property
    def is_leaving(self) -> bool:
        """It went from there: ended, or moved away."""
        return bool(self.after.get("ended_on"))

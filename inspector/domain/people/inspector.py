"""Who inspects (检查人员): name, unit, 组长 or 成员, group, when they can be reached.

Who has an `ended_on` is offered for no visit from that day on (停用); nobody is deleted, as old
records name them. It must not know the clock.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in a group of inspectors."""

    HEAD = "head"  # 组长: signs for the group
    MEMBER = "member"  # 成员


@dataclass(frozen=True, slots=True)
class Inspector:
    """One person on the roster of inspectors; the name tells them apart from all others.

    `reachable` holds for the day that the roster was asked for.
    """

    id: str
    name: str
    unit: str = ""  # 所在单位: a conflict of interest follows from it
    role: Role = Role.MEMBER
    group: str = ""  # 检查组; empty: none
    phone: str = ""
    away_first: date | None = None  # the first day they cannot be reached
    away_last: date | None = None  # the last one; None with a first one: until further notice
    ended_on: date | None = None
    reachable: bool = True

    @property
    def ended(self) -> bool:
        """They inspect no more."""
        return self.ended_on is not None

    def is_away_on(self, day: date) -> bool:
        """Tell whether they cannot be reached on a day."""
        if self.away_first is None or day < self.away_first:
            return False
        return self.away_last is None or day <= self.away_last


_LEAST_DIGITS = 3  # 110, an extension within a house


def is_phone(text: str) -> bool:
    """Tell whether a text can be a telephone number, with whatever words beside it, or nothing."""
    return not text or len(re.findall(r"\d", text)) >= _LEAST_DIGITS

"""The register of complaints as it is searched."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Among(StrEnum):
    """Which complaints are shown."""

    UNANSWERED = "unanswered"  # 未办结
    OVERDUE = "overdue"  # 逾期
    ANSWERED = "answered"  # 待回访, 待归档
    MONTH = "month"  # 本月: came this month
    ANONYMOUS = "anonymous"  # 匿名
    ALL = "all"  # void ones as well


@dataclass(frozen=True, slots=True)
class ComplaintFilter:
    """What to show of the register. Every field that is set narrows it."""

    among: Among = Among.ALL
    text: str = ""  # each word in number, site, window, content, owner or department
    site_id: str = ""
    first: date | None = None  # came on this day or later
    last: date | None = None


@dataclass(frozen=True, slots=True)
class ComplaintCounts:
    """How many complaints each choice shows."""

    by_choice: Mapping[Among, int]

    def of(self, among: Among) -> int:
        """How many a choice shows."""
        return self.by_choice.get(among, 0)

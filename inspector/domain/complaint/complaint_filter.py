"""The register of complaints as it is searched."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Among(Enum):
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

    unanswered: int = 0
    overdue: int = 0
    answered: int = 0
    month: int = 0
    anonymous: int = 0
    all: int = 0

    def of(self, among: Among) -> int:
        """How many a choice shows."""
        counted: int = getattr(self, among.value)
        return counted

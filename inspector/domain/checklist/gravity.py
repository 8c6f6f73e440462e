"""How grave a fault is, and what one unit of it costs where points are taken off directly."""

from dataclasses import dataclass
from enum import StrEnum

from inspector.domain.checklist.points import Hundredths


class Gravity(StrEnum):
    """How grave a fault is; a red line (`Item.veto`) stands above all of them."""

    MINOR = "minor"  # 一般
    MAJOR = "major"  # 重点
    SEVERE = "severe"  # 严重


@dataclass(frozen=True, slots=True)
class GravityPoints:
    """What one unit of a fault costs unless its item says otherwise."""

    minor: Hundredths = 100
    major: Hundredths = 300
    severe: Hundredths = 500

    def of(self, gravity: Gravity) -> Hundredths:
        """Return the points of a gravity."""
        match gravity:
            case Gravity.MINOR:
                return self.minor
            case Gravity.MAJOR:
                return self.major
            case Gravity.SEVERE:
                return self.severe


USUAL_POINTS = GravityPoints()
"""1, 3 and 5 points (DESIGN §5)."""

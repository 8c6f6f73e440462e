"""评价办法: what an office weighs, from where on something is good, what bars from awards.

Every number is the office's own to set. The source has no usable one (DOMAIN §0.4): the defaults
are proposals, and whoever shows them says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from inspector.domain.faults import Fault, Problem


class Part(StrEnum):
    """What is weighed."""

    SCORE = "score"  # 检查得分
    RECTIFIED = "rectified"  # 整改
    SATISFACTION = "satisfaction"  # 满意度
    COMPLAINTS = "complaints"  # 投诉
    PATROLS = "patrols"  # 巡视
    PLAN = "plan"  # 计划完成


class Missing(StrEnum):
    """What becomes of the weight of a part of which a site has no figure."""

    SPREAD = "spread"  # over the parts that it has a figure of
    FULL = "full"  # it counts as full marks
    ZERO = "zero"  # it counts as nothing: what should have been kept and was not


class RedLine(StrEnum):
    """What a red line (一票否决) does besides: it never gets an award, and ranks last anyway."""

    LOWEST = "lowest"  # the lowest level, whatever the total
    NO_AWARD = "no-award"  # the level stays that of the total


class Level(StrEnum):
    """评价等次, best first."""

    EXCELLENT = "excellent"
    GOOD = "good"
    PASS = "pass"
    FAIL = "fail"


def _usual_weights() -> Mapping[Part, int]:
    # What is left of the plan is the inspectors' doing, not the site's: it weighs nothing unasked.
    return {
        Part.SCORE: 50, Part.RECTIFIED: 20, Part.SATISFACTION: 15, Part.COMPLAINTS: 10,
        Part.PATROLS: 5, Part.PLAN: 0,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scheme:
    """One version of the table. Weights are percent and sum to 100; lines are whole percent.

    A number of cases from which something follows is 0 where it never does.
    """

    weights: Mapping[Part, int] = field(default_factory=_usual_weights)
    missing: Missing = Missing.SPREAD
    red_line: RedLine = RedLine.LOWEST
    excellent: int = 90  # lower bounds, inclusive
    good: int = 80
    passing: int = 60
    late_cost: int = 2  # points off 整改 for each finding that is overdue
    upheld_cost: int = 20  # points off 投诉 for each complaint that was upheld
    waiting_cost: int = 10  # and for each that is overdue
    patrols_a_week: int = 5  # days with a patrol that are full marks
    least_visits: int = 2  # of a site that is ranked
    bar_overdue: int = 1  # overdue findings from which there is no award
    bar_upheld: int = 1  # complaints upheld
    flags: int = 1  # sites with a 流动红旗 in each family
    flag_from: int = 80  # and the total that it takes
    best: int = 3  # windows, and people, in each family
    best_from: int = 90  # and the mean that it takes
    yellow_below: int = 60  # a total below which there is a 黄牌
    yellow_overdue: int = 5
    yellow_upheld: int = 2

    def weight(self, part: Part) -> int:
        """Return the percent of a part; 0 where the table is older than the part."""
        return self.weights.get(part, 0)


NUMBERS: Mapping[str, tuple[int, int]] = {
    "excellent": (1, 100), "good": (1, 100), "passing": (1, 100),
    "late_cost": (0, 100), "upheld_cost": (0, 100), "waiting_cost": (0, 100),
    "patrols_a_week": (1, 7), "least_visits": (1, 99),
    "bar_overdue": (0, 999), "bar_upheld": (0, 999),
    "flags": (0, 99), "flag_from": (0, 100), "best": (0, 99), "best_from": (0, 100),
    "yellow_below": (0, 100), "yellow_overdue": (0, 999), "yellow_upheld": (0, 999),
}  # fmt: skip
"""Least and most of every number of a table."""


@dataclass(frozen=True, slots=True)
class SchemeVersion:
    """A table with the number it is told by; 0: as the program proposes it."""

    number: int
    scheme: Scheme
    made_at: datetime | None = None
    id: str = ""
    made_by: str = ""  # who filled in papers when it was set; '': not said


def altered(scheme: Scheme, before: Scheme) -> tuple[str, ...]:
    """Return the fields that a table has otherwise than another, weights first."""
    weights = [weight_field(part) for part in Part if scheme.weight(part) != before.weight(part)]
    names = ("missing", "red_line", *NUMBERS)
    rest = [name for name in names if getattr(scheme, name) != getattr(before, name)]
    return (*weights, *rest)


def scheme_problems(scheme: Scheme) -> list[Problem]:
    """Return what keeps a table from being used, its place a field; nothing of a sound one."""
    found = []
    for part in Part:
        weight, least = scheme.weight(part), int(part is Part.SCORE)  # what was seen counts always
        if not least <= weight <= 100:
            found.append(_range(weight_field(part), weight, least, 100))
    for name, (least, most) in NUMBERS.items():
        value = getattr(scheme, name)
        if not least <= value <= most:
            found.append(_range(name, value, least, most))
    total = sum(scheme.weights.values())
    if total != 100:
        found.append(Problem("weights", Fault.WEIGHTS_NOT_100, str(total), "100"))
    for name, value, above in (
        ("good", scheme.good, scheme.excellent),
        ("passing", scheme.passing, scheme.good),
    ):
        if value >= above:
            found.append(Problem(name, Fault.GRADES_NOT_DESCENDING, str(value)))
    return found


def weight_field(part: Part) -> str:
    """Return what the weight of a part is called among the fields of a table."""
    return f"weight-{part}"


def _range(field: str, value: int, least: int, most: int) -> Problem:
    return Problem(field, Fault.OUT_OF_RANGE, str(value), f"{least}–{most}")

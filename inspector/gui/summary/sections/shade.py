"""The shade behind a rate: the lower it is, the darker. It only helps; the number is printed.

Rates of a good month lie between 93 and 98: the steps go over the range that is there.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QColor

from inspector.domain.checklist.points import Hundredths
from inspector.gui.theme import Colours

STEPS = 5

LEAST_RANGE = 100
"""Hundredths of a percent between best and worst from which on there is something to see."""

_STRONGEST = 42
"""Percent of the colour in the darkest shade: the text stays readable on it."""


@dataclass(frozen=True, slots=True)
class ShadeRange:
    """The lowest and the highest rate of a table."""

    lowest: Hundredths
    highest: Hundredths

    @classmethod
    def of(cls, rates: Iterable[Hundredths]) -> "ShadeRange":
        """Return the range of rates; of none, an empty one."""
        known = list(rates)
        return cls(min(known, default=0), max(known, default=0))

    def step(self, rate: Hundredths | None) -> int:
        """Return how dark a rate is: 0, the best, to `STEPS`, the worst."""
        reach = self.highest - self.lowest
        if rate is None or reach < LEAST_RANGE:
            return 0
        return -((rate - self.highest) * STEPS // reach)


def shade_of(step: int, colours: Colours) -> QColor | None:
    """Return the colour of a cell of a step; None: its ordinary one."""
    if not step:
        return None
    part = step * _STRONGEST // STEPS
    low, ground = colours.colour("deducted"), colours.colour("surface")

    def mixed(own: int, other: int) -> int:
        return (own * part + other * (100 - part)) // 100

    return QColor(
        mixed(low.red(), ground.red()),
        mixed(low.green(), ground.green()),
        mixed(low.blue(), ground.blue()),
    )

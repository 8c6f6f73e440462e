"""The shade behind a rate: none from the best grade up, then the worse the grade, the darker.

It only helps; the number is printed. It goes by the grades of the checklist and not by the rates
that are there: two months can be compared.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QColor

from inspector.domain.checklist.points import Hundredths
from inspector.gui.theme import Colours

STEPS = 5

_STRONGEST = 42
"""Percent of the colour in the darkest shade: the text stays readable on it."""


class Shaded(NamedTuple):
    """A rate, and where the grades of its checklist begin, highest first."""

    rate: Hundredths
    bounds: Sequence[Hundredths]


def shade_step(shaded: Shaded | None) -> int:
    """Return how dark a rate is: 0, the best grade, to `STEPS`, the worst."""
    if shaded is None or not shaded.bounds:
        return 0
    below = sum(shaded.rate < bound for bound in shaded.bounds)
    return -(-below * STEPS // len(shaded.bounds))


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

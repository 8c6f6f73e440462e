"""The shade behind a rate: the lower it is, the darker. It only helps; the number is printed."""

from PySide6.QtGui import QColor

from inspector.domain.points import Hundredths
from inspector.gui.theme import Colours

CLEAR, FULL = 9500, 6000
"""Hundredths of a percent: from here up there is no shade, from there down it is no darker."""

_STRONGEST = 42
"""Percent of the colour in the darkest shade: the text stays readable on it."""


def shade_of(rate: Hundredths | None, colours: Colours) -> QColor | None:
    """Return the colour of a cell; None: its ordinary one."""
    if rate is None or rate >= CLEAR:
        return None
    part = min(CLEAR - rate, CLEAR - FULL) * _STRONGEST // (CLEAR - FULL)
    low, ground = colours.colour("deducted"), colours.colour("surface")

    def mixed(own: int, other: int) -> int:
        return (own * part + other * (100 - part)) // 100

    return QColor(
        mixed(low.red(), ground.red()),
        mixed(low.green(), ground.green()),
        mixed(low.blue(), ground.blue()),
    )

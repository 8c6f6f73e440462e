"""How large words are on the projector: shares of the screen's height, one for a whole meeting."""

from typing import NamedTuple

from inspector.gui.meeting.slide.slide_content import Size

LEAST = 28
"""The smallest words are this part of the screen's height, as a DESIGN of a screen asks (§8)."""

_PLACE = 24


class StageSizes(NamedTuple):
    """Pixels: of the screen's height, and of words by what they are."""

    height: int
    place: int
    problem: int
    fact: int
    least: int

    def of(self, size: Size) -> int:
        """Return how large words are."""
        return int(getattr(self, size.value))

    @property
    def gap(self) -> int:
        """Between two blocks of words."""
        return round(self.least * 0.6)


def sizes_of(height: int, problem: int = 15, fact: int = 24) -> StageSizes:
    """Return the sizes on a screen of that height; the other numbers are parts of it."""
    parts = (min(_PLACE, fact), problem, fact, LEAST)
    place, large, usual, least = (-(-height // part) for part in parts)
    return StageSizes(height, place, large, usual, least)

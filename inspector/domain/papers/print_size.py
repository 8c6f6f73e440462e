"""How many pixels a photo has on paper: as many as are seen there, and no more."""

from dataclasses import dataclass
from typing import Self

DENSITY = 200
"""Pixels to the inch: an office's printer shows no more of a photo, and files stay light."""

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PrintSize:
    """The room for a photo in pixels, as it is seen; one that has fewer is not enlarged."""

    width: int
    height: int

    @classmethod
    def of_points(cls, width: float, height: float) -> Self:
        """Return the pixels of a place on paper that is so many points wide and high."""
        return cls(*(max(1, round(each / _POINTS_PER_INCH * DENSITY)) for each in (width, height)))

    def holding(self, width: int, height: int) -> tuple[int, int]:
        """Return the pixels of a picture made to fit, in its proportions; never enlarged."""
        if width <= self.width and height <= self.height:
            return width, height
        if width * self.height >= height * self.width:
            return self.width, max(1, round(height * self.width / width))
        return max(1, round(width * self.height / height)), self.height

    @property
    def turned(self) -> Self:
        """The room for a picture that lies on its side."""
        return type(self)(self.height, self.width)

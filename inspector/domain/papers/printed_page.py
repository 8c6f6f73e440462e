"""One page of a paper as it is printed: what stands where, in points from its upper left corner.

It must not know workbooks, nor who draws it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto


class Side(Enum):
    """Where a text stands in its box, along the line or across it."""

    START = auto()  # left, top
    MIDDLE = auto()
    END = auto()  # right, bottom


@dataclass(frozen=True, slots=True)
class Box:
    """A place on paper, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a text is written; its size in points, its colour as RRGGBB."""

    family: str
    size: float
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    is_struck: bool = False
    colour: str = "000000"


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text in its box; it wraps there, shrinks, or goes on beyond its sides as far as `room`."""

    text: str
    box: Box
    lettering: Lettering
    across: Side = Side.START
    down: Side = Side.END
    wraps: bool = False
    shrinks: bool = False
    room: tuple[float, float] = (0, 0)  # points left and right of the box that are free
    indent: float = 0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of a border from a point to another; `dash` is of strokes and gaps, in points."""

    left: float
    top: float
    right: float
    bottom: float
    width: float
    colour: str = "000000"
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Shade:
    """A cell's ground."""

    box: Box
    colour: str


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture; `part` is what its bytes are asked for by."""

    box: Box
    part: str


@dataclass(frozen=True, slots=True)
class ChartBars:
    """One row of bars: what they count, their figures as numbers and as said."""

    name: str
    numbers: Sequence[float]
    said: Sequence[str]  # '' where none is written
    is_hatched: bool = False
    exceptions: frozenset[int] = frozenset()  # bars, from 0, drawn the other way


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A bar chart; one of another kind has no bars, and only its frame and title are drawn."""

    box: Box
    title: str
    words: Sequence[str]
    bars: Sequence[ChartBars]
    is_lying: bool = False
    begins_above: bool = False  # of lying bars, the first one
    highest: float | None = None
    step: float | None = None
    figures_within: bool = True  # the figures stand in the end of their bars


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page: its size in points, and what is drawn on it.

    What the sheet has is in points of the sheet; on paper it is `scale` times as large, with its
    corner at `left` and `top`, and nothing of it beyond `width` and `height` of paper. The words
    in the `margins` are in points of paper.
    """

    width: float
    height: float
    left: float
    top: float
    scale: float
    body: tuple[float, float]
    shades: Sequence[Shade] = ()
    strokes: Sequence[Stroke] = ()
    texts: Sequence[PlacedText] = ()
    pictures: Sequence[PlacedPicture] = ()
    charts: Sequence[PlacedChart] = ()
    margins: Sequence[PlacedText] = ()

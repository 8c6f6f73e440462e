"""How wide a table is on paper: nothing of it may print smaller than can be read on a wall.

A program shrinks a sheet until its columns fit on the page. So they are made to fit before.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from math import ceil, floor, fsum
from typing import TYPE_CHECKING, Any

from inspector.excel.sheet.sheet_style import Column, Kind

if TYPE_CHECKING:
    from openpyxl import Workbook

LEAST_SIZE = 9.0
"""Points of the smallest word on paper."""

_ROOM = {"A4": (149.0, 102.0), "A3": (215.0, 149.0)}
"""Units between the margins in full size: of a page that lies, of one that stands."""
_NARROW_TEXT, _NARROW_WORD = 14.0, 9.4  # units that a text, a word of four characters need
_TEXTS = (Kind.TEXT, Kind.LINES)  # a caption has a picture above it, and keeps its width
_UNIT_FONT, _UNIT_SIZE = "Verdana", 8.0
_PIXELS, _AROUND = 96 / 72, 7  # in a point; of a cell, at both sides of its words
_PIXELS_PER_UNIT = 7
_NUMBERS = {  # font sizes that the longest number takes, in digits as wide as any font has
    Kind.CODE: 8.0,  # 2611-HTE-0020
    Kind.SCORE: 3.5,
    Kind.PRODUCT: 4.6,
    Kind.CHANGE: 3.8,
    Kind.PERCENT: 4.6,
    Kind.DATE: 8.1,
    Kind.NARROW_DATE: 5.85,
}


class Paper(Enum):
    """A size of paper: what it is called."""

    A4 = "A4"
    A3 = "A3"

    @property
    def sides(self) -> tuple[float, float]:
        """The longer and the shorter side in millimetres."""
        return (297.0, 210.0) if self is Paper.A4 else (420.0, 297.0)


def measure_columns(book: "Workbook") -> None:
    """Let a unit of column width be seven pixels everywhere.

    It is the width of a digit in the font of the style Normal. Of Verdana that is the same for
    what stands in for it where there is no Windows: with Calibri, columns were a third wider
    there, and all words by as much smaller.
    """
    from openpyxl.styles import Font

    font = Font(name=_UNIT_FONT, size=_UNIT_SIZE)
    inner: Any = book
    inner._fonts[0] = font  # some programs take the first font, some that of the style
    inner._named_styles["Normal"].font = font


def page_units(*, landscape: bool, paper: Paper = Paper.A4) -> float:
    """Return the units of column width that a page has room for in full size."""
    lying, standing = _ROOM[paper.value]
    return lying if landscape else standing


def printed_share(columns: Sequence[Column], *, landscape: bool, paper: Paper = Paper.A4) -> float:
    """Return what the table is scaled to so that its columns fit on a page; 1: nothing."""
    room = page_units(landscape=landscape, paper=paper)
    return min(1.0, room / fsum(column.width for column in columns))


def printed_size(
    columns: Sequence[Column], size: float, *, landscape: bool, paper: Paper = Paper.A4
) -> float:
    """Return at how many points words of `size` print: programs scale by whole percents."""
    return floor(printed_share(columns, landscape=landscape, paper=paper) * 100) / 100 * size


def legible(
    columns: Sequence[Column],
    size: float,
    *,
    landscape: bool,
    least: float = LEAST_SIZE,
    paper: Paper = Paper.A4,
) -> list[Column]:
    """Return columns of a page on which words of `size` points print at `least` or larger.

    Numbers and dates get the room they need, or they would shrink alone. Texts give way first,
    then words that can be broken. A table too wide for any page is made for a screen, and stays.
    """
    share = min(1.0, ceil(least / size * 100) / 100)  # programs scale by whole percents
    most = page_units(landscape=landscape, paper=paper) / share
    fitting = [_wide_enough(column, size) for column in columns]
    for kinds, narrowest in ((_TEXTS, _NARROW_TEXT), ((Kind.SHORT,), _NARROW_WORD)):
        free = {
            place: column.width - narrowest
            for place, column in enumerate(fitting)
            if column.kind in kinds and column.width > narrowest
        }
        excess = fsum(column.width for column in fitting) - most
        if excess <= 0 or not free:
            continue
        share = min(1.0, excess / fsum(free.values()))
        for place, room in free.items():
            width = int((fitting[place].width - room * share) * 10) / 10
            fitting[place] = replace(fitting[place], width=width)
    if fsum(column.width for column in fitting) > most + 1:
        return [_wide_enough(column, size) for column in columns]
    return fitting


def _wide_enough(column: Column, size: float) -> Column:
    if column.kind not in _NUMBERS:
        return column
    needed = ceil((_NUMBERS[column.kind] * size * _PIXELS + _AROUND) / _PIXELS_PER_UNIT * 10) / 10
    return replace(column, width=max(column.width, needed))

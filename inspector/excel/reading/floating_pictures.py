"""Pictures that float above a sheet: over which cell each of them lies.

A picture belongs where its middle is. People drop them across the edge of a row as often as
not, and the corner that a picture is anchored by is then in the row above.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from inspector.excel.reading.package_parts import Package, embedded

MOST_PICTURES = 5_000
"""Pictures of a sheet; those behind them are not read."""

_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EMU_PER_POINT = 12_700
_EMU_PER_UNIT = 7 * 9_525  # of a column's width
USUAL_HEIGHT, USUAL_WIDTH = 15.0, 8.43
"""Of a row in points and a column in units that say nothing."""

_FARTHEST = 1_048_576


@dataclass(frozen=True, slots=True)
class FloatingPicture:
    """A picture over a cell (from 1); `part` is None when its bytes are not in the file.

    It is `below_hidden` when it hangs from the upper edge of a row right below hidden ones.
    """

    row: int
    column: int
    part: str | None
    below_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """How high the rows and how wide the columns are that say so themselves, by number from 1.

    Hidden ones count as high as they are when shown: a picture hidden with its row stays there.
    """

    heights: Mapping[int, float]  # points
    widths: Mapping[int, float]  # units
    hidden: Collection[int] = ()  # rows
    height: float = USUAL_HEIGHT
    width: float = USUAL_WIDTH


def floating_pictures(package: Package, sheet: str, grid: Grid) -> Iterator[FloatingPicture]:
    """Yield the pictures above the sheet whose part is `sheet`, those in groups as well."""
    drawings = [r.target for r in package.relations(sheet).values() if r.kind == "drawing"]
    count = 0
    for drawing in drawings:
        root = package.xml(drawing)
        relations = package.relations(drawing)
        for anchor in root if root is not None else ():
            for target in dict.fromkeys(map(embedded, anchor.iter(_BLIP))):
                count += 1
                if count > MOST_PICTURES:
                    return
                relation = relations.get(target)
                inside = relation is not None and not relation.is_outside
                part = relation.target if relation is not None and inside else None
                row, column = _middle(anchor, grid)
                known = part if part is not None and package.has(part) else None
                yield FloatingPicture(row, column, known, _hangs_below_hidden(anchor, grid))


def _middle(anchor: Element, grid: Grid) -> tuple[int, int]:
    """Return the cell (from 1) below the middle of an anchor."""
    start, end, size = (anchor.find(f"{_XDR}{name}") for name in ("from", "to", "ext"))
    if start is None:  # an absolute anchor
        at = anchor.find(f"{_XDR}pos")
        left, top = (_number(at, "x"), _number(at, "y")) if at is not None else (0, 0)
        row, column = (1, top), (1, left)
    else:
        row = (_child(start, "row") + 1, _child(start, "rowOff"))
        column = (_child(start, "col") + 1, _child(start, "colOff"))
    tall, wide = float(_number(size, "cy")), float(_number(size, "cx"))
    if end is not None:
        last_row, last_column = _child(end, "row") + 1, _child(end, "col") + 1
        below = (last_row, _child(end, "rowOff"))
        right = (last_column, _child(end, "colOff"))
        tall = _distance(row, below, grid.heights, grid.height, _EMU_PER_POINT)
        wide = _distance(column, right, grid.widths, grid.width, _EMU_PER_UNIT)
        if last_row == row[0]:
            tall = 0  # within one row: whatever it says of its height, which may be hidden
        if last_column == column[0]:
            wide = 0
    return (
        _step(row, tall / 2, grid.heights, grid.height, _EMU_PER_POINT),
        _step(column, wide / 2, grid.widths, grid.width, _EMU_PER_UNIT),
    )


def _hangs_below_hidden(anchor: Element, grid: Grid) -> bool:
    start = anchor.find(f"{_XDR}from")
    return start is not None and not _child(start, "rowOff") and _child(start, "row") in grid.hidden


def _step(
    start: tuple[int, float], far: float, sizes: Mapping[int, float], usual: float, emu: int
) -> int:
    """Return the row or column that is `far` EMU behind a place in a row or column."""
    number, rest = start[0], far + start[1]
    if far == 0:
        return number
    while number < _FARTHEST:
        size = sizes.get(number, usual) * emu
        if rest < size or (size <= 0 and rest <= 0):
            return number
        rest -= size
        number += 1
        if number > start[0] + 2_000:  # taller than any screen: nobody's picture
            return number
    return number


def _distance(
    start: tuple[int, float],
    end: tuple[int, float],
    sizes: Mapping[int, float],
    usual: float,
    emu: int,
) -> float:
    between = range(start[0], min(end[0], start[0] + 2_000))
    return sum(sizes.get(number, usual) * emu for number in between) - start[1] + end[1]


def _child(element: Element, name: str) -> int:
    return _whole(element.findtext(f"{_XDR}{name}") or "")


def _number(element: Element | None, name: str) -> int:
    return 0 if element is None else _whole(element.get(name) or "")


def _whole(text: str) -> int:
    text = text.strip()
    return max(0, min(int(text), 10**12)) if _WHOLE.fullmatch(text) else 0


_WHOLE = re.compile(r"-?\d{1,15}", re.ASCII)

"""What the cells of a part of a sheet put on paper: their grounds, borders and texts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from inspector.domain.papers.printed_page import (
    Box,
    Lettering,
    PlacedText,
    Shade,
    Side,
    Stroke,
)
from inspector.excel.pages.shown_values import shown

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.cell_range import CellRange
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS: Mapping[str, float] = MappingProxyType(
    {"hair": 0.25, "medium": 1.75, "mediumDashed": 1.75, "thick": 2.5, "double": 1.0}
)
_THIN = 0.75
_DASHES: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {
        "hair": (0.75, 0.75),
        "dotted": (0.75, 1.5),
        "dashed": (3, 2),
        "mediumDashed": (5, 3),
        "dashDot": (5, 2, 1, 2),
        "dashDotDot": (5, 2, 1, 2, 1, 2),
    }
)
_INDENT = 8.0  # points
_WIDEST = 2_000  # points that a text goes on beside its cell
_ACROSS = {"left": Side.START, "right": Side.END, "center": Side.MIDDLE,
           "centerContinuous": Side.MIDDLE, "distributed": Side.MIDDLE}  # fmt: skip
_DOWN = {"top": Side.START, "center": Side.MIDDLE, "distributed": Side.MIDDLE,
         "justify": Side.START}  # fmt: skip


@dataclass(slots=True)
class Drawn:
    """What is drawn of a sheet, in points of it."""

    shades: list[Shade] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    texts: list[PlacedText] = field(default_factory=list)


class PlacedCells:
    """The cells of one sheet. `colour_of` tells what a colour of the workbook is, as RRGGBB."""

    def __init__(self, sheet: "Worksheet", colour_of: Callable[[Any], str | None]) -> None:
        self._cells: Mapping[tuple[int, int], Any] = sheet._cells
        self._areas: dict[tuple[int, int], CellRange] = {}
        for area in sheet.merged_cells.ranges:
            for row in range(area.min_row, area.max_row + 1):
                for column in range(area.min_col, area.max_col + 1):
                    self._areas[row, column] = area
        self._borders: dict[int, list[tuple[str, Any]]] = {}
        self._colour_of = colour_of
        self._default = sheet.parent._named_styles["Normal"].font if sheet.parent else None  # type: ignore[attr-defined]

    def has_something(self, rows: Sequence[int], columns: Sequence[int]) -> bool:
        """Tell whether some cell is to be seen, as value, ground or border."""
        return any(
            (cell := self._cells.get((row, column))) is not None and self._is_seen(cell)
            for row in rows
            for column in columns
        )

    def last(self) -> tuple[int, int]:
        """Return the last row and the last column of what is to be seen; (0, 0): nothing is."""
        row = column = 0
        for place, cell in self._cells.items():
            if self._is_seen(cell):
                row, column = max(row, place[0]), max(column, place[1])
        return row, column

    def _is_seen(self, cell: "Cell") -> bool:
        if cell.value is not None:
            return True
        return bool(cell.has_style and (_ground(cell) or self._sides(cell)))

    def draw(self, rows: Sequence[tuple[int, float]], columns: Sequence[tuple[int, float]],
             height: Callable[[int], float], width: Callable[[int], float]) -> Drawn:  # fmt: skip
        """Return what rows and columns put on paper, each given with where it begins there."""
        drawn = Drawn()
        tops, lefts = dict(rows), dict(columns)
        begun: set[tuple[int, int]] = set()
        for row, top in rows:
            for column, left in columns:
                cell = self._cells.get((row, column))
                area = self._areas.get((row, column))
                if cell is None and area is None:
                    continue
                box = Box(left, top, width(column), height(row))
                if cell is not None and cell.has_style:
                    self._line(drawn, cell, box, area)
                corner = (area.min_row, area.min_col) if area else (row, column)
                head = self._cells.get(corner)
                if head is None:
                    continue
                if head.has_style and (fill := _ground(head)) and (colour := self._colour_of(fill)):
                    drawn.shades.append(Shade(box, colour))
                if corner in begun or head.value is None:
                    continue
                begun.add(corner)
                if area is not None:
                    box = _whole(area, row, column, tops, lefts, height, width)
                if box.width > 0 and box.height > 0:
                    drawn.texts.append(self._text(head, area, box, width))
        return drawn

    def _text(self, cell: "Cell", area: "CellRange | None", box: Box,
              width: Callable[[int], float]) -> PlacedText:  # fmt: skip
        value, aligned = cell.value, cell.alignment
        text = shown(value, cell.number_format or "General")
        is_number = not isinstance(value, str | bool)
        across = _ACROSS.get(
            aligned.horizontal or "",
            Side.END if is_number else Side.MIDDLE if isinstance(value, bool) else Side.START,
        )
        wraps = bool(aligned.wrap_text) and not is_number
        wraps = wraps or aligned.horizontal in ("justify", "distributed")
        shrinks = bool(aligned.shrink_to_fit) and not wraps
        room = (0.0, 0.0)
        if not (wraps or shrinks or is_number or area):
            room = self._room(cell, across, width)
        return PlacedText(
            text, box, self._lettering(cell), across, _DOWN.get(aligned.vertical or "", Side.END),
            wraps, shrinks, room, _INDENT * float(aligned.indent or 0),
        )  # fmt: skip

    def _room(
        self, cell: "Cell", across: Side, width: Callable[[int], float]
    ) -> tuple[float, float]:
        """Return how much room empty cells leave on the left and right."""

        def free(step: int) -> float:
            total, column = 0.0, cell.column + step
            while column > 0 and total < _WIDEST:
                other = self._cells.get((cell.row, column))
                if (cell.row, column) in self._areas or (
                    other is not None and other.value is not None
                ):
                    break
                total += width(column)
                column += step
            return total

        return (
            0.0 if across is Side.START else free(-1),
            0.0 if across is Side.END else free(1),
        )

    def _lettering(self, cell: "Cell") -> Lettering:
        font = cell.font
        usual = self._default
        return Lettering(
            font.name or (usual and usual.name) or "",
            float(font.sz or (usual and usual.sz) or 11),
            bool(font.b),
            bool(font.i),
            font.u is not None and font.u != "none",
            bool(font.strike),
            self._colour_of(font.color) or "000000",
        )

    def _sides(self, cell: "Cell") -> list[tuple[str, Any]]:
        """Return the lines around a cell, by its sides; many cells share a border."""
        number: int = cell._style.borderId  # type: ignore[attr-defined]
        found = self._borders.get(number)
        if found is None:
            border = cell.border
            sides = ((name, getattr(border, name)) for name in ("left", "right", "top", "bottom"))
            found = [(name, side) for name, side in sides if side is not None and side.style]
            self._borders[number] = found
        return found

    def _line(self, drawn: Drawn, cell: "Cell", box: Box, area: "CellRange | None") -> None:
        for side, line in self._sides(cell):
            if area is not None and not _is_outer(side, cell, area):
                continue
            width, dash = _WIDTHS.get(line.style, _THIN), _DASHES.get(line.style, ())
            colour = self._colour_of(line.color) or "000000"
            for left, top, right, bottom in _edges(side, box, is_double=line.style == "double"):
                drawn.strokes.append(Stroke(left, top, right, bottom, width, colour, dash))


def _whole(
    area: "CellRange", row: int, column: int, tops: Mapping[int, float],
    lefts: Mapping[int, float], height: Callable[[int], float], width: Callable[[int], float],
) -> Box:  # fmt: skip
    """Return the place of a merged area of which a cell, the first on this page, is known."""
    top = tops[row] - sum(map(height, range(area.min_row, row)))
    left = lefts[column] - sum(map(width, range(area.min_col, column)))
    return Box(
        left,
        top,
        sum(map(width, range(area.min_col, area.max_col + 1))),
        sum(map(height, range(area.min_row, area.max_row + 1))),
    )


def _is_outer(side: str, cell: "Cell", area: "CellRange") -> bool:
    """Tell whether a side of a cell bounds its merged area: lines within are not drawn."""
    return {
        "left": cell.column == area.min_col,
        "right": cell.column == area.max_col,
        "top": cell.row == area.min_row,
        "bottom": cell.row == area.max_row,
    }[side]


def _edges(side: str, box: Box, *, is_double: bool) -> Iterator[tuple[float, float, float, float]]:
    for by in (-1.0, 1.0) if is_double else (0.0,):
        if side in ("top", "bottom"):
            y = (box.top if side == "top" else box.bottom) + by
            yield box.left, y, box.right, y
        else:
            x = (box.left if side == "left" else box.right) + by
            yield x, box.top, x, box.bottom


def _ground(cell: "Cell") -> Any:  # noqa: ANN401 -- a colour of openpyxl's
    """Return the colour of a cell's ground; None when it has none."""
    fill = cell.fill
    kind = getattr(fill, "fill_type", None)
    if kind in (None, "none") or not hasattr(fill, "fgColor"):
        return None
    return fill.fgColor if kind == "solid" else fill.bgColor

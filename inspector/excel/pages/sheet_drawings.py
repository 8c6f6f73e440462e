"""The pictures and charts that float above a sheet, and over which part of it they lie."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from inspector.domain.papers.printed_page import Box, PlacedChart, PlacedPicture
from inspector.excel.pages.page_charts import read_chart
from inspector.excel.pages.sheet_sizes import SheetSizes
from inspector.excel.reading.package_parts import Package, embedded

_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_EMU = 12_700  # in a point
_FARTHEST = 20_000  # rows or columns that a place is looked for in


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something that floats, in points from the corner of the sheet: a picture's part, a chart."""

    box: Box
    part: str = ""
    chart: Callable[[Box], PlacedChart] | None = None

    def placed(self, left: float, top: float) -> PlacedPicture | PlacedChart:
        """Return it as it stands on a page that begins at a place of the sheet."""
        box = replace(self.box, left=self.box.left - left, top=self.box.top - top)
        return self.chart(box) if self.chart is not None else PlacedPicture(box, self.part)


def sheet_drawings(package: Package, sheet: str, sizes: SheetSizes) -> list[Drawing]:
    """Return what floats above the sheet whose part is `sheet`."""
    drawings = [r.target for r in package.relations(sheet).values() if r.kind == "drawing"]
    return [each for part in drawings for each in _of_part(package, part, sizes)]


def _of_part(package: Package, drawing: str, sizes: SheetSizes) -> Iterator[Drawing]:
    root = package.xml(drawing)
    relations = package.relations(drawing)
    down, along = _Offsets(sizes.height), _Offsets(sizes.width)
    for anchor in root if root is not None else ():
        box = _box(anchor, down, along)
        if box is None:
            continue
        chart = next(anchor.iter(_CHART), None)
        if chart is not None:
            relation = relations.get(chart.get(_ID, ""))
            if relation is not None:
                read = package.xml(relation.target)
                yield Drawing(box, chart=lambda box, read=read: read_chart(read, box))  # type: ignore[misc]
        for target in dict.fromkeys(map(embedded, anchor.iter(_BLIP))):
            relation = relations.get(target)
            if relation is not None and not relation.is_outside and package.has(relation.target):
                yield Drawing(box, relation.target)


class _Offsets:
    """Where rows, or columns, begin: added up as far as it is asked for."""

    def __init__(self, size: Callable[[int], float]) -> None:
        self._size, self._begins = size, [0.0]

    def at(self, number: int) -> float:
        """Return where a row or column, from 1, begins."""
        while len(self._begins) < min(number, _FARTHEST):
            self._begins.append(self._begins[-1] + self._size(len(self._begins)))
        return self._begins[min(number, _FARTHEST) - 1]


def _box(anchor: Element, down: _Offsets, along: _Offsets) -> Box | None:
    start, end = anchor.find(f"{_XDR}from"), anchor.find(f"{_XDR}to")
    size, at = anchor.find(f"{_XDR}ext"), anchor.find(f"{_XDR}pos")
    if start is not None:
        left, top = _point(start, down, along)
    elif at is not None:
        left, top = _emu(at.get("x")), _emu(at.get("y"))
    else:
        return None
    if size is not None:
        return Box(left, top, _emu(size.get("cx")), _emu(size.get("cy")))
    if end is None:
        return None
    right, bottom = _point(end, down, along)
    return Box(left, top, max(right - left, 0), max(bottom - top, 0))


def _point(marker: Element, down: _Offsets, along: _Offsets) -> tuple[float, float]:
    said = {each.tag.removeprefix(_XDR): each.text for each in marker}
    return (
        along.at(_whole(said.get("col")) + 1) + _emu(said.get("colOff")),
        down.at(_whole(said.get("row")) + 1) + _emu(said.get("rowOff")),
    )


def _emu(text: str | None) -> float:
    return _whole(text) / _EMU


def _whole(text: str | None) -> int:
    try:
        return int(text or 0)
    except ValueError:
        return 0

"""How high the rows and how wide the columns of a sheet are, from its XML.

openpyxl's read-only sheets do not say it, and reading a sheet otherwise takes it into memory.
"""

import re
from collections.abc import Iterator
from typing import IO

from inspector.excel.reading.floating_pictures import USUAL_HEIGHT, USUAL_WIDTH, Grid

_ROW = re.compile(rb"<(?:\w{1,20}:)?row\s[^<>]*>")
_COLUMN = re.compile(rb"<(?:\w{1,20}:)?col\s[^<>]*>")
_USUAL = re.compile(rb"<(?:\w{1,20}:)?sheetFormatPr\s[^<>]*>")
_ATTRIBUTE = re.compile(rb"\s(\w+)=[\"']([^\"']*)[\"']")
_HIDDEN = re.compile(rb"\shidden=[\"'](?:1|true)[\"']")
_CHUNK = 1 << 20
_LONGEST = 1024  # bytes that a chunk keeps of the one before, where an element may begin
_MOST_COLUMNS = 16_384


def read_grid(source: IO[bytes], last_row: int) -> Grid:
    """Return the sizes of the columns of a sheet, and of its rows up to `last_row`."""
    heights: dict[int, float] = {}
    widths: dict[int, float] = {}
    hidden: set[int] = set()
    usual: dict[str, float] = {}
    number, kept = 0, b""
    while number <= last_row and (chunk := source.read(_CHUNK)):
        text = kept + chunk
        end = 0
        for match in _ROW.finditer(text):
            end = match.end()
            said = dict(_attributes(match[0]))
            number = int(said.get("r", number + 1))
            if "ht" in said:
                heights[number] = said["ht"]
            if _HIDDEN.search(match[0]):
                hidden.add(number)
        for match in _COLUMN.finditer(text):
            said = dict(_attributes(match[0]))
            first, last = int(said.get("min", 1)), int(said.get("max", 0))
            for column in range(max(first, 1), min(last, _MOST_COLUMNS) + 1):
                widths[column] = said.get("width", 0) or widths.get(column, 0)
        if found := _USUAL.search(text):
            usual = dict(_attributes(found[0]))
        kept = text[max(end, len(text) - _LONGEST) :]
    widths = {column: width for column, width in widths.items() if width}
    return Grid(
        heights,
        widths,
        hidden,
        usual.get("defaultRowHeight") or USUAL_HEIGHT,
        usual.get("defaultColWidth") or USUAL_WIDTH,
    )


def _attributes(element: bytes) -> Iterator[tuple[str, float]]:
    """Yield the attributes of an element that are sane numbers."""
    for name, value in _ATTRIBUTE.findall(element):
        try:
            number = float(value)
        except ValueError:
            continue
        if 0 <= number < 1e7:
            yield name.decode(), number

"""The rows of an open sheet, one at a time, in memory that does not grow with the sheet.

openpyxl reads each cell, but this module drives it: its own loop keeps something of every row it
has read, fills gaps and wide rows up, and passes over rows that stand out of order in silence.
"""

import re
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, XMLPullParser

from inspector.excel.reading.chinese_dates import dated_styles

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_COLUMNS = 16_384
MOST_ROWS = 1_048_576

LARGEST_ROWS = 150_000_000
"""Bytes of XML up to the last cell of a sheet that holds something."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DATA, _ROW, _CELL = f"{_MAIN}sheetData", f"{_MAIN}row", f"{_MAIN}c"
_FORMULA = f"{_MAIN}f"
_CHUNK = 1 << 16
_LONGEST_SILENCE = 1 << 22  # bytes without the begin or end of an element
_MOST_CHILDREN = 100_000  # elements in a row or text: 16,384 cells with six each
_MOST_COPIED_FORMULAS = 1_000


class TooMuchError(Exception):
    """A row or a text is larger than any office program writes it."""


class OutOfOrderError(Exception):
    """A row or cell stands where none can be, or before one that was read already."""


_HOLDS = re.compile(rb"<(?:\w{1,20}:)?(?:v|is|f)[\s/>]")


class Extent:
    """How far into a sheet's XML something is held; told piece by piece."""

    def __init__(self) -> None:
        self.end = 0
        self._read = 0

    def hear(self, text: bytes, new: int) -> None:
        """Look at a text whose last `new` bytes were not there the last time."""
        self._read += new
        for found in _HOLDS.finditer(text):
            self.end = self._read - len(text) + found.end()


def raw_rows(sheet: "ReadOnlyWorksheet", end: int) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Yield the number of every row that has cells, with openpyxl's view of those.

    Both in order. Behind `end` bytes of XML nothing is held. Raises TooMuchError,
    OutOfOrderError, and whatever openpyxl raises for what it cannot read.
    """
    from openpyxl.worksheet._reader import WorkSheetParser

    own: Any = sheet
    book = own.parent
    if end > LARGEST_ROWS:
        raise TooMuchError
    with own._get_source() as source:
        parser: Any = WorkSheetParser(
            source,
            own._shared_strings,
            epoch=book.epoch,
            date_formats=book._date_formats | dated_styles(book),
            timedelta_formats=book._timedelta_formats,
        )
        last, copied = 0, 0
        for element in each_element(source, _ROW, _DATA, end):
            copied += _without_too_many_copies(element, copied)
            if not any(len(cell) for cell in element):  # nothing but formats
                element[:] = ()
            number, cells = parser.parse_row(element)
            parser.row_dimensions.clear()
            columns = [cell["column"] for cell in cells]
            if not last < number <= MOST_ROWS or columns != sorted(set(columns)):
                raise OutOfOrderError
            if any(cell["row"] != number for cell in cells) or columns[-1:] > [MOST_COLUMNS]:
                raise OutOfOrderError
            last = number
            if cells:
                yield number, cells


def _without_too_many_copies(row: Element, copied: int) -> int:
    """Let openpyxl spell out the first copies of a formula only: it takes its time for each."""
    own = [f for f in row.iter(_FORMULA) if f.get("t") == "shared"]
    if copied + len(own) > _MOST_COPIED_FORMULAS:
        for formula in own:
            del formula.attrib["t"]
    return len(own)


def each_element(
    source: IO[bytes], tag: str, parent: str, end: int | None = None
) -> Iterator[Element]:
    """Yield the elements `tag` within the one that is called `parent`; each is emptied afterwards.

    Stops between two of them where more than `end` bytes were read. Raises TooMuchError for one
    that is too large to be held, OutOfOrderError where there is no parent, and ParseError.
    """
    puller: Any = XMLPullParser(("start", "end"))
    holder: Element | None = None
    silence, children, read, is_within = 0, 0, 0, False
    while (is_within or end is None or read < end) and (chunk := source.read(_CHUNK)):
        puller.feed(chunk)
        read += len(chunk)
        if end is not None and read >= end and hasattr(puller, "flush"):  # Python 3.11.8
            puller.flush()
        silence += len(chunk)
        for event, element in puller.read_events():
            silence = 0
            if event == "start":
                if element.tag == parent:
                    holder = element
                is_within = is_within or element.tag == tag
                children += 1
                if children > _MOST_CHILDREN:
                    raise TooMuchError
            elif element.tag == tag and holder is not None:
                yield element
                children, is_within = 0, False
                holder.clear()
            elif element.tag == parent:
                return
        if silence > _LONGEST_SILENCE:
            raise TooMuchError
    if is_within:
        puller.close()  # which says what is wrong
    if holder is None and (end is None or end > 0):
        raise OutOfOrderError

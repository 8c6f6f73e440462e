"""The rows of a sheet on their way into it: the last ones wait until it is known where it ends.

They are written as openpyxl writes them, but by a way of our own: it makes every cell twice, and
keeps an object for the height of every row, of which a ledger of ten years has a million.
"""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from inspector.excel.sheet.page_filling import (
    MOST_GROWTH,
    PageRoom,
    ends_on_the_first_page,
    growth,
)
from inspector.excel.sheet.row_height import HIGHEST_ROW

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_HELD = 60
"""Rows: more than a page has, and few enough for memory."""


class _Row(NamedTuple):
    number: int
    cells: Sequence["Cell | None"]
    height: float
    is_body: bool


class RowFlow:
    """Appends rows to a sheet, whose heights have to be known before."""

    def __init__(self, sheet: "Worksheet") -> None:
        self._sheet = sheet
        self._rows: Generator[None, _Row] | None = None
        self._heights: list[float] = []
        self._in_table: list[bool] = []
        self._in_body: list[bool] = []
        self._held: deque[_Row] = deque()

    def add(
        self,
        cells: Sequence["Cell | None"],
        height: float,
        *,
        of_table: bool,
        goes_along: bool = False,
    ) -> None:
        """Take a row of `height` points; those of the table may grow a little.

        So may a line below it that `goes_along`: with it on a page, a foot is not alone there.
        """
        is_body = of_table or goes_along
        self._heights.append(height)
        self._in_table.append(of_table)
        self._in_body.append(is_body)
        self._held.append(_Row(len(self._heights), cells, height, is_body))
        if len(self._held) > _HELD:
            self._write(self._held.popleft(), 0)

    def height(self, first: int, last: int) -> float:
        """Return the points of rows, from 1, both included."""
        return sum(self._heights[first - 1 : last])

    def used(self, room: PageRoom) -> float:
        """Return the points of the page in front that the rows until now take."""
        used = 0.0
        for height in self._heights:
            if used and used + height > room.capacity:
                used = room.repeated
            used += height
        return used

    def end(self, room: PageRoom | None, most: float = MOST_GROWTH) -> bool:
        """Write what is held; with a `room`, so that no page has a head and a foot alone.

        Rows grow by `most` points at the most.
        Tell whether only what stands below the table goes on to other pages.
        """
        held = len(self._heights) - len(self._held)
        extra = growth(self._heights, self._in_body, room, held, most) if room else 0.0
        while self._held:
            row = self._held.popleft()
            self._write(row, extra if row.is_body else 0.0)
        grown = [
            h + extra * is_body for h, is_body in zip(self._heights, self._in_body, strict=True)
        ]
        return room is not None and ends_on_the_first_page(grown, self._in_table, room)

    def _write(self, row: _Row, extra: float) -> None:
        if self._rows is None:
            self._rows = _rows_into(self._sheet)
        self._rows.send(row._replace(height=min(row.height + extra, HIGHEST_ROW)))


def _rows_into(sheet: "Worksheet") -> Generator[None, _Row]:
    """Write each row that is sent; closing the sheet ends it, as it would end openpyxl's own."""
    ours: Any = sheet
    ours._get_writer()
    ours._rows = _writing(ours, _RowWriter(ours))
    next(ours._rows)
    return cast("Generator[None, _Row]", ours._rows)


def _writing(sheet: Any, writer: "_RowWriter") -> Generator[None, _Row]:  # noqa: ANN401
    into = sheet._writer.xf
    file = into.send(True)
    with file.element("sheetData"), suppress(GeneratorExit):
        while True:
            file.write(writer.element((yield)))
    into.send(None)


class _RowWriter:
    """Makes the XML of rows, as openpyxl would."""

    def __init__(self, sheet: Any) -> None:  # noqa: ANN401
        from openpyxl.compat import safe_string
        from openpyxl.utils import get_column_letter
        from openpyxl.utils.datetime import to_excel
        from openpyxl.xml.constants import XML_NS
        from openpyxl.xml.functions import Element, SubElement

        self._make: Callable[..., Any] = Element
        self._add: Callable[..., Any] = SubElement
        self._text_of: Callable[[object], str] = safe_string
        self._letter = get_column_letter
        self._days: Callable[[object], float] = partial(to_excel, epoch=sheet.parent.epoch)
        self._kept = {f"{{{XML_NS}}}space": "preserve"}
        self._letters: list[str] = []
        self._styles: dict[bytes, str] = {}  # what stands for a look, or '' for none

    def element(self, row: _Row) -> Any:  # noqa: ANN401
        """Return the element of a row."""
        number = f"{row.number}"
        height = self._text_of(float(row.height))
        made = self._make("row", {"r": number, "ht": height, "customHeight": "1"})
        for place, cell in enumerate(row.cells):
            if place == len(self._letters):
                self._letters.append(self._letter(place + 1))
            if cell is not None:
                self._put(made, self._letters[place] + number, cell)
        return made

    def _put(self, row: Any, place: str, cell: Any) -> None:  # noqa: ANN401
        look = b"" if cell._style is None else cell._style.tobytes()
        value, kind = cell._value, cell.data_type
        style = self._styles.get(look)
        if style is None:
            style = self._styles[look] = f"{cell.style_id}" if cell.has_style else ""
        if value is None and not style:
            return
        said = {"r": place, "s": style} if style else {"r": place}
        if kind == "s":
            made = self._add(row, "c", {**said, "t": "inlineStr"})
            if value:
                kept = self._kept if value != value.strip() else {}
                self._add(self._add(made, "is"), "t", kept).text = value
            return
        if kind == "d":
            kind, value = "n", self._days(value)
        made = self._add(row, "c", {**said, "t": kind})
        if value is not None:
            self._add(made, "v").text = self._text_of(value)

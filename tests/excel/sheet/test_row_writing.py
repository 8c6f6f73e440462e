"""Rows are written as openpyxl itself writes them, whatever stands in them."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import chain
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from inspector.excel.sheet.legal_text import cell_text
from inspector.excel.sheet.row_flow import RowFlow

Cells = Sequence[object]

VALUES = st.one_of(
    st.none(),
    # openpyxl keeps blanks alone with lxml only.
    st.text(max_size=20).map(cell_text).filter(lambda text: text == "" or bool(text.strip())),
    st.sampled_from(["", "=1+1", "#N/A", " 两边 ", "a\nb", "<&>"]),
    st.integers(-(10**12), 10**12),
    st.decimals(-100, 100, places=2),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
    st.datetimes(datetime(1900, 3, 1), datetime(2100, 1, 1)),
)


def sheet_of(rows: Sequence[Cells], heights: Sequence[float], *, ours: bool) -> list[Any]:
    """Write rows into a workbook, by our way or by openpyxl's own; return what is in the file."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet()
    flow = RowFlow(sheet)
    for number, (row, height) in enumerate(zip(rows, heights, strict=True), 1):
        cells = [_cell(sheet, place, value) for place, value in enumerate(row)]
        if ours:
            flow.add(cells, height, of_table=True)
        else:
            sheet.row_dimensions[number].height = height
            sheet.append(cells)
    flow.end(None)
    book.save(file := BytesIO())
    with ZipFile(file) as written:
        whole = ElementTree.fromstring(written.read("xl/worksheets/sheet1.xml"))
        styles = written.read("xl/styles.xml")
    return [styles, *((each.tag, each.attrib, each.text) for each in whole.iter())]


def _cell(sheet: Any, place: int, value: Any) -> Any:  # noqa: ANN401
    if value is None and place % 3 == 0:
        return None
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
    if place % 2:
        cell.font = Font(bold=True)
    return cell


@settings(max_examples=30)
@given(st.lists(st.tuples(st.lists(VALUES, max_size=30), st.floats(8, 400)), max_size=4))
def test_rows_are_as_openpyxl_writes_them(rows: list[tuple[list[object], float]]) -> None:
    values, heights = [row for row, _ in rows], [height for _, height in rows]
    assert sheet_of(values, heights, ours=True) == sheet_of(values, heights, ours=False)


def test_more_rows_than_are_held_are_all_written() -> None:
    rows = [[number, f"第{number}行", Decimal("0.5")] for number in range(200)]
    heights = [20.0] * len(rows)
    written = sheet_of(rows, heights, ours=True)
    assert written == sheet_of(rows, heights, ours=False)
    texts = {text for _, _, text in written[1:]}
    assert set(chain.from_iterable(map(str, row) for row in rows)) <= texts

"""Where pages end: no page has a header and a signature, and nothing between them."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet.worksheet import Worksheet

from inspector.excel.sheet.page_filling import (
    PageRoom,
    ends_on_the_first_page,
    filled,
    growth,
)
from inspector.excel.sheet.row_flow import RowFlow
from tests.excel.libreoffice import LibreOffice
from tests.excel.sheet.test_table_sheet import ROW, plan, write
from tests.printed_sizes import printed_pages

ROOM = PageRoom(capacity=500, repeated=60)


def test_the_last_rows_go_over_with_the_foot() -> None:
    heights, in_table = [60.0, *[20.0] * 21, 30.0], [False, *[True] * 21, False]
    end = filled(heights, in_table, ROOM)
    assert (end.pages, end.told) == (2, 0)
    extra = growth(heights, in_table, ROOM, held=0)
    grown = [height + extra * of_table for height, of_table in zip(heights, in_table, strict=True)]
    assert filled(grown, in_table, ROOM).told > 0
    assert 0 < extra < 4
    assert growth(heights, in_table, ROOM, held=len(heights)) == 0  # nothing can grow any more


@pytest.mark.parametrize("count", range(1, 40))
def test_no_row_is_alone_on_the_last_page_where_rows_may_grow(count: int) -> None:
    """The reply slip's rows: of nine one went over, with a head and three signatures."""
    heights, in_table = [170.0, *[84.0] * count, 30.0], [False, *[True] * count, False]
    room = PageRoom(capacity=920, repeated=110)
    extra = growth(heights, in_table, room, held=0, most=42)
    grown = [height + extra * of_table for height, of_table in zip(heights, in_table, strict=True)]
    end = filled(grown, in_table, room)
    assert end.pages == 1 or end.told > 1


def test_of_many_pages_the_last_has_rows_too() -> None:
    """A ledger's rows, some forty pages: no growth is right wherever pages may end."""
    heights = [110.0, *(38.0 + 13 * (place % 3 == 0) for place in range(284)), 30.0]
    in_table = [False, *[True] * 284, False]
    for more in range(30):
        room = PageRoom(capacity=400 + more, repeated=110)
        extra = growth(heights, in_table, room, held=len(heights) - 60)
        grown = [*heights[:-60], *(height + extra for height in heights[-60:-1]), heights[-1]]
        assert filled(grown, in_table, room).told > 0


def test_a_table_is_on_the_first_page_where_only_its_notes_go_over() -> None:
    notes = [False] * 10
    for rows, ends in ((0, False), (5, False), (15, True), (21, False), (40, False)):
        heights, in_table = [60.0, *[20.0] * (rows + 10)], [False, *[True] * rows, *notes]
        assert ends_on_the_first_page(heights, in_table, ROOM) is ends
    heights, in_table = [60.0, *[20.0] * 25], [False, *[True] * 15, *notes]
    assert not ends_on_the_first_page(heights, in_table, ROOM, extra=8)  # it goes on itself now


@pytest.mark.ci
def test_no_header_stands_above_notes_alone(tmp_path: Path) -> None:
    many = write(tmp_path, [ROW] * 5, plan=plan(notes=("注：同分并列。",) * 30))
    assert many.print_title_rows is None
    assert write(tmp_path, [ROW] * 60, plan=plan()).print_title_rows == "$2:$4"


def test_a_note_goes_over_with_signatures_and_no_header_stands_above_them() -> None:
    """The table may end long before: its last row would leave half a page empty."""
    ends = []
    for goes_along in (False, True):
        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        cells, flow = [WriteOnlyCell(sheet, "x")], RowFlow(sheet)
        for height in (60.0, *[20.0] * 10):
            flow.add(cells, height, of_table=height == 20)
        for _ in range(9):
            flow.add(cells, 25.0, of_table=False, goes_along=goes_along)
        flow.add(cells, 80.0, of_table=False)
        assert flow.end(ROOM)
        heights = _heights(book)
        notes = [11 <= place < 20 for place in range(21)]
        ends.append(filled(heights, notes, ROOM))
    assert [end.pages for end in ends] == [2, 2]
    assert ends[0].told == 0
    assert ends[1].told > 0


def _heights(book: Workbook) -> list[float]:
    """What the rows of a workbook's only sheet are high."""
    book.save(file := BytesIO())
    sheet = load_workbook(file).active
    assert isinstance(sheet, Worksheet)
    return [sheet.row_dimensions[row].height or 0 for row in range(1, sheet.max_row + 1)]


@given(
    rows=st.integers(0, 200),
    height=st.floats(15, 120),
    foot=st.floats(10, 300),
    held=st.integers(0, 60),
)
def test_what_is_well_stays_and_nothing_grows_much(
    rows: int, height: float, foot: float, held: int
) -> None:
    heights, in_table = [60.0, *[height] * rows, foot], [False, *[True] * rows, False]
    first = max(1, len(heights) - held)
    extra = growth(heights, in_table, ROOM, first)
    assert 0 <= extra <= 8
    if extra:
        grown = [
            each + extra * (of_table and place >= first)
            for place, (each, of_table) in enumerate(zip(heights, in_table, strict=True))
        ]
        assert filled(grown, in_table, ROOM).told > 0


@pytest.mark.ci
@pytest.mark.parametrize("count", range(14, 20))
def test_libreoffice_prints_no_page_without_a_row(
    libreoffice: LibreOffice, tmp_path: Path, count: int
) -> None:
    """Landscape A4 has room for some 16 such rows: one of these counts left a foot alone."""
    write(tmp_path, [ROW] * count, plan())
    printed = printed_pages(libreoffice.convert(tmp_path / "book.xlsx", "pdf"))
    assert all("城东营业厅" in page.text.split("日期")[-1] for page in printed)

"""Where pages end: no page has a header and a signature, and nothing between them."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.excel.sheet.page_filling import PageRoom, growth, rows_at_the_end
from tests.excel.libreoffice import LibreOffice, pages
from tests.excel.sheet.test_table_sheet import ROW, plan, write

ROOM = PageRoom(capacity=500, repeated=60)


def test_the_last_rows_go_over_with_the_foot() -> None:
    heights, in_table = [60.0, *[20.0] * 21, 30.0], [False, *[True] * 21, False]
    assert rows_at_the_end(heights, in_table, ROOM) == (2, 0)
    extra = growth(heights, in_table, ROOM, held=0)
    grown = [height + extra * of_table for height, of_table in zip(heights, in_table, strict=True)]
    assert rows_at_the_end(grown, in_table, ROOM)[1] > 0
    assert 0 < extra < 3
    assert growth(heights, in_table, ROOM, held=len(heights)) == 0  # nothing can grow any more


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
        assert rows_at_the_end(grown, in_table, ROOM)[1] > 0


@pytest.mark.ci
@pytest.mark.parametrize("count", range(25, 33))
def test_libreoffice_prints_no_page_without_a_row(
    libreoffice: LibreOffice, tmp_path: Path, count: int
) -> None:
    """Landscape A4 has room for 16 such rows; the last page always has one of them."""
    write(tmp_path, [ROW] * count, plan(landscape=True))
    whole = pages(libreoffice.convert(tmp_path / "book.xlsx", "pdf"))
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    sheet = book.worksheets[0]
    heights = [sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)]
    assert len(set(heights[4 : 4 + count])) <= 2  # all alike, or those that grew
    write(tmp_path, [ROW] * count, replace(plan(landscape=True), notes=(), foot=("", "", "")))
    assert pages(libreoffice.convert(tmp_path / "book.xlsx", "pdf")) in (whole, whole - 1)

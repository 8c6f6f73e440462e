"""What the cells of a sheet put on paper."""

from itertools import product

import openpyxl
from openpyxl.styles import Border, Side

from inspector.excel.pages.placed_cells import PlacedCells

SIZE = 10.0


def test_no_line_goes_through_cells_that_are_one() -> None:
    sheet = openpyxl.Workbook().active
    assert sheet is not None
    sheet.merge_cells("A1:C2")
    thin = Side("thin")
    for row, column in product((1, 2, 3), (1, 2, 3)):  # each as if it stood alone, as some write it
        sheet.cell(row, column).border = Border(thin, thin, thin, thin)
    places = [(number, (number - 1) * SIZE) for number in (1, 2, 3)]
    drawn = PlacedCells(sheet, lambda _: None).draw(places, places, lambda _: SIZE, lambda _: SIZE)
    lines = {(each.left, each.top, each.right, each.bottom) for each in drawn.strokes}
    around = {(0.0, 0.0, SIZE, 0.0), (0.0, 0.0, 0.0, SIZE), (30.0, SIZE, 30.0, 20.0)}
    assert around <= lines
    assert {line for line in lines if line[0] == line[2] and 0 < line[0] < 30} == {
        (SIZE, 20.0, SIZE, 30.0), (20.0, 20.0, 20.0, 30.0)
    }  # fmt: skip
    assert not [line for line in lines if line[1] == line[3] == SIZE]

"""Workbooks to plain sheets."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from openpyxl.chart import BarChart

from inspector.domain.errors import NotAWorkbookError
from inspector.excel.reading import plain_sheets as sheets
from inspector.excel.reading.plain_sheets import MergedArea, read_sheets
from inspector.excel.reading.workbook_opening import Refusal

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def with_sheet_xml(path: Path, data: str, behind: str = "") -> Path:
    """Write a workbook whose only sheet holds `data` as its rows, `behind` them more XML."""
    book = openpyxl.Workbook()
    book.save(path)
    xml = f'<worksheet xmlns="{NAMESPACE}"><sheetData>{data}</sheetData>{behind}</worksheet>'
    target = path.with_name("made.xlsx")
    with ZipFile(path) as source, ZipFile(target, "w", ZIP_DEFLATED) as sink:
        for name in source.namelist():
            is_sheet = name.startswith("xl/worksheets/")
            sink.writestr(name, xml if is_sheet else source.read(name))
    return target


def test_only_rows_with_something_in_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["B2"], sheet["D4"] = "二", 4
    book.save(tmp_path / "a.xlsx")
    read = read_sheets(tmp_path / "a.xlsx")[0]
    assert [(row.number, list(row.cells)) for row in read.rows] == [(2, [2]), (4, [4])]
    assert read.place(4, 28) == "Sheet!AB4"


def test_sheets_in_order_with_hidden_ones_and_charts(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("藏").sheet_state = "hidden"
    book.create_sheet("深藏").sheet_state = "veryHidden"
    book.create_chartsheet("图").add_chart(BarChart())
    book.save(tmp_path / "a.xlsx")
    read = read_sheets(tmp_path / "a.xlsx")
    assert [(sheet.name, sheet.hidden) for sheet in read] == [
        ("Sheet", False),
        ("藏", True),
        ("深藏", True),
        ("图", False),
    ]


def test_merged_areas(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("B2:B9")
    book.save(tmp_path / "a.xlsx")
    assert set(read_sheets(tmp_path / "a.xlsx")[0].merged) == {
        MergedArea(1, 1, 1, 3),
        MergedArea(2, 2, 9, 2),
    }


def test_merged_areas_across_chunks_and_with_a_prefix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    areas = "".join(f"<x:mergeCell  ref='A{row}:B{row}'/>" for row in range(1, 400))
    behind = f'<x:mergeCells xmlns:x="{NAMESPACE}">{areas}</x:mergeCells>'
    path = with_sheet_xml(tmp_path / "a.xlsx", "", behind)
    monkeypatch.setattr(sheets, "_CHUNK", 300)
    merged = read_sheets(path)[0].merged
    assert [area.top for area in merged] == list(range(1, 400))


def test_a_sheet_of_formatted_emptiness_ends(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(1, 200_000))
    path = with_sheet_xml(tmp_path / "a.xlsx", rows)
    assert read_sheets(path)[0].rows == ()


def test_a_gap_of_a_million_rows_hides_nothing(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>'
    )
    path = with_sheet_xml(tmp_path / "a.xlsx", rows)
    assert [row.number for row in read_sheets(path)[0].rows] == [1, 1_048_576]


def test_the_size_that_the_file_claims_does_not_matter(tmp_path: Path) -> None:
    path = with_sheet_xml(tmp_path / "a.xlsx", '<row r="3"><c r="B3"><v>1</v></c></row>')
    target = path.with_name("b.xlsx")
    with ZipFile(path) as source, ZipFile(target, "w") as sink:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/"):
                claim = b'<dimension ref="A1:XFD1048576"/><sheetData>'
                content = content.replace(b"<sheetData>", claim)
            sink.writestr(name, content)
    assert [(row.number, list(row.cells)) for row in read_sheets(target)[0].rows] == [(3, [2])]


def test_too_many_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = openpyxl.Workbook()
    for _ in range(3):
        book.worksheets[0].append([1, 2, 3])
    book.save(tmp_path / "a.xlsx")
    monkeypatch.setattr(sheets, "MOST_CELLS", 8)
    with pytest.raises(NotAWorkbookError) as refused:
        read_sheets(tmp_path / "a.xlsx")
    assert refused.value.reason == Refusal.TOO_LARGE

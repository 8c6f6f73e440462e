"""Files that somebody made to hurt, or that grew out of hand: bounded in time and memory."""

import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from inspector.domain.errors import FaultyFileError, NotAWorkbookError
from inspector.domain.faults import Fault
from inspector.excel.reading import plain_sheets as sheets
from inspector.excel.reading.package_parts import MOST_XML
from inspector.excel.returned.returned_pictures import LARGEST_PICTURE
from inspector.excel.returned.returned_workbook import read_returned
from tests.excel.reports import TODAY
from tests.excel.returned.returned_books import edit, fill, put_in_cells, rewrite
from tests.excel.returned.test_returned_workbook import RED, faults, rows, slip  # noqa: F401 -- fixture

SECONDS = 60
"""The machines that test are slow and shared; a bomb takes hours."""


@pytest.fixture
def bounded() -> object:
    """Fail what takes too long or too much memory."""
    begun = time.thread_time()
    tracemalloc.start()
    yield
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.thread_time() - begun < SECONDS
    assert peak < 600_000_000


def with_part(path: Path, name: str, held: bytes) -> Path:
    def change(parts: dict[str, bytes]) -> None:
        parts[name] = held

    return rewrite(path, change)


@pytest.mark.ci
@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize(
    "make",
    [
        lambda: b"<x>" + bytes(MOST_XML + 10).replace(b"\0", b" "),
        lambda: b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
            b'<!ENTITY a%d "&a%s;&a%s;">' % (n, b"" if n == 1 else b"%d" % (n - 1),
            b"" if n == 1 else b"%d" % (n - 1)) for n in range(1, 40)
        ) + b"]><l>&a39;</l>",
    ],
)  # fmt: skip
def test_bombs_in_the_list_of_pictures(slip: Path, make: Callable[[], bytes]) -> None:  # noqa: F811
    put_in_cells(slip, {"H5": ("ID_1", RED)}, 2)
    with_part(slip, "xl/cellimages.xml", make())
    assert faults(rows(slip)["2611-001"]) == [("整改回执!H5", Fault.NO_PICTURE)]


@pytest.mark.ci
@pytest.mark.usefixtures("bounded")
def test_a_picture_that_unpacks_to_too_much_is_not_read(slip: Path) -> None:  # noqa: F811
    put_in_cells(slip, {"H5": ("ID_1", RED)}, 2)
    with_part(slip, "xl/media/cell1.jpeg", bytes(LARGEST_PICTURE + 1))
    assert faults(rows(slip)["2611-001"]) == [("整改回执!H5", Fault.NO_PICTURE)]


@pytest.mark.parametrize("held", [b"", b"<a/>", b"<!DOCTYPE a><a/>", b"\0" * 50])
@pytest.mark.parametrize(
    "part", ["xl/drawings/drawing2.xml", "xl/drawings/_rels/drawing2.xml.rels"]
)
def test_a_broken_drawing_loses_no_words(slip: Path, part: str, held: bytes) -> None:  # noqa: F811
    edit(slip, lambda sheet: fill(sheet, "2611-001", "已改", "11-23", (RED,)))
    assert rows(with_part(slip, part, held))["2611-001"].progress == "已改"


def test_a_picture_that_is_only_linked_is_named(slip: Path) -> None:  # noqa: F811
    edit(slip, lambda sheet: fill(sheet, "2611-001", "已改", "11-23", (RED,)))

    def change(parts: dict[str, bytes]) -> None:
        name = "xl/drawings/_rels/drawing2.xml.rels"
        parts[name] = parts[name].replace(
            b'Target="', b'TargetMode="External" Target="file:///etc/passwd" x="'
        )

    assert faults(rows(rewrite(slip, change))["2611-001"]) == [("整改回执!H5", Fault.NO_PICTURE)]


@pytest.mark.ci  # a million rows
@pytest.mark.usefixtures("bounded")
def test_a_million_rows_of_emptiness(tmp_path: Path, slip: Path) -> None:  # noqa: F811
    def change(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet2.xml"
        empty = b"".join(
            b'<row r="%d"><c r="A%d" s="5"/></row>' % (n, n) for n in range(12, 1048577)
        )
        parts[name] = parts[name].replace(b"</sheetData>", empty + b"</sheetData>")

    edit(slip, lambda sheet: fill(sheet, "2611-001", "已改", "11-23", (RED,)))
    assert rows(rewrite(slip, change))["2611-001"].pictures


@pytest.mark.ci
def test_too_many_filled_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_CELLS", 50_000)
    path = tmp_path / "巨表.xlsx"
    book = Workbook(write_only=True)
    sheet = book.create_sheet("台账")
    sheet.append(["问题编号", "整改情况", "完成时间"])
    sheet.append(["2611-001", "已改", "2026-11-24"])
    book.save(path)
    cells = "".join(f'<c r="{chr(65 + n)}9"><v>1</v></c>' for n in range(26))

    def change(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        many = "".join(f"<row>{cells.replace('9', str(n))}</row>" for n in range(3, 2_003))
        parts[name] = parts[name].replace(b"</sheetData>", f"{many}</sheetData>".encode())

    with pytest.raises(NotAWorkbookError):
        read_returned(rewrite(path, change), TODAY)


def test_no_header_anywhere(tmp_path: Path) -> None:
    path = tmp_path / "别的.xlsx"
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = "=问题编号"
    book.save(path)
    with pytest.raises(FaultyFileError):
        read_returned(path, TODAY)

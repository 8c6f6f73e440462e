"""A formula without a stored result prints blank: pages name its cell."""

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.excel.pages.workbook_pages import opened_pages
from tests.excel.libreoffice import LibreOffice
from tests.excel.pages.test_printed_sheets import seven


def table(path: Path) -> Path:
    """Write what a program writes: formulas that nobody has reckoned."""
    book = openpyxl.Workbook()
    sheet: Any = book.worksheets[0]
    sheet.title = "报表"
    sheet.append(["城东", 1, "=B1*2"])
    sheet.append(["城西", 2, "=B2*2"])
    sheet.append(["隐", 3, "=B3*2"])
    sheet["F9"] = "=B1"
    sheet["A5"] = '=""'
    sheet.row_dimensions[3].hidden = True
    sheet.print_area = "A1:D6"
    book.create_sheet("空")["A1"] = "x"
    book.save(path)
    return path


def blank(path: Path) -> list[str]:
    with opened_pages(path, seven) as pages:
        return pages.blank


def test_those_that_are_printed_are_named(tmp_path: Path) -> None:
    assert blank(table(tmp_path / "表.xlsx")) == ["报表!C1", "报表!C2", "报表!A5"]


@pytest.mark.ci
def test_what_an_office_program_saved_has_its_results(
    tmp_path: Path, libreoffice: LibreOffice
) -> None:
    (tmp_path / "out").mkdir()
    saved = libreoffice.convert(table(tmp_path / "表.xlsx"), "xlsx")
    with zipfile.ZipFile(saved) as book:
        assert b"<f" in book.read("xl/worksheets/sheet1.xml")
    assert blank(saved) == []  # an empty text is a result too

"""LibreOffice reads what we write, and prints it as meant."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.checklist.pack_family import PackFamily
from inspector.excel.papers.ledger_workbook import write_rectification
from inspector.excel.papers.summary_workbook import write_summary
from inspector.excel.rosters.roster_workbook import write_roster_template
from tests.excel.libreoffice import LibreOffice, pages
from tests.excel.records import FIRST, photo, rows, the_record, written
from tests.excel.reports import HEADING, TODAY, closed, finding, first_sheet, pack, summary
from tests.excel.rosters.rosters import KINDS, read


def values(path: Path) -> list[list[Any]]:
    """Everything on the first sheet of the workbook at `path`."""
    rows = [[cell.value for cell in row] for row in first_sheet(path).iter_rows()]
    return [row for row in rows if any(value not in (None, "") for value in row)]


@pytest.mark.ci
def test_a_ledger_saved_again_keeps_its_values(libreoffice: LibreOffice, tmp_path: Path) -> None:
    hostile = finding(text="=1+1", leader="@SUM(A1)", requirement="_x0041_", window_number="3-1")
    path = tmp_path / "台账.xlsx"
    write_rectification(path, [finding(veto=True), closed(), hostile], HEADING, TODAY)
    again = libreoffice.convert(path, "xlsx")
    expected = [
        ["_x0041_" if value == "_x005F_x0041_" else value for value in row] for row in values(path)
    ]
    assert values(again) == expected
    sheet = first_sheet(again)
    assert sheet.print_title_rows == "$2:$4"
    assert sheet.freeze_panes == "C5"
    assert sheet.auto_filter.ref == "A4:K7"


@pytest.mark.ci
def test_a_summary_saved_again_keeps_its_values(libreoffice: LibreOffice, tmp_path: Path) -> None:
    path = tmp_path / "汇总.xlsx"
    write_summary(path, [summary(), summary(rank=2, change=-70, total=None)], [pack()], HEADING)
    assert values(libreoffice.convert(path, "xlsx")) == values(path)


@pytest.mark.ci
def test_a_ledger_is_one_page_wide(libreoffice: LibreOffice, tmp_path: Path) -> None:
    few, many = tmp_path / "few.xlsx", tmp_path / "many.xlsx"
    write_rectification(few, [finding()] * 3, HEADING, TODAY)
    late = [finding(deadline=TODAY - timedelta(days=n), text="长" * 60) for n in range(40)]
    write_rectification(many, late, HEADING, TODAY)
    assert pages(libreoffice.convert(few, "pdf")) == 2  # the full table stands behind
    assert 8 <= pages(libreoffice.convert(many, "pdf")) <= 18


@pytest.mark.ci
def test_a_record_saved_again_keeps_its_values_and_pictures(
    libreoffice: LibreOffice, tmp_path: Path
) -> None:
    book = written(tmp_path, the_record())
    again: Any = openpyxl.load_workbook(libreoffice.convert(tmp_path / "记录.xlsx", "xlsx"))
    assert again.sheetnames == book.sheetnames
    for sheet in book:
        assert [row for row in rows(again[sheet.title]) if row] == [
            row for row in rows(sheet) if row
        ]
        assert again[sheet.title].print_title_rows == sheet.print_title_rows
    assert [len(sheet._images) for sheet in again] == [1, 0, 0, 0, 3]


@pytest.mark.ci
def test_a_record_is_a_page_for_each_short_sheet_and_photos_are_never_split(
    libreoffice: LibreOffice, tmp_path: Path
) -> None:
    written(tmp_path, the_record())
    assert pages(libreoffice.convert(tmp_path / "记录.xlsx", "pdf")) == 5
    record = the_record()
    photos = tuple(photo(f"{n}", FIRST, "greet") for n in range(20))
    many = replace(record, sheet=record.sheet.with_evidence(photos))
    written(tmp_path, many)
    # 20 photos, two in a row: 10 rows, each of a third of a page
    assert pages(libreoffice.convert(tmp_path / "记录.xlsx", "pdf")) == 4 + 4


@pytest.mark.ci
def test_a_summary_has_a_page_of_all_sites(libreoffice: LibreOffice, tmp_path: Path) -> None:
    lines = [*[summary()] * 8, summary(pack=PackFamily("hospital", ("2026.1",), "医院"))]
    write_summary(tmp_path / "汇总.xlsx", lines, [pack()], HEADING)
    # All sites, the families, and the charts of the one with several.
    assert pages(libreoffice.convert(tmp_path / "汇总.xlsx", "pdf")) == 3


@pytest.mark.ci
def test_a_template_saved_by_libreoffice_is_read(libreoffice: LibreOffice, tmp_path: Path) -> None:
    path = tmp_path / "花名册.xlsx"
    write_roster_template(path, KINDS)
    book = openpyxl.load_workbook(path)
    for column, value in enumerate(["城东", "1号", "收费", "023"], 1):
        book["花名册"].cell(4, column).value = value
    book.save(path)
    again = libreoffice.convert(path, "xlsx")
    assert [row.staff_number for row in read(again).rows] == ["023"]
    assert len(openpyxl.load_workbook(again)["花名册"].data_validations.dataValidation) == 1

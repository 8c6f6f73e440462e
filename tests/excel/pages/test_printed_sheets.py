"""A list that is there to be filtered is not printed behind the sheet that is made for paper."""

from pathlib import Path

import openpyxl
import pytest

from inspector.excel.pages.joined_pages import opened_paper
from inspector.excel.pages.workbook_pages import opened_pages
from inspector.excel.papers.ledger_workbook import write_rectification
from tests.excel.reports import HEADING, TODAY, finding


def seven(family: str, size: float) -> float:
    """As wide as a digit of Verdana is at the size of the style Normal."""
    return 7.0


def printed(path: Path) -> set[tuple[int, int]]:
    """Return the sizes of the paper that a workbook is printed on, in millimetres."""
    with opened_pages(path, seven) as pages:
        sizes = [pages.size(number) for number in range(pages.count)]
    return {(round(wide / 72 * 25.4), round(high / 72 * 25.4)) for wide, high in sizes}


A4, A3 = (297, 210), (420, 297)


def test_of_a_ledger_the_print_edition_alone_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    write_rectification(path, [finding()] * 40, HEADING, TODAY)
    first, full = openpyxl.load_workbook(path).worksheets
    assert first.print_area
    assert not full.print_area
    assert full.page_setup.paperSize == 8  # who prints it has it on A3
    assert printed(path) == {A4}


@pytest.mark.parametrize(
    ("area", "has_filter", "count"),
    [
        pytest.param("A1:B2", True, 1, id="list"),
        pytest.param("A1:B2", False, 2, id="form-of-two-sheets"),
        pytest.param(None, True, 2, id="nothing-made-for-paper"),
    ],
)
def test_only_a_list_behind_a_printed_sheet_is_left_out(
    tmp_path: Path, area: str | None, has_filter: bool, count: int
) -> None:
    book = openpyxl.Workbook()
    for sheet in (book.worksheets[0], book.create_sheet("第二张")):
        sheet.append(["单位", "得分"])
        sheet.append(["城东", 97])
    if area:
        book.worksheets[0].print_area = area
    if has_filter:
        book.worksheets[1].auto_filter.ref = "A1:B2"
    book.save(tmp_path / "表.xlsx")
    with opened_pages(tmp_path / "表.xlsx", seven) as pages:
        assert pages.count == count


def test_what_a_folder_holds_is_one_paper(tmp_path: Path) -> None:
    """Each keeps its own page numbers; what is no workbook is left out."""
    for name, rows in (("乙.xlsx", 70), ("甲.xlsx", 3)):
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for _ in range(rows):
            sheet.append([name, 97])
        assert sheet.oddFooter is not None
        sheet.oddFooter.center.text = "第&P页　共&N页"
        book.save(tmp_path / name)
    (tmp_path / "~$甲.xlsx").write_bytes(b"lock")
    (tmp_path / "公文.docx").write_bytes(b"letter")
    with opened_paper(tmp_path, seven) as pages:
        said = [
            "".join(each.text for each in pages.page(number).margins)
            for number in range(pages.count)
        ]
        begins = [pages.begins_paper(number) for number in range(pages.count)]
    assert said == ["第1页　共2页", "第2页　共2页", "第1页　共1页"]
    assert begins == [True, False, True]

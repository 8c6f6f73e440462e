"""The shared look of a sheet, read back from the file."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from inspector.excel.sheet.legal_text import CUT_NOTE
from inspector.excel.sheet.row_height import HIGHEST_ROW
from inspector.excel.sheet.sheet_style import (
    Column,
    Kind,
    Styles,
)
from inspector.excel.sheet.table_sheet import SheetPlan, TextLine, Value, add_sheet, new_book
from inspector.excel.sheet.workbook_saving import save_workbook
from inspector.excel.sheet.written_papers import PaperCell, papers_heard

COLUMNS = (
    Column("序号", 6, Kind.NUMBER),
    Column("单位", 12),
    Column("问题", 24, Kind.TEXT),
    Column("得分", 9, Kind.SCORE),
    Column("升降", 9, Kind.CHANGE),
    Column("整改率", 9, Kind.PERCENT),
    Column("日期", 16, Kind.DATE),
)
ROW: Sequence[Value] = (
    1,
    "城东营业厅",
    "未起身迎接",
    Decimal("95.90"),
    Decimal("-0.70"),
    Decimal("0.8369"),
    date(2026, 3, 5),
)


def plan(**changes: object) -> SheetPlan:
    """A plan with everything on it."""
    settings: dict[str, object] = {
        "name": "台账",
        "title": "城东营业厅整改台账（2026年11月）",
        "columns": COLUMNS,
        "label": "附件1",
        "report_line": ("填报单位：城东营业厅", "填报时间：2026年11月24日", "单位：分"),
        "notes": ("注：1. 同分并列。",),
        "foot": ("填表人：", "审核人：", "联系电话："),
        "frozen_columns": 2,
    }
    return SheetPlan(**(settings | changes))  # type: ignore[arg-type]


def write(
    folder: Path,
    rows: Sequence[Sequence[Value]] = (ROW,),
    plan: SheetPlan = plan(),  # noqa: B008 -- frozen
) -> Worksheet:
    """Write one sheet and return it as read back."""
    book = new_book("题名", "单位", date(2026, 11, 24))
    add_sheet(book, plan, rows, Styles(book))
    save_workbook(book, folder / "book.xlsx")
    sheet = openpyxl.load_workbook(folder / "book.xlsx").worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_rows_from_label_to_foot(tmp_path: Path) -> None:
    sheet = write(tmp_path)
    texts = [[c.value for c in row if c.value is not None] for row in sheet.iter_rows()]
    assert texts == [
        ["附件1"],
        ["城东营业厅整改台账（2026年11月）"],
        ["填报单位：城东营业厅", "填报时间：2026年11月24日", "单位：分"],
        ["序号", "单位", "问题", "得分", "升降", "整改率", "日期"],
        [1, "城东营业厅", "未起身迎接", 95.9, -0.7, 0.8369, sheet["G5"].value],
        [],
        ["注：1. 同分并列。"],
        [],
        ["填表人：", "审核人：", "联系电话："],
    ]


@pytest.mark.ci
def test_a_line_outside_the_table_is_whole_however_long(tmp_path: Path) -> None:
    """Excel refuses a book with a row of more than 409 points, and shows no more of a line."""
    long = "同分并列；只比较使用同一检查表的单位。" * 400
    sheet = write(tmp_path, plan=plan(notes=(long,), before=(TextLine(long),)))
    heights = [sheet.row_dimensions[row].height or 0 for row in range(1, sheet.max_row + 1)]
    assert max(heights) <= HIGHEST_ROW == 409
    said = "".join(str(cell.value or "") for cell in sheet["A"])
    assert said.count("同分并列") == 800
    assert sheet.print_title_rows is not None
    header = int(sheet.print_title_rows.rpartition("$")[2])
    assert sheet.cell(header, 1).value == "序号"


def test_numbers_and_dates_are_real(tmp_path: Path) -> None:
    row = write(tmp_path)[5]
    assert [(cell.data_type, cell.number_format) for cell in row] == [
        ("n", "General"),
        ("s", "@"),
        ("s", "General"),
        ("n", "0.00"),
        ("n", '"↑"0.00;"↓"0.00;"持平"'),
        ("n", "0.00%"),
        ("d", 'yyyy"年"m"月"d"日"'),
    ]
    assert str(row[6].value).startswith("2026-03-05")


def test_only_words_outside_the_table_are_merged(tmp_path: Path) -> None:
    merged = {str(area) for area in write(tmp_path).merged_cells.ranges}
    line = {"A3:B3", "C3:E3", "F3:G3"}
    foot = {"A9:B9", "C9:E9", "F9:G9"}
    assert merged == {"A1:G1", "A2:G2", "A7:G7"} | line | foot


def test_fonts_borders_and_alignment(tmp_path: Path) -> None:
    sheet = write(tmp_path)
    assert (sheet["A2"].font.name, sheet["A2"].font.size) == ("黑体", 18)
    assert sheet["A2"].alignment.horizontal == "center"
    assert (sheet["A4"].font.name, sheet["A4"].font.size) == ("黑体", 11)
    assert sheet["A4"].fill.fgColor.rgb == "00D9D9D9"
    for cell in sheet[5]:
        assert (cell.font.name, cell.font.size) == ("仿宋", 11)
        assert cell.alignment.wrap_text is not bool(cell.alignment.shrink_to_fit)
        assert {cell.border.left.style, cell.border.top.style, cell.border.right.style} == {"thin"}
    assert [cell.alignment.horizontal for cell in sheet[5]][1:3] == ["center", "left"]
    # Words wrap; numbers and dates shrink, where a too narrow column would show ####.
    assert [bool(cell.alignment.wrap_text) for cell in sheet[5]] == [False, True, True] + [
        False
    ] * 4
    assert sheet["A3"].border.left is None


def test_page(tmp_path: Path) -> None:
    sheet = write(tmp_path)
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$2:$4"
    assert sheet.print_area == "'台账'!$A$1:$G$9"
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center.text == "第&P页　共&N页"
    assert sheet.page_margins.left == pytest.approx(10 / 25.4)
    assert write(tmp_path, plan=plan(landscape=False)).page_setup.orientation == "portrait"


@pytest.mark.parametrize(
    ("title", "size"),
    [
        ("汇总表（2026年11月）", 18),
        ("文明窗口检查统计图（2026年10月1日至2026年11月30日）", 15),
    ],
)
def test_a_title_a_little_too_long_for_a_line_is_smaller(
    tmp_path: Path, title: str, size: float
) -> None:
    sheet = write(tmp_path, plan=plan(title=title))
    assert (sheet["A2"].value, sheet["A2"].font.size) == (title, size)


@pytest.mark.parametrize(
    "shown",
    [
        "市政务服务中心（老城区分中心）文明窗口检查统计图\n（2026年10月1日至2026年11月30日）",
        "某某某某某某某某某某市政务服务中心（老城区分中心）\n文明窗口检查问题整改台账（2026年10月）",
    ],
)
def test_a_title_much_too_long_for_a_line_breaks_between_its_words(
    tmp_path: Path, shown: str
) -> None:
    sheet = write(tmp_path, plan=plan(title=shown.replace("\n", "")))
    assert sheet["A2"].value == shown
    assert sheet.row_dimensions[2].height == pytest.approx(
        2 * sheet["A2"].font.size * 1.45 + 5, abs=0.1
    )


def test_the_number_of_a_finding_is_on_one_line(tmp_path: Path) -> None:
    columns = [Column("编号", 9, Kind.CODE), Column("问题", 24, Kind.TEXT), *COLUMNS[3:]]
    sheet = write(tmp_path, [("2611-HTE-0020", "脏", *ROW[3:])], plan=plan(columns=columns))
    assert sheet.column_dimensions["A"].width >= 17
    assert sheet["A5"].alignment.shrink_to_fit  # and one that is longer still
    assert (sheet["A5"].value, sheet["A5"].number_format) == ("2611-HTE-0020", "@")


def test_panes_filter_and_widths(tmp_path: Path) -> None:
    sheet = write(tmp_path)
    assert sheet.freeze_panes == "C5"
    assert sheet.auto_filter.ref == "A4:G5"
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [6, 12, 24]


def test_without_label_line_notes_and_foot(tmp_path: Path) -> None:
    bare = plan(label="", report_line=("", "", ""), notes=(), foot=("", "", ""))
    sheet = write(tmp_path, plan=bare)
    assert (sheet.max_row, sheet.freeze_panes, sheet.print_title_rows) == (3, "C3", "$1:$2")


def test_rows_are_as_high_as_their_text(tmp_path: Path) -> None:
    long = (1, "城东营业厅", "长" * 60, None, None, None, None)
    sheet = write(tmp_path, [ROW, long])
    assert sheet.row_dimensions[5].height == 22
    assert sheet.row_dimensions[6].height == pytest.approx(6 * 11 * 1.45 + 5, abs=0.1)


def test_a_text_too_high_for_a_row_goes_on_in_the_next(tmp_path: Path) -> None:
    huge = (1, "城东营业厅", "长" * 400, Decimal("95.90"), None, None, "/")
    sheet = write(tmp_path, [huge, ROW], plan(repeated=["单位"]))
    rows = [[cell.value for cell in row] for row in sheet["A5:G7"]]
    assert [row[0] for row in rows] == [1, "续", 1]
    assert [row[1] for row in rows] == ["城东营业厅"] * 3
    assert rows[1][3:] == [None] * 4  # no figure counts twice
    first, second = str(rows[0][2]), str(rows[1][2])
    assert (first.count("长") + second.count("长"), first[-6:]) == (400, "…（接下行）")
    assert all(cell.font.size == 11 for row in sheet["A5:G7"] for cell in row)
    assert all((sheet.row_dimensions[row].height or 0) <= 409 for row in (5, 6, 7))


def test_blank_cells_have_borders_and_their_number_format(tmp_path: Path) -> None:
    sheet = write(tmp_path, [(None,) * 7])
    assert all(cell.border.bottom.style == "thin" for cell in sheet[5])
    assert sheet["G5"].number_format == 'yyyy"年"m"月"d"日"'


def test_a_mark_is_centred_and_text_beside_numbers(tmp_path: Path) -> None:
    sheet = write(tmp_path, [(1, "/", "/", "—", "—", "—", "/")])
    assert [cell.alignment.horizontal for cell in sheet[5]] == ["center"] * 7
    assert [cell.data_type for cell in sheet[5]][1:] == ["s"] * 6


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-x", "@SUM(A1)", "=cmd|' /C calc'!A0", "#REF!", "#N/A", "1", "=", "\t=1"],
)
def test_text_stays_text(tmp_path: Path, text: str) -> None:
    sheet = write(tmp_path, [(1, text, text, None, None, None, None)])
    for cell in (sheet["B5"], sheet["C5"]):
        assert (cell.value, cell.data_type) == (text, "s")
        assert bool(cell.quotePrefix) is text.startswith(("=", "+", "-", "@"))
    with ZipFile(tmp_path / "book.xlsx") as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_formula_like_title_and_control_characters(tmp_path: Path) -> None:
    sheet = write(tmp_path, plan=plan(title="=1+1\x07", name="a/b"))
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1�", "s")
    assert sheet.title == "a／b"


@pytest.mark.ci
def test_overlong_text_says_that_it_is_cut(tmp_path: Path) -> None:
    with papers_heard() as papers:
        sheet = write(tmp_path, [(1, "", "长" * 40_000, None, None, None, None)])
    texts = [str(sheet.cell(row, 3).value) for row in range(5, sheet.max_row + 1)]
    last = max(place for place, text in enumerate(texts, 5) if text.endswith(CUT_NOTE))
    assert "".join(texts).count("长") == 32_767 - len(CUT_NOTE)
    assert papers.cut == [PaperCell("book.xlsx", f"台账!C{last}")]


def test_properties(tmp_path: Path) -> None:
    write(tmp_path)
    properties = openpyxl.load_workbook(tmp_path / "book.xlsx").properties
    assert (properties.title, properties.creator) == ("题名", "单位")
    assert str(properties.created) == str(properties.modified) == "2026-11-24 00:00:00"


def test_sheets_of_the_same_name(tmp_path: Path) -> None:
    book = new_book("", "", date(2026, 11, 24))
    styles = Styles(book)
    for _ in range(2):
        add_sheet(book, plan(), [ROW], styles)
    save_workbook(book, tmp_path / "book.xlsx")
    assert openpyxl.load_workbook(tmp_path / "book.xlsx").sheetnames == ["台账", "台账(2)"]


def test_where_the_rows_are(tmp_path: Path) -> None:
    book = new_book("", "", date(2026, 11, 24))
    written = add_sheet(book, plan(), [ROW, ROW], Styles(book))
    assert (written.first_row, written.last_row) == (5, 6)
    save_workbook(book, tmp_path / "book.xlsx")

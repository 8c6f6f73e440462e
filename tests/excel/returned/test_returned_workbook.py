"""What is read of a ledger or slip that was filled in, whatever became of the file on the way."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault
from inspector.domain.finding.finding import FindingState
from inspector.domain.papers.notice import Notice
from inspector.domain.papers.returned import ReturnedRow
from inspector.excel.papers.ledger_workbook import LedgerForm, write_rectification
from inspector.excel.papers.notice_workbook import write_notice
from inspector.excel.reading.plain_sheets import read_sheets
from inspector.excel.returned.returned_workbook import is_returned, read_returned
from inspector.excel.sheet.fill_in import PROBLEM
from inspector.excel.sheet.legal_text import says_the_same
from inspector.excel.sheet.sheet_pictures import Picture
from tests.excel.libreoffice import LibreOffice
from tests.excel.reports import HEADING, TODAY, closed, finding
from tests.excel.returned.returned_books import (
    add_picture,
    column_of,
    edit,
    fill,
    insert_columns,
    insert_rows,
    put_in_cells,
    rewrite,
    row_of,
)
from tests.lengths import share
from tests.photos import jpeg

FINDINGS = tuple(finding(id=f"f{n}", number=f"2611-{n:03}", text=f"问题{n}") for n in range(1, 6))
NOTICE = Notice("〔2026〕3号", "城东营业厅", "市文明办", TODAY, FINDINGS)
FOUND = {"f2": [Picture(lambda: jpeg("#102030"), "jpeg", 640, 480)]}
RED, BLUE = jpeg("#a02020"), jpeg("#2020a0")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "台账.xlsx"
    write_rectification(path, FINDINGS, HEADING, TODAY, LedgerForm(FOUND, fill_in=True))
    return path


@pytest.fixture
def slip(tmp_path: Path) -> Path:
    path = tmp_path / "通知单.xlsx"
    write_notice(path, NOTICE, FOUND)
    return path


def rows(path: Path) -> dict[str, ReturnedRow]:
    return {row.number: row for row in read_returned(path, TODAY).rows}


@pytest.mark.parametrize("form", [LedgerForm(fill_in=True), LedgerForm()])
def test_a_text_that_goes_on_in_the_next_row_is_read_whole(
    tmp_path: Path, form: LedgerForm
) -> None:
    long = "首问负责落实不到位，顾客询问过户手续时未引导至相应窗口；" * 60
    found = finding(id="f1", number="2611-001", text=long, reported_text=f"已改：{long}")
    path = tmp_path / "台账.xlsx"
    write_rectification(path, [replace(found, state=FindingState.REPORTED)], HEADING, TODAY, form)
    (row,) = read_returned(path, TODAY).rows
    assert row.problems == ()
    assert row.progress == f"已改：{long}"
    said = [claim.problem.text for claim in row.claims if claim.problem]
    assert [text for text in said if text and not says_the_same(text, long)] == [long]
    assert says_the_same(row.others[PROBLEM].text, long) or row.others[PROBLEM].text == long


def test_a_long_text_of_a_slip_is_read_whole_too(tmp_path: Path) -> None:
    long = "首问负责落实不到位，顾客询问过户手续时未引导至相应窗口；" * 60
    path = tmp_path / "通知单.xlsx"
    write_notice(path, replace(NOTICE, findings=(replace(FINDINGS[0], text=long),)), {})
    (row,) = read_returned(path, TODAY).rows
    assert row.problems == ()
    assert row.number == FINDINGS[0].number
    assert [claim.problem.text for claim in row.claims if claim.problem] == [long]


def digest(picture: bytes) -> str:
    return hashlib.sha256(picture).hexdigest()


def faults(row: ReturnedRow) -> list[tuple[str, Fault]]:
    return [(problem.place, problem.fault) for problem in row.problems]


def filled(found: Mapping[str, ReturnedRow]) -> dict[str, tuple[object, ...]]:
    return {
        number: (row.progress, row.done_on, {picture.digest for picture in row.pictures})
        for number, row in found.items()
        if not row.is_blank
    }


def test_a_blank_one_has_every_finding_and_nothing_filled_in(ledger: Path, slip: Path) -> None:
    """Nor are our own photos of what was found taken for photos of what was done."""
    for path in (ledger, slip):
        assert is_returned(read_sheets(path))
        found = rows(path)
        assert list(found) == [f.number for f in FINDINGS]
        assert all(row.is_blank for row in found.values())
    assert read_returned(slip, TODAY).sheets == ("整改回执",)


def test_what_was_filled_in(ledger: Path) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, "2611-001", "已复训", datetime(2026, 11, 24), (RED,))
        fill(sheet, "2611-003", "正在联系厂家")
        fill(sheet, "2611-004", None, "11月23日", (RED, BLUE))

    assert filled(rows(edit(ledger, change))) == {
        "2611-001": ("已复训", date(2026, 11, 24), {digest(RED)}),
        "2611-003": ("正在联系厂家", None, set()),
        "2611-004": (None, date(2026, 11, 23), {digest(RED), digest(BLUE)}),
    }


def test_nothing_in_words_is_nothing(slip: Path) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, "2611-001", "无", "/")

    assert filled(rows(edit(slip, change))) == {}


@pytest.mark.parametrize("text", ["+1+1", "-已改", "@某人", "  已改\n两行 "])
def test_text_is_taken_as_typed(slip: Path, text: str) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, "2611-001", text, "2026-11-24")

    assert rows(edit(slip, change))["2611-001"].progress == text.strip()


def test_bad_cells_are_named(slip: Path) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, "2611-001", "=1+1", "明天")
        fill(sheet, "2611-002", "已改", "=TODAY()")
        sheet.cell(row_of(sheet, "2611-003"), 2).value = None
        sheet.cell(row_of(sheet, "2611-002") + 1, 6).value = "没有编号"

    read = read_returned(edit(slip, change), TODAY).rows
    by_number = {row.number: row for row in read}
    assert faults(by_number["2611-001"]) == [
        ("整改回执!F5", Fault.FORMULA),
        ("整改回执!G5", Fault.NOT_A_DAY),
    ]
    assert faults(by_number["2611-002"]) == [("整改回执!G6", Fault.FORMULA)]
    assert faults(by_number[""]) == [("整改回执!B7", Fault.NO_NUMBER)]


def test_the_foot_is_no_row(ledger: Path) -> None:
    def change(sheet: Worksheet) -> None:
        last = sheet.max_row
        for merged in [m for m in sheet.merged_cells.ranges if m.min_row == last]:
            sheet.unmerge_cells(str(merged))
        sheet.cell(last, column_of(sheet, "整改情况")).value = "张三"

    assert list(rows(edit(ledger, change))) == [f.number for f in FINDINGS]


def test_rows_in_any_order_columns_added_titles_inserted_rows_hidden(slip: Path) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, "2611-002", "已改二", "2026-11-22")
        fill(sheet, "2611-005", "已改五", "2026-11-23")
        first, last = row_of(sheet, "2611-001"), row_of(sheet, "2611-005")
        lines = [[c.value for c in row] for row in sheet.iter_rows(first, last)]
        for row, line in zip(range(first, last + 1), reversed(lines), strict=True):
            for column, value in enumerate(line, 1):
                sheet.cell(row, column).value = value
        sheet.row_dimensions[first].hidden = True
        insert_columns(sheet, 3, 1)
        sheet.cell(4, 3).value = "我们的列"
        insert_rows(sheet, 2)
        sheet.cell(1, 1).value = "城东营业厅上报"
        add_picture(sheet, row_of(sheet, "2611-005"), column_of(sheet, "整改后照片"), RED)

    assert filled(rows(edit(slip, change))) == {
        "2611-002": ("已改二", date(2026, 11, 22), set()),
        "2611-005": ("已改五", date(2026, 11, 23), {digest(RED)}),
    }


def test_merged_words_count_for_all_their_rows(slip: Path) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, "2611-001", "统一复训", "2026-11-24")
        sheet.merge_cells("F5:F7")
        sheet.merge_cells("G5:G7")

    found = filled(rows(edit(slip, change)))
    assert found == {f"2611-00{n}": ("统一复训", date(2026, 11, 24), set()) for n in (1, 2, 3)}


def test_a_finding_over_two_rows_is_one(slip: Path) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, "2611-001", "已改", "2026-11-24", (RED,))
        sheet.cell(6, 2).value = "2611-001"
        add_picture(sheet, 6, 8, BLUE)

    assert filled(rows(edit(slip, change))) == {
        "2611-001": ("已改", date(2026, 11, 24), {digest(RED), digest(BLUE)})
    }


def test_a_finding_twice_with_other_words_is_refused(slip: Path) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, "2611-001", "已改", "2026-11-24")
        fill(sheet, "2611-002", "没改", "2026-11-24")
        sheet.cell(6, 2).value = "2611—001"

    assert faults(rows(edit(slip, change))["2611-001"]) == [("整改回执!B6", Fault.DUPLICATE)]


def test_a_picture_belongs_to_the_row_below_its_middle(slip: Path) -> None:
    def change(sheet: Worksheet) -> None:
        add_picture(sheet, 5, 8, RED)
        anchor = TwoCellAnchor(
            _from=AnchorMarker(col=6, row=4, rowOff=80 * 12700),  # the lowest points of row 5
            to=AnchorMarker(col=7, row=5, rowOff=60 * 12700),
        )
        sheet._images[-1].anchor = anchor  # type: ignore[attr-defined]

    assert filled(rows(edit(slip, change))) == {"2611-002": (None, None, {digest(RED)})}


@pytest.mark.parametrize("row", [1, 4, 40])
def test_a_picture_without_a_finding_is_named(slip: Path, row: int) -> None:
    read = read_returned(edit(slip, lambda sheet: add_picture(sheet, row, 3, RED)), TODAY).rows
    assert faults(read[-1]) == [(f"整改回执!C{row}", Fault.NOBODYS_PICTURE)]


def test_pictures_in_cells_of_wps(slip: Path) -> None:
    """Also where the unit put one into the cell for words; one whose bytes are lost is named."""
    cells = {"H5": ("ID_1A", RED), "F6": ("ID_2B", BLUE), "H7": ("ID_3C", None)}
    found = rows(put_in_cells(slip, cells, 2))
    assert filled({n: found[n] for n in ("2611-001", "2611-002")}) == {
        "2611-001": (None, None, {digest(RED)}),
        "2611-002": (None, None, {digest(BLUE)}),
    }
    assert faults(found["2611-003"]) == [("整改回执!H7", Fault.NO_PICTURE)]
    assert [p.place for p in found["2611-001"].pictures] == ["整改回执!H5"]


@pytest.mark.parametrize(
    "bomb",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        b"<unclosed>",
        b"\xff\xfe\x00",
    ],
)
def test_entities_in_the_list_of_pictures_are_refused(slip: Path, bomb: bytes) -> None:
    put_in_cells(slip, {"H5": ("ID_1A", RED)}, 2)

    def change(parts: dict[str, bytes]) -> None:
        parts["xl/cellimages.xml"] = bomb

    assert faults(rows(rewrite(slip, change))["2611-001"]) == [("整改回执!H5", Fault.NO_PICTURE)]


def test_another_workbook_is_none(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    write_rectification(path, FINDINGS, HEADING, TODAY)

    def change(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        for each in sheet.parent.worksheets:
            for cell in each[4]:
                cell.value = f"列{cell.column}"

    assert not is_returned(read_sheets(edit(path, change)))
    with pytest.raises(FaultyFileError) as raised:
        read_returned(path, TODAY)
    assert [p.fault for p in raised.value.problems] == [Fault.NO_LEDGER]


def test_a_hidden_sheet_is_not_read_and_said(slip: Path) -> None:
    def change(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        old = sheet.parent.copy_worksheet(sheet)
        old.title = "旧表"
        old.sheet_state = "hidden"
        old.cell(5, 6).value = "旧的"

    book = read_returned(edit(slip, change, "整改回执"), TODAY)
    assert book.ignored_sheets == ("旧表",)
    assert all(row.is_blank for row in book.rows)


def show_all(sheet: Worksheet) -> None:
    for row in sheet.row_dimensions.values():
        row.hidden = False


@pytest.mark.ci  # through another office program
def test_libreoffice_loses_nothing(ledger: Path, slip: Path, libreoffice: LibreOffice) -> None:
    for path in (ledger, slip):

        def change(sheet: Worksheet) -> None:
            fill(sheet, "2611-001", "已复训，=效果好", datetime(2026, 11, 24), (RED,))
            fill(sheet, "2611-003", "-调整", "11.23")
            fill(sheet, "2611-004", "@全部更换", "2026年11月23日", (BLUE, RED))
            sheet.row_dimensions[row_of(sheet, "2611-003")].hidden = True

        edit(path, change)
        before = filled(rows(path))
        assert len(before) == 3
        again = libreoffice.convert(path, "xlsx")
        # Right below a hidden row it cannot be told whose the pictures are: they are not guessed.
        found = rows(again)
        assert list(found) == [f.number for f in FINDINGS]
        assert {fault for _, fault in faults(found["2611-004"])} == {Fault.WHOSE_PICTURE}
        del found["2611-004"], before["2611-004"]
        assert filled(found) == before
        edit(path, show_all)
        before = filled(rows(path))
        assert filled(rows(libreoffice.convert(path, "xlsx"))) == before
        assert len(before) == 3


@pytest.mark.ci
def test_the_picture_of_a_hidden_row_is_never_given_to_another(
    slip: Path, libreoffice: LibreOffice
) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, "2611-002", "已改", "2026-11-24", (RED,))
        sheet.row_dimensions[row_of(sheet, "2611-002")].hidden = True

    assert rows(edit(slip, change))["2611-002"].pictures[0].digest == digest(RED)
    found = rows(libreoffice.convert(slip, "xlsx"))
    assert faults(found["2611-003"]) == [("整改回执!H7", Fault.WHOSE_PICTURE)]


def test_what_we_printed_of_closed_ones_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    write_rectification(path, [closed()], HEADING, TODAY)
    (row,) = read_returned(path, TODAY).rows
    assert (row.progress, row.done_on) == ("已完成整改", date(2026, 11, 22))
    assert row.others["存在问题"].text == "未起身迎接"
    assert row.others["检查时间"].text == "2026-11-20"  # of the full table
    assert row.others["扣分"].text == "1.5"
    assert row.others["检查时间、问题类别、扣分"].text == "2026-11-20服务礼仪扣1.5分"


@pytest.mark.parametrize("name", ["整改台账", "全表"])
def test_a_report_that_was_filled_in_is_read_from_either_sheet(tmp_path: Path, name: str) -> None:
    path = tmp_path / "台账.xlsx"
    long = "问题很长，" * 300
    write_rectification(path, [finding(text=long, reported_text=long)], HEADING, TODAY)
    book = load_workbook(path)
    heads = [str(cell.value).replace("\n", "") for cell in book[name][4]]
    who = "责任部门、责任人、责任领导" if name == "整改台账" else "责任人"
    cell = book[name].cell(5, heads.index(who) + 1)
    cell.value = "张三"
    book.save(path)
    read = read_returned(path, TODAY)
    assert (read.sheets, read.ignored_columns, read.missing_columns) == (
        ("整改台账", "全表"),
        (),
        (),
    )
    (row,) = read.rows
    assert (row.progress, row.problems) == (long, ())
    assert "张三" in [said.text for said in row.others.values()]


@pytest.mark.ci
@share(0.1)
@given(data=st.data())
def test_any_shuffling_gives_the_same(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("shuffled") / "回执.xlsx"
    write_notice(path, NOTICE, {})
    order = data.draw(st.permutations(range(5)))
    extra = data.draw(st.integers(0, 3))
    titles = data.draw(st.integers(0, 4))
    hidden = data.draw(st.sets(st.integers(0, 4)))
    where = data.draw(st.integers(1, 8))

    def change(sheet: Worksheet) -> None:
        for n in (1, 3, 5):
            fill(sheet, f"2611-00{n}", f"已改{n}", date(2026, 11, 20 + n))
        lines = [[c.value for c in row] for row in sheet.iter_rows(5, 9)]
        for row, line in enumerate(order):
            for column, value in enumerate(lines[line], 1):
                sheet.cell(5 + row, column).value = value
        for row in hidden:
            sheet.row_dimensions[5 + row].hidden = True
        insert_columns(sheet, where, extra)
        insert_rows(sheet, titles)
        for n in (1, 3, 5):
            row = row_of(sheet, f"2611-00{n}")
            add_picture(sheet, row, column_of(sheet, "整改后照片"), (RED, BLUE)[n % 2])

    assert filled(rows(edit(path, change))) == {
        f"2611-00{n}": (f"已改{n}", date(2026, 11, 20 + n), {digest(BLUE)}) for n in (1, 3, 5)
    }

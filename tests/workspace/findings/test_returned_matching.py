"""A row that came back is taken only for the very finding that it tells of."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.faults import Fault
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.ledger import LedgerFilter
from inspector.domain.papers.returned import Fate
from inspector.domain.visit.answer_changes import deducted, noted
from inspector.domain.visit.roster import Site, Window
from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.findings.returned_intake import ReturnedPreview
from inspector.workspace.findings.returned_words import (
    refused_sentences,
    returned_sentences,
)
from inspector.workspace.papers.column_choices import LEDGER_COLUMNS
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.excel.libreoffice import LibreOffice, find_libreoffice
from tests.excel.returned.returned_books import add_picture, column_of, edit, fill, row_of
from tests.photos import jpeg
from tests.workspace.visiting import Clock, add_site, answer_all, dump, start

DAY = date(2026, 12, 1)
WRONG = {0: ["rise-to-greet", "equipment-ok"], 1: ["rise-to-greet", "desk-tidy"]}


@pytest.fixture
def libreoffice(tmp_path: Path) -> LibreOffice:
    return find_libreoffice(tmp_path)


@pytest.fixture
def east(workspace: Workspace) -> list[Finding]:
    return found_at(workspace, "城东厅")


@pytest.fixture
def west(workspace: Workspace, east: list[Finding]) -> list[Finding]:
    """The same findings at another hall."""
    return found_at(workspace, "城西厅")


def found_at(workspace: Workspace, name: str) -> list[Finding]:
    """What a visit to a hall found: at each window two items, each in its own words."""
    inspection_id = start(workspace, add_site(workspace, name))
    answer_all(workspace, inspection_id, WRONG)
    sheet = workspace.inspections.sheet(inspection_id)
    for card in sheet.scorecards:
        bad = [item for item in sheet.items(card) if item.id in WRONG.get(card.position, ())]
        answers = [noted(deducted(item), f"{item.text}没有做到") for item in bad]
        workspace.inspections.record(inspection_id, card.id, answers)
    workspace.inspections.complete(inspection_id)
    return workspace.inspections.findings(inspection_id)


def ledger(workspace: Workspace, clock: Clock, path: Path) -> Path:
    exports = workspace.ledger_exports
    exports.write(exports.draft(LedgerFilter()), path)
    clock.set("2026-12-02")
    return path


def slip(workspace: Workspace, clock: Clock, path: Path) -> Path:
    draft = workspace.notices.drafts(LedgerFilter())[0]
    written, _ = workspace.notices.write(draft, path.parent)
    clock.set("2026-12-02")
    return written


def looked_at(workspace: Workspace, path: Path) -> ReturnedPreview:
    return workspace.returned.preview(workspace.returned.read(path))


def refused(preview: ReturnedPreview) -> list[tuple[str, Fault]]:
    return [(problem.place, problem.fault) for problem in preview.problems]


def fill_every_row(sheet: Worksheet) -> None:
    numbers, progress = column_of(sheet, "问题编号"), column_of(sheet, "整改情况")
    done_on = column_of(sheet, "完成时间")
    for row in range(row_of_header(sheet) + 1, sheet.max_row + 1):
        if sheet.cell(row, numbers).value:
            sheet.cell(row, progress).value = "已整改到位"
            sheet.cell(row, done_on).value = DAY


def row_of_header(sheet: Worksheet) -> int:
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "问题编号")


def exactly(sheet: Worksheet, header: str) -> int:
    """The column with this very header: 单位, and not 单位：分 above the table."""
    names = [
        str(cell.value or "").partition("（")[0].strip() for cell in sheet[row_of_header(sheet)]
    ]
    return names.index(header) + 1


def rename(sheet: Worksheet, header: str, to: str) -> None:
    sheet.cell(row_of_header(sheet), exactly(sheet, header)).value = to


def swap(sheet: Worksheet, one: str, two: str) -> None:
    """Swap the numbers of two rows."""
    column, first, second = column_of(sheet, "问题编号"), row_of(sheet, one), row_of(sheet, two)
    sheet.cell(first, column).value, sheet.cell(second, column).value = two, one


@pytest.mark.ci
def test_a_ledger_of_another_folder_is_taken_for_none_of_ours(tmp_path: Path) -> None:
    """Also where both count alike, as folders did before numbers had a laptop's code."""
    books, numbers = {}, {}
    for name, seed in (("A", 1), ("B", 2)):
        write_demo(tmp_path / name, 14, seed, date(2026, 11, 27))
        with closing(Workspace(tmp_path / name)) as workspace:
            exports = workspace.ledger_exports
            path = tmp_path / f"{name}.xlsx"
            draft = exports.draft(LedgerFilter())
            exports.write(draft, path)
            books[name], numbers[name] = path, [finding.number for finding in draft.findings]

    def number_as_b_does(sheet: Worksheet) -> None:
        fill_every_row(sheet)
        column = column_of(sheet, "问题编号")
        rows = [row_of(sheet, own) for own in numbers["A"]]
        for row, other in zip(rows, numbers["B"], strict=False):
            sheet.cell(row, column).value = other

    edit(books["A"], number_as_b_does)
    before = dump(tmp_path / "B")
    with closing(Workspace(tmp_path / "B")) as workspace:
        preview = looked_at(workspace, books["A"])
        assert preview.changes == ()
        assert {row.fate for row in preview.rows} == {Fate.REFUSED}
        assert len(preview.rows) > 100
        assert not workspace.returned.take_in(preview).findings
    assert dump(tmp_path / "B") == before


def test_the_code_of_another_laptop_is_told(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding]
) -> None:
    path = ledger(workspace, clock, tmp_path / "回.xlsx")

    def change(sheet: Worksheet) -> None:
        for finding, number in zip(east, ("2611-X7W-0001", "2611-K7M-0999"), strict=False):
            fill(sheet, finding.number, "已改", DAY)
            row = row_of(sheet, finding.number)
            sheet.cell(row, column_of(sheet, "问题编号")).value = number
            sheet.cell(row, exactly(sheet, "存在问题")).value = "谁也没有发现过"

    preview = looked_at(workspace, edit(path, change))
    assert [fault for _, fault in refused(preview)] == [Fault.OTHER_LAPTOP, Fault.UNKNOWN_NUMBER]
    assert "“X7W” in 2611-X7W-0001 is no code of this folder" in refused_sentences(preview)[0]


@pytest.mark.parametrize("made", [ledger, slip])
def test_two_numbers_that_were_swapped_are_both_refused(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding],
    made: Callable[[Workspace, Clock, Path], Path],
) -> None:  # fmt: skip
    path = made(workspace, clock, tmp_path / "回.xlsx")
    one, two = east[0].number, east[3].number

    def change(sheet: Worksheet) -> None:
        fill(sheet, one, "已复训", DAY, (jpeg("#a02020"),))
        fill(sheet, two, "已清理", DAY)
        fill(sheet, east[1].number, "已修好", DAY)
        swap(sheet, one, two)

    preview = looked_at(workspace, edit(path, change))
    assert [row.row.number for row in preview.changes] == [east[1].number]
    assert {fault for _, fault in refused(preview)} == {Fault.NOT_THIS_NUMBER}
    said = refused_sentences(preview)
    assert len(said) == 2
    assert f"is about {two}" in "".join(said)
    assert f"is about {one}" in "".join(said)
    assert preview.read_only == ()  # what contradicts is told once
    workspace.returned.take_in(preview, replacing=True)
    states = [workspace.findings.get(finding.id).reported_text for finding in east]
    assert states == ["", "已修好", "", ""]


def test_a_mistyped_number_of_another_hall_is_refused(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding], west: list[Finding]
) -> None:
    """The other hall has the very same problem at a window of the same name."""
    path = ledger(workspace, clock, tmp_path / "回.xlsx")

    def change(sheet: Worksheet) -> None:
        row = row_of(sheet, east[0].number)
        fill(sheet, east[0].number, "已复训", DAY)
        sheet.delete_rows(row_of(sheet, west[0].number))
        row = row_of(sheet, east[0].number)
        sheet.cell(row, column_of(sheet, "问题编号")).value = west[0].number

    preview = looked_at(workspace, edit(path, change))
    assert preview.changes == ()
    assert [fault for _, fault in refused(preview)] == [Fault.NOT_THIS_NUMBER]
    assert f"is about {east[0].number}" in refused_sentences(preview)[0]


def test_a_number_typed_twice_takes_no_row_of_another(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding]
) -> None:
    """Its own row stands in the file as well, and is blank."""
    path = ledger(workspace, clock, tmp_path / "回.xlsx")

    def change(sheet: Worksheet) -> None:
        fill(sheet, east[1].number, "已修好", DAY)
        row = row_of(sheet, east[1].number)
        sheet.cell(row, column_of(sheet, "问题编号")).value = east[0].number

    preview = looked_at(workspace, edit(path, change))
    assert preview.changes == ()
    assert [fault for _, fault in refused(preview)] == [Fault.NOT_THIS_NUMBER]


def test_a_second_row_for_a_second_photo_needs_only_the_number(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding]
) -> None:
    path = ledger(workspace, clock, tmp_path / "回.xlsx")

    def change(sheet: Worksheet) -> None:
        fill(sheet, east[0].number, "已复训", DAY)
        below = row_of(sheet, east[3].number) + 1
        sheet.insert_rows(below)
        sheet.cell(below, column_of(sheet, "问题编号")).value = east[0].number
        sheet.cell(below, column_of(sheet, "完成时间")).value = DAY

    preview = looked_at(workspace, edit(path, change))
    assert [row.row.number for row in preview.changes] == [east[0].number]


@pytest.mark.parametrize("made", [ledger, slip])
@pytest.mark.parametrize("header", ["窗口", "存在问题"])
def test_what_contradicts_is_named_by_its_cell(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding],
    made: Callable[[Workspace, Clock, Path], Path], header: str,
) -> None:  # fmt: skip
    path = made(workspace, clock, tmp_path / "回.xlsx")
    places: list[str] = []

    def change(sheet: Worksheet) -> None:
        fill(sheet, east[0].number, "已复训", DAY)
        cell = sheet.cell(row_of(sheet, east[0].number), exactly(sheet, header))
        cell.value = "南门服务台"
        places.append(f"{sheet.title}!{cell.coordinate}")

    preview = looked_at(workspace, edit(path, change))
    assert preview.changes == ()
    assert refused(preview) == [(places[0], Fault.OTHER_FINDING)]
    assert "looks like a finding of another laptop" in refused_sentences(preview)[0]


@pytest.mark.parametrize("blank", ["单位", "窗口", "存在问题"])
def test_a_blank_cell_agrees_with_nothing(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding], blank: str
) -> None:
    path = ledger(workspace, clock, tmp_path / "回.xlsx")

    def change(sheet: Worksheet) -> None:
        fill(sheet, east[0].number, "已复训", DAY)
        sheet.cell(row_of(sheet, east[0].number), exactly(sheet, blank)).value = None

    preview = looked_at(workspace, edit(path, change))
    assert preview.changes == ()
    assert [fault for _, fault in refused(preview)] == [Fault.OTHER_FINDING]


def test_what_tells_findings_apart_is_in_every_ledger(workspace: Workspace) -> None:
    """Also where somebody left these columns out before they were needed."""
    hidden = [[name, False] for name in ("单位", "窗口", "存在问题", "问题编号")]
    SettingStore(workspace.database).put(LEDGER_COLUMNS.key, json.dumps(hidden))
    shown = workspace.column_choices.of(LEDGER_COLUMNS).headers
    assert {"单位", "窗口", "存在问题", "问题编号"} <= set(shown)


@pytest.mark.parametrize(("made", "gone"), [(ledger, "单位"), (ledger, "窗口"), (slip, "存在问题")])
def test_a_column_that_is_gone_is_named_once(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding],
    made: Callable[[Workspace, Clock, Path], Path], gone: str,
) -> None:  # fmt: skip
    path = made(workspace, clock, tmp_path / "回.xlsx")

    def change(sheet: Worksheet) -> None:
        fill(sheet, east[0].number, "已复训", DAY)
        fill(sheet, east[1].number, "已修好", DAY)
        rename(sheet, gone, "科室")

    preview = looked_at(workspace, edit(path, change))
    assert preview.changes == ()
    assert [fault for _, fault in refused(preview)] == [Fault.NO_COLUMN]
    (said,) = refused_sentences(preview)
    assert f"“{gone}”" in said
    assert "1 more place" in said


def test_a_slip_whose_head_was_cut_off_says_of_no_unit(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding]
) -> None:
    path = slip(workspace, clock, tmp_path / "回.xlsx")

    def change(sheet: Worksheet) -> None:
        fill(sheet, east[0].number, "已复训", DAY)
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.delete_rows(1, 3)

    preview = looked_at(workspace, edit(path, change))
    assert preview.changes == ()
    assert "“单位”" in refused_sentences(preview)[0]


def test_what_programs_and_people_make_of_a_text_agrees(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding]
) -> None:
    path = ledger(workspace, clock, tmp_path / "回.xlsx")

    def change(sheet: Worksheet) -> None:
        for finding, site, window in zip(
            east,
            ("城东厅 ", "城 东 厅", "城东厅\n", "城东厅"),
            ("１号窗口", "1号窗口", " 2号\r\n窗口", "2 号 窗 口"),
            strict=True,
        ):
            fill(sheet, finding.number, "已改", DAY)
            row = row_of(sheet, finding.number)
            sheet.cell(row, exactly(sheet, "单位")).value = site
            sheet.cell(row, exactly(sheet, "窗口")).value = window
            problem = sheet.cell(row, exactly(sheet, "存在问题"))
            problem.value = f"{str(problem.value)[:3]}\n{str(problem.value)[3:]}　"

    preview = looked_at(workspace, edit(path, change))
    assert refused_sentences(preview) == []
    assert len(preview.changes) == len(east)


def test_a_name_that_changed_since_agrees_as_it_was_and_as_it_is(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding]
) -> None:
    path = ledger(workspace, clock, tmp_path / "回.xlsx")
    site = workspace.rosters.sites()[0]
    windows = [
        Window(w.id, w.site_id, f"东{n}窗", w.kind, w.department, w.leader, w.staff)
        for n, w in enumerate(workspace.rosters.windows(site.id), 1)
    ]
    workspace.roster_store.put([Site(site.id, "城东政务厅")], windows)

    def change(sheet: Worksheet) -> None:
        fill(sheet, east[0].number, "已改", DAY)
        fill(sheet, east[1].number, "已改", DAY)
        row = row_of(sheet, east[1].number)
        sheet.cell(row, exactly(sheet, "单位")).value = "城东政务厅"
        sheet.cell(row, exactly(sheet, "窗口")).value = "东1窗"

    preview = looked_at(workspace, edit(path, change))
    assert refused_sentences(preview) == []
    assert len(preview.changes) == 2


def test_each_row_that_is_taken_says_where_and_what(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding]
) -> None:
    path = ledger(workspace, clock, tmp_path / "回.xlsx")
    edit(path, lambda sheet: fill(sheet, east[2].number, "已复训", DAY))
    preview = looked_at(workspace, path)
    assert (
        f"  {east[2].number}  城东厅 2号窗口 “{east[2].text}”  Reported done  已复训; done on {DAY}"
    ) in returned_sentences(preview)


@pytest.mark.parametrize(("header", "to"), [("整改情况", "整改措施"), ("完成时间", "时间（填写）")])
@pytest.mark.parametrize("made", [ledger, slip])
def test_a_renamed_column_to_fill_in_is_named(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding],
    made: Callable[[Workspace, Clock, Path], Path], header: str, to: str,
) -> None:  # fmt: skip
    path = made(workspace, clock, tmp_path / "回.xlsx")

    def change(sheet: Worksheet) -> None:
        fill(sheet, east[0].number, "已复训", DAY)
        rename(sheet, header, to)

    preview = looked_at(workspace, edit(path, change))
    assert preview.changes == ()
    assert [fault for _, fault in refused(preview)] == [Fault.UNREAD_COLUMN]
    (said,) = refused_sentences(preview)
    assert f"“{to.partition('（')[0]}”" in said
    assert f"“{header}”" in said


def test_a_picture_in_a_cell_of_a_renamed_column_is_named(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding]
) -> None:
    """Excel 365 leaves an error there for those who cannot show it."""
    path = ledger(workspace, clock, tmp_path / "回.xlsx")
    places: list[str] = []

    def change(sheet: Worksheet) -> None:
        cell = sheet.cell(row_of(sheet, east[0].number), exactly(sheet, "整改后照片"))
        cell.value, cell.data_type = "#VALUE!", "e"
        places.append(f"{sheet.title}!{cell.coordinate}")
        rename(sheet, "整改后照片", "现场图")

    preview = looked_at(workspace, edit(path, change))
    assert refused(preview) == [(places[0], Fault.NO_PICTURE)]


def test_a_column_to_fill_in_that_is_gone_is_named_and_the_rest_taken(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding]
) -> None:
    path = ledger(workspace, clock, tmp_path / "回.xlsx")

    def change(sheet: Worksheet) -> None:
        fill(sheet, east[0].number, "正在采购")
        rename(sheet, "完成时间", "")

    preview = looked_at(workspace, edit(path, change))
    assert len(preview.changes) == 1
    assert "sheet “整改台账”, cell B4  There is no column “完成时间”." in "\n".join(
        returned_sentences(preview)
    )


def test_a_column_of_their_own_is_told(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding]
) -> None:
    path = ledger(workspace, clock, tmp_path / "回.xlsx")

    def change(sheet: Worksheet) -> None:
        fill(sheet, east[0].number, "已复训", DAY)
        new = sheet.max_column + 1
        sheet.cell(row_of_header(sheet), new).value = "经办人"
        sheet.cell(row_of(sheet, east[0].number), new).value = "张三"

    preview = looked_at(workspace, edit(path, change))
    assert len(preview.changes) == 1
    assert "Columns not read: 经办人" in returned_sentences(preview)


def test_a_picture_on_a_sheet_of_their_own_is_named(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding]
) -> None:
    path = ledger(workspace, clock, tmp_path / "回.xlsx")

    def change(sheet: Worksheet) -> None:
        fill(sheet, east[0].number, "已复训", DAY)
        assert sheet.parent is not None
        own = sheet.parent.create_sheet("照片")
        add_picture(own, 3, 3, jpeg("#a02020"))

    preview = looked_at(workspace, edit(path, change))
    assert len(preview.changes) == 1
    assert refused(preview) == [("照片!C3", Fault.NOBODYS_PICTURE)]


def test_a_picture_beside_the_signatures_is_named(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding]
) -> None:
    path = ledger(workspace, clock, tmp_path / "回.xlsx")
    rows: list[int] = []

    def change(sheet: Worksheet) -> None:
        rows.append(sheet.max_row)
        add_picture(sheet, sheet.max_row, 3, jpeg("#a02020"))

    preview = looked_at(workspace, edit(path, change))
    assert refused(preview) == [(f"整改台账!C{rows[0]}", Fault.NOBODYS_PICTURE)]


@pytest.mark.ci
def test_through_libreoffice_every_row_agrees(
    workspace: Workspace, clock: Clock, tmp_path: Path, east: list[Finding],
    libreoffice: LibreOffice,
) -> None:  # fmt: skip
    for made in (ledger, slip):
        path = made(workspace, clock, tmp_path / "回.xlsx")
        edit(path, lambda sheet: fill(sheet, east[0].number, "已复训", DAY))
        preview = looked_at(workspace, libreoffice.convert(path, "xlsx"))
        assert refused_sentences(preview) == []
        assert [row.row.number for row in preview.changes] == [east[0].number]
        assert preview.read_only == ()

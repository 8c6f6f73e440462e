"""A superior's form, filled: values of their kind, and everything of the form as it was."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

from inspector.domain.checklist.method import Form
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.errors import (
    CannotWriteError,
    FaultyFormError,
    NotAWorkbookError,
    NotFoundError,
)
from inspector.domain.faults import Fault
from inspector.domain.finding.finding import Finding
from inspector.domain.papers.circular import PeriodFindings
from inspector.domain.visit.coverage import Coverage
from inspector.excel.forms.form_fields import (
    FIELDS,
    FormData,
    Rows,
    form_data,
    is_rate,
    value_text,
)
from inspector.excel.forms.form_samples import SAMPLES, write_samples
from inspector.excel.forms.form_workbook import read_form, write_form
from inspector.workspace.sentences import problem_sentences
from tests.excel.libreoffice import LibreOffice
from tests.excel.reports import HEADING, TODAY, closed, finding, summary

Sheet = Any


def data(*findings: Finding, sites: int = 2) -> FormData:
    lines = [summary(rank=n + 1, site_name=f"第{n + 1}营业厅") for n in range(sites)]
    return form_data(lines, PeriodFindings(findings, (), (), {}), HEADING, TODAY, 4)


def form(folder: Path, cells: dict[str, object], name: str = "表样.xlsx") -> Path:
    """A form with values in cells."""
    book = openpyxl.Workbook()
    sheet: Sheet = book.active
    sheet.title = "报表"
    for place, value in cells.items():
        sheet[place] = value
    book.save(folder / name)
    return folder / name


def fill(path: Path, values: FormData) -> Sheet:
    """The first sheet of a filled form, read back."""
    out = path.with_name("填好.xlsx")
    write_form(path, out, values, TODAY)
    return openpyxl.load_workbook(out).worksheets[0]


def problems(path: Path) -> list[tuple[str, Fault, str]]:
    with pytest.raises(FaultyFormError) as refused:
        read_form(path)
    return [(p.place, p.fault, p.found) for p in refused.value.problems]


# Values


def test_numbers_days_and_words_are_of_their_kind(tmp_path: Path) -> None:
    path = form(
        tmp_path,
        {"A1": "{{单位}}", "B1": "{{总分}}", "C1": "{{整改率}}", "D1": "{{填报日期}}",
         "E1": "{{问题数}}", "F1": "{{期间}}共{{问题数}}个，整改率{{整改率}}，{{填报日期}}",
         "G1": "{{等级}}"},
    )  # fmt: skip
    sheet = fill(path, data(finding(), closed(), closed()))
    (row,) = sheet.iter_rows()
    assert [cell.value for cell in row] == [
        "市文明办", 95.9, 0.6667, datetime(2026, 11, 24), 3,
        "2026年11月共3个，整改率66.67%，2026年11月24日", "—",
    ]  # fmt: skip
    assert [cell.number_format for cell in row] == [
        "General", "0.00", "0.00%", 'yyyy"年"m"月"d"日"', "General", "General", "General",
    ]  # fmt: skip


def test_a_format_of_the_form_stays(tmp_path: Path) -> None:
    path = form(tmp_path, {"A1": "{{总分}}", "B1": "{{填报日期}}"})
    book = openpyxl.load_workbook(path)
    sheet: Sheet = book.active
    sheet["A1"].number_format, sheet["B1"].number_format = "0.0", "m/d"
    book.save(path)
    filled = fill(path, data())
    assert (filled["A1"].number_format, filled["B1"].number_format) == ("0.0", "m/d")


def test_one_site_has_its_grade_and_change(tmp_path: Path) -> None:
    path = form(tmp_path, {"A1": "{{等级}}", "B1": "{{较上期升降}}", "C1": "{{检查单位数}}"})
    sheet = fill(path, data(sites=1))
    assert [cell.value for cell in sheet[1]] == ["优秀", 0.7, 1]


def test_every_word_is_known_and_filled(tmp_path: Path) -> None:
    singles = [word for word in FIELDS if "." not in word]
    cells: dict[str, object] = {f"A{n}": f"{{{{{word}}}}}" for n, word in enumerate(singles, 1)}
    for row, kind in ((len(singles) + 1, "问题"), (len(singles) + 2, "排名")):
        words = [word for word in FIELDS if word.startswith(f"{kind}.")]
        for column, word in enumerate(words, 1):
            letter = openpyxl.utils.get_column_letter(column)
            cells[f"{letter}{row}"] = f"{{{{{word}}}}}"
    sheet = fill(form(tmp_path, cells), data(finding(), closed()))
    assert not [c.value for row in sheet.iter_rows() for c in row if "{" in str(c.value)]
    assert sheet.max_row == len(singles) + 4


def test_spaces_and_full_width_signs_are_forgiven(tmp_path: Path) -> None:
    path = form(
        tmp_path, {"A1": "｛｛ 单位 ｝｝", "A2": "{{问题．存在问题}}", "B2": "{{ 问题。窗口 }}"}
    )
    sheet = fill(path, data(finding()))
    assert [cell.value for cell in sheet["A"]] == ["市文明办", "未起身迎接"]
    assert sheet["B2"].value == "1号窗口"


def test_rows_without_anything_to_tell_say_so(tmp_path: Path) -> None:
    path = form(tmp_path, {"A1": "{{问题.序号}}", "B1": "{{问题.存在问题}}", "A2": "{{排名.单位}}"})
    assert [cell.value for cell in fill(path, data(sites=1))[1]] == ["/", "未发现问题"]
    # Nobody looked: nothing was found, and that is not said.
    assert [[c.value for c in row] for row in fill(path, data(sites=0)).iter_rows()] == [
        ["/", "本月未开展检查（零报告）"], ["/", None],
    ]  # fmt: skip


HOSTILE = (
    "=cmd|'/c calc'!A0", "+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"x\")", "{{单位}}", "😀👍",
    "_x0041_", "#N/A", "两\n行",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(tmp_path: Path, text: str) -> None:
    path = form(tmp_path, {"A1": "{{问题.存在问题}}", "B1": "见：{{问题.存在问题}}"})
    sheet = fill(path, data(finding(text=text)))
    assert (sheet["A1"].data_type, sheet["B1"].data_type) == ("s", "s")
    assert sheet["A1"].value.replace("_x005F_", "_") == text
    assert sheet["B1"].value.replace("_x005F_", "_") == f"见：{text}"


def test_a_text_too_long_is_cut_and_says_so_and_what_is_illegal_shows(tmp_path: Path) -> None:
    path = form(tmp_path, {"A1": "{{问题.存在问题}}"})
    sheet = fill(path, data(finding(text="长" * 40_000), finding(text="\x00\ud800尾")))
    assert sheet["A1"].value.endswith("…（后略，全文见系统）")
    assert sheet["A2"].value == "\ufffd\ufffd尾"


# What the form has


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    """A form with everything: merges, heights, borders, formulas, lists, formats, print set-up."""
    book = openpyxl.Workbook()
    sheet: Sheet = book.active
    sheet.title = "上报 表"
    sheet["A1"] = "{{单位}}整改情况"
    sheet.merge_cells("A1:F1")
    sheet["A1"].font = Font(name="方正小标宋简体", size=22, bold=True)
    sheet.row_dimensions[1].height = 40
    for column, text in enumerate(("序号", "分类", "问题", "", "扣分", "状态"), 1):
        sheet.cell(2, column, text)
    sheet.merge_cells("C2:D2")
    thin = Side("thin")
    row: tuple[str | None, ...] = (
        "{{问题.序号}}", "固定", "{{问题.存在问题}}", None, "{{问题.扣分}}", "{{问题.销号状态}}",
    )  # fmt: skip
    for column, word in enumerate(row, 1):
        cell = sheet.cell(3, column, word)
        cell.font = Font(name="仿宋_GB2312", size=12)
        cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.merge_cells("C3:D3")
    sheet.row_dimensions[3].height = 33
    sheet["G3"] = "=E3*2"
    sheet["A4"], sheet["E4"] = "合计", "=SUM(E3:E3)"
    sheet.merge_cells("A4:D4")
    sheet["A4"].fill = PatternFill("solid", fgColor="DDDDDD")
    sheet.row_dimensions[4].height = 21
    sheet["A5"] = "填表人：{{填表人}}"
    sheet.merge_cells("A5:C6")
    sheet.merge_cells("H2:H5")
    sheet["H2"] = "左侧说明"
    sheet.column_dimensions["C"].width = 31.5
    sheet.print_area = "A1:F6"
    sheet.print_title_rows = "1:2"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8
    sheet.page_margins.left = 0.3
    sheet.oddFooter.center.text = "第&P页"
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = "A2:F3"
    sheet.row_breaks.append(Break(id=4))
    rule = CellIsRule("greaterThan", ["5"], font=Font(bold=True))  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add("E3:E3", rule)
    choice = DataValidation(type="list", formula1='"是,否"')
    choice.add("F3")
    choice.add("F6")
    sheet.add_data_validation(choice)
    other = book.create_sheet("汇总")
    other["A1"] = "='上报 表'!E4+SUM('上报 表'!E3:E3)"
    other["A2"] = CellRichText("共", TextBlock(InlineFont(b=True), "重点"))
    book.save(tmp_path / "表样.xlsx")
    return tmp_path / "表样.xlsx"


THREE = (finding(), finding(text="长" * 200, deduction=300), closed())


def test_everything_below_moves_along(rich: Path) -> None:
    sheet = fill(rich, data(*THREE))
    assert [sheet.cell(row, 1).value for row in range(1, 8)] == [
        "市文明办整改情况", "序号", 1, 2, 3, "合计", "填表人：张三",
    ]  # fmt: skip
    assert {str(area) for area in sheet.merged_cells.ranges} == {
        "A1:F1", "C2:D2", "C3:D3", "C4:D4", "C5:D5", "A6:D6", "A7:C8", "H2:H7",
    }  # fmt: skip
    assert (sheet["E6"].value, sheet["G3"].value, sheet["G5"].value) == (
        "=SUM(E3:E5)", "=E3*2", "=E5*2",
    )  # fmt: skip
    assert [sheet.cell(row, 2).value for row in (3, 4, 5)] == ["固定"] * 3
    assert str(sheet.print_area) == "'上报 表'!$A$1:$F$8"
    assert sheet.print_title_rows == "$1:$2"
    assert sheet.auto_filter.ref == "A2:F5"
    assert [each.id for each in sheet.row_breaks.brk] == [6]
    assert [str(each.sqref) for each in sheet.conditional_formatting] == ["E3:E5"]
    (choice,) = sheet.data_validations.dataValidation
    assert {str(area) for area in choice.sqref.ranges} == {"F3:F5", "F8"}


def test_fonts_borders_heights_and_page_stay(rich: Path) -> None:
    sheet = fill(rich, data(*THREE))
    assert (sheet["A1"].font.name, sheet["A1"].font.sz, sheet["A1"].font.b) == (
        "方正小标宋简体", 22, True,
    )  # fmt: skip
    for row in (3, 4, 5):
        for column in range(1, 7):
            cell = sheet.cell(row, column)
            assert cell.border.top.style == "thin", cell.coordinate
            assert cell.border.bottom.style == "thin", cell.coordinate
        assert (sheet.cell(row, 3).font.name, sheet.cell(row, 3).font.sz) == ("仿宋_GB2312", 12)
    heights = [sheet.row_dimensions[row].height for row in (1, 3, 4, 5, 6)]
    assert heights[:2] + heights[3:] == [40, 33, 33, 21]
    assert heights[2] > 60  # what is longer than the form has room for
    assert sheet["A6"].fill.fgColor.rgb == "00DDDDDD"
    assert sheet.column_dimensions["C"].width == 31.5
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 8)
    assert sheet.page_margins.left == 0.3
    assert sheet.oddFooter.center.text == "第&P页"
    assert sheet.freeze_panes == "A3"


@pytest.mark.parametrize(
    ("width", "shrunk", "shown"),
    [
        (20, False, 'yyyy"年"m"月"d"日"'),
        (13, True, 'yyyy"年"m"月"d"日"'),
        (11, True, "yyyy-mm-dd"),
        (8, True, "yyyy-mm-dd"),
    ],
)
def test_a_day_in_a_narrow_column_is_seen_whole(
    tmp_path: Path, width: float, *, shrunk: bool, shown: str
) -> None:
    """It is never broken: it is smaller, or without the characters that make it wide."""
    path = form(tmp_path, {"A1": "{{问题.检查时间}}"})
    book = openpyxl.load_workbook(path)
    sheet: Sheet = book.active
    sheet["A1"].alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    sheet.column_dimensions["A"].width, sheet.row_dimensions[1].height = width, 18
    book.save(path)
    filled = fill(path, data(finding()))
    assert filled["A1"].value == datetime(2026, 11, 20)
    assert (filled["A1"].alignment.shrink_to_fit or False) is shrunk
    assert filled["A1"].alignment.wrap_text is not shrunk
    assert (filled["A1"].alignment.horizontal, filled["A1"].alignment.vertical) == (
        "center", "center",
    )  # fmt: skip
    assert filled["A1"].number_format == shown
    assert filled.row_dimensions[1].height >= 18


def test_a_number_that_does_not_fit_is_made_smaller(tmp_path: Path) -> None:
    words = {"A1": "{{问题.扣分}}", "B1": "{{问题.序号}}", "C1": "{{问题.检查时间}}"}
    path = form(tmp_path, {**words})
    book = openpyxl.load_workbook(path)
    sheet: Sheet = book.active
    for place in words:
        sheet[place].alignment = Alignment(wrap_text=True)
        sheet.column_dimensions[place[0]].width = 3
    sheet["C1"].number_format = "yyyy-mm-dd"
    book.save(path)
    filled = fill(path, data(finding(deduction=150)))
    assert filled["A1"].value == 1.5
    assert filled["A1"].alignment.shrink_to_fit
    assert filled["C1"].alignment.shrink_to_fit  # no program breaks it
    assert not filled["B1"].alignment.shrink_to_fit


def test_other_sheets_follow(rich: Path) -> None:
    fill(rich, data(*THREE))
    book = openpyxl.load_workbook(rich.with_name("填好.xlsx"), rich_text=True)
    assert book["汇总"]["A1"].value == "='上报 表'!E6+SUM('上报 表'!E3:E5)"
    assert isinstance(book["汇总"]["A2"].value, CellRichText)


def test_the_form_itself_is_not_touched(rich: Path) -> None:
    before = rich.read_bytes()
    fill(rich, data(*THREE))
    assert rich.read_bytes() == before


def test_two_kinds_of_rows_on_one_sheet(tmp_path: Path) -> None:
    path = form(
        tmp_path,
        {"A1": "排名", "A2": "{{排名.名次}}", "B2": "{{排名.单位}}", "A3": "问题",
         "A4": "{{问题.问题编号}}", "B4": "{{问题.单位}}", "A5": "{{期间}}"},
    )  # fmt: skip
    sheet = fill(path, data(finding(number="1"), finding(number="2"), sites=3))
    assert [[c.value for c in row] for row in sheet.iter_rows()] == [
        ["排名", None], [1, "第1营业厅"], [2, "第2营业厅"], [3, "第3营业厅"], ["问题", None],
        ["1", "城东营业厅"], ["2", "城东营业厅"], ["2026年11月", None],
    ]  # fmt: skip


def test_only_the_same_checklist_is_compared(tmp_path: Path) -> None:
    """Ranks begin anew with each checklist: they stand together, and there is no common mean."""
    toll = PackFamily("toll", ("1",), "收费站")
    lines = [summary(site_name="甲"), summary(site_name="丙", pack=toll),
             summary(site_name="乙", rank=2, vetoes=1, total=8000)]  # fmt: skip
    values = form_data(lines, PeriodFindings((), (), (), {}), HEADING, TODAY, 4)
    path = form(
        tmp_path,
        {"A1": "{{排名.检查表}}", "B1": "{{排名.名次}}", "C1": "{{排名.单位}}", "A2": "{{总分}}",
         "B2": "{{服务礼仪}}", "C2": "{{加分}}"},
    )  # fmt: skip
    sheet = fill(path, values)
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["通信营业厅 2026.1", 1, "甲"], ["通信营业厅 2026.1", 2, "乙"], ["收费站 1", 1, "丙"],
        ["—", "—", "—"],
    ]  # fmt: skip


def test_findings_of_patrols_are_told_apart(tmp_path: Path) -> None:
    found = PeriodFindings((finding(),), (finding(), closed()), (), {})
    path = form(
        tmp_path,
        {
            "A1": "{{问题数}}",
            "B1": "{{巡视发现问题数}}",
            "C1": "{{已整改数}}",
            "A2": "{{问题.序号}}",
        },
    )
    sheet = fill(path, form_data([summary()], found, HEADING, TODAY, 4))
    assert [cell.value for cell in sheet[1]] == [1, 2, 0]
    assert sheet.max_row == 2


# Refusals


def test_unknown_words_are_named_by_cell_with_the_nearest_word(tmp_path: Path) -> None:
    path = form(
        tmp_path,
        {"A1": "{{单位名}}", "B7": "{{问题.存在的问题}}", "C7": "{{排名.总分}}", "D9": "{{xyz}}"},
    )
    with pytest.raises(FaultyFormError) as refused:
        read_form(path)
    said = problem_sentences(refused.value)
    assert said == [
        "sheet “报表”, cell A1  There is no field “单位名”. Did you mean “单位”?",
        "sheet “报表”, cell B7  There is no field “问题.存在的问题”. Did you mean “问题.存在问题”?",
        "sheet “报表”, cell C7  This row repeats for something else already; “排名” belongs in a"
        " row of its own.",
        "sheet “报表”, cell D9  There is no field “xyz”.",
    ]


def test_a_cell_of_two_lists_is_refused_with_the_second(tmp_path: Path) -> None:
    one, other = "{{问题.单位}}", "{{排名.单位}}"
    cells: dict[str, object] = {f"A{n}": one + other if n % 2 else other + one for n in range(1, 9)}
    refused = problems(form(tmp_path, cells))
    assert [found for _, _, found in refused] == ["排名", "问题"] * 4
    assert {fault for _, fault, _ in refused} == {Fault.TWO_KINDS_OF_ROWS}


def test_left_over_braces_tall_cells_and_forms_without_a_placeholder(tmp_path: Path) -> None:
    path = form(
        tmp_path,
        {"A1": "{{单位", "A2": "{{问题.序号}}", "B3": "{{排名.总分}}", "B5": "{单}"},
    )
    book = openpyxl.load_workbook(path)
    sheet: Sheet = book.active
    sheet.merge_cells("A2:A3")
    book.save(path)
    assert problems(path) == [
        ("报表!A1", Fault.UNCLOSED, "{{单位"),
        ("报表!A2", Fault.TALL_ROW, "A2:A3"),
    ]
    assert problems(form(tmp_path, {"A1": "单位"}, "空.xlsx")) == [("", Fault.NO_PLACEHOLDER, "")]


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK nothing")
    with pytest.raises(NotAWorkbookError):
        read_form(tmp_path / "a.xlsx")
    with pytest.raises(NotFoundError):
        read_form(tmp_path / "gone.xlsx")


def test_where_it_cannot_be_written_nothing_is_left(rich: Path) -> None:
    with pytest.raises(CannotWriteError):
        write_form(rich, rich.parent / "no" / "out.xlsx", data(), TODAY)
    assert [path.name for path in rich.parent.iterdir()] == ["表样.xlsx"]


def test_progress_is_told_and_stops(rich: Path) -> None:
    heard: list[tuple[int, int]] = []
    out = rich.with_name("填好.xlsx")
    write_form(rich, out, data(*THREE), TODAY, lambda *how_far: heard.append(how_far))
    assert heard == [(1, 3), (2, 3), (3, 3)]
    out.unlink()

    class StopError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        write_form(rich, out, data(*THREE), TODAY, stop)
    assert not out.exists()


# Samples


@pytest.mark.ci
def test_the_samples_are_sound_and_fill(tmp_path: Path, libreoffice: LibreOffice) -> None:
    paths = write_samples(tmp_path)
    assert [path.name for path in paths] == list(SAMPLES)
    for path in paths:
        assert read_form(path).sheets[0].records
        sheet = fill(path, data(*THREE))
        texts = [str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None]
        assert not any("{" in text for text in texts)
        again = openpyxl.load_workbook(libreoffice.convert(path.with_name("填好.xlsx"), "xlsx"))
        assert next(c.value for c in again.worksheets[0][1]) == sheet["A1"].value


def test_the_same_form_gives_the_same_bytes(rich: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_form(rich, rich.with_name(name), data(*THREE), date(2026, 11, 24))
    assert rich.with_name("a.xlsx").read_bytes() == rich.with_name("b.xlsx").read_bytes()


def test_how_much_was_observed_and_in_which_form_stand_beside_the_scores() -> None:
    family = replace(summary().pack, form=Form.MUST)
    seen = replace(summary(), pack=family, coverage=Coverage(32, 45))
    values = form_data([seen], PeriodFindings((), (), (), {}), HEADING, TODAY, 4)
    for told in (values.single, values.rows[Rows.RANKING][0]):
        said = [told[word] for word in ("已观察项数", "应查项数", "未观察项数", "检查范围")]
        assert said == [32, 45, 13, "必查"]
        assert value_text(told["覆盖率"], is_rate=is_rate("排名.覆盖率")) == "71.11%"
    # Of a visit before it was kept nothing is claimed.
    lines = [seen, replace(summary(), coverage=None)]
    before = form_data(lines, PeriodFindings((), (), (), {}), HEADING, TODAY, 4)
    assert before.single["覆盖率"] == before.single["已观察项数"] == "—"
    assert before.single["检查范围"] == "—"

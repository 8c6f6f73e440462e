"""A month's papers from one line, and superiors' forms, through `main`."""

import re
from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from PySide6.QtWidgets import QApplication

from inspector.workspace.extent import Extent, month_of
from inspector.workspace.folder_opening import open_beside
from inspector.workspace.papers.superior_forms import write_sample_forms
from inspector.workspace.preferences import CHECKED_BY, LETTER_HEAD, NOTICE_LETTER, ORGAN_CODE
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.cli.conftest import LAST_DAY, Run, sign
from tests.spoiling import cut_off, spoilt
from tests.storage.raw_files import contents

MONTH = ("--from", "2026-11-01", "--to", "2026-11-30")


@pytest.mark.ci
def test_all_papers_go_into_a_folder(english: Run, few: Path, tmp_path: Path) -> None:
    done = english("--data", few, "export", "all", "-o", tmp_path / "out", *MONTH)
    assert (done.code, done.err) == (
        0,
        "Left blank on paper: Number prefix, Red head."
        " They are set in the window, under Data, Preferences.\n",
    )
    lines = done.out.splitlines()
    written = dict(line.split(": ", 1) for line in lines[:9])
    records = list((tmp_path / "out" / "检查记录简表").iterdir())
    assert written.pop("Records of inspections") == f"{len(records)} files in {records[0].parent}"
    assert len(records) > 1
    assert written.keys() == {
        "Rectification ledger", "Summary", "Circular", "Circular as a letter",
        "Minutes of meetings", "Satisfaction", "What is covered of the plans", "What to train",
    }  # fmt: skip
    assert all(Path(path).is_file() for path in written.values())
    assert lines[9:] == [
        "  Patrol record left out: There is no completed patrol in this period.",
        "  Register of complaints left out: There is no complaint in this period.",
        "  Evaluation left out: It was not published for these days.",
        "  Notices left out: each draws a number; export notice writes them.",
    ]


@pytest.mark.ci
def test_papers_have_chinese_names_in_chinese(run: Run, few: Path, tmp_path: Path) -> None:
    done = run("--data", few, "export", "all", "-o", tmp_path / "out", *MONTH)
    lines = done.out.splitlines()
    assert [line.split("：")[0] for line in lines] == [
        "整改台账", "检查汇总表", "通报附件", "通报（公文）", "晨会纪要",
        "满意度测评情况表", "检查计划完成情况表", "培训建议", "检查记录",
        "  未导出巡视记录表", "  未导出投诉举报台账",
        "  未导出综合评价",
        "  未导出整改通知单",
    ]  # fmt: skip


@pytest.mark.ci
def test_a_name_in_pdf_is_the_same_paper_as_pages(
    english: Run, few: Path, tmp_path: Path, qapp: QApplication
) -> None:
    out = tmp_path / "汇总.pdf"
    done = english("--data", few, "export", "summary", "-o", out, *MONTH)
    assert (done.code, done.out.strip(), done.err) == (0, str(out), "")
    assert out.read_bytes().startswith(b"%PDF-")
    assert list(tmp_path.glob("*.xlsx")) == []
    done = english("--data", few, "export", "summary", "-o", tmp_path / "汇总.doc", *MONTH)
    assert (done.code, done.out) == (2, "")
    assert "汇总.doc” does not end in .xlsx or .pdf" in done.err
    done = english("--data", few, "export", "notice", "-o", tmp_path / "通知.pdf", *MONTH)
    assert (done.code, "Name a folder" in done.err) == (2, True)


@pytest.mark.ci
def test_a_month_may_be_named(english: Run, data: Path, tmp_path: Path) -> None:
    def export(*words: str) -> bytes:
        out = tmp_path / "表.xlsx"
        assert english("--data", data, "export", "summary", "-o", out, *words).code == 0
        return out.read_bytes()

    month = export(*MONTH)
    assert export("--month", "2026-11") == month
    assert export("--from", "2026-11", "--to", "2026-11") == month
    for words in (["--month", "2026-13"], ["--month", "2026-11", "--to", "2026-11"]):
        done = english("--data", data, "export", "summary", "-o", tmp_path / "no.xlsx", *words)
        assert (done.code, done.out) == (2, "")
        assert "month" in done.err


@pytest.mark.parametrize(
    "kind",
    [
        "rectification",
        "summary",
        "circular",
        "patrol",
        "minutes",
        "satisfaction",
        "evaluation",
        "plan",
        "complaints",
        "training",
    ],
)
def test_a_month_with_nothing_to_tell_is_no_failure(
    english: Run, few: Path, home: Path, kind: str
) -> None:
    """A script that asks for every month goes on; the sentence stands where no path is read."""
    done = english("--data", few, "export", kind, "-o", "x.xlsx", "--month", "2001-01")
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("in this period. Nothing was written.\n")
    assert list(home.iterdir()) == []


def test_a_faulty_form_is_told_before_anything_is_written(
    english: Run, few: Path, home: Path
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["B2"] = "{{总得分数}}"
    book.save(home / "form.xlsx")
    done = english("--data", few, "export", "all", "-o", "out", *MONTH, "--form", "form.xlsx")
    assert (done.code, done.out) == (1, "")
    assert "B2" in done.err
    assert [path.name for path in home.iterdir()] == ["form.xlsx"]


@pytest.mark.ci
def test_what_is_blank_on_papers_is_told(english: Run, tmp_path: Path) -> None:
    write_demo(tmp_path / "data", 3, 1, LAST_DAY)
    words = ("--data", tmp_path / "data", "export", "rectification", *MONTH)
    told = english(*words, "-o", tmp_path / "a.xlsx")
    assert told.code == 0
    blank, printed = told.err.splitlines()
    assert blank == (
        "Left blank on paper: Reporting unit, Filled in by, Checked by, Phone."
        " They are set in the window, under Data, Preferences."
    )
    assert printed.startswith("Prints at about ")
    sign(tmp_path / "data")
    told = english(*words, "--open", "--paper", "A3", "-o", tmp_path / "b.xlsx")
    (printed,) = told.err.splitlines()
    assert printed.endswith("A3 landscape.")
    assert openpyxl.load_workbook(tmp_path / "b.xlsx").sheetnames == ["整改台账"]


@pytest.mark.ci
def test_what_nothing_stands_for_on_a_form_is_named(
    english: Run, data: Path, tmp_path: Path
) -> None:
    with closing(Workspace(data)) as workspace:
        workspace.preferences.set(CHECKED_BY, "")
    (form, _) = write_sample_forms(tmp_path / "forms")
    words = ("--data", data, "export", "form", "--form", form, *MONTH, "-o", tmp_path / "a.xlsx")
    done = english(*words)
    assert done.code == 0
    assert re.fullmatch(r"Left blank: 报表!C\d+ 审核人\.\n", done.err)


@pytest.mark.ci
def test_formulas_that_nobody_reckoned_are_named_for_a_pdf(
    english: Run, few: Path, tmp_path: Path, qapp: QApplication
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "报表"
    for row in (["{{单位}}", "{{问题数}}"], ["两倍", "=B1*2"]):
        book.worksheets[0].append(row)
    book.worksheets[0].column_dimensions["A"].width = 60
    book.save(tmp_path / "表样.xlsx")
    words = ("--data", few, "export", "form", "--form", tmp_path / "表样.xlsx", *MONTH, "-o")
    assert english(*words, tmp_path / "a.xlsx").err == ""  # Excel will reckon it
    assert english(*words, tmp_path / "a.pdf").err == (
        "1 formula has no result stored and is blank on these pages: sheet “报表”, cell B2. Open"
        " the workbook in Excel or WPS, save it, and print it there.\n"
    )


@pytest.mark.ci
def test_each_kind_alone(english: Run, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "通报.xlsx"
    done = english("--data", data, "export", "circular", "-o", out, *MONTH)
    assert (done.code, done.out) == (0, f"{out}\n")
    assert openpyxl.load_workbook(out).sheetnames[0] == "通报"


@pytest.mark.ci
def test_an_edited_circular_goes_out_and_is_said(english: Run, few: Path, tmp_path: Path) -> None:
    with closing(open_beside(few)) as workspace:
        extent = Extent(month_of(date(2026, 11, 5)))
        workspace.kept_circulars.keep(extent, "现通报如下。", "原文。")
    words = ("--data", few, "export", "circular", *MONTH)
    done = english(*words, "-o", tmp_path / "a.xlsx")
    assert "The text was edited on " in done.err
    lettered = english(*words, "-o", tmp_path / "a.docx")
    assert "Left blank on paper: Number prefix, Red head. They" in lettered.err
    letter = [each.text for each in Document(str(tmp_path / "a.docx")).paragraphs]
    with closing(Workspace(few)) as workspace:
        workspace.preferences.set(ORGAN_CODE, "示文明办")
        workspace.preferences.set(LETTER_HEAD, "示例市文明办")
    open_number = "The number of the circular's letter is left open: the office gives it."
    assert open_number in english(*words, "-o", tmp_path / "b.docx").err
    assert letter[:2] == ["关于2026年11月", "文明窗口现场检查情况的通报"]
    assert "现通报如下。" in letter
    assert "附件：1. 检查排名表" in letter
    assert "sentences read otherwise now. --generated leaves it aside.\n" in done.err
    assert openpyxl.load_workbook(tmp_path / "a.xlsx")["通报"]["A2"].value == "　　现通报如下。"
    done = english(*words, "-o", tmp_path / "b.xlsx", "--generated")
    assert "edited" not in done.err
    made = openpyxl.load_workbook(tmp_path / "b.xlsx")["通报"]["A2"].value
    assert str(made).endswith("现将有关情况通报如下。")
    summary = ("export", "summary", *MONTH, "-o", tmp_path / "c.xlsx", "--generated")
    done = english("--data", few, *summary)
    assert (done.code, done.err) == (2, "--generated goes with circular, and with all.\n")


@pytest.mark.ci
def test_samples_are_written_checked_and_filled(english: Run, data: Path, tmp_path: Path) -> None:
    done = english("form", "--sample", tmp_path / "forms")
    first, second = map(Path, done.out.splitlines())
    assert english("form", second).out == f"{second}: a form with 19 fields, no problems\n"
    out = tmp_path / "填好.xlsx"
    done = english("--data", data, "export", "form", "--form", first, "-o", out, *MONTH)
    assert (done.code, done.err) == (0, "")
    assert not str(openpyxl.load_workbook(out).worksheets[0]["A1"].value).startswith("{{")


def test_every_placeholder_is_listed(run: Run, english: Run) -> None:
    listed = english("form", "--list").out
    assert "Anywhere:" in listed
    for word in ("{{单位}}", "{{问题.存在问题}}", "{{排名.总分}}"):
        assert f"  {word}" in listed
    assert run("form", "--list").out.startswith("任何位置：")


@pytest.mark.ci
def test_unknown_placeholders_are_told_by_cell(english: Run, data: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["B2"] = "{{总得分}}"
    book.save(tmp_path / "表.xlsx")
    expected = "  sheet “Sheet”, cell B2  There is no field “总得分”. Did you mean “总分”?\n"
    checked = english("form", tmp_path / "表.xlsx")
    assert (checked.code, checked.err) == (1, f"表.xlsx: 1 problem.\n{expected}")
    out = tmp_path / "out.xlsx"
    before = contents(data)
    filled = english(
        "--data", data, "export", "form", "--form", tmp_path / "表.xlsx", "-o", out, *MONTH
    )
    assert (filled.code, filled.out) == (1, "")
    assert filled.err == f"表.xlsx: 1 problem, the form was not filled.\n{expected}"
    assert not out.exists()
    assert contents(data).keys() == before.keys()


@pytest.mark.ci
def test_a_circular_lists_what_is_not_closed(english: Run, few: Path, tmp_path: Path) -> None:
    with closing(open_beside(few)) as workspace:
        listed = workspace.reports.circular(Extent(month_of(date(2026, 11, 5)))).findings
    still = [each for each in listed if not each.state.is_ended]
    assert 0 < len(still) < len(listed)
    words = ("--data", few, "export", "circular", *MONTH)
    whole, left = (
        _problems(english, tmp_path / name, *words, *more)
        for name, more in (("a.xlsx", ()), ("b.xlsx", ("--open",)))
    )
    assert [len(each) for each in (whole, left)] == [len(listed), len(still)]
    done = english(*words, "-o", tmp_path / "c.docx", "--open")
    assert (done.code, done.out) == (2, "")
    assert done.err == "A letter has no list of problems: --open goes with a workbook.\n"
    assert not (tmp_path / "c.docx").exists()


def _problems(run: Run, path: Path, *words: object) -> list[object]:
    """Return the numbered rows of the list of problems that a command writes."""
    assert run(*words, "-o", path).code == 0
    (sheet,) = (each for each in openpyxl.load_workbook(path) if "问题清单" in each.title)
    return [row[1] for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]


@pytest.mark.parametrize(
    "words",
    [
        ("export", "form", "-o", "a.xlsx"),
        ("export", "summary", "--form", "b.xlsx", "-o", "a.xlsx"),
        ("export", "all", "--inspection", "1", "-o", "a"),
        ("form",),
        ("form", "--list", "--sample", "x"),
        ("form", "a.xlsx", "--list"),
    ],
)
def test_options_that_do_not_go_together(english: Run, data: Path, words: tuple[str, ...]) -> None:
    done = english("--data", data, *words)
    assert done.code == 2
    assert done.err


@pytest.mark.ci
def test_a_file_that_does_not_read_back_is_not_told(
    english: Run, data: Path, tmp_path: Path
) -> None:
    path = tmp_path / "台账.xlsx"
    words = ("--data", data, "export", "rectification", "-o", path, *MONTH)
    with spoilt(lambda each: each == path, cut_off) as done:
        told = english(*words)
    assert done == [path]
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith(f"{path} is not as it was written")
    assert english(*words).code == 0


@pytest.mark.ci
def test_a_record_has_two_editions(english: Run, few: Path, tmp_path: Path) -> None:
    """That of exceptions unless the whole one is asked for; both of one visit lie side by side."""
    for words in ([], ["--edition", "exceptions"], ["--edition", "whole"]):
        done = english("--data", few, "export", "record", "-o", tmp_path / "out", *MONTH, *words)
        assert (done.code, done.err) == (0, "")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    short, whole = (
        [name for name in names if f"_{kind}_" in name] for kind in ("检查记录简表", "检查记录表")
    )
    assert short
    assert [name.replace("简表", "表") for name in short] == whole
    done = english("--data", few, "export", "summary", "--edition", "whole", "-o", "a.xlsx", *MONTH)
    assert (done.code, done.err.splitlines()[-1]) == (2, "--edition goes with record and with all.")


@pytest.mark.ci
def test_notices_are_letters_as_chosen_in_the_window(
    english: Run, few: Path, tmp_path: Path
) -> None:
    words = ("--data", few, "export", "notice", *MONTH, "-o")

    def letters(folder: str, *more: str) -> bool:
        assert english(*words, tmp_path / folder, *more).code == 0
        return any((tmp_path / folder).glob("*.docx"))

    assert not letters("a")
    assert letters("b", "--letter")
    with closing(Workspace(few)) as workspace:
        workspace.preferences.set(NOTICE_LETTER, "yes")
    assert letters("c")
    assert not letters("d", "--no-letter")

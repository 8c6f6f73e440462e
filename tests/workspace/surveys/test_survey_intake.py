"""Results of a survey as a workbook: known heads, refusals by cell, twice is once."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault
from inspector.domain.survey.survey_sheet import Channel, Satisfaction
from inspector.excel.surveys.survey_results import ResultRow
from inspector.workspace.changes import Changes
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.file_kinds import FileKind, kind_of
from inspector.workspace.surveys.intake_words import intake_sentences
from inspector.workspace.surveys.survey_intake import _keys
from inspector.workspace.surveys.surveys import Asked
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import add_site

HEADS = (
    "序号",
    "单位名称",
    "办事窗口",
    "提交答卷时间",
    "您的总体评价",
    "不满意原因",
    "姓名",
    "手机号",
)
DAY = date(2026, 11, 27)


def book(path: Path, *rows: tuple[object, ...], heads: tuple[str, ...] = HEADS) -> Path:
    """Write results below a title."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "答卷"
    sheet.append(["满意度调查结果"])
    sheet.append(heads)
    for row in rows:
        sheet.append(list(row))
    workbook.save(path)
    return path


def test_rows_become_sheets_without_names(workspace: Workspace, tmp_path: Path) -> None:
    site = add_site(workspace)
    path = book(
        tmp_path / "答卷.xlsx",
        (1, site.name, "1号窗口", "2026-11-26 10:02:11", "非常满意", "", "某甲", "13800000000"),
        (2, site.name, "", "2026/11/27 9:00", "不太满意", "等太久，电话13800000000", "", ""),
    )
    assert kind_of(path) is FileKind.SURVEY
    preview = workspace.survey_intake.preview(path)
    assert preview.unread == ("序号", "姓名", "手机号")
    assert workspace.survey_intake.take_in(preview).surveys
    second, first = (line.sheet for line in workspace.surveys.newest(site.id))
    assert (first.grade, first.window_number, first.day, first.channel, first.source) == (
        Satisfaction.VERY_SATISFIED, "1号窗口", date(2026, 11, 26), Channel.CODE, "答卷.xlsx",
    )  # fmt: skip
    assert (second.grade, second.reason) == (Satisfaction.DISSATISFIED, "等太久，电话*********00")


def test_the_same_file_twice_changes_nothing_and_other_files_are_all_new(
    workspace: Workspace, tmp_path: Path
) -> None:
    site = add_site(workspace)
    same = (1, site.name, "", DAY, "满意", "", "", "")
    path = book(tmp_path / "a.xlsx", same, same)
    workspace.survey_intake.take_in(workspace.survey_intake.preview(path))
    copied = Path(shutil.copy(path, tmp_path / "另存.xlsx"))
    again = workspace.survey_intake.preview(copied)
    assert (again.new, again.known) == ((), 2)
    assert workspace.survey_intake.take_in(again) == Changes()
    longer = workspace.survey_intake.preview(book(tmp_path / "b.xlsx", same, same, same))
    assert (len(longer.new), longer.known, longer.alike) == (3, 0, 2)
    assert intake_sentences(longer) == [
        "b.xlsx: results of a survey, 3 sheets are new",
        "2 of the new ones say exactly what some of other files say: they count as well."
        " If these are the same answers, do not take the file in.",
        "Columns that are not read: 序号、姓名、手机号",
    ]
    workspace.survey_intake.take_in(longer)
    assert len(workspace.surveys.newest(site.id)) == 5


def test_the_same_number_is_known_in_another_file(workspace: Workspace, tmp_path: Path) -> None:
    site = add_site(workspace)
    heads = ("编号", "单位", "日期", "满意度")
    one, two = (("A1", site.name, DAY, "满意"), ("A2", site.name, DAY, "满意"))
    path = book(tmp_path / "a.xlsx", one, heads=heads)
    workspace.survey_intake.take_in(workspace.survey_intake.preview(path))
    both = workspace.survey_intake.preview(book(tmp_path / "b.xlsx", one, two, heads=heads))
    assert (len(both.new), both.known) == (1, 1)


def test_our_own_table_is_refused_whole_or_its_list_alone(
    workspace: Workspace, tmp_path: Path
) -> None:
    site = add_site(workspace)
    workspace.surveys.record(Asked(site, DAY), Satisfaction.DISSATISFIED, "等候时间长")
    path = workspace.reports.write_satisfaction(tmp_path / "s.xlsx", Extent(month_of(DAY)))
    whole = load_workbook(path)
    del whole[whole.sheetnames[0]]
    whole.save(tmp_path / "差评.xlsx")
    for own in (path, tmp_path / "差评.xlsx"):
        assert kind_of(own) is FileKind.SURVEY
        with pytest.raises(FaultyFileError) as refused:
            workspace.survey_intake.preview(own)
        assert [each.fault for each in refused.value.problems] == [Fault.OWN_PAPER]
    assert len(workspace.surveys.newest(site.id)) == 1


def test_grades_may_be_the_numbers_that_slips_print(workspace: Workspace, tmp_path: Path) -> None:
    site = add_site(workspace)
    rows = [(n, site.name, "", DAY, given, "", "", "") for n, given in enumerate((1, "5", "满意"))]
    preview = workspace.survey_intake.preview(book(tmp_path / "a.xlsx", *rows))
    assert [sheet.grade for sheet in preview.new] == [
        Satisfaction.VERY_SATISFIED, Satisfaction.VERY_DISSATISFIED, Satisfaction.SATISFIED,
    ]  # fmt: skip
    assert (
        "2 grades are numbers: 1 is read as “very satisfied”, 5 as “very dissatisfied”."
        in intake_sentences(preview)
    )


def test_cells_and_what_the_roster_does_not_know_are_told_at_once(
    workspace: Workspace, tmp_path: Path
) -> None:
    site = add_site(workspace)
    path = book(
        tmp_path / "a.xlsx",
        (1, "没有的厅", "", "昨天", "好", "", "", ""),
        (2, site.name, "", date(2027, 11, 20), "6", "", "", ""),
    )
    with pytest.raises(FaultyFileError) as refused:
        workspace.survey_intake.preview(path)
    assert sorted((each.place, each.fault.name) for each in refused.value.problems) == [
        ("答卷!B3", "NOT_ONE_OF"),
        ("答卷!D3", "NOT_A_DATE"),
        ("答卷!D4", "OUT_OF_RANGE"),
        ("答卷!E3", "NOT_ONE_OF"),
        ("答卷!E4", "NOT_ONE_OF"),
    ]


def test_a_corrected_sheet_is_known_as_well(workspace: Workspace, tmp_path: Path) -> None:
    site = add_site(workspace)
    path = book(tmp_path / "a.xlsx", (1, site.name, "", DAY, "满意", "", "", ""))
    workspace.survey_intake.take_in(workspace.survey_intake.preview(path))
    (line,) = workspace.surveys.newest(site.id)
    workspace.surveys.correct(line.sheet.id, Satisfaction.DISSATISFIED)
    assert workspace.survey_intake.preview(path).new == ()


def test_every_wrong_cell_is_named_and_nothing_changes(
    workspace: Workspace, tmp_path: Path
) -> None:
    site = add_site(workspace)
    path = book(
        tmp_path / "a.xlsx",
        (1, site.name, "", DAY, "6", "", "", ""),
        (2, site.name, "", "昨天", "满意", "", "", ""),
        (3, "", "", DAY, "", "", "", ""),
        (4, site.name, "", DAY, "满意", "=1+1", "", ""),
    )
    with pytest.raises(FaultyFileError) as refused:
        workspace.survey_intake.preview(path)
    assert [(each.place, each.fault) for each in refused.value.problems] == [
        ("答卷!E3", Fault.NOT_ONE_OF),
        ("答卷!D4", Fault.NOT_A_DATE),
        ("答卷!B5", Fault.MISSING),
        ("答卷!E5", Fault.MISSING),
        ("答卷!F6", Fault.FORMULA),
    ]
    assert workspace.surveys.newest(site.id) == []


def test_what_the_roster_does_not_know_is_named(workspace: Workspace, tmp_path: Path) -> None:
    site = add_site(workspace)
    path = book(
        tmp_path / "a.xlsx",
        (1, "没有的厅", "", DAY, "满意", "", "", ""),
        (2, site.name, "99号窗口", DAY, "满意", "", "", ""),
        (3, site.name, "", date(2026, 11, 28), "满意", "", "", ""),
    )
    with pytest.raises(FaultyFileError) as refused:
        workspace.survey_intake.preview(path)
    assert [(each.place, each.fault) for each in refused.value.problems] == [
        ("答卷!B3", Fault.NOT_ONE_OF),
        ("答卷!C4", Fault.NOT_ONE_OF),
        ("答卷!D5", Fault.OUT_OF_RANGE),
    ]


def test_a_number_that_stood_for_another_answer_is_named(
    workspace: Workspace, tmp_path: Path
) -> None:
    site = add_site(workspace)
    heads = ("编号", "单位", "日期", "满意度")
    first = book(tmp_path / "a.xlsx", ("A1", site.name, DAY, "满意"), heads=heads)
    workspace.survey_intake.take_in(workspace.survey_intake.preview(first))
    other = book(tmp_path / "b.xlsx", ("A1", site.name, DAY, "不满意"), heads=heads)
    with pytest.raises(FaultyFileError) as refused:
        workspace.survey_intake.preview(other)
    assert [(each.place, each.fault) for each in refused.value.problems] == [
        ("答卷!A3", Fault.DUPLICATE)
    ]


def test_without_the_needed_heads_it_is_no_survey(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", heads=("单位", "满意度"))
    assert kind_of(path) is not FileKind.SURVEY


rows = st.lists(
    st.builds(
        ResultRow, st.sampled_from(["甲厅", "乙厅"]), st.just(""), st.just(DAY),
        st.sampled_from(Satisfaction), st.sampled_from(["", "等候时间长"]),
        st.sampled_from(Channel), st.just(""),
        st.just("B1"), st.just("C1"), st.just("D1"), st.just("A1"),
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=50)
@given(rows)
def test_keys_of_a_file_are_its_own(own: list[ResultRow]) -> None:
    keys, others = _keys(own, "a"), _keys(own, "b")
    assert len(set(keys)) == len(keys)
    assert _keys(own, "a") == keys
    assert not set(keys) & set(others)

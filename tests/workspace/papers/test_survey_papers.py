"""满意度测评情况表 and slips, read back from their files."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from inspector.domain.days.span import SpanKind, span_of
from inspector.domain.days.workdays import Calendar
from inspector.domain.figures.figure_facts import FigureScope
from inspector.domain.survey.survey_sheet import Satisfaction
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.preferences import SURVEY_LEAST
from inspector.workspace.surveys.surveys import Asked
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import add_site, answer_all, start

DAY = date(2026, 11, 27)


def test_rates_interval_and_rank(workspace: Workspace, tmp_path: Path) -> None:
    big, small = add_site(workspace, name="大厅"), add_site(workspace, name="小厅")
    for site, good, bad in ((big, 27, 3), (small, 2, 1)):
        for number in range(good + bad):
            grade = Satisfaction.SATISFIED if number < good else Satisfaction.DISSATISFIED
            reason = "" if number < good else "等候时间长"
            sheet, _ = workspace.surveys.record(Asked(site, DAY), grade, reason)
    workspace.surveys.take_back(sheet.id)
    path = workspace.reports.write_satisfaction(tmp_path / "a.xlsx", Extent(month_of(DAY)))
    table, bad_ones = load_workbook(path).worksheets
    rows = [[cell.value for cell in row] for row in table.iter_rows()]
    at = next(n for n, row in enumerate(rows) if row[0] == "名次")
    assert rows[at + 1] == [
        "1", "大厅", 30, 0, 27, 0, 3, 0, 0.9, "74.38%–96.54%", 0.1, "等候时间长（3）", None,
    ]  # fmt: skip
    assert rows[at + 2][:3] == ["—", "小厅", 2]
    assert rows[at + 2][-1] == "不足30份"
    assert rows[at + 3][1:3] == ["合计", 32]
    said = "".join(str(row[0]) for row in rows[at + 4 :])
    assert "另有更正前的测评0份、录错作废的1份，均不计入。" in said
    assert bad_ones.max_row >= 5
    assert "单位：份" not in [cell.value for row in bad_ones.iter_rows() for cell in row]


def test_slips_run_on_and_ask_for_no_name(workspace: Workspace, tmp_path: Path) -> None:
    site = add_site(workspace)
    workspace.surveys.record(Asked(site, DAY), Satisfaction.SATISFIED, slip=4)
    path = workspace.reports.write_slips(tmp_path / "a.xlsx", site, 11)
    (sheet,) = load_workbook(path).worksheets
    said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    slips = [text for text in said if "□" in text]
    assert [f"第{number}号" in slip for number, slip in enumerate(slips, 5)] == [True] * 11
    assert "□1 非常满意" in slips[0]
    assert "不用写姓名" in slips[0]
    offered = workspace.surveys.reasons()
    assert len(offered) == 9
    assert all(f"□{reason}" in slips[0] for reason in offered)
    assert sheet.print_title_rows == "$1:$1"
    rows = [sheet.row_dimensions[row].height for row in range(2, 8)]
    assert max(rows) <= 130, "five of them and the title are a page"


def test_a_circular_says_how_satisfied_people_are(workspace: Workspace) -> None:
    site = add_site(workspace, name="大厅")
    visit = start(workspace, site)
    answer_all(workspace, visit)
    workspace.inspections.complete(visit)
    november = Extent(month_of(DAY))
    assert "满意" not in workspace.reports.circular_draft(november).generated
    for number in range(10):
        grade = Satisfaction.DISSATISFIED if number == 0 else Satisfaction.SATISFIED
        workspace.surveys.record(Asked(site, DAY), grade, "" if number else "等候时间长")
    text = workspace.reports.circular_draft(november).generated
    assert (
        "随机测评群众10人次，满意率90.00%（95%置信区间59.58%–98.21%），差评1份，主要反映等候时间长。"
        in text.split("\n")
    )


def test_who_is_ranked_is_the_offices_own_number_on_the_page_of_figures(
    workspace: Workspace,
) -> None:
    site = add_site(workspace, name="大厅")
    for _ in range(3):
        workspace.surveys.record(Asked(site, DAY), Satisfaction.SATISFIED)
    for least, ranked in (("4", False), ("3", True)):
        workspace.preferences.set(SURVEY_LEAST, least)
        figures = workspace.figures.read(FigureScope(span_of(SpanKind.MONTH, DAY)), DAY, Calendar())
        rate = figures.satisfaction[site.id]
        assert (rate.least, rate.ranked) == (int(least), ranked)
        assert rate == workspace.surveys.rates(DAY, DAY)[site.id]


def test_a_form_has_the_rates_of_the_period_and_of_each_site(workspace: Workspace) -> None:
    site = add_site(workspace, name="大厅")
    november = Extent(month_of(DAY))

    def words() -> dict[str, str]:
        return {each.word: each.value for each in workspace.reports.form_words(november)}

    assert (words()["测评份数"], words()["满意率"]) == ("0", "—")
    visit = start(workspace, site)
    answer_all(workspace, visit)
    workspace.inspections.complete(visit)
    for number in range(3):
        grade = Satisfaction.DISSATISFIED if number == 0 else Satisfaction.SATISFIED
        workspace.surveys.record(Asked(site, DAY), grade)
    said = words()
    assert [said[word] for word in ("测评份数", "满意率", "差评份数", "差评率")] == [
        "3", "66.67%", "1", "33.33%",
    ]  # fmt: skip
    assert said["排名.满意率"].startswith("66.67%")

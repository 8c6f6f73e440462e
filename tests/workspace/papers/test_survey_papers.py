"""满意度测评情况表 and slips, read back from their files."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from inspector.domain.survey.survey_sheet import Satisfaction
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.surveys.surveys import Asked
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import add_site

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

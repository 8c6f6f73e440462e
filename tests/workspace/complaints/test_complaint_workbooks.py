"""投诉举报 as workbooks: printed, sent out, filled in, taken in, refused by cell, twice."""

from datetime import date
from pathlib import Path
from typing import Any, cast

import openpyxl
import pytest

from inspector.domain.complaint.arrival import Arrival
from inspector.domain.complaint.complaint import (
    Channel,
    Complaint,
    ComplaintKind,
    ComplaintState,
)
from inspector.domain.complaint.complaint_errors import NoComplaintError
from inspector.domain.complaint.complaint_returned import Fate
from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault
from inspector.domain.survey.survey_sheet import Satisfaction
from inspector.workspace.complaints.complaint_intake_words import intake_lines, intake_summary
from inspector.workspace.extent import Extent, Period
from inspector.workspace.file_kinds import FileKind, kind_of
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, dump, visit

NOVEMBER = Extent(Period(date(2026, 11, 1), date(2026, 11, 30)))

Cells = dict[str, Any]


def came(workspace: Workspace, clock: Clock) -> list[Complaint]:
    """Four of November: a call, an anonymous box, a report of somebody, one answered; October's."""
    site, other = add_site(workspace), add_site(workspace, "城西厅")
    arrivals = [
        ("2026-10-20", Arrival(other, "等了一个钟头", Channel.LETTER, complainant="赵先生")),
        ("2026-11-02", Arrival(site, "解释不清，跑了两趟", window_number="1号窗口",
                               complainant="李女士", phone="13800000000")),
        ("2026-11-03", Arrival(site, "没有饮水", Channel.BOX, ComplaintKind.SUGGESTION,
                               anonymous=True)),
        ("2026-11-04", Arrival(other, "收了代办费", Channel.WEB, ComplaintKind.REPORT,
                               complainant="孙某")),
        ("2026-11-05", Arrival(site, "态度生硬", Channel.HOTLINE, complainant="周先生")),
    ]  # fmt: skip
    made = []
    for day, arrival in arrivals:
        clock.set(day)
        made.append(workspace.complaints.receive(arrival)[0])
    last = [made[-1].id]
    clock.set("2026-11-06")
    workspace.complaints.accept(last, "综合部", "王主任")
    workspace.complaints.verify(last, True, "监控可证")
    workspace.complaints.answer(last, "已电话致歉")
    workspace.complaints.follow_up(last, Satisfaction.SATISFIED)
    clock.set("2026-11-27")
    return [workspace.complaints.get(each.id) for each in made]


def texts(path: Path) -> dict[str, str]:
    return {
        sheet.title: "\n".join(
            str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell
        )
        for sheet in openpyxl.load_workbook(path)
    }


def fill_in(path: Path, rows: dict[str, Cells]) -> None:
    """Write into the columns of a row, by number and head, as somebody in a unit would."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    cells = list(sheet.iter_rows())
    head = next(row for row in cells if any(cell.value == "投诉编号" for cell in row))
    columns = {str(cell.value).split("\n")[0]: cell.column for cell in head if cell.value}
    for row in cells:
        number = sheet.cell(cast(int, row[0].row), columns["投诉编号"]).value
        for name, value in rows.get(str(number), {}).items():
            sheet.cell(cast(int, row[0].row), columns[name]).value = value
    book.save(path)


def sent(workspace: Workspace, tmp_path: Path) -> Path:
    path = tmp_path / "办理.xlsx"
    workspace.reports.write_complaints_to_fill_in(path, NOVEMBER)
    return path


@pytest.mark.ci
def test_the_register_names_nobody_who_is_anonymous_or_reported(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    came(workspace, clock)
    path = workspace.reports.write_complaints(tmp_path / "台账.xlsx", NOVEMBER)
    said = texts(path)
    assert list(said) == ["投诉举报台账", "投诉举报月报", "台账（筛选用）"]
    for title in ("投诉举报台账", "台账（筛选用）"):
        assert "李女士" in said[title]
        assert "匿名" in said[title]
        assert "保密" in said[title]
        assert "孙某" not in said[title]
        assert "13800000000" not in said[title]
        assert "待受理（逾期）" in said[title]
    assert "赵先生" not in said["投诉举报台账"]  # of October
    # It is told for what it is: not the form, which alone is taken in.
    assert kind_of(path) is FileKind.COMPLAINTS
    with pytest.raises(FaultyFileError) as refused:
        workspace.complaint_intake.preview(path)
    assert [each.fault for each in refused.value.problems] == [Fault.A_REGISTER]


def test_the_month_is_told_beside_the_one_before(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    came(workspace, clock)
    path = workspace.reports.write_complaints(tmp_path / "台账.xlsx", NOVEMBER)
    rows = list(openpyxl.load_workbook(path)["投诉举报月报"].iter_rows(values_only=True))
    (total,) = [row[1:] for row in rows if row[0] == "合计"]
    # 收到 上期 办结 按期 按期办结率 上期 属实 回访 满意 未办结 逾期 上期未办结
    assert total == (4, 1, 1, 1, 0.25, 0, 1, 1, 1, 3, 3, 1)
    parts = [row[0] for row in rows if row[0] and str(row[0]).startswith(("一", "二", "三"))]
    assert parts == ["一、按单位", "二、按渠道", "三、按类别"]
    by_site = {row[0]: row[1] for row in rows if row[0] in ("城东厅", "城西厅")}
    assert by_site == {"城东厅": 3, "城西厅": 1}


def test_sites_stand_in_the_order_of_the_roster(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    names = ("政务大厅", "城西厅", "城东厅")
    for site in [add_site(workspace, name) for name in names]:
        clock.set("2026-11-02")
        workspace.complaints.receive(Arrival(site, "等得太久"))
    path = workspace.reports.write_complaints(tmp_path / "台账.xlsx", NOVEMBER)
    rows = openpyxl.load_workbook(path)["投诉举报月报"].iter_rows(values_only=True)
    assert tuple(row[0] for row in rows if row[0] in names) == names


def test_what_is_sent_out_waits_for_an_answer_and_has_no_names(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    complaints = came(workspace, clock)
    said = "".join(texts(sent(workspace, tmp_path)).values())
    assert all(each.number in said for each in complaints[:4])  # October's is still open
    assert complaints[4].number not in said
    for name in ("李女士", "赵先生", "孙某", "13800000000"):
        assert name not in said


@pytest.mark.ci
def test_what_comes_back_is_taken_in_once(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    october, call, box, *_ = came(workspace, clock)
    path = sent(workspace, tmp_path)
    assert kind_of(path) is FileKind.COMPLAINTS
    fill_in(path, {
        call.number: {"是否属实": "属实", "核实情况": "确未一次告知", "处理结果": "已致歉并补办",
                      "反馈时间": "2026-11-05"},
        box.number: {"是否属实": "不属实", "核实情况": "饮水机在二楼"},
    })  # fmt: skip
    preview = workspace.complaint_intake.preview(path)
    assert intake_summary(preview) == "2 complaints filled in, 2 complaints not filled in"
    assert workspace.complaint_intake.take_in(preview).complaints
    done, looked_at = (workspace.complaints.get(each.id) for each in (call, box))
    assert done.state is ComplaintState.ANSWERED
    assert (done.verification, done.answer) == ("确未一次告知", "已致歉并补办")
    assert done.answered_at is not None
    assert done.answered_at.date() == date(2026, 11, 5)
    assert done.answered_in_time
    assert looked_at.state is ComplaintState.UNFOUNDED
    assert workspace.complaints.get(october.id).state is ComplaintState.RECEIVED
    assert workspace.complaints.differing() == []

    before = dump(workspace.folder)
    again = workspace.complaint_intake.preview(path)
    assert intake_summary(again) == (
        "2 complaints unchanged: taken in before, 2 complaints not filled in"
    )
    assert intake_lines(again) == [f"“办理.xlsx”: {intake_summary(again)}"]
    assert not workspace.complaint_intake.take_in(again).complaints
    assert dump(workspace.folder) == before
    # Nor where it was taken up again since: that was said of the first round.
    workspace.complaints.reopen([call.id], "不认可")
    assert workspace.complaint_intake.preview(path).of(Fate.TAKEN) == ()


@pytest.mark.parametrize(
    ("column", "value", "fault"),
    [
        ("单位", "城南厅", Fault.OTHER_COMPLAINT),
        ("窗口", "9号窗口", Fault.OTHER_COMPLAINT),
        ("反映内容", "别的事", Fault.OTHER_COMPLAINT),
        ("投诉编号", "2611-K7M-T9999", Fault.UNKNOWN_COMPLAINT),
        ("是否属实", "也许", Fault.NOT_ONE_OF),
        ("是否属实", None, Fault.MISSING),
        ("核实情况", None, Fault.MISSING),
        ("处理结果", None, Fault.MISSING),
        ("反馈时间", None, Fault.MISSING),
        ("反馈时间", "上周", Fault.NOT_A_DAY),
        ("反馈时间", "2026-11-28", Fault.NOT_THEN),
        ("反馈时间", "2026-11-01", Fault.NOT_THEN),
    ],
)
def test_what_contradicts_is_refused_by_its_cell_and_nothing_of_its_row_is_taken(
    workspace: Workspace,
    clock: Clock,
    tmp_path: Path,
    column: str,
    value: str | None,
    fault: Fault,
) -> None:
    _, call, *_ = came(workspace, clock)
    path = sent(workspace, tmp_path)
    cells: Cells = {
        "是否属实": "属实", "核实情况": "确未一次告知", "处理结果": "已致歉", "反馈时间": "11-05",
        column: value,
    }  # fmt: skip
    fill_in(path, {call.number: cells})
    before = dump(workspace.folder)
    preview = workspace.complaint_intake.preview(path)
    (problem,) = preview.problems
    assert problem.fault is fault
    assert "投诉举报办理!" in problem.place
    workspace.complaint_intake.take_in(preview)
    assert dump(workspace.folder) == before


def test_what_was_said_otherwise_before_stays(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    _, call, *_ = came(workspace, clock)
    path = sent(workspace, tmp_path)
    fill_in(path, {call.number: {"是否属实": "不属实", "核实情况": "查无此事"}})
    workspace.complaints.accept([call.id], "综合部")
    workspace.complaints.verify([call.id], True, "监控可证")
    (problem,) = workspace.complaint_intake.preview(path).problems
    assert (problem.fault, problem.found, problem.expected) == (
        Fault.SAID_OTHERWISE, "不属实", "属实",
    )  # fmt: skip


def test_a_number_that_stands_twice_is_refused_the_second_time(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    _, call, box, *_ = came(workspace, clock)
    path = sent(workspace, tmp_path)
    said: Cells = {"是否属实": "属实", "核实情况": "属实"}
    fill_in(path, {call.number: said, box.number: {**said, "投诉编号": call.number}})
    preview = workspace.complaint_intake.preview(path)
    assert len(preview.of(Fate.TAKEN)) == 1
    assert {each.fault for each in preview.problems} == {Fault.DUPLICATE, Fault.OTHER_COMPLAINT}


def test_without_the_column_that_says_which_one_nothing_is_taken(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    came(workspace, clock)
    path = sent(workspace, tmp_path)
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == "反映内容":
                cell.value = "说的什么"
    book.save(path)
    with pytest.raises(FaultyFileError) as refused:
        workspace.complaint_intake.preview(path)
    assert [each.fault for each in refused.value.problems] == [Fault.NO_COLUMN]


def test_of_a_period_without_complaints_there_is_no_workbook(
    workspace: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(NoComplaintError):
        workspace.reports.write_complaints(tmp_path / "台账.xlsx", NOVEMBER)
    with pytest.raises(NoComplaintError):
        workspace.reports.write_complaints_to_fill_in(tmp_path / "台账.xlsx", NOVEMBER)


def test_a_form_has_the_complaints_of_the_period_and_of_each_site(
    workspace: Workspace, clock: Clock
) -> None:
    def words() -> dict[str, str]:
        return {each.word: each.value for each in workspace.reports.form_words(NOVEMBER)}

    assert (words()["投诉件数"], words()["按期办结率"]) == ("0", "—")
    came(workspace, clock)
    visit(workspace, workspace.rosters.site_named("城东厅"))
    said = words()
    names = (
        "投诉件数",
        "投诉属实件数",
        "投诉办结件数",
        "按期办结率",
        "投诉未办结件数",
        "投诉逾期件数",
    )
    assert [said[word] for word in names] == ["4", "1", "1", "25.00%", "3", "3"]
    assert [said[f"排名.{word}"] for word in names] == ["3", "1", "1", "33.33%", "2", "2"]

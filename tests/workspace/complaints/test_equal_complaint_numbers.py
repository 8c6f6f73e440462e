"""Two laptops gave one number to complaints: register and papers tell which one came."""

from datetime import date
from pathlib import Path

import pytest

from inspector.domain.complaint.arrival import Arrival
from inspector.domain.complaint.complaint import Complaint
from inspector.workspace.extent import Extent, Period
from inspector.workspace.workspace import Workspace
from tests.workspace.complaints.test_complaint_workbooks import fill_in
from tests.workspace.visiting import add_site

NOVEMBER = Extent(Period(date(2026, 11, 1), date(2026, 11, 30)))


@pytest.fixture
def both(workspace: Workspace) -> tuple[Complaint, Complaint]:
    """A complaint of this laptop, and one that came from K7M: of one number, saying the same."""
    site, database = add_site(workspace), workspace.database
    own, _ = workspace.complaints.receive(Arrival(site, "等了一个钟头"))
    theirs, _ = workspace.complaints.receive(Arrival(site, "等了一个钟头"))
    with database.transaction():
        database.write("UPDATE complaint SET number = ? WHERE id = ?", (own.number, theirs.id))
        database.insert(
            "laptop",
            {
                "id": "other", "code": "K7M", "name": "城西", "key": "", "met_at": "",
                "confirmed_by": "",
            },
        )  # fmt: skip
        database.insert(
            "received_object",
            {
                "kind": "complaint", "subject": theirs.id, "laptop": "other", "bundle": "b",
                "digest": "", "places": "", "left_out": "[]",
            },
        )  # fmt: skip
    return own, theirs


def test_the_register_tells_them_apart(
    workspace: Workspace, both: tuple[Complaint, Complaint]
) -> None:
    own, theirs = both
    told = {each.id: each.number for each in workspace.complaints.found()}
    assert told == {own.id: own.number, theirs.id: f"{own.number}·K7M"}
    today = workspace.complaints.today()
    assert {each.number for each in workspace.complaints.between(today, today)} == set(
        told.values()
    )
    assert workspace.complaints.get(theirs.id).number == own.number  # as it was given


def test_a_sheet_that_comes_back_finds_the_one_whose_code_it_bears(
    workspace: Workspace, both: tuple[Complaint, Complaint], tmp_path: Path
) -> None:
    own, theirs = both
    path = tmp_path / "投诉.xlsx"
    workspace.reports.write_complaints_to_fill_in(path, NOVEMBER)
    shown = f"{own.number}·K7M"
    answer = {"是否属实": "属实", "核实情况": "确有此事", "处理结果": "已致歉",
              "反馈时间": workspace.complaints.today().isoformat()}  # fmt: skip
    fill_in(path, {own.number: answer, shown: answer})
    preview = workspace.complaint_intake.preview(path)
    assert preview.problems == ()
    assert {each.row.number: each.complaint and each.complaint.id for each in preview.rows} == {
        own.number: own.id, shown: theirs.id,
    }  # fmt: skip

"""More time that was asked for: each finding gets its own day and reason in one step, or none."""

from datetime import timedelta

import pytest

from inspector.domain import errors
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import Extended
from inspector.domain.sharing.sharing_errors import NothingAskedForError
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import add_site, visit


@pytest.fixture
def asked(workspace: Workspace) -> list[Finding]:
    """Three findings: for two of them more time is asked for, until different days."""
    wrong = {0: ["rise-to-greet", "equipment-ok"], 1: ["rise-to-greet"]}
    found = workspace.inspections.findings(visit(workspace, add_site(workspace), wrong))
    ids = [each.id for each in found]
    workspace.findings.assign(ids, Assignment(owner="1001"))
    for at, (each, why) in enumerate(zip(found[:2], ("等配件", "等批复"), strict=True)):
        day = each.deadline + timedelta(days=10 + at)
        workspace.findings.ask_extension([each.id], day, why)
    return workspace.findings.all_of(ids)


def test_each_gets_its_own_day_and_reason(workspace: Workspace, asked: list[Finding]) -> None:
    ids = [each.id for each in asked[:2]]
    workspace.findings.grant(ids, None, "", "王主任", by="甲")
    for before, now in zip(asked, workspace.findings.all_of(ids), strict=False):
        assert (now.deadline, now.asked_until) == (before.asked_until, None)
        last = workspace.findings.history(now.id)[-1].event
        assert isinstance(last, Extended)
        assert (last.reason, last.approver, last.by) == (before.asked_reason, "王主任", "甲")


def test_another_day_and_reason_may_be_said(workspace: Workspace, asked: list[Finding]) -> None:
    ids = [each.id for each in asked[:2]]
    day = max(each.deadline for each in asked) + timedelta(days=3)
    workspace.findings.grant(ids, day, "统一安排", "王主任")
    for now in workspace.findings.all_of(ids):
        assert (now.deadline, now.asked_until) == (day, None)
        last = workspace.findings.history(now.id)[-1].event
        assert isinstance(last, Extended)
        assert last.reason == "统一安排"


def test_nothing_is_granted_where_one_asks_for_nothing(
    workspace: Workspace, asked: list[Finding]
) -> None:
    with pytest.raises(NothingAskedForError) as refused:
        workspace.findings.grant([each.id for each in asked], None, "", "王主任")
    assert refused.value.number == asked[2].number
    with pytest.raises(errors.MissingWordError):
        workspace.findings.grant([asked[0].id], None, "", " ")
    assert workspace.findings.all_of(each.id for each in asked) == asked

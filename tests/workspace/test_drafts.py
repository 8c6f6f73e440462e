"""Drafts: kept by what they belong to, and gone with it; nothing else ever reads one."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from inspector.domain.finding.recheck import RecheckOutcome
from inspector.domain.visit.draft import DraftKey
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.pending.pending_writes import DraftPending, MeetingPlacePending
from inspector.workspace.recovery import Recovery
from inspector.workspace.workspace import Workspace
from tests.workspace.meeting.test_meetings import site_visited
from tests.workspace.visiting import Clock, add_site, answer_all, cards, start, visit


def kept(workspace: Workspace) -> list[str]:
    rows = workspace.database.rows("SELECT content FROM draft ORDER BY content")
    return [row["content"] for row in rows]


def test_a_draft_is_replaced_and_taken_away(workspace: Workspace) -> None:
    drafts, key = workspace.drafts, DraftKey("patrol", "visit", "place")
    drafts.put(key, "一")
    drafts.put(key, "二")
    drafts.put(DraftKey("patrol", "visit", "other"), "三")
    drafts.put(DraftKey("patrol", "another", "place"), "四")
    assert [(each.key.place, each.content) for each in drafts.of("visit")] == [
        ("other", "三"), ("place", "二"),
    ]  # fmt: skip
    drafts.put(key, "")
    assert [each.content for each in drafts.of("visit")] == ["三"]
    drafts.forget("visit")
    assert kept(workspace) == ["四"]


def test_what_is_over_keeps_no_draft(workspace: Workspace, clock: Clock) -> None:
    site = site_visited(workspace, clock)
    patrol, _ = workspace.patrols.start(site, ["王值班"])
    scored = start(workspace, site)
    answer_all(workspace, scored)
    meeting, _ = workspace.meetings.start(site)
    for owner in (patrol, scored, meeting, "another"):
        workspace.drafts.put(DraftKey("patrol", owner), owner)
    workspace.patrols.mark_clean(patrol, [card.id for card in cards(workspace, patrol)])
    workspace.patrols.complete(patrol)
    workspace.inspections.complete(scored)
    workspace.meetings.end(meeting)
    assert kept(workspace) == ["another"]


def test_a_recheck_that_is_completed_keeps_no_draft(workspace: Workspace, clock: Clock) -> None:
    site = site_visited(workspace, clock)
    clock.set("2026-12-07")
    recheck, _ = workspace.rechecks.start(site, ["甲"])
    for entry in workspace.rechecks.entries(recheck):
        workspace.drafts.put(DraftKey("recheck", recheck, entry.finding_id), "x")
        workspace.rechecks.decide(recheck, entry.finding_id, RecheckOutcome.PASSED)
    workspace.rechecks.complete(recheck)
    assert kept(workspace) == []


def test_a_sweep_takes_what_an_older_copy_left(workspace: Workspace, clock: Clock) -> None:
    site = site_visited(workspace, clock)
    patrol, _ = workspace.patrols.start(site, ["王值班"])
    done = visit(workspace, site, {})
    workspace.records.refuse(done, "王主任", "不认可")
    closed, still_open = (item.finding.id for item in workspace.meetings.next_for(site).items)
    workspace.findings.correct([closed], "已改")
    open_one, _ = workspace.meetings.start(site)
    for editor, owner in (
        ("patrol", patrol), ("patrol", done), ("recheck", "gone"), ("amendment", done),
        ("meeting-note", open_one), ("meeting-note", "gone"), ("preferences", ""),
        ("signature", done), ("extendForm", closed), ("noteForm", closed),
        ("extendForm", still_open),
    ):  # fmt: skip
        workspace.drafts.put(DraftKey(editor, owner), f"{editor} {owner}")
    workspace.drafts.sweep()
    assert kept(workspace) == sorted(
        [
            f"patrol {patrol}",
            f"amendment {done}",
            f"meeting-note {open_one}",
            "preferences ",
            f"noteForm {closed}",
            f"extendForm {still_open}",
        ]
    )


@pytest.mark.parametrize("content", ["写到一半", "", '{"text": "\\"引号\\""}'])
def test_a_draft_waits_in_the_recovery_file(tmp_path: Path, content: str) -> None:
    waiting = (
        DraftPending(DraftKey("patrol", "visit", "place/entry"), content),
        MeetingPlacePending("meeting", "finding x"),
    )
    (tmp_path / "inspector.db").touch()
    Recovery(tmp_path).keep(waiting)
    found = Recovery(tmp_path).read()
    assert found.waiting == waiting
    assert all(not each.targets for each in found.waiting)  # nobody is told of them


def test_a_draft_is_printed_nowhere(workspace: Workspace, clock: Clock, tmp_path: Path) -> None:
    clock.set("2026-11-26", "10:00:00")
    site = add_site(workspace)
    patrol, _ = workspace.patrols.start(site, ["王值班"])
    workspace.patrols.mark_clean(patrol, [card.id for card in cards(workspace, patrol)])
    workspace.patrols.complete(patrol)
    workspace.drafts.put(DraftKey("patrol", patrol, cards(workspace, patrol)[0].id), "不该印出")
    path = tmp_path / "patrols.xlsx"
    workspace.reports.write_patrol(path, Extent(month_of(clock().date())))
    said = [cell.value for sheet in load_workbook(path) for row in sheet for cell in row]
    assert "未发现问题" in "".join(str(each) for each in said if each)
    assert not any("不该印出" in str(each) for each in said)

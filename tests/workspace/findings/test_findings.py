"""Every step in the life of a finding, as an operation on a data folder."""

from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest

from inspector.domain import errors
from inspector.domain.checklist.checklist import Responsible
from inspector.domain.days.workdays import DayKind
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import (
    PUBLIC_AREA,
    AppealOutcome,
    Finding,
    FindingState,
    RectificationType,
)
from inspector.domain.finding.finding_event import EventKind, Source, SourceKind
from inspector.domain.finding.ledger import LedgerFilter
from inspector.domain.visit.answer_changes import corrected, deducted, noted
from inspector.paths import catalogues_folder
from inspector.translation import use_language
from inspector.workspace.changes import Changes
from inspector.workspace.finding_state_words import story
from inspector.workspace.preferences import REPEAT_DAYS
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, answer_all, cards, dump, start, visit

TODAY = date(2026, 11, 27)  # a Friday
MEETING = Source(SourceKind.MEETING, "meeting 1")


@pytest.fixture
def found(workspace: Workspace) -> list[Finding]:
    """Three findings of a visit of today."""
    wrong = {0: ["rise-to-greet", "equipment-ok"], 1: ["rise-to-greet"]}
    inspection_id = visit(workspace, add_site(workspace), wrong)
    return workspace.inspections.findings(inspection_id)


def ids(findings: list[Finding]) -> list[str]:
    return [finding.id for finding in findings]


def states(workspace: Workspace, findings: list[Finding]) -> list[FindingState]:
    return [workspace.findings.get(finding.id).state for finding in findings]


def test_completion_begins_their_lives(workspace: Workspace, found: list[Finding]) -> None:
    for finding in found:
        (entry,) = workspace.findings.history(finding.id)
        assert (entry.event.kind, entry.event.id) == (EventKind.RAISED, finding.id)
        assert entry.event.by == "甲、乙"
        assert entry.event.source == Source(SourceKind.INSPECTION, finding.inspection_id)
        assert workspace.findings.get(finding.number) == workspace.findings.get(finding.id)


def test_what_was_corrected_under_the_inspectors_eyes_is_closed_at_once(
    workspace: Workspace,
) -> None:
    inspection_id = start(workspace, add_site(workspace, windows=1))
    answer_all(workspace, inspection_id)
    sheet = workspace.inspections.sheet(inspection_id)
    (card,) = sheet.scorecards
    item = sheet.pack.item_by_id["desk-tidy"]
    answer = corrected(noted(deducted(item), "台面凌乱"), "当场收拾整齐")
    workspace.inspections.record(inspection_id, card.id, [answer])
    workspace.inspections.complete(inspection_id)
    (finding,) = workspace.inspections.findings(inspection_id)
    assert (finding.state, finding.type) == (FindingState.CLOSED, RectificationType.IMMEDIATE)
    assert finding.correction == "当场收拾整齐"


def test_from_assigned_to_closed(workspace: Workspace, clock: Clock, found: list[Finding]) -> None:
    findings = workspace.findings
    wanted = Assignment(owner="李四", leader="赵主任", deadline=date(2026, 12, 2))
    done = findings.assign(ids(found), wanted, by="王主任", source=MEETING)
    assert done == Changes(findings=True)
    now = findings.all_of(ids(found))
    assert {(f.owner, f.leader, f.department) for f in now} == {("李四", "赵主任", "综合部")}
    assert {f.state for f in now} == {FindingState.RECTIFYING}

    clock.set("2026-12-01")
    findings.extend([found[0].id], 2, "配件未到", "局长", by="王主任")
    assert findings.get(found[0].id).deadline == date(2026, 12, 4)
    findings.extend([found[1].id], date(2026, 12, 9), "配件未到", "局长", by="王主任")
    assert findings.get(found[1].id).deadline == date(2026, 12, 9)

    clock.set("2026-12-03")
    findings.report_done(found[0].id, " 已复训 ", date(2026, 12, 2))
    findings.recheck([found[0].id], False, "仍有一处", by="复查组")
    assert findings.get(found[0].id).state is FindingState.RECTIFYING
    findings.report_done(found[0].id, "已再次复训", date(2026, 12, 3))
    findings.recheck([found[0].id], True, by="复查组", source=Source(SourceKind.RECHECK, "r1"))
    now_closed = findings.get(found[0].id)
    assert (now_closed.state, now_closed.done_on) == (FindingState.CLOSED, date(2026, 12, 3))
    assert (now_closed.rechecked_by, now_closed.recheck_passed) == ("复查组", True)
    kinds = [entry.event.kind for entry in findings.history(found[0].id)]
    assert kinds == [
        EventKind.RAISED, EventKind.ASSIGNED, EventKind.EXTENDED, EventKind.REPORTED,
        EventKind.RECHECKED, EventKind.REPORTED, EventKind.RECHECKED,
    ]  # fmt: skip
    with closing(Workspace(workspace.folder, clock)) as again:
        assert again.findings.get(found[0].id) == now_closed


def test_several_steps_in_one_moment_keep_their_order(
    workspace: Workspace, clock: Clock, found: list[Finding]
) -> None:
    """The clock of the test stands, and that of a laptop may be set back."""
    findings, one = workspace.findings, found[0].id
    findings.assign([one], Assignment(owner="李四"))
    findings.report_done(one, "已改", TODAY)
    clock.set("2026-11-27", "07:00:00")
    findings.recheck([one], True)
    findings.reopen([one], "反弹")
    findings.correct([one])
    times = [entry.event.at for entry in findings.history(one)]
    assert times == sorted(set(times))
    assert findings.get(one).state is FindingState.CLOSED


def test_an_extension_counts_from_today_when_the_deadline_is_past(
    workspace: Workspace, clock: Clock, found: list[Finding]
) -> None:
    clock.set("2026-12-14")  # a Monday
    workspace.findings.extend([found[0].id], 2, "配件未到", "局长")
    assert workspace.findings.get(found[0].id).deadline == date(2026, 12, 16)


# All or nothing


def test_a_step_for_many_is_all_or_nothing(workspace: Workspace, found: list[Finding]) -> None:
    workspace.findings.correct([found[1].id])
    before = dump(workspace.folder)
    with pytest.raises(errors.IllegalTransitionError) as refused:
        workspace.findings.assign(ids(found), Assignment(owner="李四"))
    assert (refused.value.number, refused.value.tried) == (found[1].number, "assigned")
    assert dump(workspace.folder) == before


Step = Callable[[Workspace, Finding], object]
REFUSED: dict[str, tuple[Step, type[errors.InspectorError]]] = {
    "closed again": (
        lambda w, f: (w.findings.correct([f.id]), w.findings.correct([f.id])),
        errors.IllegalTransitionError,
    ),
    "open reopened": (
        lambda w, f: w.findings.reopen([f.id], "反弹"),
        errors.IllegalTransitionError,
    ),
    "nothing to decide": (
        lambda w, f: w.findings.decide_appeal([f.id], AppealOutcome.UPHELD, "属实"),
        errors.IllegalTransitionError,
    ),
    "extended without a reason": (
        lambda w, f: w.findings.extend([f.id], 3, "  ", "局长"),
        errors.MissingWordError,
    ),
    "extended without an approver": (
        lambda w, f: w.findings.extend([f.id], 3, "待料", ""),
        errors.MissingWordError,
    ),
    "extended to an earlier day": (
        lambda w, f: w.findings.extend([f.id], f.deadline, "待料", "局长"),
        errors.DeadlineNotLaterError,
    ),
    "put off by assigning anew": (
        lambda w, f: [
            w.findings.assign([f.id], Assignment(deadline=date(2026, 12, day))) for day in (2, 3)
        ],
        errors.NeedsExtensionError,
    ),
    "assigned to nobody": (
        lambda w, f: w.findings.assign([f.id], Assignment(department=" ", owner="")),
        errors.MissingWordError,
    ),
    "failed without a word": (
        lambda w, f: w.findings.recheck([f.id], False),
        errors.MissingWordError,
    ),
    "appealed without a reason": (
        lambda w, f: w.findings.appeal([f.id], ""),
        errors.MissingWordError,
    ),
    "raised by a downgrade": (
        lambda w, f: (
            w.findings.appeal([f.id], "x"),
            w.findings.decide_appeal(
                [f.id], AppealOutcome.DOWNGRADED, "轻微", deduction=f.deduction
            ),
        ),
        errors.NotLowerError,
    ),
    "noted without a word": (lambda w, f: w.findings.note([f.id], " "), errors.MissingWordError),
    "nobody": (
        lambda w, f: w.findings.note([f.id, "nobody"], "x"),
        errors.UnknownFindingError,
    ),
    "nothing to take back": (
        lambda w, f: w.findings.revert_last(f.id),
        errors.NothingToRevertError,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_leaves_no_event(
    workspace: Workspace, found: list[Finding], name: str
) -> None:
    step, kind = REFUSED[name]
    with pytest.raises(kind):
        step(workspace, found[0])
    events = [entry.event.kind for entry in workspace.findings.history(found[0].id)]
    legal = {"closed again": 2, "put off by assigning anew": 2, "raised by a downgrade": 2}
    assert len(events) == legal.get(name, 1)


def test_an_unknown_number_is_said(workspace: Workspace) -> None:
    with pytest.raises(errors.UnknownFindingError):
        workspace.findings.get("2611-999")


# Appeals and the reviewed score


def test_the_reviewed_score_stands_beside_the_one_as_found(
    workspace: Workspace, found: list[Finding]
) -> None:
    findings, visit_id = workspace.findings, found[0].inspection_id
    sheet = workspace.inspections.sheet(visit_id)
    as_found = sheet.site_score()
    assert findings.reviewed(visit_id) is None
    findings.appeal(ids(found), "视频可证")
    findings.decide_appeal(ids(found[:1]), AppealOutcome.UPHELD, "属实")
    assert findings.reviewed(visit_id) is None
    findings.decide_appeal(ids(found[1:]), AppealOutcome.WITHDRAWN, "不属实", "局长")
    reviewed = findings.reviewed(visit_id)
    assert reviewed is not None
    assert as_found.total is not None
    assert reviewed.site.total is not None
    assert reviewed.site.total > as_found.total
    second = sheet.scorecards[1]
    assert sheet.score(second).total != 10_000
    assert reviewed.scorecards[second.id].total == 10_000
    assert workspace.inspections.sheet(visit_id).site_score() == as_found


# Reopening, repeats, holidays


def test_a_new_round_gets_the_days_of_its_item(
    workspace: Workspace, clock: Clock, found: list[Finding]
) -> None:
    workspace.findings.correct([found[0].id])
    clock.set("2026-12-11")  # a Friday
    workspace.findings.reopen([found[0].id], "反弹")
    now = workspace.findings.get(found[0].id)
    assert (now.round, now.deadline) == (2, date(2026, 12, 14))
    workspace.findings.correct([found[0].id])
    workspace.findings.reopen([found[0].id], "又反弹", date(2026, 12, 25))
    assert workspace.findings.get(found[0].id).deadline == date(2026, 12, 25)


def test_repeats_within_the_period_that_is_set(workspace: Workspace, clock: Clock) -> None:
    site = add_site(workspace)
    visits = []
    for day in ("2026-09-01", "2026-10-20", "2026-11-27"):
        clock.set(day)
        visits.append(visit(workspace, site, {0: ["rise-to-greet"]}))

    def times() -> list[int]:
        every = (f for one in visits for f in workspace.inspections.findings(one))
        return [finding.times_at_window for finding in every]

    assert times() == [1, 2, 3]
    changes = workspace.preferences.set(REPEAT_DAYS, "60")
    assert changes == Changes(preferences=True, findings=True)
    assert times() == [1, 2, 2]
    assert [r.times_at_window for r in workspace.findings.ledger(LedgerFilter(repeats=True))] == [
        2, 2,
    ]  # fmt: skip


def test_deadlines_follow_the_holidays_and_what_the_user_says_of_them(
    workspace: Workspace, clock: Clock
) -> None:
    site = add_site(workspace)
    clock.set("2026-09-30")
    one = visit(workspace, site, {0: ["next-in-line"]})
    (finding,) = workspace.inspections.findings(one)
    assert finding.deadline == date(2026, 10, 8)  # 1 workday, over the National Day
    assert workspace.holidays.set(date(2026, 10, 8), DayKind.OFF, "厅休") == Changes(holidays=True)
    (later,) = workspace.inspections.findings(visit(workspace, site, {0: ["next-in-line"]}))
    assert later.deadline == date(2026, 10, 9)
    workspace.holidays.restore(date(2026, 10, 8))
    (restored,) = workspace.inspections.findings(visit(workspace, site, {0: ["next-in-line"]}))
    assert restored.deadline == date(2026, 10, 8)
    assert workspace.findings.get(later.id).deadline == date(2026, 10, 9)  # stays as it was set


# Taking back


def test_the_last_step_of_today_is_taken_back(
    workspace: Workspace, clock: Clock, found: list[Finding]
) -> None:
    findings, one = workspace.findings, found[0].id
    findings.assign([one], Assignment(owner="李四"), by="甲")
    findings.correct([one], by="甲")
    with pytest.raises(errors.NothingToRevertError):
        findings.revert_last(one, by="乙")  # somebody else's
    findings.revert_last(one, by="甲")
    assert findings.get(one).state is FindingState.RECTIFYING
    clock.set("2026-11-28")
    with pytest.raises(errors.NothingToRevertError):
        findings.revert_last(one, by="甲")  # of yesterday
    assert [e.event.kind for e in findings.history(one) if not e.counts] == [EventKind.CORRECTED]


# Assignment help


def test_what_the_site_answers_for_goes_to_who_did_it_before(
    workspace: Workspace, found: list[Finding]
) -> None:
    equipment = next(f for f in found if f.responsible is Responsible.SITE)
    assert workspace.findings.suggestion(equipment).assignment.owner == ""
    other = next(f for f in found if f.responsible is Responsible.PERSON)
    workspace.findings.assign([other.id], Assignment(owner="李四"))
    proposed = workspace.findings.suggestion(equipment)
    assert proposed.assignment.owner == ""  # did something else at the site
    assert "李四" in proposed.owners
    wanted = Assignment(department="后勤部", owner="周师傅", leader="赵主任")
    workspace.findings.assign([equipment.id], wanted)
    site = workspace.rosters.sites()[0]
    (again,) = workspace.inspections.findings(visit(workspace, site, {1: ["equipment-ok"]}))
    proposed = workspace.findings.suggestion(again)
    assert proposed.assignment == Assignment(
        "后勤部", "周师傅", "赵主任", again.type, again.deadline, again.requirement
    )
    assert proposed.departments == ("后勤部", "综合部", site.name)
    assert proposed.leaders == ("赵主任", "王主任")
    assert proposed.owners == ("周师傅", "李四", "1002")


def test_what_is_proposed_for_the_public_area_is_taken_as_it_is(
    workspace: Workspace, found: list[Finding]
) -> None:
    workspace.findings.assign([found[0].id], Assignment(department="综合部", owner="1001"))
    site = workspace.rosters.sites()[0]
    patrol, _ = workspace.patrols.start(site, ["王值班"])
    area = cards(workspace, patrol)[0]
    workspace.patrols.note(patrol, area.id, "地面有水渍")
    workspace.patrols.complete(patrol)
    (wet,) = workspace.inspections.findings(patrol)
    assert wet.window_number == PUBLIC_AREA
    proposed = workspace.findings.suggestion(wet).assignment
    assert (proposed.department, proposed.owner) == (site.name, "")
    workspace.findings.assign([wet.id], proposed)
    assert workspace.findings.get(wet.id).state is FindingState.RECTIFYING


def test_a_proposal_names_who_was_on_duty_and_the_windows_department(
    workspace: Workspace, found: list[Finding]
) -> None:
    personal = next(f for f in found if f.responsible is Responsible.PERSON)
    proposed = workspace.findings.suggestion(personal)
    assert proposed.assignment == Assignment(
        "综合部", personal.staff_number, "王主任", personal.type, personal.deadline,
        personal.requirement,
    )  # fmt: skip
    workspace.findings.assign([personal.id], Assignment(owner="李四", department="客服部"))
    again = workspace.findings.suggestion(personal)
    assert again.assignment.owner == personal.staff_number
    assert "李四" in again.owners
    assert again.departments == ("综合部", "客服部")


def test_a_deadline_that_is_past_is_proposed_anew(
    workspace: Workspace, clock: Clock, found: list[Finding]
) -> None:
    clock.set("2026-12-18")  # a Friday
    finding = next(f for f in found if f.deadline == date(2026, 12, 1))  # in 2 workdays
    assert workspace.findings.suggestion(finding).assignment.deadline == date(2026, 12, 22)


# The story


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_history_reads_as_a_story(
    workspace: Workspace, found: list[Finding], language: str
) -> None:
    use_language(language, catalogues_folder())
    findings, one = workspace.findings, found[0].id
    findings.assign([one], Assignment(owner="李四", deadline=date(2026, 12, 2)), by="王主任")
    findings.extend([one], date(2026, 12, 9), "待料", "局长", source=MEETING)
    findings.report_done(one, "已改", TODAY, source=Source(SourceKind.IMPORT, "回执.xlsx"))
    findings.recheck([one], True, by="复查组")
    findings.reopen([one], "反弹")
    findings.note([one], "催办")
    findings.record_export([one], "整改通知单", "a.xlsx", "〔2026〕3号")
    findings.appeal([one], "有视频")
    findings.decide_appeal([one], AppealOutcome.DOWNGRADED, "轻微", "局长", deduction=0)
    findings.correct([one], "示范")
    findings.revert_last(one)
    lines = story(findings.history(one))
    assert [line.round for line in lines] == [1] * 5 + [2] * 7
    assert [line.counts for line in lines] == [True] * 10 + [False, True]
    assert all(line.title for line in lines)
    assert len({line.title for line in lines}) == len(lines)
    if language == "zh_CN":
        assert (lines[1].title, lines[1].text, lines[1].origin) == (
            "转整改", "综合部 · 李四 · 王主任；立行立改；整改时限：12月2日", "王主任",
        )  # fmt: skip
        assert (lines[2].text, lines[2].origin) == (
            "整改时限：12月9日；待料；批准人：局长", "晨会",
        )  # fmt: skip
        assert lines[3].origin == "导入自“回执.xlsx”"
        assert (lines[4].title, lines[4].origin) == ("复查合格", "复查组")
        assert lines[9].text == "改扣0分；轻微；批准人：局长"


def test_what_was_found_last_at_each_place(workspace: Workspace, clock: Clock) -> None:
    site = add_site(workspace)
    other = add_site(workspace, "城西厅")
    clock.set("2026-07-01")  # before the last 90 days
    visit(workspace, site, {0: ["rise-to-greet"]})
    visits: list[str] = []
    for day in ("2026-11-02", "2026-11-09", "2026-11-16"):
        clock.set(day)
        wrong = {0: ["rise-to-greet", "equipment-ok"], 1: ["rise-to-greet"]}
        visits.append(visit(workspace, site, wrong))
        visit(workspace, other, {0: ["rise-to-greet"]})
    clock.set("2026-11-27")
    every = [each for visited in visits for each in workspace.inspections.findings(visited)]
    withdrawn = every.pop()
    workspace.findings.appeal([withdrawn.id], "记错窗口")
    workspace.findings.decide_appeal([withdrawn.id], AppealOutcome.WITHDRAWN, "属实", "局长")
    for most in (1, 2, 3, 99):
        lately = workspace.findings.lately_at_places(site.id, most)
        assert lately.keys() == {"1号窗口", "2号窗口"}
        for number, found in lately.items():
            days = [each.raised_at for each in every if each.window_number == number]
            assert [each.raised_at for each in found] == sorted(days, reverse=True)[:most]
            assert {each.id for each in found} <= {each.id for each in every}

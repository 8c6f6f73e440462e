"""Phases, versions of plans, and what sealed visits cover of them, in a real data folder."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from inspector.domain.errors import RefusedInputError
from inspector.domain.people.inspector import Inspector
from inspector.domain.plan.plan import Barred, PlannedSite
from inspector.domain.record.journal import Flaw
from inspector.domain.visit.roster_event import RosterSubject
from inspector.storage.comparing.journal_walk import discrepancies_of
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.plans.plan_words import due_sentence, due_words
from inspector.workspace.plans.plans import PlanDraft
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, dump, start, visit
from tests.written_once import Written

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)


def quarter(*sites: PlannedSite, family: str = "", covert: int = 0) -> PlanDraft:
    """A plan of the fourth quarter."""
    return PlanDraft("四季度计划", FIRST, LAST, covert=covert, sites=sites, family=family)


def test_a_plan_is_covered_by_sealed_visits_alone(workspace: Workspace, clock: Clock) -> None:
    site = add_site(workspace, windows=2)
    workspace.plans.make(quarter(PlannedSite(site.id, site.name, 2, 100), covert=50))
    begun = start(workspace, site)
    due = workspace.plans.due(clock.moment.date())
    assert due is not None
    assert due_words(due) == "Due in this period: 2, made 0, to go 2"
    workspace.inspections.discard(begun)
    visit(workspace, site)
    due = workspace.plans.due(clock.moment.date())
    assert due is not None
    assert due_sentence(due) == (
        "Due in this period: 2, made 1, to go 1; covert 1 of 1; windows 2 of 2"
    )
    assert workspace.plans.due(date(2027, 1, 1)) is None
    assert workspace.plans.coverage(FIRST, date(2026, 11, 26)) != due


def test_another_version_is_another_sheet(workspace: Workspace) -> None:
    site = add_site(workspace)
    first, changes = workspace.plans.make(quarter(PlannedSite(site.id, site.name, 1)))
    assert changes.plans
    again = quarter(PlannedSite(site.id, site.name, 3), family=first.family)
    before = dump(workspace.folder)
    second, _ = workspace.plans.make(again)
    assert set(before) <= set(dump(workspace.folder))
    assert workspace.plans.versions(first.family) == [first, second]
    assert workspace.plans.all() == (second,)
    same, changes = workspace.plans.make(again)
    assert same == second
    assert not changes.plans
    workspace.plans.withdraw(first.family)
    assert workspace.plans.all() == ()
    workspace.plans.bring_back(first.family)
    (back,) = workspace.plans.all()
    assert (back.version, back.sites) == (4, second.sites)


def test_the_windows_of_a_plan_are_those_of_the_day_it_was_made(workspace: Workspace) -> None:
    site = add_site(workspace, windows=3)
    plan, _ = workspace.plans.make(quarter(PlannedSite(site.id, site.name, 1, 50)))
    assert plan.sites[0].windows_wanted == 2
    windows = workspace.rosters.windows(site.id)
    workspace.roster_steps.end(RosterSubject.WINDOW, [each.id for each in windows])
    assert workspace.plans.all() == (plan,)


@pytest.mark.parametrize(
    "draft",
    [
        PlanDraft(" ", FIRST, LAST),
        PlanDraft("计划", None, LAST),
        PlanDraft("计划", LAST, FIRST),
        PlanDraft("计划", FIRST, LAST),
        PlanDraft("计划", FIRST, LAST, covert=101),
        PlanDraft("计划", FIRST, LAST, sites=(PlannedSite("1", "甲", 0, 0),)),
        PlanDraft("计划", FIRST, LAST, sites=(PlannedSite("1", "甲", 367),)),
        PlanDraft("计划", FIRST, LAST, sites=(PlannedSite("1", "甲", 1, 101),)),
    ],
)
def test_what_is_no_plan_is_refused(workspace: Workspace, draft: PlanDraft) -> None:
    before = dump(workspace.folder)
    with pytest.raises(RefusedInputError):
        workspace.plans.make(draft)
    assert dump(workspace.folder) == before


def test_phases_have_names_and_days_and_stay_when_they_end(workspace: Workspace) -> None:
    workspace.plans.set_phase("动员部署", FIRST, date(2026, 10, 31))
    (phase,) = workspace.plans.phases()
    workspace.plans.set_phase("动员", FIRST, date(2026, 10, 30), phase.id)
    assert workspace.plans.phase_on(date(2026, 10, 30)) == "动员"
    assert workspace.plans.phase_on(date(2026, 10, 31)) == ""
    assert not workspace.plans.set_phase("动员", FIRST, date(2026, 10, 30), phase.id).plans
    workspace.plans.end_phase(phase.id)
    assert workspace.plans.phases() == []
    assert not workspace.plans.end_phase(phase.id).plans
    with pytest.raises(RefusedInputError):
        workspace.plans.set_phase("", LAST, FIRST)


def test_who_must_not_inspect_whom(workspace: Workspace) -> None:
    site, other = add_site(workspace), add_site(workspace, "城西厅")
    workspace.inspector_steps.add(Inspector("", "吴刚", unit="市住建局"))
    bars = tuple(Barred(who, site.id, site.name) for who in ("周敏", "市住建局"))
    draft = quarter(PlannedSite(site.id, site.name, 1))
    workspace.plans.make(replace(draft, barred=bars))
    plans, today = workspace.plans, workspace.now().date()
    assert plans.barred(site.id, ["周敏", "李雪", "吴刚"], today) == ("周敏", "吴刚")
    assert plans.barred(other.id, ["周敏", "吴刚"], today) == ()
    assert plans.barred(site.id, ["周敏"], date(2027, 1, 1)) == ()


def test_what_was_planned_is_journalled(workspace: Workspace) -> None:
    site = add_site(workspace)
    workspace.plans.make(quarter(PlannedSite(site.id, site.name, 1)))
    with closing(sqlite3.connect(workspace.folder / DATABASE_FILE)) as other:
        other.execute("UPDATE plan_site SET visits = 0")
        other.commit()
    changed = [
        each for each in discrepancies_of(workspace.database) if each.flaw is Flaw.SUBJECT_CHANGED
    ]
    assert [(each.kind, "四季度计划" in each.title) for each in changed] == [("plan", True)]


@pytest.fixture
def sample(written: Written) -> Path:
    return written(write_demo, 12, 1, date.today(), rounds=True)


def test_a_plan_of_the_sample_is_of_a_phase_that_has_all_of_its_days(sample: Path) -> None:
    with closing(Workspace(sample)) as workspace:
        for plan in workspace.plans.all():
            of_both = {workspace.plans.phase_on(day) for day in (plan.first, plan.last)}
            assert of_both == {plan.phase} or not plan.phase
        assert any(plan.phase for plan in workspace.plans.all())


def test_separate_sql_comes_to_the_same_coverage(sample: Path) -> None:
    """What a superior's clerk would ask of the tables."""
    with closing(sqlite3.connect(f"file:{sample / DATABASE_FILE}?mode=ro", uri=True)) as raw:
        counted = raw.execute(
            "SELECT p.name, ps.site_name, ps.visits,"
            " (SELECT count(*) FROM inspection i WHERE i.site_id = ps.site_id"
            "   AND i.state = 'completed' AND i.kind IN ('covert', 'open', 'cross')"
            "   AND substr(i.started_at, 1, 10) BETWEEN p.first AND p.last),"
            " (SELECT count(*) FROM inspection i WHERE i.site_id = ps.site_id"
            "   AND i.state = 'completed' AND i.kind = 'covert'"
            "   AND substr(i.started_at, 1, 10) BETWEEN p.first AND p.last),"
            " (SELECT count(DISTINCT c.window_number) FROM inspection i JOIN scorecard c"
            "   ON c.inspection_id = i.id WHERE i.site_id = ps.site_id AND c.scope = 'window'"
            "   AND c.left_out = 0 AND i.state = 'completed'"
            "   AND i.kind IN ('covert', 'open', 'cross')"
            "   AND substr(i.started_at, 1, 10) BETWEEN p.first AND p.last)"
            " FROM plan p JOIN plan_site ps ON ps.plan_id = p.id"
            " ORDER BY p.first, ps.position"
        ).fetchall()
    with closing(Workspace(sample)) as workspace:
        plans = workspace.plans.all()
        ours = [
            (plan.name, site.site_name, site.wanted, site.done, site.covert_done, site.windows_done)
            for plan in plans
            for site in workspace.plans.coverage_of(plan).sites
        ]
        assert ours == counted
        assert sum(made for _, _, _, made, _, _ in ours) > 0
        begin, end = plans[0].first, plans[-1].last
        whole = workspace.plans.coverage(begin, end)
        assert whole is not None
        assert whole.wanted == sum(wanted for _, _, wanted, _, _, _ in counted)
        assert whole.gap == sum(max(0, wanted - made) for _, _, wanted, made, _, _ in counted)

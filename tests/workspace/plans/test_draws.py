"""The draw in a real data folder: what it is drawn from, that it is kept, and when it is told."""

from datetime import date

from inspector.domain.plan.plan import Plan, PlannedSite
from inspector.domain.plan.plan_draw import DrawWay, random_site
from inspector.workspace.plans.plans import PlanDraft
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, start, visit

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)


def planned(workspace: Workspace, share: int = 0) -> Plan:
    """A plan of one visit to each of three sites."""
    sites = [add_site(workspace, name) for name in ("甲厅", "乙厅", "丙厅")]
    asked = tuple(PlannedSite(site.id, site.name, 1, share) for site in sites)
    return workspace.plans.make(PlanDraft("计划", FIRST, LAST, sites=asked))[0]


def test_what_was_unseen_longest_comes_first_and_what_is_covered_never(
    workspace: Workspace, clock: Clock
) -> None:
    plan = planned(workspace)
    site = workspace.rosters.site_named("甲厅")
    visit(workspace, site)
    today = clock.moment.date()
    assert [lot.name for lot in workspace.draws.lots(plan, today)] == ["乙厅", "丙厅"]
    clock.set("2026-09-01")
    visit(workspace, workspace.rosters.site_named("丙厅"))
    clock.set("2026-11-27")
    drawn = workspace.draws.draw(plan, DrawWay.LONGEST, today)
    assert drawn is not None
    assert drawn[0].site_name == "乙厅"
    assert drawn[0].window_numbers == ("1号窗口", "2号窗口")
    assert drawn[1].plans
    visit(workspace, workspace.rosters.site_named("乙厅"))
    visit(workspace, workspace.rosters.site_named("丙厅"))
    assert workspace.draws.draw(plan, DrawWay.LONGEST, today) is None


def test_the_printed_seed_draws_the_same_again(workspace: Workspace, clock: Clock) -> None:
    plan, today = planned(workspace, share=50), clock.moment.date()
    first = workspace.draws.draw(plan, DrawWay.RANDOM, today)
    assert first is not None
    again = workspace.draws.draw(plan, DrawWay.RANDOM, today, first[0].seed)
    assert again is not None
    assert again[0].site_id == first[0].site_id
    assert again[0].window_ids == first[0].window_ids
    assert len(first[0].window_ids) == 1
    assert random_site(first[0].lots, first[0].seed) == first[0].site_name


def test_a_draw_waits_for_its_visit_and_is_told_after_it(
    workspace: Workspace, clock: Clock
) -> None:
    plan, today = planned(workspace), clock.moment.date()
    visit(workspace, workspace.rosters.site_named("甲厅"))
    clock.set("2026-11-27", "10:30:00")
    drawn = workspace.draws.draw(plan, DrawWay.RANDOM, today)
    assert drawn is not None
    draw = drawn[0]
    assert workspace.draws.newest(plan) == draw
    assert workspace.draws.told(plan) == []
    site = workspace.rosters.site_named(draw.site_name)
    begun = start(workspace, site)
    assert workspace.draws.told(plan) == []
    workspace.inspections.discard(begun)
    visit(workspace, site)
    assert workspace.draws.newest(plan) is None
    assert [each.draw for each in workspace.draws.told(plan)] == [draw]
    later, _ = workspace.plans.make(
        PlanDraft("计划", FIRST, LAST, sites=plan.sites[:2], family=plan.family)
    )
    assert [each.draw for each in workspace.draws.told(later)] == [draw]


def test_each_draw_is_kept_until_one_is_followed_and_then_all_are_told(
    workspace: Workspace, clock: Clock
) -> None:
    plan, today = planned(workspace), clock.moment.date()
    drawn = [workspace.draws.draw(plan, DrawWay.RANDOM, today, seed) for seed in "ABCDEF"]
    assert workspace.draws.times_on(plan, today) == len(drawn) == 6
    assert workspace.draws.told(plan) == []
    newest = workspace.draws.newest(plan)
    assert newest is not None
    visit(workspace, workspace.rosters.site_named(newest.site_name))
    told = workspace.draws.told(plan)
    assert [each.draw for each in told] == [each[0] for each in drawn if each]
    followed = {each.draw.site_name for each in told if each.visited}
    assert followed == {newest.site_name}


def test_a_visit_that_was_drawn_is_covert_only_while_the_plan_asks_for_it(
    workspace: Workspace, clock: Clock
) -> None:
    site = add_site(workspace, "甲厅")
    asked = (PlannedSite(site.id, site.name, 2),)
    plan, _ = workspace.plans.make(PlanDraft("计划", FIRST, LAST, sites=asked, covert=50))
    today = clock.moment.date()
    drawn = workspace.draws.draw(plan, DrawWay.RANDOM, today)
    assert drawn is not None
    assert workspace.draws.wants_covert(drawn[0])
    visit(workspace, site)  # 暗访
    again = workspace.draws.draw(plan, DrawWay.RANDOM, today)
    assert again is not None
    assert not workspace.draws.wants_covert(again[0])

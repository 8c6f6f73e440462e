"""Adding, renaming, ending and bringing back, each taken back; who was on duty stays as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.domain.errors import NotOpenError, RefusedInputError, UnknownSiteError
from inspector.domain.faults import Fault
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.domain.visit.roster_event import RosterEventKind, RosterSubject
from inspector.workspace.roster.roster_steps import RosterDone
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, answer_all, cards, items, start, visit

SITE, WINDOW, STAFF, DEPARTMENT = (
    RosterSubject.SITE, RosterSubject.WINDOW, RosterSubject.STAFF, RosterSubject.DEPARTMENT,
)  # fmt: skip

Step = Callable[[], RosterDone]


def by_hand(workspace: Workspace) -> tuple[Site, Window, Staff]:
    """Type a roster without any workbook."""
    steps = workspace.roster_steps
    site_id = steps.add_site(" 城东　营业厅 ").id
    window_id = steps.add_window(site_id, "１号窗口", "comprehensive", "综合部", "王主任").id
    steps.add_staff(window_id, "1001", "张三", "早班")
    (site,) = workspace.rosters.sites()
    (window,) = workspace.rosters.windows(site_id)
    return site, window, window.staff[0]


def fault_of(refused: pytest.ExceptionInfo[RefusedInputError]) -> tuple[str, Fault, str]:
    (problem,) = refused.value.problems
    return problem.place, problem.fault, problem.found


def roster_of(workspace: Workspace) -> list[tuple[Site, list[Window]]]:
    rosters = workspace.rosters
    return [(site, rosters.windows(site.id)) for site in rosters.sites()]


def test_a_roster_is_typed_by_hand_and_visited(workspace: Workspace) -> None:
    site, window, person = by_hand(workspace)
    assert site.name == "城东营业厅"
    assert (window.number, window.department, window.leader) == ("1号窗口", "综合部", "王主任")
    assert (person.number, person.name, person.team) == ("1001", "张三", "早班")
    assert [d.name for d in workspace.rosters.departments(site.id)] == ["综合部"]
    (card,) = cards(workspace, visit(workspace, site))
    assert (card.window_number, card.staff_number) == ("1号窗口", "1001")


def test_what_stands_there_already_is_not_added_again(workspace: Workspace) -> None:
    site, window, person = by_hand(workspace)
    steps = workspace.roster_steps
    department = workspace.rosters.departments(site.id)[0]
    before = roster_of(workspace)
    refusals: list[tuple[str, str, Step]] = [
        ("城东营业厅", "name", lambda: steps.add_site("城东 营业厅")),
        ("1号窗口", "number", lambda: steps.add_window(site.id, "1 号窗口", "")),
        ("1001", "number", lambda: steps.add_staff(window.id, "1001", "李四")),
        ("综合部", "name", lambda: steps.add_department(site.id, "综合部")),
    ]
    for name, place, again in refusals:
        with pytest.raises(RefusedInputError) as refused:
            again()
        assert fault_of(refused) == (place, Fault.TAKEN, name)
    for subject, thing in (
        (STAFF, person), (DEPARTMENT, department), (WINDOW, window), (SITE, site),
    ):  # fmt: skip
        steps.end(subject, [thing.id])
    with pytest.raises(RefusedInputError) as refused:
        steps.add_site("城东营业厅")
    assert fault_of(refused)[1] is Fault.ENDED
    for subject, thing in (
        (SITE, site), (WINDOW, window), (DEPARTMENT, department), (STAFF, person),
    ):  # fmt: skip
        steps.bring_back(subject, [thing.id])
    assert roster_of(workspace) == before


@pytest.mark.parametrize("blank", ["", "  ", "　"])
def test_nothing_is_called_nothing(workspace: Workspace, blank: str) -> None:
    site, window, person = by_hand(workspace)
    steps = workspace.roster_steps
    nothing: list[Step] = [
        lambda: steps.add_site(blank),
        lambda: steps.rename_site(site.id, blank),
        lambda: steps.add_window(site.id, blank, ""),
        lambda: steps.change_window(window.id, blank, "", "", ""),
        lambda: steps.add_staff(window.id, blank, blank),
        lambda: steps.change_staff(person.id, blank, blank, "", window.id),
        lambda: steps.add_department(site.id, blank),
    ]
    for typed in nothing:
        with pytest.raises(RefusedInputError) as refused:
            typed()
        assert fault_of(refused)[1] is Fault.MISSING


def test_each_step_is_taken_back_and_the_taking_back_too(workspace: Workspace) -> None:
    site, window, person = by_hand(workspace)
    steps = workspace.roster_steps
    department = workspace.rosters.departments(site.id)[0]
    other = steps.add_window(site.id, "2号窗口", "cashier", "综合部").id
    each: list[Step] = [
        lambda: steps.rename_site(site.id, "城东政务厅"),
        lambda: steps.change_window(window.id, "一号", "cashier", "市场部", ""),
        lambda: steps.change_staff(person.id, "1009", "张三丰", "", other),
        lambda: steps.rename_department(department.id, "办公室"),
        lambda: steps.end(STAFF, [person.id]),
        lambda: steps.end(WINDOW, [window.id, other]),
        lambda: steps.end(DEPARTMENT, [department.id]),
        lambda: steps.end(SITE, [site.id]),
    ]
    for step in each:
        before = roster_of(workspace)
        done = step()
        after = roster_of(workspace)
        assert after != before
        back = steps.undo(done.batch)
        assert roster_of(workspace) == before
        steps.undo(back.batch)
        assert roster_of(workspace) == after
        steps.undo(done.batch)


def test_a_department_is_renamed_and_ended_at_every_window(workspace: Workspace) -> None:
    site = add_site(workspace, windows=3)
    steps, rosters = workspace.roster_steps, workspace.rosters
    (department,) = rosters.departments(site.id)
    steps.rename_department(department.id, "办公室")
    assert {w.department for w in rosters.windows(site.id)} == {"办公室"}
    steps.end(DEPARTMENT, [department.id])
    assert {w.department for w in rosters.windows(site.id)} == {""}
    first = rosters.windows(site.id)[0]
    steps.change_window(first.id, first.number, first.kind, "市场部", "")
    steps.bring_back(DEPARTMENT, [department.id])
    assert [w.department for w in rosters.windows(site.id)] == ["市场部", "办公室", "办公室"]
    steps.end(DEPARTMENT, [department.id])
    second = rosters.windows(site.id)[1]
    steps.change_window(second.id, second.number, second.kind, "办公室", "")  # in use again
    assert all(d.ended_on is None for d in rosters.departments(site.id))


def test_one_person_at_two_windows_is_renamed_at_both(workspace: Workspace) -> None:
    site, window, person = by_hand(workspace)
    steps = workspace.roster_steps
    other = steps.add_window(site.id, "2号窗口", "cashier").id
    steps.add_staff(other, "1001", "张三", "晚班")
    steps.change_staff(person.id, "1008", "张珊", "早班", window.id)
    people = [(p.number, p.name, p.team) for w in workspace.rosters.windows(site.id)
              for p in w.staff]  # fmt: skip
    assert people == [("1008", "张珊", "早班"), ("1008", "张珊", "晚班")]


def test_nobody_is_moved_to_where_the_same_person_stands(workspace: Workspace) -> None:
    site, window, person = by_hand(workspace)
    steps = workspace.roster_steps
    other = steps.add_window(site.id, "2号窗口", "cashier").id
    steps.add_staff(other, "1001", "张三", "晚班")
    before = roster_of(workspace)
    with pytest.raises(RefusedInputError) as refused:
        steps.change_staff(person.id, "1008", "张三", "", other)
    assert fault_of(refused) == ("number", Fault.TAKEN, "1001")
    assert roster_of(workspace) == before
    assert window.id != other


def test_who_left_is_in_no_list_for_new_visits(workspace: Workspace) -> None:
    site = add_site(workspace)
    first, second = workspace.rosters.windows(site.id)
    steps = workspace.roster_steps
    steps.end(WINDOW, [second.id])
    steps.end(STAFF, [first.staff[0].id])
    (window,) = workspace.rosters.windows(site.id)
    assert (window.id, window.staff) == (first.id, ())
    assert len(workspace.rosters.every_window(site.id)) == 2
    steps.end(SITE, [site.id])
    assert workspace.rosters.sites() == []
    assert workspace.meetings.sites() == []
    assert [each.name for each in workspace.rosters.every_site()] == [site.name]
    assert workspace.rosters.site_named(site.name).ended_on == workspace.now().date()
    with pytest.raises(UnknownSiteError):
        workspace.rosters.site_named("别的厅")


def test_a_visit_goes_on_at_a_window_that_ended_meanwhile(workspace: Workspace) -> None:
    site = add_site(workspace)
    inspection = start(workspace, site)
    before = cards(workspace, inspection)
    windows = workspace.rosters.windows(site.id)
    workspace.roster_steps.end(STAFF, [windows[0].staff[0].id])
    workspace.roster_steps.end(WINDOW, [window.id for window in windows])
    workspace.roster_steps.end(SITE, [site.id])
    assert cards(workspace, inspection) == before
    answer_all(workspace, inspection)
    workspace.inspections.complete(inspection)
    assert cards(workspace, inspection) == before


def test_who_is_on_duty_is_said_during_the_visit_and_frozen_with_it(workspace: Workspace) -> None:
    site = add_site(workspace)
    inspection = start(workspace, site)
    first, second = cards(workspace, inspection)
    inspections = workspace.inspections
    inspections.name_on_duty(inspection, first.id, " 1009 ", "王五")
    answer_all(workspace, inspection, {0: [items(workspace, inspection)[0].id]})
    inspections.complete(inspection)
    assert [(c.staff_number, c.staff_name) for c in cards(workspace, inspection)] == [
        ("1009", "王五"),
        ("1002", ""),
    ]
    assert inspections.findings(inspection)[0].staff_number == "1009"
    assert [p.number for w in workspace.rosters.windows(site.id) for p in w.staff] == [
        "1001",
        "1002",
    ]
    with pytest.raises(NotOpenError):
        inspections.name_on_duty(inspection, second.id, "1010")
    other = cards(workspace, start(workspace, site))[0]
    with pytest.raises(KeyError):
        inspections.name_on_duty(inspection, other.id, "1010")


def test_the_history_tells_each_step(workspace: Workspace, clock: Clock) -> None:
    site, window, person = by_hand(workspace)
    clock.set("2026-12-01")
    workspace.roster_steps.change_staff(person.id, "1001", "张珊", "早班", window.id)
    workspace.roster_steps.end(STAFF, [person.id])
    workspace.roster_steps.bring_back(STAFF, [person.id])
    told = [(e.subject, e.kind) for e in workspace.rosters.events(site.id)]
    assert told == [
        (STAFF, RosterEventKind.BACK), (STAFF, RosterEventKind.ENDED),
        (STAFF, RosterEventKind.RENAMED), (STAFF, RosterEventKind.ADDED),
        (WINDOW, RosterEventKind.ADDED), (SITE, RosterEventKind.ADDED),
    ]  # fmt: skip
    renamed = workspace.rosters.events(site.id)[2]
    assert (renamed.before, renamed.after) == ({"name": "张三"}, {"name": "张珊"})
    assert renamed.at.date().isoformat() == "2026-12-01"


def test_a_step_cannot_be_taken_back_onto_a_name_that_is_taken(workspace: Workspace) -> None:
    site, window, _ = by_hand(workspace)
    steps = workspace.roster_steps
    renamed = steps.change_window(window.id, "9号窗口", window.kind, "", "")
    steps.add_window(site.id, "1号窗口", "")
    before = roster_of(workspace)
    with pytest.raises(RefusedInputError) as refused:
        steps.undo(renamed.batch)
    assert fault_of(refused)[1] is Fault.TAKEN
    assert roster_of(workspace) == before


def test_nothing_of_a_roster_is_ever_deleted() -> None:
    source = Path("inspector/storage/stores/roster_store.py").read_text("utf-8")
    assert "DELETE" not in source


def test_a_site_has_the_unit_that_it_reports_to(workspace: Workspace) -> None:
    steps = workspace.roster_steps
    done = steps.add_site("城东营业厅", " 市电信 公司")
    (site,) = workspace.rosters.sites()
    assert site.unit == "市电信公司"
    changed = steps.rename_site(done.id, "城东营业厅", "市通信公司")
    assert workspace.rosters.sites()[0].unit == "市通信公司"
    assert workspace.rosters.events(site.id)[0].kind is RosterEventKind.CHANGED
    steps.rename_site(done.id, "城东厅")  # says nothing of it
    assert workspace.rosters.sites()[0].unit == "市通信公司"
    steps.undo(changed.batch)
    assert workspace.rosters.sites()[0].unit == "市电信公司"

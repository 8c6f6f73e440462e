"""Who is proposed to put a finding right, and by when."""

from dataclasses import replace
from datetime import date

import pytest

from inspector.domain.checklist.checklist import Responsible
from inspector.domain.days.workdays import Calendar
from inspector.domain.finding.assignment import PastAssignment, answerable_department, suggest
from inspector.domain.finding.finding import PUBLIC_AREA, FindingState
from inspector.domain.visit.roster import Staff, Window
from tests.domain.finding.lives import DEADLINE, FOUND

STAFF = (
    Staff("s1", "023", "张三", "早班"),
    Staff("s2", "024", "李四", "晚班"),
    Staff("s3", "", "王五"),
)
WINDOW = Window("w", "site", "1号窗口", "", "综合部", "王主任", STAFF)
PAST = [
    PastAssignment("后勤部", "周师傅", "赵主任", 5),
    PastAssignment("综合部", "024", "王主任", 2),
]
BARE = replace(FOUND, department="", owner="", leader="", staff_number="")


def test_a_persons_task_goes_to_who_was_on_duty() -> None:
    proposed = suggest(FOUND, (WINDOW,), PAST, 1, DEADLINE, Calendar())
    said = proposed.assignment
    assert (said.department, said.owner, said.leader) == ("综合部", "023", "王主任")
    assert proposed.departments == ("综合部", "后勤部")
    assert proposed.owners == ("023", "周师傅", "024", "王五")
    assert (said.type, said.requirement) == (FOUND.type, FOUND.requirement)


def test_a_sites_task_goes_to_who_did_it_most() -> None:
    finding = replace(BARE, responsible=Responsible.SITE)
    said = suggest(finding, (), PAST, 1, DEADLINE, Calendar()).assignment
    assert (said.department, said.owner, said.leader) == ("后勤部", "周师傅", "赵主任")


def test_a_teams_task_without_a_past_goes_to_the_team() -> None:
    finding = replace(BARE, responsible=Responsible.TEAM)
    proposed = suggest(finding, (WINDOW,), [], 1, DEADLINE, Calendar())
    assert (proposed.assignment.department, proposed.assignment.owner) == ("综合部", "早班")
    assert proposed.owners == ("早班", "晚班", "023", "024", "王五")


@pytest.mark.parametrize("responsible", Responsible)
def test_what_is_shared_is_never_a_clerks_task(responsible: Responsible) -> None:
    finding = replace(BARE, responsible=responsible, window_number=PUBLIC_AREA)
    elsewhere = [PastAssignment("综合部", "023", "赵主任", 5, of_item=False)]
    proposed = suggest(finding, (WINDOW,), elsewhere, 1, DEADLINE, Calendar())
    said = proposed.assignment
    assert (said.department, said.owner, said.leader) == (finding.site_name, "", "王主任")
    assert said.department == answerable_department(finding)
    assert "综合部" in proposed.departments  # still one of those to choose from
    own = [PastAssignment("后勤部", "023", "赵主任", 5), *elsewhere]
    said = suggest(finding, (WINDOW,), own, 1, DEADLINE, Calendar()).assignment
    assert (said.department, said.owner, said.leader) == ("后勤部", "", "赵主任")


def test_windows_that_disagree_propose_no_leader() -> None:
    finding = replace(BARE, responsible=Responsible.SITE)
    other = replace(WINDOW, id="w2", leader="孙主任")
    assert suggest(finding, (WINDOW, other), [], 1, DEADLINE, Calendar()).assignment.leader == ""


def test_whoever_was_made_responsible_stays_so() -> None:
    finding = replace(
        BARE, responsible=Responsible.SITE, state=FindingState.RECTIFYING,
        department="综合部", owner="023", leader="钱主任",
    )  # fmt: skip
    said = suggest(finding, (WINDOW,), PAST, 1, DEADLINE, Calendar()).assignment
    assert (said.department, said.owner, said.leader) == ("综合部", "023", "钱主任")


def test_nothing_known_proposes_nobody() -> None:
    proposed = suggest(BARE, (), [], None, DEADLINE, Calendar())
    said = proposed.assignment
    assert (said.department, said.owner, said.leader) == ("", "", "")
    assert (proposed.departments, proposed.owners, proposed.leaders) == ((), (), ())


@pytest.mark.parametrize(
    ("today", "days", "deadline"),
    [
        (date(2026, 11, 20), 1, DEADLINE),
        (DEADLINE, 1, DEADLINE),  # due today
        (date(2026, 11, 27), 1, date(2026, 11, 30)),  # past: anew from a Friday
        (date(2026, 11, 27), 3, date(2026, 12, 2)),
        (date(2026, 11, 27), 0, date(2026, 11, 27)),  # 立行立改
        (date(2026, 11, 27), None, date(2026, 11, 30)),  # an item that is not known any more
    ],
)
def test_the_deadline_stays_or_is_counted_anew(
    today: date, days: int | None, deadline: date
) -> None:
    proposed = suggest(FOUND, (WINDOW,), PAST, days, today, Calendar())
    assert proposed.assignment.deadline == deadline

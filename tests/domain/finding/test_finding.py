"""Findings raised from the deductions of a visit."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import count

import pytest

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import FloorPolicy, Pack, Policy, Responsible
from inspector.domain.days.workdays import Calendar
from inspector.domain.finding.finding import (
    PUBLIC_AREA,
    Finding,
    FindingState,
    RectificationType,
    raise_findings,
)
from inspector.domain.visit.answer_changes import deducted
from inspector.domain.visit.inspection import Answers, Scorecard
from tests.domain.packs import (
    answers,
    bad,
    bonus,
    choice,
    deduct,
    inspection,
    measure,
    na,
    ok,
    pack,
    public_card,
    window_card,
)

FRIDAY = datetime(2026, 11, 27, 9)
GREET = replace(deduct("greet"), requirement="晨会复训迎送动作")
POLITE = deduct("polite", category=Category.CIVIL_LANGUAGE)
WAIT, FLOOR, PRAISE = measure("wait"), choice("floor"), bonus("praise")
ENTRANCE = replace(deduct("entrance", category=Category.CLEANLINESS), scope=Scope.PUBLIC)
HALL = pack(GREET, POLITE, WAIT, FLOOR, PRAISE, ENTRANCE)


def findings_of(asked: Pack, cards: list[Scorecard], given: Mapping[str, Answers]) -> list[Finding]:
    numbers, ids = (f"2611-{n:03}" for n in count(41)), (f"id{n}" for n in count())
    return raise_findings(inspection(FRIDAY), asked, cards, given, numbers, ids, Calendar())


def only(asked: Pack, card: Scorecard, given: Answers) -> Finding:
    (finding,) = findings_of(asked, [card], {card.id: given})
    return finding


def test_findings_come_in_the_order_of_the_sheets_and_are_numbered_so() -> None:
    cards = [public_card(), window_card("1号窗口"), window_card("2号窗口")]
    given = {
        "2号窗口": answers(bad("polite")),
        # answered from the bottom up
        "1号窗口": answers(bad("floor", option=1), bad("wait", measured=1800), bad("greet")),
        "public": answers(bad("entrance")),
    }
    found = findings_of(HALL, cards, given)
    assert [(f.number, f.id, f.scorecard_id, f.item_id) for f in found] == [
        ("2611-041", "id0", "public", "entrance"),
        ("2611-042", "id1", "1号窗口", "greet"),
        ("2611-043", "id2", "1号窗口", "wait"),
        ("2611-044", "id3", "1号窗口", "floor"),
        ("2611-045", "id4", "2号窗口", "polite"),
    ]


def test_a_finding_says_where_what_and_who() -> None:
    answer = bad("greet", count=2, phrases=("未起身迎接",))
    assert only(HALL, window_card(), answers(answer)) == Finding(
        id="id0",
        number="2611-041",
        inspection_id="visit",
        scorecard_id="1号窗口",
        item_id="greet",
        site_id="east",
        site_name="城东厅",
        window_number="1号窗口",
        staff_number="023",
        category=Category.ETIQUETTE,
        item_text="greet的要求",
        text="未起身迎接",
        deduction=200,
        veto=False,
        requirement="晨会复训迎送动作",
        responsible=Responsible.PERSON,
        department="营业部",
        owner="023",
        leader="王主任",
        type=RectificationType.TIMED,
        deadline=date(2026, 11, 30),  # Friday and 1 workday: Monday
        raised_at=FRIDAY,
        state=FindingState.OPEN,
        closed_at=None,
        changed_at=FRIDAY,
    )


def test_the_public_area_stands_in_the_window_column() -> None:
    finding = only(HALL, public_card(), answers(bad("entrance")))
    assert finding.window_number == PUBLIC_AREA == "公共区域"
    assert (finding.staff_number, finding.owner) == ("", "")
    assert (finding.department, finding.leader) == ("后勤部", "李主任")


@pytest.mark.parametrize(
    ("responsible", "owner"),
    [(Responsible.PERSON, "023"), (Responsible.TEAM, ""), (Responsible.SITE, "")],
)
def test_only_what_a_person_answers_for_is_owned_by_the_person(
    responsible: Responsible, owner: str
) -> None:
    asked = pack(replace(GREET, responsible=responsible))
    finding = only(asked, window_card(), answers(bad("greet")))
    assert (finding.responsible, finding.owner) == (responsible, owner)
    assert (finding.staff_number, finding.department) == ("023", "营业部")


@pytest.mark.parametrize(
    ("days", "kind", "deadline"),
    [
        (0, RectificationType.IMMEDIATE, date(2026, 11, 27)),
        (1, RectificationType.TIMED, date(2026, 11, 30)),  # over the weekend
        (3, RectificationType.TIMED, date(2026, 12, 2)),
        (6, RectificationType.TIMED, date(2026, 12, 7)),  # over two
    ],
)
def test_deadlines_are_counted_in_workdays(
    days: int, kind: RectificationType, deadline: date
) -> None:
    finding = only(pack(replace(GREET, deadline=days)), window_card(), answers(bad("greet")))
    assert (finding.type, finding.deadline) == (kind, deadline)


def test_a_finding_is_dated_by_the_visit_not_by_its_completion() -> None:
    visit = replace(inspection(FRIDAY), completed_at=datetime(2026, 12, 3, 8))
    given = {"1号窗口": answers(bad("greet"))}
    (finding,) = raise_findings(
        visit, HALL, [window_card()], given, ["2611-041"], ["id"], Calendar()
    )
    assert (finding.raised_at, finding.deadline) == (FRIDAY, date(2026, 11, 30))


def test_only_deductions_raise_findings() -> None:
    given = answers(ok("greet"), na("polite"), bad("floor", option=2))  # WAIT is unanswered
    assert only(HALL, window_card(), given).item_id == "floor"


def test_a_bonus_raises_nothing() -> None:
    given = answers(deducted(PRAISE), ok("greet"))
    assert findings_of(HALL, [window_card()], {"1号窗口": given}) == []


def test_a_scorecard_that_was_left_out_raises_nothing() -> None:
    cards = [window_card("1号窗口", left_out=True), window_card("2号窗口")]
    given = {card.id: answers(bad("greet")) for card in cards}
    assert [f.window_number for f in findings_of(HALL, cards, given)] == ["2号窗口"]


def test_what_is_not_asked_on_a_scorecard_raises_nothing() -> None:
    assert findings_of(HALL, [window_card()], {"1号窗口": answers(bad("entrance"))}) == []
    assert findings_of(HALL, [window_card()], {}) == []


@pytest.mark.parametrize(("floor", "lost"), [(FloorPolicy.ITEM, 400), (FloorPolicy.NONE, 700)])
def test_the_deduction_is_the_points_lost_under_the_packs_policy(
    floor: FloorPolicy, lost: int
) -> None:
    asked = pack(GREET, policy=Policy(floor=floor))
    assert only(asked, window_card(), answers(bad("greet", count=7))).deduction == lost


def test_a_starred_item_marks_its_finding() -> None:
    assert only(pack(replace(GREET, veto=True)), window_card(), answers(bad("greet"))).veto


@pytest.mark.parametrize(
    ("state", "today", "overdue"),
    [
        (FindingState.OPEN, date(2026, 11, 29), False),
        (FindingState.OPEN, date(2026, 11, 30), False),  # due today
        (FindingState.OPEN, date(2026, 12, 1), True),
        (FindingState.RECTIFYING, date(2026, 12, 1), True),
        (FindingState.REPORTED, date(2026, 12, 1), True),
        (FindingState.CLOSED, date(2026, 12, 1), False),
    ],
)
def test_overdue_is_derived(state: FindingState, today: date, overdue: bool) -> None:
    finding = only(HALL, window_card(), answers(bad("greet")))  # due on Monday the 30th
    assert replace(finding, state=state).overdue_on(today) is overdue

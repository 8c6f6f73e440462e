"""The life of a finding by example: every step that DESIGN §7 knows, and every one it forbids."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from inspector.domain.errors import (
    DeadlineNotLaterError,
    IllegalTransitionError,
    NeedsExtensionError,
    NotLowerError,
)
from inspector.domain.finding.finding import AppealOutcome, Finding, FindingState, RectificationType
from inspector.domain.finding.finding_event import (
    EVENT_TYPES,
    AppealDecided,
    Assigned,
    DiscussedAt,
    EventKind,
    Exported,
    Extended,
    Noted,
    Reverted,
)
from inspector.domain.finding.finding_life import allowed, fold, history, refusal, revertible
from tests.domain.finding.lives import DEADLINE, FOUND, FOUND_AT, Life

ALWAYS = {EventKind.NOTED, EventKind.EXPORTED, EventKind.DISCUSSED}
RECTIFIABLE = {
    EventKind.CORRECTED, EventKind.ASSIGNED, EventKind.EXTENDED, EventKind.EXTENSION_ASKED,
    EventKind.RECOUNTED, EventKind.REPORTED, EventKind.RECHECKED,
}  # fmt: skip
APPEAL, DECIDE = {EventKind.APPEALED}, {EventKind.APPEAL_DECIDED}

STANDINGS: dict[str, tuple[Life, FindingState, set[EventKind]]] = {
    "found": (Life(), FindingState.OPEN, RECTIFIABLE | APPEAL),
    "assigned": (Life().assigned(), FindingState.RECTIFYING, RECTIFIABLE | APPEAL),
    "extended": (Life().assigned().extended(), FindingState.RECTIFYING, RECTIFIABLE | APPEAL),
    "asked": (
        Life().assigned().extension_asked(),
        FindingState.RECTIFYING,
        RECTIFIABLE | APPEAL | {EventKind.EXTENSION_REFUSED},
    ),
    "reported": (
        Life().assigned().reported(),
        FindingState.REPORTED,
        {EventKind.EXTENDED, EventKind.RECOUNTED, EventKind.REPORTED, EventKind.RECHECKED} | APPEAL,
    ),
    "passed": (
        Life().assigned().reported().rechecked(),
        FindingState.CLOSED,
        {EventKind.REOPENED} | APPEAL,
    ),
    "failed": (
        Life().assigned().reported().rechecked(False, "仍有一处"),
        FindingState.RECTIFYING,
        RECTIFIABLE | APPEAL,
    ),
    "corrected": (Life().corrected(), FindingState.CLOSED, {EventKind.REOPENED} | APPEAL),
    "appealed": (Life().appealed(), FindingState.OPEN, RECTIFIABLE | DECIDE),
    "upheld": (
        Life().appealed().decided(AppealOutcome.UPHELD),
        FindingState.OPEN,
        RECTIFIABLE | APPEAL,
    ),
    "downgraded": (
        Life().appealed().decided(AppealOutcome.DOWNGRADED, 50),
        FindingState.OPEN,
        RECTIFIABLE | APPEAL,
    ),
    "withdrawn": (
        Life().appealed().decided(AppealOutcome.WITHDRAWN),
        FindingState.WITHDRAWN,
        set(),
    ),
    "withdrawn after it was closed": (
        Life().corrected().appealed().decided(AppealOutcome.WITHDRAWN),
        FindingState.WITHDRAWN,
        set(),
    ),
    "reopened": (Life().corrected().reopened(), FindingState.OPEN, RECTIFIABLE | APPEAL),
}


@pytest.mark.parametrize("name", STANDINGS)
def test_where_a_finding_stands_and_what_can_follow(name: str) -> None:
    life, state, steps = STANDINGS[name]
    assert life.now.state is state
    assert allowed(life.now) == steps | ALWAYS


@pytest.mark.parametrize("kind", EventKind)
@pytest.mark.parametrize("name", STANDINGS)
def test_an_illegal_step_is_refused_with_its_facts_and_changes_nothing(
    name: str, kind: EventKind
) -> None:
    life, state, steps = STANDINGS[name]
    if kind in steps | ALWAYS | {EventKind.REVERTED, EventKind.RAISED, EventKind.SETTLED}:
        return
    goes_on = life.copy()
    steps_by_kind: dict[EventKind, Callable[[], Life]] = {
        EventKind.CORRECTED: goes_on.corrected,
        EventKind.ASSIGNED: goes_on.assigned,
        EventKind.EXTENDED: goes_on.extended,
        EventKind.EXTENSION_ASKED: goes_on.extension_asked,
        EventKind.EXTENSION_REFUSED: goes_on.extension_refused,
        EventKind.RECOUNTED: goes_on.recounted,
        EventKind.REPORTED: goes_on.reported,
        EventKind.RECHECKED: goes_on.rechecked,
        EventKind.APPEALED: goes_on.appealed,
        EventKind.APPEAL_DECIDED: lambda: goes_on.decided(AppealOutcome.UPHELD),
        EventKind.REOPENED: goes_on.reopened,
    }
    steps_by_kind[kind]()
    refused = refusal(life.now, goes_on.events[-1])
    assert isinstance(refused, IllegalTransitionError)
    facts = (refused.number, refused.tried, refused.state)
    assert facts == ("2611-041", kind.value, state.value)
    assert replace(goes_on.now, changed_at=life.now.changed_at) == life.now
    assert not history(goes_on.events)[-1].counts


def test_corrected_at_the_meeting_is_closed_as_at_once_with_its_words() -> None:
    now = Life().corrected("晨会上已示范").now
    assert (now.state, now.type) == (FindingState.CLOSED, RectificationType.IMMEDIATE)
    assert now.correction == "晨会上已示范"
    assert now.closed_at == FOUND_AT + timedelta(hours=1)
    assert now.done_on == date(2026, 11, 20)
    assert now.rechecked_at is None


def test_an_assignment_says_who_by_when_and_what() -> None:
    now = Life().assigned(owner="张三", type=RectificationType.SUSTAINED).now
    assert (now.department, now.owner, now.leader) == ("客服部", "张三", "赵主任")
    assert (now.type, now.requirement) == (RectificationType.SUSTAINED, "复训")
    assert now.deadline == DEADLINE + timedelta(days=2)
    assert now.assigned_at == FOUND_AT + timedelta(hours=1)


def test_assigning_anew_cannot_put_the_deadline_off() -> None:
    life = Life().assigned(deadline=DEADLINE)
    sooner, later = DEADLINE - timedelta(days=1), DEADLINE + timedelta(days=1)
    assert Life(FOUND).assigned(deadline=later).now.deadline == later  # the first time it can
    assert life.assigned(deadline=sooner, owner="王五").now.owner == "王五"
    event = life.assigned(deadline=later).events[-1]
    assert isinstance(event, Assigned)
    assert isinstance(refusal(life.now, event), NeedsExtensionError)
    assert life.now.deadline == sooner


@pytest.mark.parametrize("days", [0, -1])
def test_an_extension_leads_to_a_later_day(days: int) -> None:
    life = Life().extended(days)
    assert isinstance(life.events[-1], Extended)
    assert isinstance(refusal(FOUND, life.events[-1]), DeadlineNotLaterError)
    assert (life.now.deadline, life.now.extensions) == (DEADLINE, 0)


def test_extensions_are_counted() -> None:
    now = Life().extended(1).assigned(deadline=DEADLINE).extended(7).now
    assert (now.deadline, now.extensions) == (DEADLINE + timedelta(days=7), 2)


def test_what_is_asked_for_waits_for_an_answer() -> None:
    life = Life().assigned().extension_asked(7)
    day = DEADLINE + timedelta(days=9)
    assert (life.now.asked_until, life.now.asked_reason) == (day, "待料")
    assert life.now.deadline == DEADLINE + timedelta(days=2)
    again = life.copy().extension_asked(14)
    assert again.now.asked_until == day + timedelta(days=7)
    assert again.reverted().now.asked_until == day
    assert life.copy().reported().now.asked_until == day
    assert life.copy().reverted().now.asked_until is None


@pytest.mark.parametrize(
    "answered",
    [
        Life().extension_asked(7).extended(7),
        Life().extension_asked(7).extended(2),
        Life().extension_asked(7).extension_refused(),
        Life().extension_asked(7).corrected(),
        Life().extension_asked(7).rechecked(),
        Life().extension_asked(7).appealed().decided(AppealOutcome.WITHDRAWN),
        Life().extension_asked(7).recounted(7),
        Life().extension_asked(7).assigned(deadline=DEADLINE + timedelta(days=7)),
        Life().extension_asked(7).corrected().reopened(),
    ],
)
def test_it_waits_no_longer_once_it_is_answered_or_there_is_nothing_left_to_grant(
    answered: Life,
) -> None:
    assert (answered.now.asked_until, answered.now.asked_reason) == (None, "")


def test_an_answer_that_is_taken_back_leaves_the_question() -> None:
    life = Life().extension_asked(7)
    day = DEADLINE + timedelta(days=7)
    assert life.copy().extended(7).reverted().now.asked_until == day
    assert life.copy().extension_refused().reverted().now.asked_until == day


def test_what_is_reported_again_counts() -> None:
    now = Life().reported("已复训").reported("已复训并更换标牌").now
    assert (now.state, now.reported_text) == (FindingState.REPORTED, "已复训并更换标牌")
    assert now.done_on == date(2026, 11, 24)


def test_a_recheck_is_kept_with_who_when_and_its_result() -> None:
    failed = Life().reported().rechecked(False, "仍有一处").now
    assert (failed.recheck_passed, failed.recheck_note, failed.rechecked_by) == (
        False, "仍有一处", "乙",
    )  # fmt: skip
    assert failed.rechecked_at == FOUND_AT + timedelta(hours=2)
    assert failed.closed_at is None
    passed = Life().reported().rechecked(False, "仍有一处").reported().rechecked().now
    assert (passed.recheck_passed, passed.recheck_note) == (True, "")
    assert passed.closed_at == passed.rechecked_at == FOUND_AT + timedelta(hours=4)


def test_a_recheck_may_come_before_anybody_reported() -> None:
    assert Life().rechecked().now.state is FindingState.CLOSED
    assert Life().rechecked(False, "未改").now.state is FindingState.RECTIFYING


def test_an_appeal_waits_to_be_decided_while_life_goes_on() -> None:
    waiting = Life().assigned().appealed("视频可证").now
    assert waiting.appealed_at == FOUND_AT + timedelta(hours=2)
    assert (waiting.appeal, waiting.state) == ("视频可证", FindingState.RECTIFYING)
    assert Life().appealed().corrected().now.appealed_at is not None
    assert Life().appealed().decided(AppealOutcome.UPHELD).now.appealed_at is None


@pytest.mark.parametrize(
    ("outcome", "left", "reviewed", "counted"),
    [
        (AppealOutcome.UPHELD, None, None, 200),
        (AppealOutcome.WITHDRAWN, None, 0, 0),
        (AppealOutcome.DOWNGRADED, 50, 50, 50),
        (AppealOutcome.DOWNGRADED, 0, 0, 0),
    ],
)
def test_an_appeal_leaves_the_deduction_as_found(
    outcome: AppealOutcome, left: int | None, reviewed: int | None, counted: int
) -> None:
    now = Life().appealed().decided(outcome, left).now
    assert (now.review, now.deduction) == (outcome, 200)
    assert (now.reviewed_deduction, now.counted_deduction) == (reviewed, counted)


@pytest.mark.parametrize("left", [None, -1, 200, 300])
def test_a_downgrade_lowers(left: int | None) -> None:
    life = Life().appealed()
    before = life.now
    event = life.decided(AppealOutcome.DOWNGRADED, left).events[-1]
    assert isinstance(event, AppealDecided)
    assert isinstance(refusal(before, event), NotLowerError)
    assert life.now.appealed_at is not None


def test_a_second_appeal_turned_down_leaves_what_the_first_one_won() -> None:
    life = Life().appealed().decided(AppealOutcome.DOWNGRADED, 50)
    now = life.appealed().decided(AppealOutcome.UPHELD).now
    assert (now.review, now.counted_deduction) == (AppealOutcome.UPHELD, 50)


def test_reopening_is_a_new_round_that_keeps_who_and_forgets_what_it_came_to() -> None:
    life = Life().assigned().extended().reported().rechecked().reopened(date(2026, 12, 1))
    now = life.now
    assert (now.round, now.state, now.deadline) == (2, FindingState.OPEN, date(2026, 12, 1))
    assert (now.department, now.owner) == ("客服部", "李四")
    assert (now.reported_text, now.done_on, now.closed_at) == ("", None, None)
    assert (now.rechecked_at, now.rechecked_by, now.recheck_passed) == (None, "", None)
    assert now.extensions == 0
    rounds = [entry.round for entry in history(life.events)]
    assert rounds == [1, 1, 1, 1, 1, 2]
    again = life.corrected().reopened().now
    assert again.round == 3
    assert again.correction == ""
    assert again.type is RectificationType.TIMED  # what came back takes more than a moment


def test_words_going_out_and_the_meeting_change_nothing_but_the_history() -> None:
    life = Life().add(Noted, text="电话催办").add(DiscussedAt)
    assert replace(life.now, changed_at=FOUND_AT) == FOUND
    life.add(Exported, workbook="整改台账", file_name="a.xlsx")
    assert life.now.notice == ""
    life.add(Exported, workbook="整改通知单", file_name="b.xlsx", notice="〔2026〕3号")
    assert life.now.notice == "〔2026〕3号"
    assert [entry.event.kind for entry in history(life.events)][1:] == [
        EventKind.NOTED, EventKind.DISCUSSED, EventKind.EXPORTED, EventKind.EXPORTED,
    ]  # fmt: skip


# Taking a step back


def test_the_last_step_is_taken_back_and_stays_on_the_history() -> None:
    life = Life().assigned().corrected().reverted()
    assert life.now.state is FindingState.RECTIFYING
    assert [(e.event.kind, e.counts) for e in history(life.events)][2:] == [
        (EventKind.CORRECTED, False),
        (EventKind.REVERTED, True),
    ]
    assert life.reverted().now.state is FindingState.OPEN  # and the one before
    assert revertible(life.events) is None  # not what it all began with
    assert life.reverted().now.state is FindingState.OPEN


def test_only_the_last_step_is_taken_back() -> None:
    life = Life().assigned().reported()
    first = life.events[1].id
    before = life.now
    assert replace(life.add(Reverted, event_id=first).now, changed_at=None) == replace(
        before, changed_at=None
    )


def test_what_left_the_house_is_not_taken_back_nor_what_was_before() -> None:
    life = Life().assigned().add(Exported, workbook="整改台账", file_name="a.xlsx")
    assert revertible(life.events) is None
    assert revertible(life.corrected().events) == life.events[-1]


def test_being_shown_at_the_meeting_is_passed_over() -> None:
    life = Life().assigned().add(DiscussedAt)
    assert revertible(life.events) == life.events[1]


# Settling what was done side by side


def test_what_was_left_out_does_not_count_and_stays_on_the_history() -> None:
    life = Life().assigned().corrected().settled([1], [2])
    assert (life.now.state, life.now.owner) == (FindingState.RECTIFYING, "李四")
    assert [(e.event.kind, e.counts) for e in history(life.events)][1:] == [
        (EventKind.ASSIGNED, True), (EventKind.CORRECTED, False), (EventKind.SETTLED, True),
    ]  # fmt: skip
    assert life.reported().now.state is FindingState.REPORTED  # it goes on from there


def test_what_was_illegal_behind_a_step_counts_once_that_is_left_out() -> None:
    life = Life().corrected().assigned()
    assert life.now.state is FindingState.CLOSED
    assert life.settled([2], [1]).now.state is FindingState.RECTIFYING


def test_the_last_who_names_a_step_holds() -> None:
    life = Life().assigned().corrected().settled([1], [2]).settled([2], [1])
    assert life.now.state is FindingState.CLOSED
    assert life.copy().settled([], [2]).now.state is FindingState.OPEN


def test_neither_what_a_finding_begins_with_nor_another_settling_is_left_out() -> None:
    life = Life().assigned().corrected().settled([1], [2])
    assert life.settled([], [0, 3]).now.state is FindingState.RECTIFYING
    assert all(e.counts for e in history(life.events) if e.event.kind is not EventKind.CORRECTED)


def test_what_was_settled_is_not_taken_back() -> None:
    life = Life().assigned().corrected().settled([1], [2])
    assert revertible(life.events) is None
    assert revertible(life.reported().events) == life.events[-1]


# Merging


def test_the_same_event_twice_counts_once() -> None:
    life = Life().assigned().extended()
    assert fold([*life.events, *life.events]) == life.now


def test_what_became_illegal_when_two_laptops_met_changes_nothing() -> None:
    """One closed it at nine, the other, not knowing, had it reported at ten."""
    life = Life().assigned().corrected().reported()
    assert life.now.state is FindingState.CLOSED
    assert [entry.counts for entry in history(life.events)] == [True, True, True, False]


def test_a_finding_begins_with_being_raised() -> None:
    with pytest.raises(ValueError, match="raised"):
        fold(Life().assigned().events[1:])


@pytest.mark.parametrize(
    ("life", "overdue"),
    [
        (Life(), True),
        (Life().assigned().reported(), True),
        (Life().extended(30), False),
        (Life().corrected(), False),
        (Life().appealed().decided(AppealOutcome.WITHDRAWN), False),
        (Life().appealed(), True),
    ],
)
def test_overdue_follows_the_life(life: Life, overdue: bool) -> None:
    finding: Finding = life.now
    assert finding.overdue_on(DEADLINE + timedelta(days=3)) is overdue
    assert not finding.overdue_on(min(finding.deadline, DEADLINE))


def test_every_kind_has_its_class() -> None:
    assert EVENT_TYPES.keys() == set(EventKind)

"""The life of a complaint: every step where it is legal, refused everywhere else."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.complaint.complaint import ComplaintState
from inspector.domain.complaint.complaint_errors import (
    IllegalComplaintStepError,
    NobodyToCallError,
)
from inspector.domain.complaint.complaint_event import (
    STEP_TYPES,
    Archived,
    ComplaintEvent,
    ComplaintReverted,
    ComplaintStep,
    DeadlineExtended,
)
from inspector.domain.complaint.complaint_life import (
    allowed_steps,
    complaint_after,
    complaint_history,
    folded,
    refused_step,
    revertible_step,
)
from inspector.domain.errors import DeadlineNotLaterError, MissingWordError
from inspector.domain.survey.survey_sheet import Satisfaction
from tests.domain.complaint.complaint_lives import (
    CAME_AT,
    LAST_DAY,
    NOBODY,
    SAID,
    arrived,
    event_of,
    legal_lives,
    life,
)

S = ComplaintStep
ALWAYS = {S.NOTED, S.EXPORTED, S.LINKED, S.ATTACHED}
STANDINGS: list[tuple[list[ComplaintStep], ComplaintState, set[ComplaintStep]]] = [
    ([], ComplaintState.RECEIVED, {S.ACCEPTED, S.EXTENDED, S.VOIDED}),
    ([S.ACCEPTED], ComplaintState.ACCEPTED, {S.ACCEPTED, S.EXTENDED, S.VERIFIED, S.VOIDED}),
    ([S.ACCEPTED, S.VERIFIED], ComplaintState.UPHELD, {S.EXTENDED, S.RAISED, S.ANSWERED}),
    ([S.ACCEPTED, S.NOTED, S.VERIFIED], ComplaintState.UNFOUNDED, {S.EXTENDED, S.ANSWERED}),
    (
        [S.ACCEPTED, S.VERIFIED, S.RAISED, S.ANSWERED],
        ComplaintState.ANSWERED,
        {S.FOLLOWED_UP, S.ARCHIVED, S.REOPENED},
    ),
    (
        [S.ACCEPTED, S.VERIFIED, S.ANSWERED, S.FOLLOWED_UP],
        ComplaintState.FOLLOWED_UP,
        {S.ARCHIVED, S.REOPENED},
    ),
    (
        [S.ACCEPTED, S.VERIFIED, S.ANSWERED, S.FOLLOWED_UP, S.ARCHIVED],
        ComplaintState.ARCHIVED,
        {S.REOPENED},
    ),
    ([S.VOIDED], ComplaintState.VOID, set()),
    (
        [S.ACCEPTED, S.VERIFIED, S.ANSWERED, S.REOPENED],
        ComplaintState.ACCEPTED,
        {S.ACCEPTED, S.EXTENDED, S.VERIFIED, S.VOIDED},
    ),
]


@pytest.mark.parametrize(("steps", "state", "following"), STANDINGS)
def test_what_can_follow_and_that_all_else_is_refused(
    steps: list[ComplaintStep], state: ComplaintState, following: set[ComplaintStep]
) -> None:
    now = folded(life(*steps))
    assert now.state is state
    assert allowed_steps(now) == following | ALWAYS
    for step in set(ComplaintStep) - following - ALWAYS - {S.RECEIVED, S.REVERTED}:
        event = event_of(step, 20)
        refused = refused_step(now, event)
        assert isinstance(refused, IllegalComplaintStepError)
        assert (refused.number, refused.tried, refused.state) == (SAID.number, step, state)
        assert complaint_after(now, event) == now


def test_the_whole_way_is_on_the_complaint() -> None:
    now = folded(
        life(S.ACCEPTED, S.VERIFIED, S.RAISED, S.RAISED, S.ANSWERED, S.FOLLOWED_UP, S.ARCHIVED)
    )
    assert (now.department, now.owner, now.verified_by) == ("客服部", "张三", "张三")
    assert (now.upheld, now.verification) == (True, "已调看录像")
    assert now.finding_ids == ("f3", "f4")
    assert (now.answer, now.grade, now.follow_up) == ("已致歉并说明", Satisfaction.SATISFIED, "好")
    assert now.answered_in_time
    assert now.archived_at == CAME_AT + timedelta(hours=7)


def test_a_later_day_only_extends() -> None:
    event = event_of(S.EXTENDED, 1)
    assert isinstance(event, DeadlineExtended)
    assert folded([arrived(), event]).deadline == LAST_DAY + timedelta(days=1)
    refused = refused_step(SAID, replace(event, deadline=LAST_DAY))
    assert isinstance(refused, DeadlineNotLaterError)


def test_who_was_not_called_back_is_archived_with_a_reason_unless_nobody_is_known() -> None:
    answered = folded(life(S.ACCEPTED, S.VERIFIED, S.ANSWERED))
    bare = Archived(id="x", complaint_id="c1", at=CAME_AT)
    assert isinstance(refused_step(answered, bare), MissingWordError)
    assert refused_step(answered, replace(bare, note="电话停机")) is None
    nobody = folded(life(S.ACCEPTED, S.VERIFIED, S.ANSWERED, complaint=NOBODY))
    assert refused_step(nobody, bare) is None


def test_an_anonymous_one_goes_from_its_answer_to_the_archive() -> None:
    answered = folded(life(S.ACCEPTED, S.VERIFIED, S.ANSWERED, complaint=NOBODY))
    assert allowed_steps(answered) == {S.ARCHIVED, S.REOPENED} | ALWAYS
    called = event_of(S.FOLLOWED_UP, 9)
    assert isinstance(refused_step(answered, called), NobodyToCallError)
    assert complaint_after(answered, called) == answered
    early = folded(life(S.ACCEPTED, complaint=NOBODY))
    assert isinstance(refused_step(early, called), IllegalComplaintStepError)


def test_overdue_ends_with_the_answer() -> None:
    next_day = LAST_DAY + timedelta(days=1)
    waiting = folded(life(S.ACCEPTED, S.VERIFIED))
    assert not waiting.overdue_on(LAST_DAY)
    assert waiting.overdue_on(next_day)
    assert not folded(life(S.ACCEPTED, S.VERIFIED, S.ANSWERED)).overdue_on(next_day)
    assert not folded(life(S.VOIDED)).overdue_on(next_day)


def test_reopened_it_forgets_the_answer_and_keeps_who_and_its_findings() -> None:
    now = folded(life(S.ACCEPTED, S.VERIFIED, S.RAISED, S.ANSWERED, S.FOLLOWED_UP, S.REOPENED))
    assert (now.round, now.owner, now.finding_ids) == (2, "张三", ("f3",))
    assert (now.answer, now.grade, now.upheld, now.answered_at) == ("", None, None, None)


@pytest.mark.parametrize("step", [S.RAISED, S.EXPORTED])
def test_what_happened_elsewhere_too_is_not_taken_back(step: ComplaintStep) -> None:
    assert revertible_step(life(S.ACCEPTED, S.VERIFIED, step)) is None
    assert revertible_step(life()) is None


def test_the_last_step_is_taken_back_and_stays_on_the_history() -> None:
    events = life(S.ACCEPTED, S.VERIFIED)
    last = revertible_step(events)
    assert last is events[-1]
    events.append(event_of(S.REVERTED, 3, last.id))
    assert folded(events).state is ComplaintState.ACCEPTED
    assert [entry.counts for entry in complaint_history(events)] == [True, True, False, True]
    assert revertible_step(events) is events[1]


def test_a_complaint_begins_with_its_arrival() -> None:
    with pytest.raises(ValueError, match="arrival"):
        folded(life(S.NOTED)[1:])


def test_every_step_has_its_class() -> None:
    assert set(STEP_TYPES) == set(ComplaintStep)


@given(legal_lives(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(
    events: list[ComplaintEvent], shuffler: Random
) -> None:
    came = [*events, *events[::2]]  # some of them twice
    shuffler.shuffle(came)
    assert folded(came) == folded(events)
    assert complaint_history(came) == complaint_history(events)


@given(legal_lives())
def test_step_by_step_is_the_same_as_all_at_once(events: list[ComplaintEvent]) -> None:
    for count in range(1, len(events)):
        before, event = folded(events[:count]), events[count]
        if not isinstance(event, ComplaintReverted):
            stepped = replace(complaint_after(before, event), changed_at=event.at)
            assert stepped == folded(events[: count + 1])


@given(legal_lives())
def test_a_standing_is_never_torn(events: list[ComplaintEvent]) -> None:
    now = folded(events)
    assert now.state.is_answered == (now.answered_at is not None)
    assert (now.state is ComplaintState.ARCHIVED) == (now.archived_at is not None)
    assert (now.grade is None) == (now.followed_up_at is None)
    assert not now.anonymous or (now.complainant, now.phone) == ("", "")
    for name in ("number", "content", "received_at", "site_id", "first_asked", "kind"):
        assert getattr(now, name) == getattr(events[0].complaint, name)  # type: ignore[attr-defined]

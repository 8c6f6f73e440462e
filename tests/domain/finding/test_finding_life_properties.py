"""Any legal life folds to the same standing, whatever way its events arrive."""

from dataclasses import replace
from itertools import groupby, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.finding_event import EventKind, FindingEvent
from inspector.domain.finding.finding_life import after, fold, history, standings
from tests.domain.finding.lives import FOUND, lives, settled_lives


@pytest.mark.ci
@given(settled_lives(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(events: list[FindingEvent], shuffler: Random) -> None:
    arrived = [*events, *events[::2]]  # some of them twice
    shuffler.shuffle(arrived)
    assert fold(arrived) == fold(events)
    assert history(arrived) == history(events)


@pytest.mark.ci
@given(lives())
def test_what_is_found_never_changes(events: list[FindingEvent]) -> None:
    now = fold(events)
    found = fold(events[:1])
    for name in ("number", "text", "deduction", "veto", "raised_at", "window_number", "item_id"):
        assert getattr(now, name) == getattr(found, name)


@pytest.mark.ci
@given(lives())
def test_step_by_step_is_the_same_as_all_at_once(events: list[FindingEvent]) -> None:
    for count in range(1, len(events)):
        before, event = fold(events[:count]), events[count]
        if event.kind is not EventKind.REVERTED:
            assert replace(after(before, event), changed_at=event.at) == fold(events[: count + 1])


@given(lives())
def test_a_standing_is_never_torn(events: list[FindingEvent]) -> None:
    now = fold(events)
    assert (now.closed_at is not None) == now.state.is_ended
    assert (now.state is FindingState.WITHDRAWN) <= (now.reviewed_deduction == 0)
    assert 0 <= now.counted_deduction <= now.deduction
    assert (now.state is FindingState.REPORTED) <= (now.done_on is not None)
    assert now.round >= 1
    assert now.changed_at == max(event.at for event in events)
    assert now.id == FOUND.id


@pytest.mark.ci
@given(lives())
def test_rounds_never_go_back_but_for_a_reopening_that_is_taken_back(
    events: list[FindingEvent],
) -> None:
    entries = history(events)
    for earlier, later in pairwise(entries):
        if later.event.kind is not EventKind.REVERTED:
            assert later.round in (earlier.round, earlier.round + 1)


@pytest.mark.ci
@given(lives())
def test_what_it_was_after_each_step_is_what_the_steps_until_then_come_to(
    events: list[FindingEvent],
) -> None:
    lived = [entry.event for entry in history(events) if entry.counts]
    folded = [fold(lived[:count]) for count in range(1, len(lived) + 1)]
    timeless = [replace(each, changed_at=None) for each in folded]
    changes = [now for was, now in pairwise([None, *timeless]) if now != was]
    own = [replace(each, changed_at=None) for each in standings(events)]
    assert [each for each, _ in groupby(own)] == changes

"""What was done to a complaint side by side is settled: what is left out does not count."""

from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.complaint.complaint import ComplaintState
from inspector.domain.complaint.complaint_event import (
    ComplaintEvent,
    ComplaintSettled,
    ComplaintStep,
)
from inspector.domain.complaint.complaint_life import complaint_history, folded, revertible_step
from tests.domain.complaint.complaint_lives import CAME_AT, legal_lives, life

S = ComplaintStep


def settled(number: int, kept: tuple[str, ...], left_out: tuple[str, ...]) -> ComplaintSettled:
    return ComplaintSettled(
        id=f"s{number:03}", complaint_id="c1", at=CAME_AT + timedelta(hours=number),
        kept=kept, left_out=left_out,
    )  # fmt: skip


def test_what_was_left_out_does_not_count_until_somebody_says_otherwise() -> None:
    events = life(S.ACCEPTED, S.VERIFIED, S.VOIDED)
    assert folded(events).state is ComplaintState.UPHELD
    events.append(settled(4, ("e003",), ("e001", "e002")))
    assert folded(events).state is ComplaintState.VOID
    assert [entry.counts for entry in complaint_history(events)] == [True, False, False, True, True]
    assert revertible_step(events) is None
    events.append(settled(5, ("e001", "e002"), ("e003",)))
    assert folded(events).state is ComplaintState.UPHELD


@given(legal_lives(), st.data())
def test_the_order_of_arrival_does_not_matter(
    events: list[ComplaintEvent], data: st.DataObject
) -> None:
    ids = st.lists(st.sampled_from([event.id for event in events]), max_size=4)
    for number in data.draw(st.lists(st.integers(0, 14), max_size=3, unique=True)):
        events.append(settled(number, tuple(data.draw(ids)), tuple(data.draw(ids))))
    came = [*events, *events[::2]]  # some of them twice
    shuffler: Random = data.draw(st.randoms(use_true_random=False))
    shuffler.shuffle(came)
    assert folded(came) == folded(events)
    assert complaint_history(came) == complaint_history(events)

"""Steps that laptops took side by side: who sees them, and that whoever settles alike agrees."""

from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.sharing.side_by_side import Beside, Step, heads_of, side_by_side

BEGAN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


class Shared:
    """One finding on several laptops, each of which knows some of its steps."""

    def __init__(self, *laptops: str) -> None:
        self.steps: dict[str, Step] = {}
        self._numbers = count(1)
        self.known: dict[str, set[str]] = {laptop: set() for laptop in laptops}
        found = self.take(laptops[0], "raised", decides=False)
        for laptop in laptops:
            self.known[laptop].add(found)

    def take(
        self, laptop: str, says: str, settles: frozenset[str] = frozenset(), *, decides: bool = True
    ) -> str:
        number = next(self._numbers)
        parents = {step.id: step.parents for step in self.of(laptop)}
        step = Step(
            f"{number:03}", BEGAN + timedelta(hours=number), laptop,
            heads_of(self.known[laptop], parents), says, decides, settles,
        )  # fmt: skip
        self.steps[step.id] = step
        self.known[laptop].add(step.id)
        return step.id

    def settle(self, laptop: str, says: str = "the first") -> None:
        """Settle what a laptop sees, by a rule, as two people who agree would."""
        for beside in self.beside(laptop):
            self.take(laptop, f"{says} {sorted(beside.ids)}", frozenset(beside.ids))

    def of(self, laptop: str) -> list[Step]:
        return [self.steps[each] for each in sorted(self.known[laptop])]

    def beside(self, laptop: str) -> tuple[Beside, ...]:
        return side_by_side(self.of(laptop))

    def tell(self, one: str, other: str) -> None:
        self.known[other] |= self.known[one]

    def tell_all(self) -> None:
        everything = set().union(*self.known.values())
        for known in self.known.values():
            known |= everything


def shown(shared: Shared, laptop: str) -> list[tuple[str, ...]]:
    return [tuple(step.id for step in each.steps) for each in shared.beside(laptop)]


def test_steps_one_behind_the_other_are_not_side_by_side() -> None:
    shared = Shared("A", "B")
    shared.take("A", "assigned")
    shared.tell("A", "B")
    shared.take("B", "reported")
    shared.tell_all()
    assert shown(shared, "A") == shown(shared, "B") == []


def test_steps_of_two_who_did_not_know_of_each_other_wait_on_both_sides() -> None:
    shared = Shared("A", "B")
    assigned, corrected = shared.take("A", "assigned"), shared.take("B", "corrected")
    assert shown(shared, "A") == shown(shared, "B") == []
    shared.tell_all()
    assert shown(shared, "A") == shown(shared, "B") == [(assigned, corrected)]
    (beside,) = shared.beside("A")
    assert (beside.since, beside.ids) == (shared.steps[corrected].at, (assigned, corrected))


def test_the_same_step_and_what_decides_nothing_are_no_matter() -> None:
    shared = Shared("A", "B")
    shared.take("A", "assigned to Li")
    shared.take("B", "assigned to Li")
    shared.take("B", "noted", decides=False)
    shared.tell_all()
    assert shown(shared, "A") == []


def test_several_steps_are_one_matter() -> None:
    shared = Shared("A", "B", "C")
    steps = [shared.take("A", "assigned"), shared.take("A", "extended"),
             shared.take("B", "corrected"), shared.take("C", "appealed")]  # fmt: skip
    shared.tell_all()
    assert shown(shared, "C") == [tuple(steps)]


def test_settled_it_waits_no_more_once_that_is_known() -> None:
    shared = Shared("A", "B")
    shared.take("A", "assigned")
    shared.take("B", "corrected")
    shared.tell("B", "A")
    shared.settle("A")
    assert shown(shared, "A") == []
    shared.tell_all()
    assert shown(shared, "B") == []


def test_settled_differently_it_waits_again_until_somebody_settles_that() -> None:
    shared = Shared("A", "B")
    first, second = shared.take("A", "assigned"), shared.take("B", "corrected")
    shared.tell_all()
    shared.settle("A", "mine")
    shared.settle("B", "mine as well")
    shared.tell_all()
    (beside,) = shared.beside("A")
    assert {step.settles for step in beside.steps} == {frozenset({first, second})}
    assert set(beside.ids) == {first, second}
    shared.settle("B", "after all")
    shared.tell_all()
    assert shown(shared, "A") == shown(shared, "B") == []


def test_two_matters_that_are_settled_alike_stay_two() -> None:
    shared = Shared("A", "B")
    for said in ("assigned", "extended"):
        shared.take("A", said)
        shared.take("B", f"{said} otherwise")
        shared.tell_all()
    assert len(shown(shared, "A")) == 2
    for laptop in ("A", "B"):
        shared.settle(laptop)
    shared.tell_all()
    assert shown(shared, "A") == []


def test_a_step_beside_the_settling_waits_again() -> None:
    shared = Shared("A", "B")
    shared.take("A", "assigned")
    shared.take("B", "corrected")
    shared.tell("B", "A")
    shared.settle("A")
    late = shared.take("B", "reopened")
    shared.tell_all()
    (beside,) = shared.beside("B")
    assert late in beside.ids
    assert len(beside.ids) == 3
    shared.settle("A")
    shared.tell_all()
    assert shown(shared, "B") == []


def test_parents_that_lead_in_a_ring_do_no_harm() -> None:
    one = Step("1", BEGAN, "A", ("2", "1"), "assigned")
    other = Step("2", BEGAN, "B", ("1", "gone"), "corrected")
    assert side_by_side([one, other]) == ()


LAPTOPS = ("A", "B", "C")
ACT = st.one_of(
    st.tuples(st.just("take"), st.sampled_from(LAPTOPS), st.sampled_from(("x", "y", "z"))),
    st.tuples(st.just("tell"), st.sampled_from(LAPTOPS), st.sampled_from(LAPTOPS)),
    st.tuples(st.just("settle"), st.sampled_from(LAPTOPS), st.sampled_from(("first", "last"))),
)


def lived(acts: list[tuple[str, str, str]]) -> Shared:
    shared = Shared(*LAPTOPS)
    for act, laptop, what in acts:
        if act == "take":
            shared.take(laptop, what)
        elif act == "tell":
            shared.tell(laptop, what)
        else:
            shared.settle(laptop, what)
    return shared


@pytest.mark.ci
@given(st.lists(ACT, max_size=14), st.randoms())
def test_everybody_sees_the_same_in_whatever_order_it_came(
    acts: list[tuple[str, str, str]], random: Random
) -> None:
    shared = lived(acts)
    shared.tell_all()
    steps = shared.of("A")
    seen = side_by_side(steps)
    random.shuffle(steps)
    assert side_by_side(steps) == seen
    named = [step.id for beside in seen for step in beside.steps]
    assert len(named) == len(set(named))


@pytest.mark.ci
@given(st.lists(ACT, max_size=14), st.sampled_from(LAPTOPS))
def test_once_one_of_them_settled_all_of_it_nobody_has_anything_to_settle(
    acts: list[tuple[str, str, str]], laptop: str
) -> None:
    shared = lived(acts)
    shared.tell_all()
    shared.settle(laptop)
    shared.tell_all()
    assert all(shown(shared, each) == [] for each in LAPTOPS)


@pytest.mark.ci
@given(st.lists(ACT, max_size=14))
def test_all_who_settle_alike_at_the_same_time_agree(acts: list[tuple[str, str, str]]) -> None:
    shared = lived(acts)
    shared.tell_all()
    for laptop in LAPTOPS:
        shared.settle(laptop, "alike")
    shared.tell_all()
    assert all(shown(shared, each) == [] for each in LAPTOPS)

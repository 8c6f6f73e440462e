"""What was said of names that are nearly the same holds on every laptop: nobody is asked twice."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.domain.sharing.manifest import FIRST_FORMAT, PLACED_FORMAT, Scope
from inspector.domain.sharing.roster_meeting import Answers, Question
from inspector.domain.sharing.travelling import Kind
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.workspace.sharing.conflict_list import ConflictList
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.hall_exchange import looked_at, taken, written
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.sharing.test_convergence import empty_laptops
from tests.workspace.visiting import Clock, add_site
from tests.written_once import Written

SPELLED = ("城东（厅）", "城东厅", "城东-厅")
Answer = Callable[[Question], str]


def same(question: Question) -> str:
    return question.candidates[0][0]


def new(question: Question) -> str:
    return ""


def meets(
    taker: LaptopFolder, giver: LaptopFolder, answer: Answer, since: int = 0
) -> list[Question]:
    """Take in what another laptop has; return what a person was asked meanwhile."""
    came, answers, asked = giver.objects(since=since), Answers(), list[Question]()
    while questions := taker.look(came, answers).questions:
        asked += questions
        answers |= {(each.kind, each.foreign_id): answer(each) for each in questions}
    taker.take(came, answers)
    return asked


def sites(laptop: LaptopFolder) -> int:
    return len(laptop.workspace.rosters.sites())


@contextmanager
def spelled(written: Written, count: int) -> Iterator[tuple[Clock, list[LaptopFolder]]]:
    """Laptops on whose rosters the same hall, or another, is spelled differently."""
    with empty_laptops(written, count) as (clock, laptops):
        for each, name in zip(laptops, SPELLED, strict=False):
            add_site(each.workspace, name, windows=1)
        yield clock, laptops


@pytest.mark.parametrize(("answer", "known"), [(same, 1), (new, 2)])
def test_who_gets_the_answer_is_not_asked_once_more(
    written: Written, answer: Answer, known: int
) -> None:
    with spelled(written, 3) as (clock, (first, second, third)):
        assert len(meets(first, second, answer)) == 1
        clock.moment += timedelta(minutes=5)
        assert meets(second, first, answer) == []
        assert [sites(first), sites(second)] == [known, known]
        assert meets(first, second, answer) == []
        third.workspace.rosters.sites()
        assert len({each.foreign_id for each in meets(third, first, answer)}) == known
        for giver, taker in ((third, first), (third, second), (first, second), (second, third)):
            assert meets(taker, giver, answer) == []
        for each in (first, second, third):
            assert sites(each) == (1 if answer is same else 3)
            assert each.workspace.of(ConflictList).count() == 0
            assert each.troubles() == []


meetings = st.tuples(st.integers(0, 2), st.integers(0, 2)).filter(lambda two: two[0] != two[1])


@pytest.mark.ci
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    done=st.lists(meetings, min_size=1, max_size=6),
    answer=st.sampled_from([same, new]),
    parts=st.booleans(),
)
def test_in_any_order_any_number_of_times_all_come_to_the_same(
    written: Written, done: list[tuple[int, int]], answer: Answer, parts: bool
) -> None:
    with spelled(written, 3) as (clock, laptops):
        reached: dict[tuple[int, int], int] = {}
        ring = ((0, 1), (1, 2), (2, 0))
        for giver, taker in (*done, *ring, *ring, *ring):
            clock.moment += timedelta(minutes=5)
            since = reached.get((giver, taker), 0) if parts else 0
            meets(laptops[taker], laptops[giver], answer, since)
            reached[giver, taker] = laptops[giver].reached
        for each in laptops:
            assert sites(each) == (1 if answer is same else 3)
            assert each.workspace.of(ConflictList).count() == 0
            assert each.troubles() == []
        for giver, taker in ring:
            assert meets(laptops[taker], laptops[giver], answer) == []


def test_two_who_answer_differently_go_on_as_each_said(written: Written) -> None:
    with spelled(written, 2) as (clock, (first, second)):
        there, back = first.objects(), second.objects()
        (asked,) = first.look(back).questions
        first.take(back, {(asked.kind, asked.foreign_id): same(asked)})
        clock.moment += timedelta(minutes=5)
        (asked,) = second.look(there).questions
        second.take(there, {(asked.kind, asked.foreign_id): ""})
        assert meets(first, second, same) == meets(second, first, same) == []
        for each in (first, second):
            assert each.workspace.of(ConflictList).count() == 0
            assert each.troubles() == []


def test_a_bundle_with_such_an_answer_is_of_a_newer_format(laptop: Bought, tmp_path: Path) -> None:
    first, second = laptop("A"), laptop("B")
    for each, name in zip((first, second), SPELLED, strict=False):
        add_site(each.workspace, name)
    there = written(second, tmp_path / "there.inspx", Scope())
    (asked,) = looked_at(first, there).questions
    answers: Answers = {(asked.kind, asked.foreign_id): same(asked)}
    taken(first, second, there, answers=answers)
    back = written(first, tmp_path / "back.inspx", Scope())
    for path, expected in ((there, FIRST_FORMAT), (back, PLACED_FORMAT)):
        with opened_bundle(path, work=tmp_path) as bundle:
            assert bundle.manifest.format == expected
    assert looked_at(second, back).questions == ()
    received = taken(second, first, back)
    assert received.kinds[Kind.CHOICE] == 1
    assert sites(second) == 1

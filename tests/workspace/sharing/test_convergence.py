"""Bundles in any order, any number of times, any of them: the same findings, figures and papers."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.domain.sharing.travelling import Travelling
from inspector.workspace.workspace import Workspace
from tests.workspace.sharing.group_life import HALL, goes_on, hall
from tests.workspace.sharing.laptops import LaptopFolder, digests
from tests.workspace.visiting import Clock, add_site
from tests.written_once import Written

NAMES = "ABC"

happenings = st.tuples(st.integers(0, len(NAMES) - 1), st.integers(0, 9), st.integers(0, 5))
"""On which laptop, which step, of which finding."""
meetings = st.tuples(st.integers(0, 2), st.integers(0, 2)).filter(lambda two: two[0] != two[1])
"""Who gives a bundle to whom."""


@contextmanager
def group(written: Written, count: int) -> Iterator[tuple[Clock, list[LaptopFolder]]]:
    """Laptops with the same hall on rosters of their own."""
    with empty_laptops(written, count) as (clock, laptops):
        for each in laptops:
            add_site(each.workspace, HALL, windows=1)
        yield clock, laptops


@contextmanager
def empty_laptops(written: Written, count: int) -> Iterator[tuple[Clock, list[LaptopFolder]]]:
    """Laptops with nothing on them."""
    clock = Clock(datetime.fromisoformat("2026-11-27T09:30:00+08:00"))
    with ExitStack() as left, TemporaryDirectory() as folder:
        laptops = []
        for name in NAMES[:count]:
            place = Path(shutil.copytree(written(_empty), Path(folder) / name))
            made = LaptopFolder(name, place, clock)
            left.callback(made.workspace.close)
            laptops.append(made)
        yield clock, laptops


def _empty(folder: Path) -> None:
    Workspace(folder).close()


@pytest.mark.ci
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    done=st.lists(happenings, min_size=2, max_size=10),
    cuts=st.lists(st.integers(0, 10), max_size=3),
    order=st.randoms(use_true_random=False),
)
def test_any_bundles_in_any_order_any_number_of_times_come_to_the_same(
    written: Written, done: list[tuple[int, int, int]], cuts: list[int], order: Random
) -> None:
    with group(written, 3) as (clock, laptops):
        maker, one, other = laptops
        bundles: list[list[Travelling]] = []
        reached = 0
        for number, (_, step, which) in enumerate(done):
            goes_on(clock, maker, step, which)
            if number in cuts:
                bundles.append(maker.objects(since=reached))
                reached = maker.reached
        bundles.append(maker.objects(since=reached))
        for bundle in bundles:
            one.take(bundle)
        shuffled = [*bundles, *order.choices(bundles, k=2)]
        order.shuffle(shuffled)
        for bundle in shuffled:
            other.take(bundle)
        assert maker.said() == one.said() == other.said()
        assert digests(maker.objects()) == digests(one.objects()) == digests(other.objects())
        for each in laptops:
            assert each.troubles() == []


@pytest.mark.ci
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(done=st.lists(st.one_of(happenings, meetings), min_size=3, max_size=14))
def test_three_laptops_in_a_ring_converge_and_nothing_sealed_ever_changes(
    written: Written, done: list[tuple[int, ...]]
) -> None:
    with group(written, 3) as (clock, laptops):
        sealed: dict[object, str] = {}
        for what in done:
            if len(what) == 3:
                on, step, which = what
                goes_on(clock, laptops[on], step, which)
            else:
                giver, taker = what
                laptops[taker].take(laptops[giver].objects())
            for each in laptops:
                for key, digest in digests(each.objects()).items():
                    assert sealed.setdefault(key, digest) == digest
        for _ in range(2):
            for giver, taker in ((0, 1), (1, 2), (2, 0)):
                laptops[taker].take(laptops[giver].objects())
        first, second, third = laptops
        assert first.said() == second.said() == third.said()
        for each in laptops:
            assert {*sealed} == {*digests(each.objects())}
            assert len(each.workspace.rosters.windows(hall(each).id)) == 1
            assert each.troubles() == []


@pytest.mark.ci
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(done=st.lists(happenings, min_size=1, max_size=8))
def test_there_and_back_is_the_identity(written: Written, done: list[tuple[int, int, int]]) -> None:
    with group(written, 2) as (clock, (maker, other)):
        for _, step, which in done:
            goes_on(clock, maker, step, which)
        said, made, reached = maker.said(), digests(maker.objects()), maker.reached
        other.take(maker.objects())
        maker.take(other.objects())
        assert (maker.said(), digests(maker.objects()), maker.reached) == (said, made, reached)

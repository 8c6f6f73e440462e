"""Work on many files: each is done, what fails is heard of, nothing goes on behind the block."""

import threading
from functools import partial

import pytest

from inspector.workspace.evidence.every_core import begun_on_every_core, on_every_core


class StopError(Exception):
    """Whoever waits has had enough."""


@pytest.mark.parametrize("count", [0, 1, 2, 40])
def test_what_each_returns_is_heard(count: int) -> None:
    with on_every_core([partial(int, f"{number}") for number in range(count)]) as ended:
        assert sorted(ended) == list(range(count))


@pytest.mark.parametrize("count", [1, 40])
def test_what_one_raises_is_raised(count: int) -> None:
    jobs = [partial(int, "none")] * count
    with pytest.raises(ValueError, match="none"), on_every_core(jobs) as ended:
        list(ended)


def test_whoever_leaves_stops_what_was_not_begun() -> None:
    before, begun, go_on = threading.active_count(), [], threading.Event()

    def work(number: int) -> int:
        begun.append(number)
        if number:
            go_on.wait(60)
        return number

    def hear() -> None:
        with on_every_core([partial(work, number) for number in range(40)]) as ended:
            assert next(ended) == 0
            go_on.set()
            raise StopError

    with pytest.raises(StopError):
        hear()
    assert threading.active_count() == before
    assert len(begun) <= 40


@pytest.mark.parametrize("count", [0, 1, 40])
def test_they_go_on_while_something_else_is_done(count: int) -> None:
    with begun_on_every_core([partial(int, f"{number}") for number in range(count)]) as begun:
        assert [each.result(60) for each in begun] == list(range(count))


@pytest.mark.parametrize("count", [1, 40])
def test_whoever_had_enough_of_something_else_stops_them(count: int) -> None:
    before, running, go_on = threading.active_count(), threading.Event(), threading.Event()

    def work() -> bool:
        running.set()
        return go_on.wait(60)

    def do() -> None:
        assert running.wait(60)
        go_on.set()
        raise StopError

    with pytest.raises(StopError), begun_on_every_core([work] * count):
        do()
    assert threading.active_count() == before

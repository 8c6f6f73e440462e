"""The collector of garbage is put off while papers are written, and is as it was afterwards."""

import gc
from threading import Barrier, Thread

import pytest

from inspector.workspace.papers.collector_pause import SELDOM, collecting_seldom, seldom_collected


def test_it_is_put_off_and_as_it_was_afterwards() -> None:
    usual = gc.get_threshold()
    with collecting_seldom(), collecting_seldom():
        assert gc.get_threshold()[0] == SELDOM
    assert gc.get_threshold() == usual


def test_what_fails_leaves_it_as_it_was() -> None:
    usual = gc.get_threshold()

    @seldom_collected
    def fail() -> None:
        assert gc.get_threshold()[0] == SELDOM
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        fail()
    assert gc.get_threshold() == usual


def test_two_at_once_end_in_any_order() -> None:
    usual, together = gc.get_threshold(), Barrier(2)

    def work() -> None:
        with collecting_seldom():
            together.wait(120)

    threads = [Thread(target=work) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert gc.get_threshold() == usual

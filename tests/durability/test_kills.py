"""The program killed at random while somebody works in it: nothing acknowledged is lost.

Others visit the folder meanwhile: the command line, programs that know SQLite, another start. Nine
of ten runs are forked from a process that has loaded the program (`zygote`), the others start a
Python of their own; one of eight is killed before its window is there.
"""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.durability.kills import kill_often
from tests.durability.runs import zygote
from tests.durability.visitors import VISITORS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL and no fork")


def kill(times: int, seed: int, scratch: Path, visitors: Sequence[str]) -> None:
    """Kill the program `times` and find everything each time."""
    with zygote(scratch / "home") as runs:
        tally = kill_often(times, seed, scratch, runs, visitors)
    assert tally.lost == []
    assert len(tally.misplaced) <= 1, tally.misplaced  # README: a place was one item off, once
    assert tally.kills == times
    # It was worked in: enough was acknowledged, and enough was in the middle of being written.
    assert tally.answers >= times / 2
    assert tally.photos
    assert tally.events
    assert tally.in_flight_kept or times < 25
    assert tally.at_start or times < 100  # some starts are quicker than any chance
    assert tally.cold
    assert len(tally.visits) == min(times, len(visitors))


@pytest.mark.ci
def test_killed_4_times_with_visitors(tmp_path: Path) -> None:
    kill(4, 7759, tmp_path, list(VISITORS))  # a seed in which each time another comes


@pytest.mark.ci
@pytest.mark.parametrize("seed", range(4))
def test_killed_75_times_with_visitors(seed: int, tmp_path: Path) -> None:
    kill(75, seed, tmp_path, list(VISITORS))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 120))
def test_killed_100_times(seed: int, tmp_path: Path) -> None:
    kill(100, seed, tmp_path, list(VISITORS) if seed % 2 else ())

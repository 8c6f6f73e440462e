"""The power cut at random while somebody works: nothing acknowledged is lost."""

from pathlib import Path

import pytest

from tests.durability.cuts import cut_often
from tests.durability.forgetful import cut_anywhere
from tests.durability.image import why_not, why_not_recorded
from tests.durability.runs import zygote
from tests.durability.verdict import Tally


def cut(times: int, seed: int, scratch: Path) -> None:
    """Copy the disk of a run `times` as it is, and find everything each time."""
    if reason := why_not():
        pytest.skip(f"disks in files cannot be mounted: {reason}")
    with zygote(scratch / "home") as runs:
        _found(cut_often(times, seed, scratch, runs), times)


def forget(times: int, acts: int, seed: int, scratch: Path) -> None:
    """Act so often, and find everything after a cut at any of `times` instants."""
    if reason := why_not_recorded():
        pytest.skip(f"what is written to disks cannot be recorded: {reason}")
    with zygote(scratch / "home") as runs:
        _found(cut_anywhere(times, acts, seed, scratch, runs), times)


def _found(tally: Tally, times: int) -> None:
    assert tally.lost == []
    assert tally.kills == times
    assert tally.answers
    assert tally.reopened


def test_cut_10_times(tmp_path: Path) -> None:
    cut(10, 1, tmp_path)


def test_cut_at_15_instants_of_a_forgetful_disk(tmp_path: Path) -> None:
    forget(15, 150, 1, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 104))
def test_cut_25_times(seed: int, tmp_path: Path) -> None:
    cut(25, seed, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 104))
def test_cut_at_100_instants_of_a_forgetful_disk(seed: int, tmp_path: Path) -> None:
    forget(100, 400, seed, tmp_path)

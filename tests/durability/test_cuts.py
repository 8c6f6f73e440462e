"""The power cut at random while somebody works: nothing acknowledged is lost."""

from pathlib import Path

import pytest

from tests.durability.cuts import cut_often
from tests.durability.image import why_not
from tests.durability.runs import zygote


@pytest.fixture(autouse=True)
def disks() -> None:
    if reason := why_not():
        pytest.skip(f"disks in files cannot be mounted: {reason}")


def cut(times: int, seed: int, scratch: Path) -> None:
    """Cut the power `times` and find everything each time."""
    with zygote(scratch / "home") as runs:
        tally = cut_often(times, seed, scratch, runs)
    assert tally.lost == []
    assert tally.kills == times
    assert tally.answers >= times
    assert tally.reopened


def test_cut_12_times(tmp_path: Path) -> None:
    cut(12, 1, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 104))
def test_cut_50_times(seed: int, tmp_path: Path) -> None:
    cut(50, seed, tmp_path)

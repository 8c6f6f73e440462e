"""Whatever byte is flipped after a clean close, what can be noticed is, and nobody stumbles."""

from datetime import datetime
from pathlib import Path

import pytest

from inspector.domain.errors import InspectorError
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.keeping.doctor import Trouble, examine
from tests.storage.byte_flips import Flip, Noticed, anywhere, schema_pages, tried, write_sample
from tests.written_once import Written

NOW = datetime(2026, 11, 27, 9, 15, 30)


@pytest.fixture
def sample(copied: Written) -> Path:
    return copied(write_sample) / DATABASE_FILE


def of_schema(sample: Path, step: int) -> list[Flip]:
    """Flips of the pages that say what the tables are, and of the header."""
    places = [
        (number - 1) * 4096 + place
        for number in schema_pages(sample)
        for place in range(0, 4096, step)
    ]
    masks = (0xFF, 0x01, 0x20, 0x80)
    return [(place, masks[index % len(masks)]) for index, place in enumerate(places)]


def assert_noticed(sample: Path, flips: list[Flip]) -> None:
    results = list(tried(sample, flips))
    assert [each for each in results if each.seen and each.noticed is Noticed.NOBODY] == []
    assert sum(each.noticed is not Noticed.NOBODY for each in results) > len(results) / 10


@pytest.mark.parametrize("flips", [4, pytest.param(120, marks=pytest.mark.ci)])
def test_what_can_be_noticed_is_noticed_anywhere(sample: Path, flips: int) -> None:
    assert_noticed(sample, list(anywhere(sample.stat().st_size, flips, 11)))


@pytest.mark.parametrize("step", [3089, pytest.param(97, marks=pytest.mark.ci)])
def test_a_garbled_schema_makes_nobody_stumble(sample: Path, step: int) -> None:
    assert_noticed(sample, of_schema(sample, step))


@pytest.mark.long
def test_each_byte_of_the_schema(sample: Path) -> None:
    assert_noticed(sample, of_schema(sample, 1))


@pytest.mark.long
def test_thousands_of_bytes_anywhere(sample: Path) -> None:
    assert_noticed(sample, list(anywhere(sample.stat().st_size, 3000, 12)))


@pytest.mark.ci
def test_the_doctor_looks_at_any_garbage(sample: Path) -> None:
    whole = sample.read_bytes()
    for place, mask in [*of_schema(sample, 601), *anywhere(len(whole), 15, 13)]:
        broken = bytearray(whole)
        broken[place] ^= mask
        sample.write_bytes(broken)
        try:
            report = examine(sample.parent, NOW)
        except InspectorError:
            continue
        told = {remark.trouble for remark in report.remarks}
        assert (Trouble.DATABASE_DAMAGED in told) == (Trouble.WAY_BACK in told)

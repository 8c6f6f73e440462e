"""Versions in the order a person would put them, and the one that comes next."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.pack_versions import next_version, version_key


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("2026.1", "2026.2"),
        ("2026.9", "2026.10"),
        ("2026.9", "2027.1"),
        ("9", "10"),
        ("2026.1", "2026.1.1"),
        ("2026.1", "2026.1a"),
        ("2026.1a", "2026.1b"),
        ("v9", "v10"),
        ("第9版", "第10版"),
        ("2026-9-1", "2026-10-1"),
        ("2026.9", "2026.0010"),
        ("２０２６.９", "2026.10"),
        ("1", "1" + "0" * 5000),
    ],
    ids=lambda version: version[:9],
)
def test_a_version_is_newer_than_another(older: str, newer: str) -> None:
    assert version_key(older) < version_key(newer)


@pytest.mark.parametrize(("one", "same"), [("2026.1", "2026.01"), ("2026.1", "2026-1")])
def test_spellings_of_the_same_version(one: str, same: str) -> None:
    assert version_key(one) == version_key(same)


@given(st.lists(st.text("0129.-_ av版二①²", max_size=6), min_size=3, max_size=3))
def test_any_versions_can_be_ordered(versions: list[str]) -> None:
    for one, two, three in itertools.permutations(map(version_key, versions)):
        if one <= two and two <= three:
            assert one <= three


@given(st.text("0129.-_ av版二①²", min_size=1, max_size=6))
def test_the_next_version_is_newer(version: str) -> None:
    assert version_key(next_version(version)) > version_key(version)


@pytest.mark.parametrize(
    ("version", "following"),
    [
        ("2026.1", "2026.2"),
        ("2026.9", "2026.10"),
        ("1", "2"),
        ("草案", "草案.1"),
        ("1a", "2a"),
        ("2026.08", "2026.09"),
        ("9" * 5000, "9" * 5000 + ".1"),
    ],
    ids=lambda version: version[:9],
)
def test_the_next_version_counts_on(version: str, following: str) -> None:
    assert next_version(version) == following

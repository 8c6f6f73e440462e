"""A manifest is read as it was written; what is none is refused, never misread."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.sharing.laptop import Laptop
from inspector.domain.sharing.manifest import (
    FIRST_FORMAT,
    PLACED_FORMAT,
    SHARED_VISITS_FORMAT,
    Manifest,
    Scope,
    format_for,
    format_in,
    manifest_in,
    manifest_text,
)
from inspector.domain.sharing.travelling import LEFT_AT_HOME, Kind, Travelling

texts = st.text(max_size=12)
counts = st.integers(0, 2**40)
days = st.none() | st.dates()
manifests = st.builds(
    Manifest,
    id=texts,
    sender=st.builds(Laptop, texts, texts, texts, texts),
    made_at=st.datetimes(timezones=st.just(UTC)).map(lambda at: at.replace(microsecond=0)),
    reached=counts,
    scope=st.builds(Scope, st.lists(texts).map(tuple), days, days, counts),
    counts=st.dictionaries(st.sampled_from(Kind), counts),
    left_out=st.lists(st.sampled_from(LEFT_AT_HOME), unique=True).map(tuple),
    members=st.dictionaries(texts, st.tuples(counts, texts)),
    laptops=st.dictionaries(texts, st.tuples(texts, texts)),
    wanted=st.lists(texts).map(tuple),
    version=texts,
)
WRITTEN = Manifest(
    "b", Laptop("l", "K7M", "East", "ab"), datetime(2026, 11, 29, 6, tzinfo=UTC), 17,
    Scope(("s",), date(2026, 11, 1), None, 3), {Kind.VISIT: 2}, ("names",),
    {"objects/visit.jsonl": (10, "cd")}, {"l": ("K7M", "East")}, ("ef",),
)  # fmt: skip


@given(manifests)
def test_a_manifest_is_read_as_it_was_written(manifest: Manifest) -> None:
    assert manifest_in(manifest_text(manifest)) == manifest
    assert format_in(manifest_text(manifest)) == manifest.format == FIRST_FORMAT


def test_a_newer_format_is_told_before_anything_else_is_read() -> None:
    assert format_in('{"format": 3, "all else": "is not ours to read"}') == 3


@pytest.mark.parametrize("name", json.loads(manifest_text(WRITTEN)))
@pytest.mark.parametrize("value", [None, [], "x", -1, {"x": [1, 2, 3]}, "absent"])
def test_what_is_no_manifest_is_refused(name: str, value: object) -> None:
    said = json.loads(manifest_text(WRITTEN))
    if said.pop(name) == value or (name, value) in (("left_out", []), ("wanted", [])):
        return
    if value != "absent":
        said[name] = value
    if isinstance(value, str) and name in ("bundle", "version") and value != "absent":
        assert manifest_in(json.dumps(said))  # any text is one
        return
    with pytest.raises(ValueError):  # noqa: PT011 -- of whatever library
        manifest_in(json.dumps(said))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": true}', '{"format": "1"}', "[" * 9])
def test_no_format_is_none(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- of whatever library
        format_in(text)


def test_a_scope_has_days() -> None:
    day = date(2026, 11, 29)
    assert Scope().has(day)
    assert Scope(first=day, last=day).has(day)
    assert not Scope(first=date(2026, 11, 30)).has(day)
    assert not Scope(last=date(2026, 11, 28)).has(day)


def test_a_part_of_a_shared_visit_needs_a_program_that_knows_of_it() -> None:
    def bundle(**more: str) -> int:
        return format_for(Travelling(Kind.VISIT, "v", "l", {"inspection": [{**more}]}, "d"))

    assert (bundle(id="v"), bundle(id="v", shared_by="第二组")) == (
        FIRST_FORMAT,
        SHARED_VISITS_FORMAT,
    )


def test_an_answer_about_near_names_needs_a_program_that_knows_of_it() -> None:
    def bundle(kind: str) -> int:
        rows = {"choice": [{"id": "c", "kind": kind}]}
        return format_for(Travelling(Kind.CHOICE, "c", "l", rows, "d"))

    assert [bundle(kind) for kind in ("window", "twice", "placed")] == [
        FIRST_FORMAT, SHARED_VISITS_FORMAT, PLACED_FORMAT,
    ]  # fmt: skip

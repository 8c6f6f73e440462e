"""What came so far is known again, however much it is and wherever it lies."""

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.storage.sharing.arriving.seen_things import SeenThings

names = st.sampled_from("abcdefg")


@given(
    held=st.integers(1, 6),
    noted=st.lists(st.tuples(names, names, st.text(max_size=3)), max_size=30),
)
def test_what_was_noted_last_counts(held: int, noted: list[tuple[str, str, str]]) -> None:
    seen, due = SeenThings(held), dict[tuple[str, str], str]()
    with closing(seen):
        for what, key, text in noted:
            text = text.encode("utf-8", "replace").decode()
            seen.note(what, key, text)
            due[what, key] = text
            assert {each: seen.of(*each) for each in due} == due
        assert seen.of("a", "never") is None


@pytest.mark.parametrize("held", [1, 10])
def test_what_is_forgotten_is_not_known(held: int) -> None:
    seen = SeenThings(held)
    seen.note("visit", "1", "digest")
    seen.close()
    assert seen.of("visit", "1") is None
    seen.note("visit", "2")
    assert seen.of("visit", "2") == ""
    seen.close()

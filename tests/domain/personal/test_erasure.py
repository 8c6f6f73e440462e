"""An erasure explains the digest it began from, behind its entry, and no other."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.personal.erasure import ErasedSubject, after_erasures


def erased(number: int, before: str, after: str) -> ErasedSubject:
    return ErasedSubject(number, "visit", "v", before, after)


def test_one_after_another() -> None:
    changes = [erased(5, "a", "b"), erased(9, "b", "c")]
    assert after_erasures("a", 1, changes) == "c"
    assert after_erasures("a", 5, changes) == "a"  # entered behind the first: not what it was
    assert after_erasures("b", 6, changes) == "c"


def test_what_was_changed_otherwise_stays_a_change() -> None:
    assert after_erasures("a", 1, [erased(5, "changed", "b")]) == "a"


@given(st.lists(st.text("abc", min_size=1, max_size=2), min_size=1, max_size=6), st.integers(0, 9))
def test_a_chain_ends_where_it_leads(digests: list[str], entered: int) -> None:
    pairs = itertools.pairwise(digests)
    changes = [erased(entered + 1 + at, *pair) for at, pair in enumerate(pairs)]
    assert after_erasures(digests[0], entered, changes) == digests[-1]

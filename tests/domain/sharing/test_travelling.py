"""An object's digest is its identity: the same wherever and by whomever it is read."""

import json
import random

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.sharing.travelling import Kind, Rows, Travelling, canonical, digest_of

texts = st.text(max_size=8)  # halves of surrogate pairs included: no database refuses to be read
values = st.none() | texts | st.integers(-(2**63), 2**63 - 1)
rows = st.dictionaries(
    st.sampled_from(["answer", "inspection", "scorecard"]),
    st.lists(st.dictionaries(texts, values, max_size=4), max_size=3),
)


def test_a_digest_is_what_any_language_comes_to() -> None:
    # printf '["visit","v",{"inspection":[{"day":"2026-11-29","score":9500}]}]' | sha256sum
    digest = digest_of(
        Kind.VISIT, "v", {"inspection": [{"score": 9500, "day": "2026-11-29", "seal": None}]}
    )
    assert digest == "9e4aa7a6869f48b94c06d54e5c6c8d559e2ce7b09e0966094aaf22300453f8d0"


@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_tables_and_columns_does_not_matter(said: Rows, chance: random.Random) -> None:
    shuffled = {
        table: [dict(chance.sample(list(row.items()), len(row))) for row in own]
        for table, own in chance.sample(list(said.items()), len(said))
    }
    assert digest_of(Kind.VISIT, "v", said) == digest_of(Kind.VISIT, "v", shuffled)


@given(rows)
def test_a_column_that_comes_later_and_says_nothing_changes_no_digest(said: Rows) -> None:
    later = {table: [{**row, "later": None} for row in own] for table, own in said.items()}
    assert digest_of(Kind.VISIT, "v", {**later, "later": []}) == digest_of(Kind.VISIT, "v", said)


def test_kind_and_id_are_part_of_it() -> None:
    said = {"amendment": [{"text": "a"}]}
    digests = {digest_of(kind, own, said) for kind in Kind for own in ("a", "b")}
    assert len(digests) == 2 * len(Kind)


def test_the_order_of_rows_is_part_of_it() -> None:
    one, other = {"kind": "added"}, {"kind": "removed"}
    told = digest_of(Kind.EVIDENCE, "e", {"evidence_event": [one, other]})
    assert told != digest_of(Kind.EVIDENCE, "e", {"evidence_event": [other, one]})


@given(rows)
def test_an_object_knows_whether_its_rows_are_those_told(said: Rows) -> None:
    digest = digest_of(Kind.VISIT, "v", said)
    whole = Travelling(Kind.VISIT, "v", "laptop", said, digest)
    assert whole.is_as_told
    assert not Travelling(Kind.VISIT, "w", "laptop", said, digest).is_as_told
    partly = Travelling(Kind.VISIT, "w", "laptop", said, digest, left_out=("names",))
    assert partly.is_as_told  # nobody can say otherwise
    assert not partly.is_whole


@given(rows)
def test_what_is_written_canonically_is_read_back(said: Rows) -> None:
    assert json.loads(canonical(said)) == said

"""Ranks: 1, 2, 2, 4; vetoed below; without a score last."""

from dataclasses import dataclass
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.figures.ranking import ranked


@dataclass(frozen=True)
class Entry:
    """Somebody to be ranked."""

    name: str
    score: int | None
    vetoed: bool = False


def rank(*entries: Entry) -> list[tuple[int | None, Entry]]:
    return ranked(entries, lambda entry: entry.score, lambda entry: entry.vetoed)


def ranks(*entries: Entry) -> list[tuple[int | None, str]]:
    return [(place, entry.name) for place, entry in rank(*entries)]


def test_equal_scores_share_a_rank_and_the_next_one_is_skipped() -> None:
    given_in_any_order = [Entry("d", 7000), Entry("b", 9000), Entry("a", 9500), Entry("c", 9000)]
    assert ranks(*given_in_any_order) == [(1, "a"), (2, "b"), (2, "c"), (4, "d")]


def test_three_equal_and_one_behind() -> None:
    assert [place for place, _ in ranks(*[Entry(n, 9000) for n in "abc"], Entry("d", 8999))] == [
        1, 1, 1, 4,
    ]  # fmt: skip


def test_a_vetoed_entry_is_below_every_unvetoed_one() -> None:
    assert ranks(Entry("best", 10_000, vetoed=True), Entry("worst", 100), Entry("mid", 5000)) == [
        (1, "mid"), (2, "worst"), (3, "best"),
    ]  # fmt: skip


def test_a_vetoed_entry_shares_no_rank_with_an_unvetoed_one() -> None:
    assert ranks(Entry("a", 9000, vetoed=True), Entry("b", 9000)) == [(1, "b"), (2, "a")]


def test_vetoed_entries_are_ranked_among_themselves() -> None:
    entries = [Entry("a", 0, True), Entry("b", 500, True), Entry("c", 0, True), Entry("d", 0)]
    assert ranks(*entries) == [(1, "d"), (2, "b"), (3, "a"), (3, "c")]


def test_without_a_score_an_entry_is_last_and_unranked() -> None:
    entries = [Entry("none", None), Entry("zero", 0), Entry("minus", -500), Entry("no", 1, True)]
    assert ranks(*entries) == [(1, "zero"), (2, "minus"), (3, "no"), (None, "none")]


def test_nobody() -> None:
    assert ranks() == []


entries = st.lists(
    st.builds(
        Entry,
        st.text("abc", max_size=2),
        st.none() | st.sampled_from((-100, 0, 9000)) | st.integers(-500, 10_500),
        st.booleans(),
    ),
    max_size=12,
)


def better(one: Entry, other: Entry) -> bool:
    """Strictly better, as DESIGN §6 has it."""
    assert one.score is not None
    assert other.score is not None
    if one.vetoed != other.vetoed:
        return other.vetoed
    return one.score > other.score


@given(entries)
def test_a_rank_is_one_more_than_the_number_of_better_entries(field: list[Entry]) -> None:
    scored = [entry for entry in field if entry.score is not None]
    for place, entry in rank(*field):
        if entry.score is None:
            assert place is None
        else:
            assert place == 1 + sum(better(other, entry) for other in scored)


@given(entries)
def test_ranking_reorders_and_loses_nobody(field: list[Entry]) -> None:
    result = rank(*field)
    assert sorted(map(repr, field)) == sorted(repr(entry) for _, entry in result)
    places = [place for place, _ in result if place is not None]
    assert places == sorted(places)
    assert all(place is None for place, _ in result[len(places) :])


@given(entries, st.randoms(use_true_random=False))
def test_the_order_they_come_in_changes_no_rank(field: list[Entry], random: Random) -> None:
    shuffled = random.sample(field, len(field))
    assert sorted(map(repr, rank(*field))) == sorted(map(repr, rank(*shuffled)))

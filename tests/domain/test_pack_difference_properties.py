"""What changed between any two packs: nothing is left out, nothing told that did not change."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist import Pack, PhotoPolicy, Policy, WindowKind
from inspector.domain.pack_difference import Change, differences
from inspector.domain.pack_writing import pack_tables
from tests.domain.packs import deduct, pack
from tests.domain.strategies import packs, policies

ADDED, REMOVED, MOVED = Change.ADDED, Change.REMOVED, Change.MOVED


def in_order(chosen: Sequence[str], order: Sequence[str]) -> bool:
    """Tell whether these items stand in this order."""
    places = [order.index(item) for item in chosen]
    return places == sorted(places)


@given(
    st.lists(st.sampled_from("abcdef"), unique=True),
    st.lists(st.sampled_from("abcdef"), unique=True),
)
def test_no_fewer_could_have_been_moved(old: list[str], new: list[str]) -> None:
    found = differences(pack(*map(deduct, old)), pack(*map(deduct, new)))
    before = [item for item in old if item in new]
    common = [item for item in new if item in old]
    moved = {d.subject for d in found if d.change is MOVED}
    stayed = [item for item in before if item not in moved]
    assert in_order(stayed, common), "what is not told as moved stands as before"
    longer = combinations(before, len(stayed) + 1)
    assert not any(in_order(chosen, common) for chosen in longer), "and no more could stay"


@st.composite
def packs_with_words(draw: st.DrawFn) -> Pack:
    """A pack with a few texts, kinds and switches beside its numbers."""
    whole = draw(packs())
    words = st.sampled_from(("", "甲", "乙", "甲 / 乙"))
    kinds = draw(st.permutations((WindowKind("a", "甲"), WindowKind("b", "乙", ("丙",)))))
    checklists = tuple(
        replace(
            checklist,
            items=tuple(
                draw(
                    st.builds(
                        replace,
                        st.just(item),
                        text=st.sampled_from(("甲", "乙")),
                        phrases=st.lists(words.filter(bool), max_size=2, unique=True).map(tuple),
                        requirement=words,
                        photo=st.sampled_from(PhotoPolicy),
                        deadline=st.integers(0, 1),
                    )
                )
                for item in draw(st.permutations(checklist.items))
            ),
        )
        for checklist in whole.checklists
    )
    return replace(
        whole,
        summary=draw(words),
        window_kinds=tuple(kinds[: draw(st.integers(0, 2))]),
        checklists=checklists,
    )


def said(whole: Pack) -> dict[str, dict[str, object]]:
    """Everything a pack says besides what it is called and its version."""
    tables = pack_tables(whole)
    return {**tables, "pack": {**tables["pack"], "id": "", "version": ""}}


@given(packs_with_words())
def test_a_pack_is_not_different_from_itself(whole: Pack) -> None:
    assert differences(whole, whole) == []
    assert differences(whole, replace(whole, id="other", version="9")) == []


CHANGES: list[Callable[[Pack], Pack]] = [
    lambda p: p,
    lambda p: replace(p, id="other", version="9"),
    lambda p: replace(p, summary=f"{p.summary}。"),
    lambda p: replace(p, window_kinds=p.window_kinds[::-1]),
    lambda p: replace(p, window_kinds=p.window_kinds[:1]),
    lambda p: replace(p, grades=p.grades[1:]),
    lambda p: replace(p, checklists=tuple(replace(c, items=c.items[::-1]) for c in p.checklists)),
    lambda p: replace(p, checklists=tuple(replace(c, items=c.items[1:]) for c in p.checklists)),
    lambda p: replace(
        p,
        checklists=tuple(
            replace(c, items=tuple(replace(i, phrases=i.phrases[::-1]) for i in c.items))
            for c in p.checklists
        ),
    ),
]


@given(packs_with_words(), st.sampled_from(CHANGES), st.sampled_from(CHANGES), policies())
def test_there_is_no_difference_exactly_where_both_say_the_same(
    whole: Pack, first: Callable[[Pack], Pack], second: Callable[[Pack], Pack], policy: Policy
) -> None:
    for other in (first(whole), second(first(whole)), replace(whole, policy=policy)):
        assert (differences(whole, other) == []) == (said(whole) == said(other))


@given(packs_with_words(), packs_with_words())
def test_each_change_is_told_once_and_both_ways(one: Pack, other: Pack) -> None:
    there, back = differences(one, other), differences(other, one)
    assert (there == []) == (said(one) == said(other))
    keys = [(d.subject, d.key, d.change is MOVED) for d in there]
    assert len(keys) == len(set(keys))
    turned = {ADDED: REMOVED, REMOVED: ADDED}
    assert {(turned.get(d.change, d.change), d.subject, d.key) for d in there if d.key} == {
        (d.change, d.subject, d.key) for d in back if d.key
    }

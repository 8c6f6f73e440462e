"""What changed between any two packs: nothing is left out, nothing told that did not change."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    DeductRule,
    Item,
    Pack,
    PhotoPolicy,
    Policy,
    SamplePolicy,
    WindowKind,
)
from inspector.domain.checklist.pack_difference import Change, differences
from inspector.domain.checklist.pack_writing import pack_tables
from tests.domain.packs import choice, deduct, pack

ADDED, REMOVED, MOVED = Change.ADDED, Change.REMOVED, Change.MOVED

FLOOR = choice("floor", (300, 0))
KINDS = (
    WindowKind("a", "甲"),
    WindowKind("b", "乙", ("丙", "丁")),
    WindowKind("c", "戊", ("丙 / 丁",)),
    WindowKind("c", "戊", ("丙", "丁")),
)


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


VARIANTS: list[Callable[[Item], Item]] = [
    lambda item: item,
    lambda item: replace(item, text="另一种说法"),
    lambda item: replace(item, full=450, rule=DeductRule(150, "处")),
    lambda item: replace(item, rule=FLOOR.rule, full=FLOOR.full),
    lambda item: replace(item, phrases=("甲", "乙"), requirement="晨会复训"),
    lambda item: replace(item, phrases=("甲 / 乙",), photo=PhotoPolicy.ON_FAIL, deadline=0),
    lambda item: replace(item, phrases=("乙", "甲"), basis="甲", veto=True),
]

versions = st.builds(
    lambda items, kinds, policy, summary: replace(
        pack(
            *(
                VARIANTS[variant](deduct(item_id, category=category))
                for item_id, category, variant in items
            ),
            policy=policy,
            window_kinds=tuple(KINDS[kind] for kind in kinds),
        ),
        summary=summary,
    ),
    st.lists(
        st.tuples(
            st.sampled_from("abcdef"),
            st.sampled_from(Category),
            st.integers(0, len(VARIANTS) - 1),
        ),
        unique_by=lambda item: item[0],
    ),
    st.permutations((0, 1, 2)) | st.permutations((1, 3)) | st.permutations((0, 3)),
    st.sampled_from((Policy(), Policy(bonus_cap=0), Policy(samples=SamplePolicy.MEAN))),
    st.sampled_from(("", "说明")),
)
"""Packs that have much in common with each other, as two versions of one have."""


def said(whole: Pack) -> dict[str, dict[str, object]]:
    """Everything a pack says besides what it is called and its version."""
    tables = pack_tables(whole)
    return {**tables, "pack": {**tables["pack"], "id": "", "version": ""}}


@given(versions)
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
    lambda p: replace(p, policy=replace(p.policy, public_area_share=0)),
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


@given(versions, st.sampled_from(CHANGES), st.sampled_from(CHANGES))
def test_there_is_no_difference_exactly_where_both_say_the_same(
    whole: Pack, first: Callable[[Pack], Pack], second: Callable[[Pack], Pack]
) -> None:
    for other in (first(whole), second(first(whole))):
        assert (differences(whole, other) == []) == (said(whole) == said(other))


@given(versions, versions)
def test_each_change_is_told_once_and_both_ways(one: Pack, other: Pack) -> None:
    there, back = differences(one, other), differences(other, one)
    assert (there == []) == (said(one) == said(other))
    keys = [(d.subject, d.key, d.change is MOVED) for d in there]
    assert len(keys) == len(set(keys))
    turned = {ADDED: REMOVED, REMOVED: ADDED}
    assert {(turned.get(d.change, d.change), d.subject, d.key) for d in there if d.key} == {
        (d.change, d.subject, d.key) for d in back if d.key
    }

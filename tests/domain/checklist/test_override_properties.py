"""A site's own numbers of any pack: what always holds of the pack they lead to."""

import json
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    BonusRule,
    CasesRule,
    ChoiceRule,
    DeductRule,
    Item,
    MeasureRule,
    Override,
    Pack,
    RangeRule,
)
from inspector.domain.checklist.override import adapted, problems_of
from inspector.domain.checklist.pack_reading import rebuild_pack
from inspector.domain.checklist.pack_writing import pack_tables
from inspector.storage.stores.pack_store import canonical_content
from tests.domain.checklist.raw_packs import read
from tests.domain.packs import pack
from tests.domain.strategies import items, packs

WHY = "本厅规定"


@st.composite
def overrides_of(draw: st.DrawFn, item: Item) -> Override:
    """Any override of an item, sensible or not."""
    number = st.none() | st.sampled_from((1, 2, 50, 100, 500)) | st.integers(-5, 8000)
    return Override(
        item.id,
        draw(st.sampled_from((WHY, WHY, WHY, ""))),
        draw(st.booleans()),
        draw(number),
        draw(number),
        draw(number),
        draw(st.booleans()),
    )


@st.composite
def sites(draw: st.DrawFn) -> tuple[Pack, list[Override]]:
    """A pack and what a site changes of it."""
    whole = draw(packs())
    chosen = [item for item in whole.items() if draw(st.booleans())]
    return whole, [draw(overrides_of(item)) for item in chosen]


@st.composite
def kept(draw: st.DrawFn) -> tuple[Item, Override, Item]:
    """An item, an override that can be kept and does not switch it off, and what comes of it."""
    item = draw(items("item", Category.ETIQUETTE))
    override = replace(draw(overrides_of(item)), off=False, reason=WHY)
    if isinstance(item.rule, MeasureRule | ChoiceRule):
        override = replace(override, each=None)
    if not isinstance(item.rule, MeasureRule):
        override = replace(override, limit=None)
    if item.is_bonus:
        override = replace(override, full=None)
    assume(not problems_of(item, override))
    return item, override, adapted(pack(item), [override]).item_by_id[item.id]


@given(kept())
def test_numbers_change_and_words_stay(case: tuple[Item, Override, Item]) -> None:
    item, override, now = case
    assert now.full == (item.full if override.full is None else override.full)
    text = now.text if override.limit is not None else item.text
    assert replace(now, full=item.full, rule=item.rule) == replace(item, text=text)
    match item.rule, now.rule:
        case MeasureRule() as before, MeasureRule() as after:
            assert after.limit == (before.limit if override.limit is None else override.limit)
            limit = after.limit
            assert limit is not None
            beyond = [b.upto for b in before.bands[1:] if b.upto is None or b.upto > limit]
            assert [b.upto for b in after.bands[1:]] == beyond
        case ChoiceRule() as before, ChoiceRule() as after:
            assert [o.title for o in after.options] == [o.title for o in before.options]
        case (DeductRule() as before, DeductRule() as after) | (
            BonusRule() as before,
            BonusRule() as after,
        ):
            assert after.each == (before.each if override.each is None else override.each)
        case before, after:
            assert isinstance(before, CasesRule | RangeRule)
            assert after == before


@given(kept())
def test_cases_scale_with_the_full_marks_and_stay_apart(case: tuple[Item, Override, Item]) -> None:
    item, override, now = case
    if not isinstance(now.rule, ChoiceRule | MeasureRule):
        return
    whole = adapted(pack(item), [replace(override, limit=None, full=now.full)])
    old, new = _points(item), _points(now if override.limit is None else whole.item_by_id[item.id])
    assert new[0] == now.full
    assert all(above > below for above, below in pairwise(new))
    for before, after in zip(old, new, strict=True):
        # never more than half a hundredth beside its exact part
        assert abs(2 * after * item.full - 2 * before * now.full) <= item.full


def _points(item: Item) -> list[int]:
    if isinstance(item.rule, ChoiceRule):
        return [option.points for option in item.rule.options]
    assert isinstance(item.rule, MeasureRule)
    return [band.points for band in item.rule.bands]


@given(kept())
def test_bands_keep_ascending(case: tuple[Item, Override, Item]) -> None:
    *_, now = case
    if isinstance(now.rule, MeasureRule):
        limits = [band.upto for band in now.rule.bands]
        assert limits[-1] is None
        bounded = [limit for limit in limits[:-1] if limit is not None]
        assert len(bounded) == len(limits) - 1
        assert bounded == sorted(set(bounded))


@given(sites())
def test_an_adapted_pack_is_one_that_could_ship(case: tuple[Pack, list[Override]]) -> None:
    whole, overrides = case
    site = adapted(whole, overrides)
    assume(any(site.weights[item.category] for item in site.items() if not item.is_bonus))
    # A site may let one deduction take more than there is.
    assert read(pack_tables(site), accepted=True) == (site, [])


@pytest.mark.ci
@given(sites())
def test_an_adapted_pack_freezes_and_thaws(case: tuple[Pack, list[Override]]) -> None:
    whole, overrides = case
    site = adapted(whole, overrides)
    content = canonical_content(site)
    thawed = rebuild_pack(json.loads(content, parse_float=Decimal))
    assert thawed == site
    assert canonical_content(thawed) == content
    assert thawed.overrides == site.overrides


@given(sites())
def test_what_is_recorded_is_what_was_changed(case: tuple[Pack, list[Override]]) -> None:
    whole, overrides = case
    site = adapted(whole, overrides)
    good = {o.item_id for o in overrides if not problems_of(whole.item_by_id[o.item_id], o)}
    assert {override.item_id for override in site.overrides} == good
    off = {override.item_id for override in site.overrides if override.off}
    assert [item.id for item in site.items()] == [i.id for i in whole.items() if i.id not in off]
    for item in whole.items():
        if item.id not in good:
            assert site.item_by_id[item.id] is item
    if not good:
        assert site is whole

"""How strictly somebody inspects: properties, and the figure recomputed by other code."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.method import Form
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.people.strictness import JudgedWindow, Strictness, strictness_of

FULL = PackFamily("telecom", ("2026.1",), "通信", "deduct of 100")
LATER = replace(FULL, versions=("2026.2",))
MUST = replace(FULL, form=Form.MUST)
WIDE = PackFamily("toll", ("1",), "收费站", "rate of 1000")


def window(visit: str, lost: int, site: str = "east", family: PackFamily = FULL) -> JudgedWindow:
    return JudgedWindow(visit, site, family, lost)


def parties(**own: str) -> Mapping[str, frozenset[str]]:
    return {visit: frozenset(ids) for visit, ids in own.items()}


def test_an_inspector_is_set_against_the_others_on_the_same_halls() -> None:
    judged = [
        window("v1", 600), window("v1", 400),  # a: 5.00 at east
        window("v2", 200), window("v2", 201),  # b: 2.005 at east
        window("v3", 1000, "west"),  # a alone was there
        window("v4", 9000, "north"),  # b alone was there
    ]  # fmt: skip
    told = strictness_of("a", judged, parties(v1="a", v2="b", v3="a", v4="b"), 2)
    assert told == Strictness(2, 2, 500, 201, 300)  # 5.00, 2.005, and 2.995: rounded once each


def test_each_hall_counts_by_the_windows_of_whoever_is_compared() -> None:
    judged = [
        *(window("v1", 100) for _ in range(3)), window("v2", 200, "west"),
        window("v3", 200), *(window("v4", 600, "west") for _ in range(5)),
    ]  # fmt: skip
    told = strictness_of("a", judged, parties(v1="a", v2="a", v3="b", v4="b"), 1)
    # own (3×1 + 2) / 4, others (3×2 + 6) / 4
    assert told == Strictness(4, 6, 125, 300, -175)


def test_what_was_found_together_is_nobody_elses() -> None:
    judged = [window("v1", 100), window("v2", 500)]
    assert strictness_of("a", judged, parties(v1="ab", v2="a"), 1) == Strictness(0, 0)
    assert strictness_of("b", judged, parties(v1="ab", v2="a"), 1) == Strictness(
        1, 1, 100, 500, -400
    )


@pytest.mark.parametrize("family", [MUST, WIDE])
def test_only_one_family_is_compared(family: PackFamily) -> None:
    judged = [window("v1", 100), window("v2", 500, family=family)]
    assert strictness_of("a", judged, parties(v1="a", v2="b"), 1) == Strictness(0, 0)


def test_versions_of_a_family_are_compared() -> None:
    judged = [window("v1", 100), window("v2", 500, family=LATER)]
    assert strictness_of("a", judged, parties(v1="a", v2="b"), 1).spread == -400


def test_another_scale_is_told_in_percent() -> None:
    judged = [window("v1", 1000, family=WIDE), window("v2", 5000, family=WIDE)]
    told = strictness_of("a", judged, parties(v1="a", v2="b"), 1)
    assert (told.own_mean, told.other_mean) == (100, 500)


def test_a_visit_of_nobody_known_counts_on_neither_side() -> None:
    judged = [window("v1", 100), window("v2", 500), window("v3", 900)]
    told = strictness_of("a", judged, parties(v1="a", v2="b", v3=""), 1)
    assert told == strictness_of("a", judged[:2], parties(v1="a", v2="b"), 1)


@pytest.mark.parametrize("least", [1, 2, 3])
def test_below_the_least_there_is_no_figure(least: int) -> None:
    judged = [window("v1", 1), window("v1", 1), window("v2", 1), window("v2", 1)]
    told = strictness_of("a", judged, parties(v1="a", v2="b"), least)
    assert (told.spread is None) is (least > 2)
    assert (told.windows, told.others) == (2, 2)


IDS = "abc"
cards = st.builds(
    JudgedWindow,
    st.sampled_from([f"v{n}" for n in range(6)]),
    st.sampled_from(("east", "west")),
    st.sampled_from((FULL, LATER, MUST, WIDE)),
    st.integers(0, 12000),
)
made = st.fixed_dictionaries({f"v{n}": st.frozensets(st.sampled_from(IDS)) for n in range(6)})
lists = st.lists(cards, max_size=25)


def recomputed(
    inspector: str, judged: list[JudgedWindow], parties: Mapping[str, frozenset[str]], least: int
) -> tuple[int, int, Decimal | None]:
    """The same by pairs: each own window against the mean of the others in its part."""
    differences: list[Fraction] = []
    others: dict[int, JudgedWindow] = {}
    for own in judged:
        if inspector not in parties[own.visit]:
            continue
        against = {
            number: each
            for number, each in enumerate(judged)
            if parties[each.visit]
            and inspector not in parties[each.visit]
            and (each.site_id, each.family.id, each.family.form, each.family.weighing)
            == (own.site_id, own.family.id, own.family.form, own.family.weighing)
        }
        if against:
            others |= against
            mean = Fraction(sum(each.lost for each in against.values()), len(against))
            differences.append((own.lost - mean) * 100 / own.family.scale)
    n, m = len(differences), len(others)
    if not n or n < least or m < least:
        return n, m, None
    exact = sum(differences, Fraction(0)) / n
    quotient = Decimal(exact.numerator) / Decimal(exact.denominator)
    return n, m, quotient.quantize(Decimal(1), ROUND_HALF_UP)


@given(inspector=st.sampled_from(IDS), judged=lists, parties=made, least=st.integers(1, 5))
def test_it_is_what_other_code_comes_to(
    inspector: str, judged: list[JudgedWindow], parties: Mapping[str, frozenset[str]], least: int
) -> None:
    told = strictness_of(inspector, judged, parties, least)
    assert (told.windows, told.others, told.spread) == recomputed(inspector, judged, parties, least)


@given(judged=lists, parties=made, data=st.data())
def test_the_order_of_the_windows_does_not_matter(
    judged: list[JudgedWindow], parties: Mapping[str, frozenset[str]], data: st.DataObject
) -> None:
    mixed = data.draw(st.permutations(judged))
    assert strictness_of("a", mixed, parties, 1) == strictness_of("a", judged, parties, 1)


@given(judged=lists, parties=made, more=st.integers(0, 3000))
def test_whoever_takes_off_more_everywhere_is_stricter_by_that_much(
    judged: list[JudgedWindow], parties: Mapping[str, frozenset[str]], more: int
) -> None:
    judged = [replace(each, family=FULL) for each in judged]
    harder = [
        replace(each, lost=each.lost + more) if "a" in parties[each.visit] else each
        for each in judged
    ]
    before, after = (strictness_of("a", each, parties, 1) for each in (judged, harder))
    assert after.other_mean == before.other_mean
    if before.spread is not None and after.spread is not None:
        assert abs(after.spread - before.spread - more) <= 1  # each was rounded once


@given(judged=lists, parties=made)
def test_two_who_alone_inspect_one_hall_are_as_far_apart_either_way(
    judged: list[JudgedWindow], parties: Mapping[str, frozenset[str]]
) -> None:
    judged = [replace(each, site_id="east", family=FULL) for each in judged]
    alone = {visit: frozenset(min(own, default="")) for visit, own in parties.items()}
    alone = {visit: own & {"a", "b"} for visit, own in alone.items()}
    one, two = (strictness_of(each, judged, alone, 1) for each in "ab")
    assert one.spread == (None if two.spread is None else -two.spread)

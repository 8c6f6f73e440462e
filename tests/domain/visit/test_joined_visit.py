"""Parts of a shared visit (分头检查): which belong together, and what they come to together."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Policy
from inspector.domain.checklist.method import Form
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.visit.inspection import Inspection, InspectionKind, Scorecard
from inspector.domain.visit.joined_visit import (
    Chosen,
    Lots,
    Part,
    PlacedCard,
    Shared,
    decided,
    group_key,
    joined,
    joined_score,
    lots_of,
    matter_of,
    scored_twice,
    shared_seed,
    uncounted,
)
from inspector.domain.visit.scoring import CardStanding, score_site
from tests.domain.packs import GRADES, inspection, pack, public_card, window_card

SEED = "472DBB"
RULES = pack()  # public area: 20 %
NINE = datetime.fromisoformat("2026-11-24T09:00:00+08:00")
SHARED = Shared(
    "s",
    date(2026, 11, 24),
    InspectionKind.COVERT,
    "",
    group_key("第二组"),
    PackFamily("telecom", ("1",), "通信", "deduct 25/25/25/25"),
    Policy(),
    GRADES,
)


def part(name: str, minutes: int = 0, shared: Shared = SHARED) -> Part:
    return Part(name, NINE + timedelta(minutes=minutes), shared)


def card(total: int | None, bonus: int = 0, *, vetoed: bool = False) -> CardStanding:
    return CardStanding(total, bonus, (total,) * len(Category), vetoed)


def test_parts_of_one_group_are_one_visit_and_the_one_begun_first_leads() -> None:
    (group,) = joined([part("b", 5), part("a", 7), part("c")])
    assert [each.id for each in group] == ["c", "b", "a"]


def test_begun_in_the_same_second_the_id_decides_on_every_laptop() -> None:
    assert joined([part("b"), part("a")]) == joined([part("a"), part("b")])


@pytest.mark.parametrize(
    "other",
    [
        SHARED._replace(site_id="t"),
        SHARED._replace(day=date(2026, 11, 25)),
        SHARED._replace(kind=InspectionKind.OPEN),
        SHARED._replace(phase="巩固提高"),
        SHARED._replace(group=group_key("第三组")),
        SHARED._replace(family=replace(SHARED.family, form=Form.MUST)),
        SHARED._replace(family=replace(SHARED.family, weighing="deduct 40/20/20/20")),
        SHARED._replace(policy=Policy(public_area_share=30)),
        SHARED._replace(grades=GRADES[1:]),
    ],
)
def test_what_is_otherwise_is_another_visit(other: Shared) -> None:
    assert joined([part("a"), part("b", shared=other)]) == []


def test_a_part_alone_is_in_none() -> None:
    assert joined([part("a")]) == []


@pytest.mark.parametrize("typed", ["第2组", " 第 2 组 ", "第２组"])
def test_blanks_and_widths_of_a_groups_name_do_not_matter(typed: str) -> None:
    assert group_key(typed) == "第2组"


def test_versions_of_one_family_are_one_visit() -> None:
    newer = SHARED._replace(family=replace(SHARED.family, versions=("2",)))
    assert len(joined([part("a"), part("b", shared=newer)])) == 1


def test_a_window_that_two_parts_scored_counts_once_with_the_mean_of_both() -> None:
    cards = [
        PlacedCard("1", card(9000)),
        PlacedCard("2", card(8001)),
        PlacedCard("2", card(7000, 100)),
    ]
    # (80.01 + 70) ÷ 2 = 75.005, up: 75.01; (90 + 75.01) ÷ 2 = 82.505, up: 82.51
    score = joined_score(RULES, cards)
    assert (score.total, score.bonus) == (8251, 25)
    assert scored_twice(zip("122", "abc", strict=True)) == {"2": ("b", "c")}


def test_a_red_line_in_either_part_stands() -> None:
    cards = [PlacedCard("1", card(9000)), PlacedCard("1", card(9500, vetoed=True))]
    score = joined_score(RULES, cards)
    assert score.vetoed
    assert score.grade == RULES.failing_grade


def test_a_public_area_that_two_parts_scored_is_one_too() -> None:
    cards = [PlacedCard("", card(6000)), PlacedCard("1", card(9000)), PlacedCard("", card(7000))]
    assert joined_score(RULES, cards).total == 8500  # 80 % × 90 + 20 % × 65


points = st.none() | st.integers(-2000, 10_000)
standings = st.builds(
    CardStanding,
    points,
    st.integers(0, 500),
    st.tuples(*[points] * len(Category)),
    st.booleans(),
)


@given(st.lists(standings, max_size=8), st.none() | standings, st.booleans(), st.randoms())
def test_however_its_windows_are_dealt_out_a_visit_comes_to_the_same(
    windows: list[CardStanding], public: CardStanding | None, enough: bool, chance: object
) -> None:
    placed = [PlacedCard(f"{number}", each) for number, each in enumerate(windows)]
    placed += [] if public is None else [PlacedCard("", public)]
    chance.shuffle(placed)  # type: ignore[attr-defined]
    assert joined_score(RULES, placed, enough=enough) == score_site(
        RULES, windows, public, enough=enough
    )


def test_of_a_window_scored_twice_only_what_was_chosen_counts() -> None:
    cards = [("1", "a"), ("2", "b"), ("2", "c"), ("", "d"), ("", "e")]
    assert uncounted(cards, {}) == frozenset()
    assert uncounted(cards, {matter_of("cb"): "c"}) == {"b"}
    assert uncounted(cards, {matter_of("bc"): "", matter_of("de"): "d"}) == {"e"}
    assert uncounted(cards, {matter_of("bc"): "a"}) == frozenset()  # none of that window's


def test_a_third_part_makes_it_another_matter() -> None:
    cards = [("2", "b"), ("2", "c"), ("2", "d")]
    assert uncounted(cards, {matter_of("bc"): "c"}) == frozenset()


def test_two_who_choose_alike_agree_and_otherwise_nothing_is_decided() -> None:
    first, alike, other = Chosen("1", "b"), Chosen("2", "b"), Chosen("3", "c")
    assert decided([]) is None
    assert decided([first]) == decided([first, alike]) == "b"
    assert decided([first, other]) is None
    later = Chosen("4", "c", frozenset({"1", "3"}))
    assert decided([first, other, later]) == "c"


acts = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["b", "c", ""])) | st.integers(0, 2), max_size=14
)


@given(acts)
def test_laptops_that_met_decide_alike_and_one_more_choice_ends_it(
    done: list[tuple[int, str] | int],
) -> None:
    laptops: list[dict[str, Chosen]] = [{}, {}, {}]
    for number, act in enumerate(done):
        if isinstance(act, int):  # it takes in what the next one has
            laptops[act] |= laptops[(act + 1) % 3]
        else:
            own = laptops[act[0]]
            own[str(number)] = Chosen(str(number), act[1], frozenset(own))
            assert decided(own.values()) == act[1]
    whole = {key: each for own in laptops for key, each in own.items()}
    heads = {c.card for c in whole.values() if all(c.id not in o.knew for o in whole.values())}
    assert decided(whole.values()) == (heads.pop() if len(heads) == 1 else None)
    whole["last"] = Chosen("last", "c", frozenset(whole))
    assert decided(whole.values()) == "c"


def test_parts_of_one_visit_draw_by_one_number_that_stays_what_it_is() -> None:
    what = date(2026, 11, 24), InspectionKind.COVERT, "实施"
    # It stands on records: what it draws must be drawn again for ever.
    assert shared_seed("城东厅", *what, "第二组") == SEED
    assert shared_seed("城东厅 ", *what, " 第 二组") == SEED
    assert shared_seed("城东厅", *what, "第三组") != SEED
    assert shared_seed("城西厅", *what, "第二组") != SEED
    assert shared_seed("城东厅", date(2026, 11, 25), *what[1:], "第二组") != SEED


def test_parts_say_why_their_samples_are_not_one_draw() -> None:
    drawn = replace(inspection(), form=Form.DRAWN, seed="K7M3", pack_hash="a")
    cards = [public_card(), replace(window_card(), window_id="w")]

    def lots(second: Inspection, card: Scorecard = cards[1]) -> Lots:
        return lots_of([(drawn, cards), (second, [card])])

    assert lots(drawn) is Lots.ONE
    assert lots(replace(drawn, seed="K7M4")) is Lots.SEEDS
    assert lots(replace(drawn, pack_hash="b")) is Lots.CHECKLISTS
    assert lots(drawn, replace(cards[1], window_number="九")) is Lots.ROSTERS
    whole = replace(drawn, form=Form.FULL, seed="")
    assert lots_of([(whole, cards), (replace(whole, pack_hash="b"), cards)]) is Lots.ONE

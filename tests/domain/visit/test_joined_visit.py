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
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.joined_visit import (
    Part,
    PlacedCard,
    Shared,
    group_key,
    joined,
    joined_score,
    scored_twice,
)
from inspector.domain.visit.scoring import CardStanding, score_site
from tests.domain.packs import GRADES, pack

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
    assert scored_twice(each.place for each in cards) == ["2"]


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

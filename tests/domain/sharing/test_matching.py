"""What is the same here, what is nearly the same and asked about, and what is new."""

import pytest

from inspector.domain.sharing.matching import Match, Matched, matched

OWN = {"1": ("示范区政务服务大厅",), "2": ("人民医院",)}


def test_the_same_key_is_the_same_thing() -> None:
    assert matched(("人民医院",), OWN) == Matched(Match.SAME, ("2",))


@pytest.mark.parametrize(
    "name",
    ["示范区 政务服务大厅", "（示范区）政务服务大厅", "示范区政务服务大厅(新址)", "政务服务大厅"],
)
def test_a_name_that_differs_by_brackets_spaces_or_a_part_is_asked_about(name: str) -> None:
    assert matched((name,), OWN) == Matched(Match.NEAR, ("1",))


@pytest.mark.parametrize("name", ["示范区车站", "医院", ""])
def test_another_name_is_new(name: str) -> None:
    assert matched((name,), OWN) == Matched(Match.NEW)


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("东湖路便民服务站", "东湖便民服务站", Match.NEAR),
        ("市第一医院", "市第十一医院", Match.NEW),
        ("城东营业厅", "城西营业厅", Match.NEW),
        ("城营业厅", "城东营业厅", Match.NEW),
    ],
)
def test_one_character_more_is_asked_about_unless_it_counts(
    one: str, other: str, match: Match
) -> None:
    assert matched((one,), {"1": (other,)}).match is match
    assert matched((other,), {"1": (one,)}).match is match


@pytest.mark.parametrize("number", ["03", "3号", "3号窗口", "３", "No3"])
def test_a_number_in_another_spelling_is_asked_about(number: str) -> None:
    assert matched((number,), {"w": ("3",), "x": ("13",)}) == Matched(Match.NEAR, ("w",))


def test_a_number_within_another_one_is_not_near() -> None:
    assert matched(("1003",), {"w": ("10031",)}).match is Match.NEW


def test_what_had_the_name_once_is_asked_about() -> None:
    own = {"1": ("市民中心",)}
    assert matched(("政务大厅",), own, {"1": [("政务大厅",)]}) == Matched(Match.NEAR, ("1",))


def test_a_person_is_known_by_number_and_name_together() -> None:
    own = {"p": ("0012", "赵一")}
    assert matched(("0012", "赵一"), own).match is Match.SAME
    assert matched(("12", "赵 一"), own).match is Match.NEAR
    assert matched(("0012", "钱二"), own).match is Match.NEW

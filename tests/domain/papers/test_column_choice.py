"""Columns as they are chosen: by example, and whatever was kept or comes in a later version."""

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.papers.column_choice import ColumnChoice, choice_of

HEADERS = ("序号", "编号", "单位", "问题", "备注", "工号")
OPTIONAL, FIXED = {"工号"}, {"问题"}


def choice(*kept: tuple[str, bool]) -> ColumnChoice:
    return choice_of(kept, HEADERS, OPTIONAL, FIXED)


def test_without_a_choice_all_are_shown_but_the_optional_ones() -> None:
    assert choice().headers == ("序号", "编号", "单位", "问题", "备注")


def test_a_column_is_hidden_and_shown_again() -> None:
    hidden = choice().toggled(1)
    assert hidden.headers == ("序号", "单位", "问题", "备注")
    assert hidden.toggled(1) == choice()


def test_a_fixed_column_stays() -> None:
    assert choice().toggled(3) == choice()
    assert choice(("问题", False)).headers[-1] != ""
    assert "问题" in choice(("问题", False)).headers


def test_a_column_moves_as_far_as_there_are_places() -> None:
    assert choice().moved(2, -1).headers[:3] == ("序号", "单位", "编号")
    assert choice().moved(0, -1) == choice()
    assert choice().moved(5, 1) == choice()


def test_a_column_of_a_newer_version_comes_behind_its_neighbour() -> None:
    kept = [("备注", True), ("问题", True), ("单位", False), ("序号", True)]
    assert choice(*kept).headers == ("备注", "问题", "序号", "编号")


def test_a_column_that_is_gone_is_forgotten() -> None:
    assert choice(("没有的列", True)) == choice()


KEPT = st.lists(st.tuples(st.sampled_from([*HEADERS, "旧列", ""]), st.booleans()))


@given(KEPT)
def test_whatever_was_kept_every_column_is_there_once(kept: list[tuple[str, bool]]) -> None:
    found = choice(*kept)
    assert sorted(column.header for column in found.columns) == sorted(HEADERS)
    assert set(found.headers) >= FIXED
    assert choice(*((c.header, c.shown) for c in found.columns)) == found


@given(KEPT, st.lists(st.tuples(st.integers(0, 5), st.integers(-9, 9))))
def test_moves_lose_nothing(kept: list[tuple[str, bool]], moves: list[tuple[int, int]]) -> None:
    found = choice(*kept)
    for position, by in moves:
        found = found.moved(position, by)
    assert set(found.columns) == set(choice(*kept).columns)

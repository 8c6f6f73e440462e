"""Bands, grades, and where an item is asked."""

from dataclasses import replace

import pytest

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import MeasureRule, WindowKind
from tests.domain.packs import bonus, deduct, measure, pack


@pytest.mark.parametrize(
    ("value", "points"),
    [(0, 400), (999, 400), (1000, 400), (1001, 200), (1500, 200), (1501, 0), (99_999, 0)],
)
def test_a_band_holds_its_upper_bound(value: int, points: int) -> None:
    rule = measure("wait").rule
    assert isinstance(rule, MeasureRule)
    assert rule.band_of(value).points == points


def test_the_limit_is_the_last_value_with_full_marks() -> None:
    rule = measure("wait").rule
    assert isinstance(rule, MeasureRule)
    assert rule.limit == 1000
    assert rule.band_of(rule.limit).points == 400


@pytest.mark.parametrize(
    ("score", "title"),
    [
        (10_500, "优秀"),
        (9000, "优秀"),
        (8999, "良好"),
        (8000, "良好"),
        (7999, "合格"),
        (6000, "合格"),
        (5999, "不合格"),
        (0, "不合格"),
        (-250, "不合格"),  # 扣分不封顶 can go below the last bound
    ],
)
def test_lower_bounds_of_grades_are_inclusive(score: int, title: str) -> None:
    assert pack().grade_of(score).title == title


def test_a_veto_leads_to_the_last_grade() -> None:
    assert pack().failing_grade.title == "不合格"


def test_items_are_asked_by_scope_and_kind_of_window_in_sheet_order() -> None:
    clean = deduct("clean", category=Category.CLEANLINESS)
    everywhere, cash = deduct("everywhere"), replace(deduct("cash"), window_kinds=("cashier",))
    hall = replace(deduct("hall"), scope=Scope.PUBLIC)
    kinds = (WindowKind("cashier", "收费"), WindowKind("pharmacy", "药房"))
    asked = replace(pack(clean, cash, hall, everywhere), window_kinds=kinds)

    assert asked.items_for(Scope.WINDOW, "cashier") == (cash, everywhere, clean)
    assert asked.items_for(Scope.WINDOW, "pharmacy") == (everywhere, clean)
    # a kind nobody wrote down, or that the pack does not know: nothing is left out in silence
    assert asked.items_for(Scope.WINDOW) == (cash, everywhere, clean)
    assert asked.items_for(Scope.WINDOW, "bank") == (cash, everywhere, clean)
    assert asked.items_for(Scope.PUBLIC) == (hall,)


def test_items_are_found_by_id() -> None:
    one, two = deduct("one"), bonus("two", category=Category.CLEANLINESS)
    assert pack(two, one).item_by_id == {"one": one, "two": two}


def test_only_bonus_items_are_bonus() -> None:
    assert bonus("praise").is_bonus
    assert not deduct("greet").is_bonus

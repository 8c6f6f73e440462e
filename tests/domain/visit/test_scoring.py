"""What one item gives: the worked examples of DESIGN §6."""

from dataclasses import replace

import pytest

from inspector.domain.checklist.checklist import FloorPolicy, Item, NotApplicablePolicy, Policy
from inspector.domain.visit.inspection import Verdict
from inspector.domain.visit.item_scoring import score_item
from tests.domain.packs import bad, bonus, choice, deduct, measure, na, ok

FLOOR = Policy()
NO_FLOOR = Policy(floor=FloorPolicy.NONE)
FULL = Policy(not_applicable=NotApplicablePolicy.FULL)

EVERY_KIND = [deduct("a"), choice("a"), measure("a"), bonus("a")]


@pytest.mark.parametrize(
    ("each", "count", "floored", "unfloored"),
    [
        (100, 1, 300, 300),  # 4 − 1×1
        (100, 2, 200, 200),  # 4 − 1×2
        (100, 4, 0, 0),  # 4 − 1×4: used up exactly
        (100, 5, 0, -100),  # 4 − 1×5 = −1
        (150, 2, 100, 100),  # 4 − 1.5×2
        (150, 3, 0, -50),  # 4 − 1.5×3 = −0.5
        (400, 1, 0, 0),  # one deduction wipes the item
        (25, 3, 325, 325),  # 4 − 0.25×3
    ],
)
def test_deduct_takes_each_for_every_unit(
    each: int, count: int, floored: int, unfloored: int
) -> None:
    item = deduct("greet", 400, each)
    assert score_item(item, bad("greet", count), FLOOR).got == floored
    assert score_item(item, bad("greet", count), NO_FLOOR).got == unfloored


def test_points_lost_may_exceed_full_marks_without_a_floor() -> None:
    item = deduct("greet", 400, 150)
    assert score_item(item, bad("greet", 3), FLOOR).deduction == 400
    assert score_item(item, bad("greet", 3), NO_FLOOR).deduction == 450


@pytest.mark.parametrize(("option", "got"), [(1, 150), (2, 0)])
def test_choice_gives_the_points_of_the_option(option: int, got: int) -> None:
    score = score_item(choice("floor"), bad("floor", option=option), FLOOR)
    assert (score.got, score.full) == (got, 300)


@pytest.mark.parametrize(
    ("minutes", "got"),
    [
        (1000, 400),  # exactly 10 minutes is within ≤10
        (1001, 200),
        (1500, 200),  # exactly 15 minutes is within ≤15
        (1501, 0),
        (None, 0),  # nothing measured: the worst band
    ],
)
def test_measure_gives_the_points_of_the_band(minutes: int | None, got: int) -> None:
    score = score_item(measure("wait"), bad("wait", measured=minutes), FLOOR)
    assert (score.got, score.full) == (got, 400)


def test_measure_without_a_value_gives_what_the_worst_band_gives() -> None:
    item = measure("wait", ((1000, 400), (None, 100)))
    assert score_item(item, bad("wait"), FLOOR).got == 100


def test_choice_without_an_option_gives_what_the_worst_option_gives() -> None:
    # the twin of the test above: nothing better is shown, nothing worse can be found
    item = choice("floor", (300, 100))
    assert score_item(item, bad("floor"), FLOOR).got == 100


@pytest.mark.parametrize(("count", "points"), [(0, 0), (1, 50), (3, 150)])
def test_bonus_stays_outside_both_sides(count: int, points: int) -> None:
    score = score_item(bonus("praise", 50), ok("praise", count), FLOOR)
    assert (score.got, score.full, score.bonus) == (0, 0, points)


def test_only_an_awarded_bonus_counts() -> None:
    withdrawn = replace(ok("praise", 3), verdict=Verdict.NOT_APPLICABLE)
    assert score_item(bonus("praise", 50), withdrawn, FULL).bonus == 0


@pytest.mark.parametrize("item", EVERY_KIND[:3], ids=lambda item: type(item.rule).__name__)
def test_a_pass_gives_full_marks(item: Item) -> None:
    score = score_item(item, ok("a"), FLOOR)
    assert (score.got, score.full, score.deduction) == (item.full, item.full, 0)


@pytest.mark.parametrize("item", EVERY_KIND, ids=lambda item: type(item.rule).__name__)
def test_not_applicable_is_out_of_both_sides_or_full_marks(item: Item) -> None:
    excluded, full = score_item(item, na("a"), FLOOR), score_item(item, na("a"), FULL)
    assert (excluded.got, excluded.full, excluded.bonus) == (0, 0, 0)
    assert (full.got, full.full, full.bonus) == (item.full, item.full, 0)


@pytest.mark.parametrize("item", EVERY_KIND, ids=lambda item: type(item.rule).__name__)
@pytest.mark.parametrize("policy", [FLOOR, FULL], ids=["exclude", "full"])
def test_unanswered_counts_nowhere(item: Item, policy: Policy) -> None:
    score = score_item(replace(item, veto=True), None, policy)
    assert (score.got, score.full, score.bonus, score.vetoed) == (0, 0, 0, False)
    assert score.answer is None


def test_only_a_deduction_from_a_starred_item_vetoes() -> None:
    starred = replace(deduct("bribe"), veto=True)
    assert score_item(starred, bad("bribe"), FLOOR).vetoed
    assert not score_item(starred, ok("bribe"), FLOOR).vetoed
    assert not score_item(starred, na("bribe"), FULL).vetoed
    assert not score_item(deduct("greet"), bad("greet"), FLOOR).vetoed

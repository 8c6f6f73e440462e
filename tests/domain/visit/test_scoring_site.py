"""The score of a visit from its rounded scorecards, worked out by hand."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Grade, Policy
from inspector.domain.checklist.points import format_score
from inspector.domain.visit.scoring import score_scorecard
from tests.domain.packs import answers, bad, deduct, ok, pack, score_site, scored

RULES = pack()  # public area: 20 %
BRIBE = deduct("bribe")


def test_a_site_is_its_windows_mean_and_its_public_area_by_their_shares() -> None:
    # windows (90 + 85.5) ÷ 2 = 87.75; 80 % × 87.75 + 20 % × 80 = 70.2 + 16
    site = score_site(RULES, [scored(9000), scored(8550)], scored(8000))
    assert (site.windows, site.public, site.total) == (Fraction(8775), 8000, 8620)
    assert site.grade == Grade("良好", 8000)


@pytest.mark.parametrize(("share", "total"), [(0, 9000), (35, 8300), (100, 7000)])
def test_the_share_is_the_packs(share: int, total: int) -> None:
    # 65 % × 90 + 35 % × 70 = 58.5 + 24.5
    rules = pack(policy=Policy(public_area_share=share))
    assert score_site(rules, [scored(9000)], scored(7000)).total == total


def test_a_missing_side_gives_its_share_to_the_other() -> None:
    assert score_site(RULES, [scored(9000), scored(8550)], None).total == 8775
    assert score_site(RULES, [scored(9000)], scored(None)).total == 9000
    assert score_site(RULES, [], scored(8000)).total == 8000
    assert score_site(RULES, [scored(None)], scored(8000)).total == 8000


def test_a_window_without_a_score_is_not_in_the_mean() -> None:
    site = score_site(RULES, [scored(9000), scored(None), scored(8000)], None)
    assert (site.windows, site.total) == (Fraction(8500), 8500)


def test_nothing_scored_is_no_score() -> None:
    site = score_site(RULES, [scored(None)], None)
    assert (site.windows, site.public, site.total, site.grade) == (None, None, None, None)
    assert site.bonus == 0


def test_the_mean_is_of_rounded_scores() -> None:
    # 2 of 3 is 66.666…, printed 66.67; (66.67 + 50) ÷ 2 = 58.335, up: 58.34.
    # The mean of the exact scores, 58.333…, would print as 58.33.
    asked = pack(deduct("third", 300, 100), deduct("half", 200, 100))
    third, half = asked.items()
    cards = [
        score_scorecard(asked, [third], answers(bad("third"))),
        score_scorecard(asked, [half], answers(bad("half"))),
    ]
    assert [card.total for card in cards] == [6667, 5000]
    assert score_site(asked, cards, None).total == 5834


def test_rounding_happens_once() -> None:
    # 80 % × 90.005 + 20 % × 100 = 92.004; by way of 90.01 it would be 92.008
    assert score_site(RULES, [scored(9000), scored(9001)], scored(10_000)).total == 9200


def test_the_grade_is_that_of_the_rounded_score() -> None:
    # (89.99 + 90.00) ÷ 2 = 89.995, printed as 90.00
    site = score_site(RULES, [scored(8999), scored(9000)], None)
    assert (site.total, site.grade) == (9000, Grade("优秀", 9000))


def test_rates_combine_by_the_same_shares() -> None:
    windows = [scored(9000, rates=(80, 70, None, 100)), scored(9000, rates=(90, None, None, 100))]
    public = scored(9000, rates=(None, None, None, 70))
    rates = score_site(RULES, windows, public).rates
    assert rates == {
        Category.ETIQUETTE: 8500,  # (80 + 90) ÷ 2, windows only
        Category.CIVIL_LANGUAGE: 7000,  # asked at one window only
        Category.OPERATING_NORMS: None,
        Category.CLEANLINESS: 9400,  # 80 % × 100 + 20 % × 70
    }


def test_the_bonus_combines_by_the_same_shares() -> None:
    # 80 % × (2 + 1) ÷ 2 + 20 % × 5 = 1.2 + 1
    windows = [scored(9000, bonus=200), scored(9000, bonus=100), scored(None, bonus=500)]
    assert score_site(RULES, windows, scored(9000, bonus=500)).bonus == 220
    assert score_site(RULES, windows, None).bonus == 150


def test_one_veto_fails_the_site_and_keeps_its_score() -> None:
    vetoed = scored(9500, vetoes=(BRIBE,))
    for site in (
        score_site(RULES, [vetoed, scored(9500)], scored(9500)),
        score_site(RULES, [scored(9500)], vetoed),
    ):
        assert site.vetoed
        assert (site.total, site.grade) == (9500, Grade("不合格", 0))
    assert not score_site(RULES, [scored(9500)], scored(9500)).vetoed


def test_a_scorecard_zeroed_by_a_veto_counts_as_zero() -> None:
    zeroed = replace(scored(0, vetoes=(BRIBE,)), earned=9500)
    site = score_site(RULES, [zeroed, scored(9000)], zeroed)
    # 80 % × (0 + 90) ÷ 2 + 20 % × 0
    assert (site.windows, site.public, site.total) == (Fraction(4500), 0, 3600)


def test_a_scorecard_that_is_passed_agrees_with_itself() -> None:
    asked = pack(deduct("greet"))
    card = score_scorecard(asked, tuple(asked.items()), answers(ok("greet")))
    site = score_site(asked, [card], None)
    assert site.windows == Fraction(10_000)
    assert (site.total, site.rates[Category.ETIQUETTE]) == (10_000, 10_000)


totals = st.integers(-2000, 10_500)


@given(st.lists(totals, min_size=1, max_size=8), st.none() | totals, st.integers(0, 100))
def test_the_printed_scorecards_give_the_printed_site(
    windows: list[int], public: int | None, share: int
) -> None:
    rules = pack(policy=Policy(public_area_share=share))
    site = score_site(
        rules, [scored(w) for w in windows], None if public is None else scored(public)
    )
    with localcontext(prec=60):  # somebody with a calculator and the printed sheets
        side = sum((Decimal(format_score(w)) for w in windows), Decimal(0)) / len(windows)
        exact = side
        if public is not None:
            exact = ((100 - share) * side + share * Decimal(format_score(public))) / 100
        printed = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert Decimal(format_score(site.total)) == printed

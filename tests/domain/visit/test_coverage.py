"""How much was observed, and what 未观察 does to a score: nothing."""

from dataclasses import replace

import pytest

from inspector.domain.checklist.checklist import Policy, Totalling
from inspector.domain.finding.reviewed_score import Reviewed, reviewed_score
from inspector.domain.visit.coverage import Coverage, coverage_of
from inspector.domain.visit.inspection import Answer, progress_of
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.scoring import score_scorecard
from tests.domain.packs import (
    answers,
    bad,
    bonus,
    deduct,
    inspection,
    na,
    ok,
    pack,
    unseen,
    window_card,
)

ITEMS = tuple(deduct(name) for name in "abcde")


def test_what_is_answered_is_observed_but_what_was_not_seen() -> None:
    given = answers(ok("a"), bad("b"), unseen("c"))
    assert coverage_of(ITEMS, given) == Coverage(2, 5)  # d and e are not answered at all


def test_what_does_not_apply_is_on_neither_side() -> None:
    assert coverage_of(ITEMS, answers(ok("a"), na("b"))) == Coverage(1, 4)


def test_a_bonus_is_nothing_that_has_to_be_observed() -> None:
    assert coverage_of((*ITEMS, bonus("praise")), answers(ok("praise", 2))) == Coverage(0, 5)


def test_not_seen_is_an_answer() -> None:
    assert progress_of(ITEMS, answers(*(unseen(item.id) for item in ITEMS))).complete


@pytest.mark.parametrize(
    ("coverage", "percent", "enough"),
    [
        (Coverage(4, 5), 8000, True),
        (Coverage(79_999, 100_000), 7999, False),
        (Coverage(), 10_000, True),
    ],
)
def test_percent_is_rounded_down(coverage: Coverage, percent: int, enough: bool) -> None:
    assert coverage.percent == percent
    assert coverage.enough(80) is enough
    assert coverage.enough(0)


@pytest.mark.parametrize("total", Totalling)
def test_what_was_not_seen_costs_nothing_and_attests_nothing(total: Totalling) -> None:
    policy = Policy(total=total)
    asked = pack(*ITEMS, policy=policy)
    seen, more = answers(ok("a"), bad("b")), answers(ok("a"), bad("b"), unseen("c"))
    assert score_scorecard(asked, ITEMS, seen).total == score_scorecard(asked, ITEMS, more).total
    nothing = answers(*(unseen(item.id) for item in ITEMS))
    assert score_scorecard(asked, ITEMS, nothing).total is None


def test_a_red_line_that_was_not_seen_is_no_veto() -> None:
    red = replace(ITEMS[0], veto=True)
    card = score_scorecard(pack(red, ITEMS[1]), (red, ITEMS[1]), answers(unseen("a"), ok("b")))
    assert card.vetoes == ()


def test_of_what_hardly_anything_was_seen_nobody_says_how_good_it_is() -> None:
    """It has a score and no grade, found or after appeals, window and visit; a veto stays one."""
    red = replace(deduct("e"), veto=True)
    asked = pack(*ITEMS[:4], red, policy=Policy(total=Totalling.DEDUCT, ranked_from=80))
    visit, card = inspection(), window_card()

    def sheet(*given: Answer) -> InspectionSheet:
        return InspectionSheet(visit, asked, (card,), {card.id: answers(*given)})

    seen = sheet(ok("a"), ok("b"), ok("c"), unseen("d"), ok("e"))
    for score in (seen.score(card), seen.site_score(), reviewed_score(seen, {}).site):
        assert (score.total, score.grade and score.grade.title) == (10_000, "优秀")
    less = sheet(ok("a"), ok("b"), ok("c"), unseen("d"), unseen("e"))
    for score in (less.score(card), less.site_score(), reviewed_score(less, {}).site):
        assert (score.total, score.grade) == (10_000, None)
    open_yet = sheet(ok("a"), ok("b"), ok("c"))  # while it is being scored
    assert open_yet.score(card).grade is None
    found = sheet(ok("a"), unseen("b"), unseen("c"), unseen("d"), bad("e"))
    withdrawn = {(card.id, "e"): Reviewed(True, 0)}
    for score in (found.score(card), found.site_score(), reviewed_score(found, {}).site):
        assert score.grade == asked.failing_grade
    assert reviewed_score(found, withdrawn).site.grade is None
    whole = replace(asked, policy=replace(asked.policy, ranked_from=0))  # as it was before
    assert replace(less, pack=whole, _scores={}).site_score().grade == asked.grades[0]

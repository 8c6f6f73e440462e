"""An inspection with everything on it."""

from dataclasses import replace

import pytest

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.visit.inspection import Progress
from inspector.domain.visit.inspection_sheet import InspectionSheet
from tests.domain.packs import (
    answers,
    bad,
    deduct,
    inspection,
    na,
    ok,
    pack,
    public_card,
    window_card,
)

GREET, POLITE = deduct("greet"), deduct("polite", 400, 200, Category.CIVIL_LANGUAGE)
ENTRANCE = replace(deduct("entrance", category=Category.CLEANLINESS), scope=Scope.PUBLIC)
PUBLIC, ONE, TWO = public_card(), window_card("1号窗口"), window_card("2号窗口")
OUT = window_card("3号窗口", left_out=True)

SHEET = InspectionSheet(
    inspection=inspection(),
    pack=pack(GREET, POLITE, ENTRANCE),
    scorecards=(PUBLIC, ONE, TWO, OUT),
    answers={
        "public": answers(bad("entrance")),  # 3 of 4: 75
        "1号窗口": answers(ok("greet"), ok("polite")),  # 100
        "2号窗口": answers(bad("greet", 2)),  # 2 of 4: 50
        "3号窗口": answers(bad("greet", 4), bad("polite")),
    },
)


def test_a_scorecard_is_found_by_id() -> None:
    assert SHEET.scorecard("2号窗口") is TWO
    with pytest.raises(KeyError):
        SHEET.scorecard("4号窗口")


def test_each_scorecard_is_asked_and_scored_on_its_own() -> None:
    assert SHEET.items(PUBLIC) == (ENTRANCE,)
    assert SHEET.items(ONE) == (GREET, POLITE)
    assert [SHEET.score(card).total for card in (PUBLIC, ONE, TWO)] == [7500, 10_000, 5000]
    assert SHEET.answers_of(window_card("9号窗口")) == {}


def test_what_was_left_out_does_not_count() -> None:
    assert SHEET.inspected == (PUBLIC, ONE, TWO)
    # 80 % × (100 + 50) ÷ 2 + 20 % × 75
    assert SHEET.site_score().total == 7500
    assert SHEET.total_progress() == Progress(4, 5)
    assert SHEET.missing() == [(TWO, POLITE)]


def test_a_window_left_out_later_stops_counting() -> None:
    without = SHEET.with_scorecard(replace(TWO, left_out=True))
    assert without.site_score().total == 9500  # 80 % × 100 + 20 % × 75
    assert without.missing() == []
    assert without.total_progress().complete
    assert SHEET.inspected == (PUBLIC, ONE, TWO)


def test_deductions_are_counted_by_item() -> None:
    assert [SHEET.deductions(card) for card in (PUBLIC, ONE, TWO, OUT)] == [1, 0, 1, 2]


def test_answers_to_items_that_are_not_asked_are_no_deductions() -> None:
    # the score and the findings pass them over too
    astray = SHEET.with_answers("1号窗口", [bad("entrance")])
    assert astray.score(ONE) == SHEET.score(ONE)
    assert astray.deductions(ONE) == 0


def test_a_changed_answer_gives_a_new_sheet() -> None:
    changed = SHEET.with_answers("2号窗口", [ok("greet"), na("polite")])
    assert changed.score(TWO).total == 10_000
    assert changed.missing() == []
    assert SHEET.score(TWO).total == 5000
    assert changed.answers_of(ONE) == SHEET.answers_of(ONE)


def test_answers_are_cleared_and_put_at_once() -> None:
    changed = SHEET.with_answers("1号窗口", [bad("polite")], cleared=["greet", "unknown"])
    assert changed.answers_of(ONE) == answers(bad("polite"))
    both = SHEET.with_answers("1号窗口", [bad("polite")], cleared=["polite"])
    assert both.answers_of(ONE) == answers(ok("greet"), bad("polite"))

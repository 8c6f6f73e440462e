"""The reviewed score stands beside the one as found and is the score of a sheet put right."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.category import Scope
from inspector.domain.finding.finding import AppealOutcome
from inspector.domain.finding.reviewed_score import Reviewed, reviewed_score, reviews_of
from inspector.domain.visit.answer_changes import passed
from inspector.domain.visit.inspection import Verdict
from inspector.domain.visit.inspection_sheet import InspectionSheet
from tests.domain.finding.lives import FOUND, FOUND_AT, Life
from tests.domain.packs import (
    answers,
    bad,
    deduct,
    inspection,
    pack,
    public_card,
    window_card,
)
from tests.domain.strategies import Sheet, sheets

GREET, SMILE = deduct("greet"), replace(deduct("smile"), veto=True)
ENTRANCE = replace(deduct("entrance"), scope=Scope.PUBLIC)
SHEET = InspectionSheet(
    inspection(FOUND_AT),
    pack(GREET, SMILE, ENTRANCE),
    (public_card(), window_card("1号窗口"), window_card("2号窗口", left_out=True)),
    {
        "public": answers(bad("entrance", 2)),
        "1号窗口": answers(bad("greet", 2), bad("smile")),
    },
)


def test_without_appeals_it_is_the_score_as_found() -> None:
    reviewed = reviewed_score(SHEET, {})
    assert reviewed.site == SHEET.site_score()
    assert reviewed.scorecards == {card.id: SHEET.score(card) for card in SHEET.inspected}


def test_a_withdrawn_deduction_is_full_marks_and_no_veto() -> None:
    reviews = {("1号窗口", "smile"): Reviewed(withdrawn=True, deduction=0)}
    reviewed = reviewed_score(SHEET, reviews)
    card = reviewed.scorecards["1号窗口"]
    assert (card.total, card.vetoed) == (7500, False)  # 6 of 8
    assert not reviewed.site.vetoed
    assert reviewed.site.total == 7000  # 80 % of 75 and 20 % of 50
    assert SHEET.site_score().vetoed


def test_a_downgraded_deduction_costs_what_was_decided_and_stays_a_veto() -> None:
    reviews = {
        ("1号窗口", "greet"): Reviewed(withdrawn=False, deduction=50),
        ("1号窗口", "smile"): Reviewed(withdrawn=False, deduction=0),
    }
    card = reviewed_score(SHEET, reviews).scorecards["1号窗口"]
    assert (card.total, card.vetoed) == (9375, True)  # 7.5 of 8
    assert card.grade == SHEET.pack.failing_grade


def test_only_what_an_appeal_changed_is_reviewed() -> None:
    lives = {
        "upheld": Life().appealed().decided(AppealOutcome.UPHELD),
        "withdrawn": Life(replace(FOUND, item_id="b")).appealed().decided(AppealOutcome.WITHDRAWN),
        "lowered": Life(replace(FOUND, item_id="c"))
        .appealed()
        .decided(AppealOutcome.DOWNGRADED, 50),
        "waiting": Life(replace(FOUND, item_id="d")).appealed(),
    }
    assert reviews_of(life.now for life in lives.values()) == {
        ("card", "b"): Reviewed(True, 0),
        ("card", "c"): Reviewed(False, 50),
    }


@pytest.mark.ci
@given(sheets(), st.data())
def test_withdrawing_scores_as_if_the_item_had_passed(sheet: Sheet, data: st.DataObject) -> None:
    card = window_card("w")
    whole = InspectionSheet(inspection(FOUND_AT), sheet.pack, (card,), {"w": sheet.answers})
    wrong = [
        answer.item_id
        for answer in sheet.answers.values()
        if answer.verdict is Verdict.DEDUCT and not sheet.pack.item_by_id[answer.item_id].is_bonus
    ]
    gone = data.draw(st.sets(st.sampled_from(wrong))) if wrong else set()
    right = whole
    for item_id in gone:
        right = right.with_answers("w", [passed(sheet.pack.item_by_id[item_id])])
    reviews = {("w", item_id): Reviewed(True, 0) for item_id in gone}
    reviewed = reviewed_score(whole, reviews).scorecards["w"]
    expected = right.score(card)
    assert (reviewed.total, reviewed.grade, reviewed.vetoes) == (
        expected.total, expected.grade, expected.vetoes,
    )  # fmt: skip
    assert reviewed.categories == expected.categories
    assert whole.answers["w"] == sheet.answers

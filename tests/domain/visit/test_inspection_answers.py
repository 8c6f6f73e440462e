"""What the answering keys make of an answer: 合格, 不适用, 扣分, counts, options, values."""

from dataclasses import replace

import pytest

from inspector.domain.checklist.checklist import Item, Policy
from inspector.domain.visit.answer_changes import (
    chosen,
    counted,
    deducted,
    measured,
    not_applicable,
    noted,
    passed,
    with_phrase,
)
from inspector.domain.visit.inspection import Answer, Verdict
from inspector.domain.visit.item_scoring import score_item
from tests.domain.packs import bad, bonus, choice, deduct, measure, na, ok

GREET, FLOOR, WAIT, PRAISE = deduct("a"), choice("a"), measure("a"), bonus("a")
EVERY_KIND = [GREET, FLOOR, WAIT, PRAISE]


@pytest.mark.parametrize("item", EVERY_KIND, ids=lambda item: type(item.rule).__name__)
def test_passed_and_not_applicable_are_plain(item: Item) -> None:
    assert passed(item) == Answer("a", Verdict.PASS)
    assert not_applicable(item) == Answer("a", Verdict.NOT_APPLICABLE)


@pytest.mark.parametrize("before", [None, ok("a"), na("a")], ids=["fresh", "pass", "na"])
def test_a_first_deduction_counts_once(before: Answer | None) -> None:
    assert deducted(GREET, before) == bad("a", count=1)


@pytest.mark.parametrize("before", [None, ok("a"), na("a")], ids=["fresh", "pass", "na"])
def test_a_choice_starts_below_full_marks(before: Answer | None) -> None:
    answer = deducted(FLOOR, before)
    assert (answer.verdict, answer.option) == (Verdict.DEDUCT, 1)


def test_a_choice_found_best_moves_to_the_first_option_below() -> None:
    assert deducted(FLOOR, chosen(FLOOR, passed(FLOOR), 0)).option == 1


@pytest.mark.parametrize("before", [None, ok("a"), na("a")], ids=["fresh", "pass", "na"])
def test_a_bonus_item_is_awarded_once_instead(before: Answer | None) -> None:
    assert deducted(PRAISE, before) == ok("a", count=1)


def test_a_deduction_keeps_what_was_written() -> None:
    written = bad("a", count=3, phrases=("未起身迎接",), note="靠窗")
    assert deducted(GREET, written) == written
    assert deducted(FLOOR, bad("a", option=2, note="角落")) == bad("a", option=2, note="角落")
    assert deducted(WAIT, bad("a", measured=1600)).measured == 1600
    assert deducted(PRAISE, ok("a", count=4)) == ok("a", count=4)


@pytest.mark.parametrize(
    "before",
    [
        ok("a"),
        na("a"),
        measured(WAIT, passed(WAIT), 800),  # 8 minutes were within the limit
        chosen(FLOOR, passed(FLOOR), 0),
    ],
    ids=["pass", "na", "measured within the limit", "chosen best"],
)
@pytest.mark.parametrize("item", EVERY_KIND[:3], ids=lambda item: type(item.rule).__name__)
def test_a_deduction_always_loses_points(item: Item, before: Answer) -> None:
    answer = deducted(item, before)
    assert answer.verdict is Verdict.DEDUCT
    assert score_item(item, answer, Policy()).deduction > 0


@pytest.mark.parametrize(
    ("option", "answer"),
    [
        (0, Answer("a", Verdict.PASS, option=0)),
        (1, Answer("a", Verdict.DEDUCT, option=1)),
        (2, Answer("a", Verdict.DEDUCT, option=2)),
        (-1, Answer("a", Verdict.PASS, option=0)),
        (9, Answer("a", Verdict.DEDUCT, option=2)),
    ],
)
def test_the_best_option_is_a_pass_and_options_end_where_they_end(
    option: int, answer: Answer
) -> None:
    assert chosen(FLOOR, na("a"), option) == answer


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        (0, Verdict.PASS),
        (1000, Verdict.PASS),  # exactly 10 minutes
        (1001, Verdict.DEDUCT),
        (1500, Verdict.DEDUCT),
        (9000, Verdict.DEDUCT),
    ],
)
def test_a_value_within_the_limit_is_a_pass(value: int, verdict: Verdict) -> None:
    assert measured(WAIT, na("a"), value) == Answer("a", verdict, measured=value)


def test_choosing_and_measuring_keep_phrases_and_note() -> None:
    written = Answer("a", Verdict.DEDUCT, phrases=("只开一个窗口",), note="午间")
    for answer in (chosen(FLOOR, written, 2), measured(WAIT, written, 2000)):
        assert (answer.phrases, answer.note) == (("只开一个窗口",), "午间")


@pytest.mark.parametrize(
    ("count", "kept"), [(5, 5), (1, 1), (0, 1), (-3, 1), (999, 999), (1000, 999)]
)
def test_a_deduction_counts_from_1_to_999(count: int, kept: int) -> None:
    written = bad("a", count=2, note="靠窗")
    assert counted(written, count) == bad("a", count=kept, note="靠窗")


@pytest.mark.parametrize(("count", "kept"), [(5, 5), (0, 0), (-3, 0), (1000, 999)])
def test_a_bonus_counts_from_0_to_999(count: int, kept: int) -> None:
    assert counted(ok("a", count=2), count) == ok("a", count=kept)


def test_a_phrase_is_said_and_unsaid() -> None:
    item = replace(GREET, phrases=("未起身", "未微笑", "未问候"))
    said = with_phrase(item, bad("a", count=2, note="靠窗"), item.phrases[1])
    assert said == bad("a", count=2, phrases=("未微笑",), note="靠窗")
    assert with_phrase(item, said, item.phrases[1]) == bad("a", count=2, note="靠窗")


def test_phrases_stand_in_the_order_of_the_item() -> None:
    item = replace(GREET, phrases=("未起身", "未微笑", "未问候"))
    answer = bad("a")
    for position in (2, 0, 1):
        answer = with_phrase(item, answer, item.phrases[position])
    assert answer.phrases == ("未起身", "未微笑", "未问候")


def test_phrases_the_item_no_longer_has_are_kept_behind_its_own() -> None:
    item = replace(GREET, phrases=("未起身", "未微笑"))
    assert with_phrase(item, bad("a", phrases=("旧短语",)), item.phrases[1]).phrases == (
        "未微笑",
        "旧短语",
    )


def test_another_note_changes_nothing_else() -> None:
    written = bad("a", count=2, phrases=("未微笑",), note="靠窗")
    assert noted(written, "靠门") == bad("a", count=2, phrases=("未微笑",), note="靠门")

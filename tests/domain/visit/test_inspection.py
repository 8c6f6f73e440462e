"""Progress, the next item to answer, and what the answering keys make of an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.visit.inspection import (
    Progress,
    next_unanswered,
    progress_of,
    unanswered,
)
from tests.domain.packs import (
    answers,
    bad,
    bonus,
    choice,
    deduct,
    measure,
    na,
    ok,
)

GREET, FLOOR, WAIT, PRAISE, BADGE = (
    deduct("greet"), choice("floor"), measure("wait"), bonus("praise"), deduct("badge"),
)  # fmt: skip
ITEMS = (GREET, FLOOR, WAIT, PRAISE, BADGE)


def test_progress_counts_answers_of_any_verdict() -> None:
    assert progress_of(ITEMS, {}) == Progress(0, 4)
    assert progress_of(ITEMS, answers(ok("greet"), bad("floor"), na("wait"))) == Progress(3, 4)


def test_a_bonus_item_never_has_to_be_answered() -> None:
    given_answers = answers(ok("greet"), ok("floor"), ok("wait"), ok("badge"))
    assert progress_of(ITEMS, given_answers) == Progress(4, 4)
    assert progress_of(ITEMS, answers(ok("praise", 2))) == Progress(0, 4)
    assert unanswered(ITEMS, given_answers) == []
    assert next_unanswered(ITEMS, given_answers, 0) is None


def test_answers_to_items_that_are_not_asked_are_no_progress() -> None:
    assert progress_of((GREET,), answers(ok("badge"))) == Progress(0, 1)


def test_progress_adds_up_over_the_scorecards_of_a_visit() -> None:
    first, second = Progress(46, 52), Progress(12, 12)
    assert first + second == Progress(58, 64)
    assert not (first + second).complete
    assert second.complete
    assert (second + Progress(0, 0)).complete


def test_nothing_to_answer_is_complete() -> None:
    assert progress_of((PRAISE,), {}).complete


def test_what_blocks_completion_is_listed_in_sheet_order() -> None:
    assert unanswered(ITEMS, answers(na("floor"))) == [GREET, WAIT, BADGE]


@pytest.mark.parametrize(
    ("after", "answered", "index"),
    [
        (-1, "", 0),  # from before the first
        (0, "", 1),
        (0, "floor", 2),
        (2, "", 4),  # the bonus item at 3 is passed over
        (3, "", 4),
        (4, "", 0),  # wraps
        (4, "greet", 1),
        (2, "greet floor badge", 2),  # only the current one is left
        (0, "greet floor wait badge", None),
        (4, "greet floor wait praise badge", None),
    ],
)
def test_the_next_unanswered_item_is_behind_or_from_the_top(
    after: int, answered: str, index: int | None
) -> None:
    given_answers = answers(*map(ok, answered.split()))
    assert next_unanswered(ITEMS, given_answers, after) == index


@given(st.lists(st.sampled_from("adb"), min_size=1, max_size=8), st.data())
def test_the_next_unanswered_item_is_the_first_of_a_turn(
    kinds: list[str], data: st.DataObject
) -> None:
    """a: answered, b: bonus, d: due."""
    items = [bonus(f"{k}{n}") if k == "b" else deduct(f"{k}{n}") for n, k in enumerate(kinds)]
    after = data.draw(st.integers(-1, len(items) - 1))
    turn = [(after + step) % len(items) for step in range(1, len(items) + 1)]
    expected = next((index for index in turn if kinds[index] == "d"), None)
    given_answers = answers(*(ok(item.id) for item in items if item.id.startswith("a")))
    assert next_unanswered(items, given_answers, after) == expected


def test_where_nothing_is_asked_nothing_is_next() -> None:
    assert next_unanswered([], {}, -1) is None
    assert next_unanswered([], {}, 0) is None

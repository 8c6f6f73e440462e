"""How long a meeting takes, and how much fits into a quarter of an hour."""

import pytest

from inspector.domain.meeting.meeting_length import (
    Shown,
    length_of,
    minutes_of,
    pace_of,
    problems_in,
)


def test_a_quarter_of_an_hour_with_its_drill_holds_twelve() -> None:
    twelve = Shown(problems=12, drill=True)
    assert minutes_of(length_of(twelve)) == 15
    assert problems_in(15, twelve) == 12
    assert problems_in(15, Shown(problems=40, praise=3, drill=True)) == 11
    assert problems_in(2, twelve) == 0


@pytest.mark.parametrize("again", [0, 7, 20])
@pytest.mark.parametrize("further", [0, 5, 30])
@pytest.mark.parametrize("problems", [20, 21, 25])
def test_as_many_fit_as_are_shown_just_where_the_meeting_is_not_too_long(
    problems: int, again: int, further: int
) -> None:
    counted = Shown(problems, further, again, praise=2, drill=True)
    fits = problems_in(20, counted) >= problems
    assert fits == (length_of(counted) <= 20 * 60)


@pytest.mark.parametrize(
    ("shown", "seconds"),
    [
        (Shown(), 60),
        (Shown(problems=1), 120),
        (Shown(problems=1, further_windows=4), 180),
        (Shown(problems=2, looked_at_again=1), 150),
        (Shown(praise=2, drill=True), 220),
    ],
)
def test_what_each_thing_takes(shown: Shown, seconds: int) -> None:
    assert length_of(shown) == seconds


def test_a_hall_has_its_own_pace_once_three_meetings_tell_it() -> None:
    held = [(11, 8, True), (13, 10, True), (60, 10, True), (5, 0, False)]
    assert pace_of(held[:2]) is None
    assert pace_of(held) == 60  # a meeting that went on for an hour does not count
    assert pace_of([(21, 9, True)] * 3) == 120
    assert length_of(Shown(problems=9, drill=True), 120) == 21 * 60
    assert pace_of([(3, 9, True)] * 3) == 20
    assert pace_of([(600, 1, False)] * 3) == 180

"""Which patrols were due and which were missed."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.days.span import Span
from inspector.domain.days.workdays import Calendar
from inspector.domain.visit.inspection import Slot
from inspector.domain.visit.patrol import Standing, standings
from inspector.domain.visit.patrol_duty import MissedSlot, due_days, duty

MORNING, AFTERNOON = Slot.MORNING, Slot.AFTERNOON
MONDAY = date(2026, 11, 23)
WEEK = Span(MONDAY, date(2026, 11, 29))
LATER = datetime(2026, 12, 1, 8)


def day(number: int) -> date:
    return date(2026, 11, number)


def test_missed_slots_are_named_and_more_elsewhere_does_not_make_up() -> None:
    made = {(day(23), MORNING): 2, (day(23), AFTERNOON): 3, (day(24), MORNING): 1}
    stand = duty(made, [day(23), day(24)], LATER)
    assert (stand.due, stand.made, stand.missing, stand.beyond) == (8, 6, 3, 1)
    assert stand.missed == (MissedSlot(day(24), MORNING, 1), MissedSlot(day(24), AFTERNOON, 2))


@pytest.mark.parametrize(
    ("hour", "due", "missing"), [(9, 1, 0), (15, 2, 1), (23, 2, 1)]
)  # fmt: skip
def test_a_shift_under_way_asks_for_what_was_made(hour: int, due: int, missing: int) -> None:
    stand = duty({(day(23), MORNING): 1}, [day(23)], datetime(2026, 11, 23, hour))
    assert (stand.due, stand.missing, stand.beyond) == (due, missing, 0)


def test_a_day_off_asks_for_none_and_a_make_up_day_does() -> None:
    calendar = Calendar(frozenset({day(25)}), frozenset({day(28)}))
    assert due_days(WEEK, [day(23)], None, calendar) == [day(n) for n in (23, 24, 26, 27, 28)]


def test_patrols_are_due_from_the_first_one_on_or_from_a_habit() -> None:
    assert due_days(WEEK, [day(26)], None, Calendar()) == [day(26), day(27)]
    assert due_days(WEEK, [day(26)], day(20), Calendar()) == [day(n) for n in range(23, 28)]
    assert due_days(WEEK, [], day(20), Calendar()) == [day(n) for n in range(23, 28)]
    assert due_days(WEEK, [], day(11), Calendar()) == [day(23), day(24), day(25)]
    assert due_days(WEEK, [], None, Calendar()) == []


SLOTS = st.tuples(st.integers(0, 9).map(lambda n: MONDAY + timedelta(n)), st.sampled_from(Slot))


@given(
    st.dictionaries(SLOTS, st.integers(1, 4)),
    st.integers(0, 14).map(lambda n: datetime(2026, 11, 22, 10) + timedelta(n)),
)
def test_due_made_missed_and_beyond_add_up(
    made: Mapping[tuple[date, Slot], int], now: datetime
) -> None:
    days = [MONDAY + timedelta(n) for n in range(8)]
    stand = duty(made, days, now)
    assert stand.made == sum(made.values())
    assert stand.due - stand.missing + stand.beyond == stand.made
    assert stand.beyond >= 0
    assert all(each.day <= now.date() and 1 <= each.missing <= 2 for each in stand.missed)


def test_nobody_missed_the_morning_before_the_first_patrol() -> None:
    made = {(day(26), Slot.AFTERNOON): 1}
    days, evening = [day(26), day(27)], datetime(2026, 11, 27, 20)
    begun = duty(made, days, evening, day(26))
    assert [(each.day, each.slot) for each in begun.missed] == [
        (day(26), Slot.AFTERNOON), (day(27), Slot.MORNING),
    ]  # fmt: skip
    long_since = duty(made, days, evening)
    assert (day(26), Slot.MORNING) in [(each.day, each.slot) for each in long_since.missed]
    now = datetime(2026, 11, 26, 20)
    first, second = standings({Slot.AFTERNOON: 1}, now, begun=False)
    assert (first.standing, second.standing) == (Standing.BEFORE, Standing.DUE)
    assert standings({Slot.AFTERNOON: 1}, now)[0].standing is Standing.MISSED

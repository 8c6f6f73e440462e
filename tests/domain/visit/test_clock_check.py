"""A photo from before the inspection or after now: a clock is wrong, or it is another photo."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.visit.clock_check import TOLERANCE, photo_disagrees

STARTED = datetime(2026, 3, 14, 9, 0)
NOW = datetime(2026, 3, 14, 11, 30)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("taken_at", "off"),
    [
        (datetime(2026, 3, 14, 10, 0), None),
        (STARTED, None),
        (NOW, None),
        (NOW + 10 * MINUTE, None),
        (NOW + 11 * MINUTE, 11 * MINUTE),
        (STARTED - 10 * MINUTE, None),
        (STARTED - 11 * MINUTE, -11 * MINUTE),
        (datetime(2025, 3, 14, 9, 0), timedelta(days=-365)),
        (datetime.min, datetime.min - STARTED),
        (datetime.max, datetime.max - NOW),
    ],
)
def test_by_example(taken_at: datetime, off: timedelta | None) -> None:
    assert photo_disagrees(taken_at, NOW, STARTED) == off
    aware = (NOW.astimezone(), STARTED.astimezone())
    assert photo_disagrees(taken_at, *aware) == off
    everywhere, now, started = (each.replace(tzinfo=UTC) for each in (taken_at, NOW, STARTED))
    assert photo_disagrees(everywhere, now, started) == off


def test_zones_are_honoured() -> None:
    china = timezone(timedelta(hours=8))
    now = datetime(2026, 3, 14, 3, 30, tzinfo=UTC)
    started = datetime(2026, 3, 14, 1, 0, tzinfo=UTC)
    assert photo_disagrees(datetime(2026, 3, 14, 10, 0, tzinfo=china), now, started) is None
    eight = timedelta(hours=8)
    assert photo_disagrees(now.replace(tzinfo=china), now, started) == -(started - now + eight)


@given(
    st.datetimes(timezones=st.none() | st.just(UTC)),
    st.sampled_from([NOW, NOW.astimezone(), NOW.replace(tzinfo=UTC)]),
    st.sampled_from([STARTED, STARTED.astimezone(), STARTED.replace(tzinfo=UTC)]),
)
def test_any_time_of_a_photo_has_an_answer(
    taken_at: datetime, now: datetime, started_at: datetime
) -> None:
    off = photo_disagrees(taken_at, now, started_at)
    assert off is None or abs(off) > TOLERANCE

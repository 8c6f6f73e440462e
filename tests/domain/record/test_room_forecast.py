"""How long the room on a disk will do."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.record.room_forecast import Growth, room_left

GROWTH = Growth(400_000_000, 100_000_000, 20, 1_000_000.0, 2_000_000.0)


def test_the_data_grow_and_so_do_twenty_snapshots_of_it() -> None:
    # A day: 1 MB of data, 2 MB of photos, and 20 snapshots that grow by a quarter of 1 MB each.
    room = room_left(9_400_000_000, GROWTH, holds_data=True)
    assert room.in_month == 240_000_000
    assert room.days == (9_400_000_000 - 1_000_000_000 - 400_000_000) // 8_000_000
    assert not room.is_short


def test_snapshots_that_are_still_to_come_take_their_room_first() -> None:
    few = room_left(9_400_000_000, replace(GROWTH, snapshots=10), holds_data=True)
    assert few.days == (8_000_000_000 - 1_000_000_000) // 8_000_000


def test_a_drive_has_no_database_to_hold() -> None:
    room = room_left(700_000_000, GROWTH, holds_data=False)
    assert (room.days, room.is_short) == (100, True)


def test_where_nothing_comes_nothing_is_told() -> None:
    still = replace(GROWTH, data_a_day=0.0, photos_a_day=0.0)
    room = room_left(0, still, holds_data=True)
    assert (room.days, room.is_short) == (None, False)


@given(st.integers(0, 10**13), st.integers(0, 10**12), st.booleans())
def test_more_room_never_does_for_less(free: int, more: int, holds_data: bool) -> None:
    one = room_left(free, GROWTH, holds_data=holds_data)
    other = room_left(free + more, GROWTH, holds_data=holds_data)
    assert one.days is not None
    assert other.days is not None
    assert 0 <= one.days <= other.days

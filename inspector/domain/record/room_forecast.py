"""How long the room on a disk will do, by what came to it of late. It must not know a disk."""

from dataclasses import dataclass

SNAPSHOTS = 20
"""Snapshots of different ages that stay once a year of them is there (thinning of backups)."""

WARNED_BEFORE = 180
"""Days before a disk is full from which it is said without being asked."""

SPARE = 1_000_000_000
"""Bytes that have to stay free for the work itself: below them the doctor speaks up."""


@dataclass(frozen=True, slots=True)
class Growth:
    """Bytes: of the database now, of one packed snapshot of it, and what comes a day.

    `snapshots`: how many there are now. What comes a day is the mean of the last months.
    """

    database: int
    packed: int
    snapshots: int
    data_a_day: float
    photos_a_day: float


@dataclass(frozen=True, slots=True)
class Room:
    """How long the room on a disk will do: days, and the bytes that come to it in 30 days.

    `days` is None where nothing comes to it.
    """

    free: int
    in_month: int
    days: int | None

    @property
    def is_short(self) -> bool:
        """It is time to make room, long before anything fails."""
        return self.days is not None and self.days < WARNED_BEFORE


def room_left(free: int, growth: Growth, *, holds_data: bool) -> Room:
    """Return how long `free` bytes will do for the data folder, or for a drive with copies of it.

    Snapshots are as large as the database is packed, so each of those that stay grows with it; as
    long as there are fewer than will stay, each day's takes room of its own.
    """
    share = growth.packed / growth.database if growth.database else 0.0
    a_day = growth.photos_a_day + SNAPSHOTS * share * growth.data_a_day
    if holds_data:
        a_day += growth.data_a_day
    once = max(0, SNAPSHOTS - growth.snapshots) * growth.packed
    if holds_data:
        once += SPARE + growth.database  # a snapshot is copied before it is packed
    left = max(0.0, free - once)
    days = int(left / a_day) if a_day > 0 else None
    return Room(free, round(30 * a_day), days)

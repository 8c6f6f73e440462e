"""Whether a photo's capture time fits the inspection it is attached to."""

from datetime import datetime, timedelta

TOLERANCE = timedelta(minutes=10)
"""Clocks of phones, cameras and laptops differ by minutes without anyone's fault."""


def photo_disagrees(
    taken_at: datetime,
    now: datetime,
    started_at: datetime,
    tolerance: timedelta = TOLERANCE,
) -> timedelta | None:
    """Return how far a photo was taken after `now` (positive) or before the start (negative).

    None when it lies in between, give or take `tolerance`. A time without a zone is local time.
    """
    ahead = _between(taken_at, now)
    if ahead > tolerance:
        return ahead
    before = _between(taken_at, started_at)
    return before if before < -tolerance else None


def _between(taken_at: datetime, ours: datetime) -> timedelta:
    """Return `taken_at` − `ours`.

    Only ours is converted: the year of a photo may be one that the system has no zone for.
    """
    if taken_at.tzinfo is None:
        local = ours if ours.tzinfo is None else ours.astimezone().replace(tzinfo=None)
        return taken_at - local
    return taken_at - (ours.astimezone() if ours.tzinfo is None else ours)

"""What came to a data folder of late: read from its database and its snapshots."""

import os
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from inspector.domain.errors import InspectorError
from inspector.domain.record.room_forecast import Growth
from inspector.storage.backups.daily_backups import PACKED_TO, backups_in
from inspector.storage.backups.packed_snapshot import unpacked_size
from inspector.storage.backups.snapshot_files import is_packed
from inspector.storage.database.database import connected
from inspector.storage.database.sqlite_trouble import examining
from inspector.storage.files.live_file import open_for_a_while

LOOKED_BACK = timedelta(days=90)
LEAST_DAYS = 14
"""Days of visits below which nothing can be said of what comes a day."""


def growth_of(database: Path, backups: Path, now: datetime) -> Growth | None:
    """Return how fast a folder has grown in the last 90 days; None with less than two weeks.

    What a visit takes is the mean of all, findings, steps and journal included: visits come day
    by day, and all else comes with them. Raises DamagedDatabaseError, OSError, CannotReadError.
    """
    since = now - LOOKED_BACK
    with (
        examining(database, own_queries=True),
        open_for_a_while(database),
        closing(connected(database)) as connection,
    ):
        connection.execute("PRAGMA query_only = ON")
        visits, first = connection.execute("SELECT count(*), min(day) FROM inspection").fetchone()
        (lately,) = connection.execute(
            "SELECT count(*) FROM inspection WHERE day > ?", (f"{since:%Y-%m-%d}",)
        ).fetchone()
        (photos,) = connection.execute(
            "SELECT coalesce(sum(size), 0) FROM evidence WHERE added_at > ? AND removed_at IS NULL",
            (f"{since:%Y-%m-%d}",),
        ).fetchone()
    if not visits:
        return None
    days = min(LOOKED_BACK.days, (now.date() - datetime.fromisoformat(first).date()).days)
    if days < LEAST_DAYS:
        return None
    size = os.stat(database).st_size
    packed, count = _packed(backups, size)
    return Growth(size, packed, count, size / visits * lately / days, photos / days)


def _packed(backups: Path, size: int) -> tuple[int, int]:
    """Return the bytes of a packed snapshot of a database of `size`, and how many there are."""
    found = backups_in(backups)
    for each in found:
        if is_packed(each.path):
            try:
                whole = unpacked_size(each.path)
            except InspectorError:  # damaged: the next one tells
                continue
            return round(size * each.size / max(whole, 1)), len(found)
    return size // PACKED_TO, len(found)

"""When something was last written down, by the clock of that time."""

from datetime import datetime

from inspector.storage.database import Database
from inspector.storage.rows import moment_from

_LAST = (
    "SELECT started_at, completed_at FROM inspection ORDER BY day DESC, started_at DESC LIMIT 5",
    "SELECT started_at, ended_at FROM meeting ORDER BY day DESC, started_at DESC LIMIT 5",
    "SELECT at FROM finding_event ORDER BY sequence DESC LIMIT 1",
)


def newest_moment(database: Database) -> datetime | None:
    """Return the latest moment among the last visits, meetings and steps; None without any."""
    moments = [
        moment_from(text) for sql in _LAST for row in database.rows(sql) for text in row if text
    ]
    return max(moments, default=None)

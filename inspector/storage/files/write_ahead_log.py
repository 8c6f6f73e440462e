"""The log beside a database, as a run that was killed or cut off may have left it."""

from pathlib import Path

from inspector.domain.errors import DamagedDatabaseError
from inspector.storage.files.live_file import is_open_here, log_of


def left_open(path: Path) -> bool:
    """Tell whether a database that nobody has open was not closed: its log is still there."""
    try:
        return log_of(path).stat().st_size > 0
    except OSError:
        return False


def require_log(path: Path) -> None:
    """Refuse a log that is none: SQLite would silently write over it.

    Zeros are what a power cut leaves of a log that nothing was committed to. Of a database that is
    open here SQLite has read it already.
    """
    if is_open_here(path):
        return
    try:
        with log_of(path).open("rb") as file:
            begin = file.read(_LOG_HEAD)
    except FileNotFoundError:
        return
    if begin.strip(b"\0") and begin[:4] not in _LOG_MARKS:
        raise DamagedDatabaseError(log_of(path), "malformed")


_LOG_HEAD = 32
_LOG_MARKS = (bytes.fromhex("377f0682"), bytes.fromhex("377f0683"))

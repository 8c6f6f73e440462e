"""SQLite's shared lock on a database, once more, as one that no slip of ours can drop.

SQLite's own is gone when anything in the process closes a descriptor of the file, also a library.
Linux knows locks that belong to a descriptor instead: as long as one is held, no other program can
be the last to close the database, and delete its log.
"""

import os
import struct
import sys
from contextlib import suppress

SHARED_FIRST, SHARED_SIZE = 0x40000002, 510
"""The bytes that SQLite locks for reading; its file format fixes them."""

_FLOCK = "hhqqi4x"  # type, whence, first, size, process: 0


def hold_shared(descriptor: int | None) -> None:
    """Hold the lock by a descriptor; where the system knows no such lock, SQLite's has to do."""
    _ask(descriptor, hold=True)


def leave_shared(descriptor: int | None) -> None:
    """Give the lock up."""
    _ask(descriptor, hold=False)


if sys.platform == "win32":

    def _ask(descriptor: int | None, *, hold: bool) -> None:
        """Windows drops no lock but with the handle it was taken by."""

else:
    import fcntl

    def _ask(descriptor: int | None, *, hold: bool) -> None:
        command = getattr(fcntl, "F_OFD_SETLK", None)
        if command is None or descriptor is None:
            return
        kind = fcntl.F_RDLCK if hold else fcntl.F_UNLCK
        lock = struct.pack(_FLOCK, kind, os.SEEK_SET, SHARED_FIRST, SHARED_SIZE, 0)
        with suppress(OSError):  # a network disk that has none
            fcntl.fcntl(descriptor, command, lock)

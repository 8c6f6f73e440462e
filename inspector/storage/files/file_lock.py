"""The system's lock on an open file: taken at once or not at all, dropped with its process.

`flock` is the kernel's own on every local disk, also on a USB stick, and carried over to NFS; a
disk that knows no locks is used without.
"""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

UNSUPPORTED = (errno.ENOLCK, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS)
"""What a disk that knows no locks says."""

_FAR = 1 << 30
"""Where Windows locks a byte: no other program can read a locked one."""

_LONGEST, _PACE = 2.0, 0.005
"""Seconds that somebody else is waited for, and between two looks."""


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Let nobody else who asks into the block, by a lock on a file of its own, made when missing.

    Others are waited for; who stopped in the middle, or cannot be asked, holds nobody up for long.
    """
    descriptor: int | None = None
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if descriptor is not None:
            _wait_for(descriptor)
        yield
    finally:
        if descriptor is not None:
            with suppress(OSError):
                unlock(descriptor)
            os.close(descriptor)


def _wait_for(descriptor: int) -> None:
    until = time.monotonic() + _LONGEST
    while time.monotonic() < until:
        try:
            lock(descriptor)
        except OSError as error:
            if error.errno in UNSUPPORTED:
                return
            time.sleep(_PACE)
        else:
            return


if sys.platform == "win32":
    import msvcrt

    def lock(descriptor: int) -> None:
        """Take the lock; OSError when somebody has it."""
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def unlock(descriptor: int) -> None:
        """Give the lock back; OSError."""
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def lock(descriptor: int) -> None:
        """Take the lock; OSError when somebody has it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def unlock(descriptor: int) -> None:
        """Give the lock back; OSError."""
        fcntl.flock(descriptor, fcntl.LOCK_UN)

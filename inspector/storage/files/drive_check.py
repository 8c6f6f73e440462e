"""Whether the drive below a folder works at all."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

_FAILED = frozenset(
    getattr(errno, name)
    for name in ("EIO", "ENXIO", "ENODEV", "ENOTCONN", "ESTALE")
    if hasattr(errno, name)
)


def drive_fails(folder: Path) -> bool:
    """Tell whether a new file cannot be put on the drive because the drive itself fails.

    A full or read-only one works. To be asked only when there is reason to doubt it.
    """
    path = folder / f".{uuid4().hex}.tmp"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(descriptor, b"\0")
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        return error.errno in _FAILED
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)
    return False

"""What the disk gives back of a file that was just written; asked before it is called written."""

import os
from pathlib import Path
from typing import BinaryIO


def digest_at(path: Path) -> str:
    """Return the SHA-256 of a file as the disk has it, in hexadecimal. Raises OSError."""
    import hashlib  # 2 ms, which no start waits for

    with path.open("rb") as file:
        forget_cached(file)
        return hashlib.file_digest(file, "sha256").hexdigest()


def forget_cached(file: BinaryIO) -> None:
    """Let the system drop what it still holds of a synced file, where it can: the disk is asked."""
    if hasattr(os, "posix_fadvise"):  # not on Windows and macOS
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)

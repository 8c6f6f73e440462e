"""The files of one snapshot: itself, or its volumes, where it is larger than FAT32 drives take.

Locked or not, each volume is a file by itself. The first is put in its place last and goes first:
without it there is no snapshot, and what else lies there is left of one that was broken off.
"""

import re
from contextlib import suppress
from pathlib import Path

from inspector.storage.locked.locking import LOCKED_SUFFIX

PACKED_SUFFIX = ".zip"

_VOLUME = re.compile(rf"(.+\.db\{PACKED_SUFFIX})\.(\d{{3}})(\{LOCKED_SUFFIX})?", re.IGNORECASE)
_FIRST = 1


def is_packed(path: Path) -> bool:
    """Tell whether a file is called like a packed snapshot or a volume of one, locked or not."""
    name = path.name.lower().removesuffix(LOCKED_SUFFIX)
    return _VOLUME.fullmatch(name) is not None or name.endswith(f".db{PACKED_SUFFIX}")


def is_locked_snapshot(path: Path) -> bool:
    """Tell whether a file is called like a locked snapshot, or a volume of one."""
    name = path.name.lower()
    is_whole = name.endswith(f".db{LOCKED_SUFFIX}")
    return is_whole or (name.endswith(LOCKED_SUFFIX) and is_packed(path))


def files_of(path: Path) -> list[Path]:
    """Return the files of the snapshot that a file is of, by their numbers; OSError."""
    match = _VOLUME.fullmatch(path.name)
    if match is None:
        return [path]
    whole = match[1], match[3]
    found = [
        (int(other[2]), each)
        for each in path.parent.iterdir()
        if (other := _VOLUME.fullmatch(each.name)) is not None and (other[1], other[3]) == whole
    ]
    return [each for _, each in sorted(found)] or [path]


def delete_snapshot(path: Path) -> None:
    """Delete all files of a snapshot; OSError, and then what is left is none."""
    for each in files_of(path):
        each.unlink(missing_ok=True)


def broken_off(folder: Path) -> list[Path]:
    """Return the volumes in a folder whose first is not there."""
    found = dict[tuple[str, str], list[tuple[int, Path]]]()
    with suppress(OSError):
        for each in folder.iterdir():
            if (match := _VOLUME.fullmatch(each.name)) is not None:
                found.setdefault((match[1], match[3]), []).append((int(match[2]), each))
    return [
        path
        for volumes in found.values()
        if min(number for number, _ in volumes) > _FIRST
        for _, path in sorted(volumes)
    ]

"""What the end of a .zip says of it, read before anything else of it: how many members it has.

`zipfile` holds all of them in memory; a file made to harm would say so many that there is none.
"""

import io
import struct
from typing import IO

_END, _LOCATOR, _END_64 = b"PK\x05\x06", b"PK\x06\x07", b"PK\x06\x06"
_END_SIZE, _LOCATOR_SIZE, _END_64_SIZE = 22, 20, 56
_LONGEST_COMMENT = 0xFFFF
_ELSEWHERE = 0xFFFF, 0xFFFFFFFF
_LEAST_ENTRY = 46


def members_told(stream: IO[bytes]) -> int | None:
    """Return how many members an archive can have at most by what it says at its end.

    None where it has no such end. By their count or by the bytes of their list, whichever is more.
    """
    length = stream.seek(0, io.SEEK_END)
    at = max(0, length - _END_SIZE - _LONGEST_COMMENT)
    stream.seek(at)
    tail = stream.read(length - at)
    found = tail.rfind(_END)
    if found < 0 or len(tail) < found + _END_SIZE:
        return None
    count, size = struct.unpack_from("<10xHL", tail, found)
    if count == _ELSEWHERE[0] or size == _ELSEWHERE[1]:
        count, size = _told_64(stream, at + found - _LOCATOR_SIZE) or (count, size)
    return int(max(count, size // _LEAST_ENTRY))


def _told_64(stream: IO[bytes], at: int) -> tuple[int, int] | None:
    if at < 0:
        return None
    stream.seek(at)
    locator = stream.read(_LOCATOR_SIZE)
    if locator[:4] != _LOCATOR or len(locator) < _LOCATOR_SIZE:
        return None
    (end,) = struct.unpack_from("<8xQ", locator)
    if end > at:
        return None
    stream.seek(end)
    record = stream.read(_END_64_SIZE)
    if record[:4] != _END_64 or len(record) < _END_64_SIZE:
        return None
    count, size = struct.unpack_from("<32xQQ", record)
    return count, size

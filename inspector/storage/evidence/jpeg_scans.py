"""Walking through a JPEG before it is decoded.

The decoder fills up what is missing with grey and says nothing. And it goes over the whole
picture once for each scan, for which a few bytes are enough: a small file could keep a computer
busy for hours.
"""

import re
from typing import IO

MOST_SCANS = 100
"""A progressive JPEG is sent in ever finer scans; ten are usual."""

_SHORT, _LONG = 1 << 6, 1 << 20
"""Bytes to look at: markers may follow one another closely, or lie a picture apart."""

_MARKER = re.compile(rb"\xff([\x02-\xcf\xd8-\xfe])")  # not: stuffing, padding, restarts
_END, _SCAN = 0xD9, 0xDA


def is_whole_jpeg(stream: IO[bytes], most: int = MOST_SCANS) -> bool:
    """Tell whether the first picture of a JPEG stream has its end, after 1 to `most` scans."""
    stream.seek(2)
    scans = 0
    while scans <= most:
        marker = _next_marker(stream)
        if marker is None:
            return False
        if marker == _END:
            return scans > 0
        scans += marker == _SCAN
        length = int.from_bytes(stream.read(2), "big")
        stream.seek(max(0, length - 2), 1)
    return False


def _next_marker(stream: IO[bytes]) -> int | None:
    """Return the next marker and leave the stream behind it; None at the end of the file."""
    before, size = b"", _SHORT
    while chunk := stream.read(size):
        data = before + chunk
        found = _MARKER.search(data)
        if found:
            stream.seek(found.end() - len(data), 1)
            return found[1][0]
        before = b"\xff" if data.endswith(b"\xff") else b""  # a marker may lie across two chunks
        size = min(4 * size, _LONG)
    return None

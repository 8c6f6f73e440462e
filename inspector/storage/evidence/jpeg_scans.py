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
_ONE_PASS = (0xC0, 0xC1)
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_LAST = b"\xff\xd9"
_TAIL = 4096
"""Bytes at the end of a file: cameras and phones write something of their own there."""


def is_whole_jpeg(stream: IO[bytes], most: int = MOST_SCANS) -> bool:
    """Tell whether the first picture of a JPEG stream has its end, after 1 to `most` scans."""
    stream.seek(2)
    scans, parts = 0, 0
    while scans <= most:
        marker = _next_marker(stream)
        if marker is None:
            return False
        if marker == _END:
            return scans > 0
        length = max(0, int.from_bytes(stream.read(2), "big") - 2)
        here = stream.tell()
        if marker in _FRAMES:  # behind its depth and size
            frame = stream.read(6)
            parts = frame[5] if len(frame) == 6 and marker in _ONE_PASS else 0
        elif marker == _SCAN:
            scans += 1
            if parts and scans == 1 <= most and stream.read(1) == bytes((parts,)):
                # As nearly every camera has it: all of the picture in this scan, and decoders stop
                # behind it. Its end is looked for at the end of the file; two megabytes of marks
                # that are none take a millisecond, with Python's lock.
                stream.seek(max(here + length, stream.seek(0, 2) - _TAIL))
                if _LAST in stream.read():
                    return True
        stream.seek(here + length)
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

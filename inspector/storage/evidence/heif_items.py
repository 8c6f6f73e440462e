"""Whether what the items of a HEIC are called can be read at all, before its decoder is asked.

The decoder ends the whole program over an item (a picture, its EXIF, …) whose kind is no text: it
makes a Python string of the bytes and goes on with the one that it did not get (pi-heif 1.4.0,
and whoever wrote the file can mean it). The boxes are those of ISO/IEC 14496-12 and 23008-12: a
size of four bytes, a kind of four, and what is in it.
"""

from collections.abc import Iterator
from typing import IO

_LONG, _TO_THE_END = 1, 0
"""Sizes that say something else: that eight bytes with the size follow; that it is the last box."""

_MOST = 64 << 20
"""Bytes of descriptions that are looked through; those of a photo are some thousands."""


def has_readable_items(stream: IO[bytes]) -> bool:
    """Tell whether the kind of every item of a HEIC is text; also where no item can be found."""
    return all(
        _is_text(kind) and _is_text(content)
        for start, end in _descriptions(stream)
        for kind, content in _items(_bytes(stream, start, end))
    )


def _descriptions(stream: IO[bytes]) -> Iterator[tuple[int, int]]:
    """Yield where the contents of each outer `meta` box begin and end."""
    length = stream.seek(0, 2)
    start = 0
    while start + 8 <= length:
        head = _bytes(stream, start, start + 16)
        size, inner = int.from_bytes(head[:4]), start + 8
        if size == _LONG:
            size, inner = int.from_bytes(head[8:16]), start + 16
        end = length if size == _TO_THE_END else start + size
        if end < inner:
            return
        if head[4:8] == b"meta":
            yield inner, min(end, length)
        start = end


def _items(description: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and kind of content of whatever may be an item, in the wrong place as well.

    The number of an item has two bytes, from version 3 on four. A kind is told from version 2 on,
    and what is in it, behind a name, by an item of the kind `mime` and by older versions.
    """
    at = description.find(b"infe")
    while at >= 0:
        version = description[at + 4] if at + 4 < len(description) else 0
        begin = at + (14 if version > 2 else 12)
        kind, begin = (description[begin : begin + 4], begin + 4) if version > 1 else (b"", begin)
        _, _, behind = description[begin:].partition(b"\0")
        content = behind.partition(b"\0")[0] if version < 2 or kind == b"mime" else b""
        yield kind.partition(b"\0")[0], content
        at = description.find(b"infe", at + 4)


def _bytes(stream: IO[bytes], start: int, end: int) -> bytes:
    stream.seek(start)
    return stream.read(min(end - start, _MOST))


def _is_text(said: bytes) -> bool:
    try:
        said.decode()
    except UnicodeDecodeError:
        return False
    return True

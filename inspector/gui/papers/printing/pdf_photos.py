"""The photos of a PDF as the workbook has them: Qt would save each anew, and twice as heavy.

Qt writes one object for each picture that is drawn, in that order. Where it wrote so many as were
drawn, what it made of a JPEG is replaced by the JPEG itself, and the table of where things are is
written anew. Where anything is other than expected the file stays as Qt wrote it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from inspector.file_drafts import draft_beside
from inspector.gui.papers.printing.page_painting import read_image

_KEPT = 8
"""Pictures kept while pages are drawn: one that stands at two places near by is one object."""

_TABLE_AT = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE = re.compile(rb"xref\n0 (\d+)\n")
_PLACE = re.compile(rb"(\d{10}) (\d{5}) ([nf]) ?\r?\n")
_PICTURE = re.compile(
    rb"\d+ 0 obj\n<<\n/Type /XObject\n/Subtype /Image\n/Width (\d+)\n/Height (\d+)\n"
    rb"[^>]*?/Length (\d+) 0 R\n(/Filter /DCTDecode\n)?>>\nstream\n"
)
_HEAD, _TAIL = 400, 1 << 12  # bytes in which Qt says what an object is, and where the table is
_END = b"\nendstream\nendobj\n"


class PdfPhotos:
    """The pictures of one PDF, while it is drawn and afterwards."""

    def __init__(self, content: Callable[[str], bytes | None]) -> None:
        """`content` returns the bytes of a picture by its name."""
        self._content = content
        self._kept: dict[tuple[str, int, int], QImage] = {}
        self._drawn: list[str] = []
        """Of each object that Qt writes the name of its picture."""

    def image(self, name: str, most: QSize) -> QImage:
        """Read a picture to be drawn next; the same one again where it was drawn just now."""
        key = (name, most.width(), most.height())
        image = self._kept.pop(key, None)
        if image is None:
            image = read_image(self._content(name), most)
            if image.isNull():
                return image
            self._drawn.append(name)
        self._kept[key] = image
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return image

    def put_in(self, path: Path) -> None:
        """Put the JPEGs into the PDF at a path, in place of what Qt made of them.

        Raises an OSError, also where the disk has no room for it.
        """
        if not self._drawn or not path.stat().st_size:
            return
        beside = draft_beside(path)
        try:
            with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as pdf:
                written = self._rewritten(pdf, beside)
            if written:
                beside.replace(path)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def _rewritten(self, pdf: mmap, beside: Path) -> bool:
        """Write the file anew; False where nothing was written, since it is not as expected."""
        objects = _objects(pdf)
        if objects is None:
            return False
        table, places = objects
        found = [
            (number, told)
            for number, (begin, end) in places.items()
            if (told := _PICTURE.match(pdf[begin : min(end, begin + _HEAD)]))
        ]
        if len(found) != len(self._drawn):
            return False
        own = {
            number: (name, told)
            for name, (number, told) in zip(self._drawn, found, strict=True)
            if told[4] and _may_stand_in(self._content(name), int(told[1]), int(told[2]))
        }
        lengths = {int(told[3]): name for name, told in own.values()}
        now: dict[int, int] = {}
        with beside.open("wb") as file:
            file.write(pdf[: min(begin for begin, _ in places.values())])
            for number, (begin, end) in places.items():
                now[number] = file.tell()
                if number in own:
                    name, told = own[number]
                    file.write(told[0] + (self._content(name) or b"") + _END)
                elif number in lengths:
                    length = len(self._content(lengths[number]) or b"")
                    file.write(b"%d 0 obj\n%d\nendobj\n" % (number, length))
                else:
                    file.write(pdf[begin:end])
            at = file.tell()
            file.write(_moved(pdf[table:], now, at))
        return True


def _objects(pdf: mmap) -> tuple[int, Mapping[int, tuple[int, int]]] | None:
    """Return where the table begins, and each object by its number, in the order of the file."""
    said = _TABLE_AT.search(pdf[-_TAIL:])
    if said is None:
        return None
    table = int(said[1])
    head = _TABLE.match(pdf[table : table + 40])
    if head is None:
        return None
    begins = {
        number: int(entry[1])
        for number, entry in enumerate(_entries(pdf[table + head.end() :], int(head[1])))
        if entry[3] == b"n"
    }
    order = sorted(begins, key=begins.__getitem__)
    ends = [*(begins[number] for number in order[1:]), table]
    places = {number: (begins[number], end) for number, end in zip(order, ends, strict=True)}
    whole = all(pdf[b : b + 20].startswith(b"%d 0 obj\n" % n) for n, (b, _) in places.items())
    return (table, places) if places and whole else None


def _entries(text: bytes, count: int) -> Iterator[re.Match[bytes]]:
    at = 0
    for _ in range(count):
        entry = _PLACE.match(text, at)
        if entry is None:
            return
        yield entry
        at = entry.end()


def _moved(table: bytes, now: Mapping[int, int], at: int) -> bytes:
    """Return the end of the file, from its table, with objects and table where they are now."""
    head = _TABLE.match(table)
    assert head is not None, "asked before"
    lines, end = [head[0]], head.end()
    for number, entry in enumerate(_entries(table[head.end() :], int(head[1]))):
        place = b"%010d" % now[number] if number in now else entry[1]
        lines.append(place + entry[0][10:])
        end = head.end() + entry.end()
    return b"".join(lines) + _TABLE_AT.sub(b"startxref\n%d\n%%%%EOF\n" % at, table[end:])


def _may_stand_in(content: bytes | None, width: int, height: int) -> bool:
    """Tell whether bytes are a JPEG of the usual colours with as many pixels as Qt drew."""
    if content is None or content[:4] != b"\xff\xd8\xff\xe0" or content[6:11] != b"JFIF\0":
        return False
    at = 2
    while at + 10 <= len(content) and content[at] == 0xFF:
        kind, size = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if kind in (0xC0, 0xC1, 0xC2):
            high, wide = (int.from_bytes(content[at + i : at + i + 2]) for i in (5, 7))
            return (content[at + 4], wide, high, content[at + 9]) == (8, width, height, 3)
        at += 2 + size
    return False

"""A PDF file that Qt wrote, mended in its place: what can be searched in it, and what it is dated.

Qt says for each shape of a letter the first sign that has it. In Chinese fonts 月 and the radical
⽉ are one shape, and who searches for 月 would find nothing. And the same paper shall be the same
bytes tomorrow: its dates are the workbook's, its number is made of the workbook. Nothing becomes
longer or shorter.
"""

import errno
import mmap
import os
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

_SIGNS = range(0x80, 0x3200)
"""Signs that look like others, and stand before them."""

_SHAPES = re.compile(rb"beginbfrange\n.*?endbfrange", re.DOTALL)
_SIGN = re.compile(rb"<([0-9A-F]{4})>(?=[ \]])")
_IN_INFO = re.compile(rb"/(?:Creation|Mod)Date \(D:(\d{14})")
_IN_XMP = re.compile(rb"xmp:\w+Date=\"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)")
_NUMBER = re.compile(rb"uuid:([0-9a-f-]{36})\"")
_ENDING = re.compile(rb"/ID \[ <([0-9a-f]{72})> <([0-9a-f]{72})> \]")
_TABLE_AT = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_HEAD, _TAIL = 1 << 14, 1 << 12
"""Bytes in which Qt writes what the file is, and its end."""

_ROOM = 1 << 20
"""Bytes; a disk that refused something has less than one block of them."""


def is_whole(content: bytes) -> bool:
    """Tell whether a PDF that Qt wrote is all there: Qt hides what a full disk refused.

    Its end says where the table before it begins, as Qt counted what it meant to write.
    """
    found = _TABLE_AT.search(content[-_TAIL:])
    return found is not None and content[(at := int(found[1])) : at + 4] == b"xref"


def why_cut_off(path: Path) -> OSError:
    """Return why the file at a path, to be thrown away, is not all that Qt wrote.

    Qt keeps no reason that lasts; the disk says it again to who asks for as much room.
    """
    try:
        with path.open("ab") as file:
            file.write(bytes(_ROOM))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error
    return OSError(errno.EIO, os.strerror(errno.EIO))


def finish_pdf(path: Path, letters: Collection[str], fonts: Iterable[QFont],
               made: datetime, number: UUID) -> None:  # fmt: skip
    """Mend the file at a path that shows `letters` in `fonts`.

    Raises an OSError, also when a part of it did not get onto the disk.
    """
    if not is_whole(path.read_bytes()):
        raise why_cut_off(path)
    meant = {
        f"{ord(sign):04X}".encode(): f"{ord(letter):04X}".encode()
        for sign, letter in look_alikes(letters, fonts).items()
    }
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as content:
        for shapes in list(_SHAPES.finditer(content)):
            for sign in _SIGN.finditer(shapes[0]):
                if letter := meant.get(sign[1]):
                    at = shapes.start() + sign.start(1)
                    content[at : at + 4] = letter
        head, tail = content[:_HEAD], content[-_TAIL:]
        for pattern, said in (
            (_IN_INFO, f"{made:%Y%m%d%H%M%S}".encode()),
            (_IN_XMP, f"{made:%Y-%m-%dT%H:%M:%S}".encode()),
            (_NUMBER, str(number).encode()),
        ):
            for found in pattern.finditer(head):
                content[found.start(1) : found.end(1)] = said
        begin = len(content) - len(tail)
        for found in _ENDING.finditer(tail):
            for place in (1, 2):
                content[begin + found.start(place) : begin + found.end(place)] = (
                    str(number).encode().hex().encode()
                )


def look_alikes(letters: Collection[str], fonts: Iterable[QFont]) -> Mapping[str, str]:
    """Return which letter is meant by a sign of the same shape that none of the `letters` is."""
    signs = [chr(code) for code in _SIGNS if chr(code) not in letters]
    found: dict[str, str] = {}
    for font in fonts:
        raw = QRawFont.fromFont(font, QFontDatabase.WritingSystem.SimplifiedChinese)
        shapes = {shape: letter for letter in letters if (shape := _shape(raw, letter))}
        for sign in signs:
            letter = shapes.get(_shape(raw, sign))
            if letter is not None and ord(letter) > ord(sign):
                found[sign] = letter
    return found


def _shape(font: QRawFont, letter: str) -> int:
    shapes = font.glyphIndexesForString(letter)
    return int(shapes[0]) if len(shapes) == 1 else 0

"""Ways to spoil a workbook at random: bytes of the file, XML of its parts, whole parts.

A mutation is drawn from a hypothesis strategy, so that a failing one shrinks.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from tests.hostile.odd_cells import ODD
from tests.hostile.real_books import packed

Parts = dict[str, bytes]
Change = Callable[[Parts], None]

_TAG = re.compile(rb"<[^>]+>")
_ATTRIBUTE = re.compile(rb'\s[\w:]+="[^"]*"')
_CELL = re.compile(rb"<c\s[^>]*/>|<c\s.*?</c>", re.DOTALL)
_ROW = re.compile(rb"<row\s.*?</row>", re.DOTALL)
_VALUE = re.compile(rb'(?<=")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)')

VALUES = (
    b"", b"0", b"-1", b"1e400", b"nan", b"99999999999", b"A1:XFD1048576", b"A0", b"1048577",
    b"../../../etc/passwd", b"&#x0;", b"&amp;", b"&bad;", b"=1+1", b"rId1", b"true", b"\xff",
    b"\xe6\x96\x87", b"external", b"http://192.0.2.1/", b" ", b"inlineStr", b"s", b"e", b"shared",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutation:
    """What is done to a workbook, and how it is told where a test fails."""

    name: str
    part: int
    at: int
    other: int
    value: bytes
    odd: str

    def __call__(self, parts: Parts) -> None:
        """Spoil the parts."""
        names = sorted(parts)
        xml = [name for name in names if name.endswith((".xml", ".rels"))]
        name = xml[self.part % len(xml)]
        if self.name == "delete part":
            del parts[name]
        elif self.name == "exchange parts":
            other = xml[self.other % len(xml)]
            parts[name], parts[other] = parts[other], parts[name]
        elif self.name == "rename part":
            parts[name.upper() if self.at % 2 else f"{name}x"] = parts.pop(name)
        else:
            parts[name] = self._spoilt(parts[name])

    def _spoilt(self, held: bytes) -> bytes:
        at = self.at % max(1, len(held))
        if self.name == "flip":
            return held[:at] + bytes([held[at] ^ (1 << self.other % 8)]) + held[at + 1 :]
        if self.name == "insert":
            return held[:at] + self.value + held[at:]
        if self.name == "cut":
            return held[:at] + held[at + 1 + self.other % 200 :]
        if self.name == "truncate":
            return held[:at]
        if self.name == "repeat":
            return held[:at] + held[max(0, at - self.other % 300) :]
        if self.name == "odd cell":
            return self._with_odd_cell(held)
        pattern, exchange = _EXCHANGED[self.name]
        matches = list(pattern.finditer(held))
        if not matches:
            return held
        one, two = sorted((self.at % len(matches), self.other % len(matches)))
        first, second = matches[one], matches[two]
        if not exchange:
            new = self.value if self.name == "value" else b""
            return held[: first.start()] + new + held[first.end() :]
        if one == two:
            return held[: first.end()] + first[0] + held[first.end() :]
        between = held[first.end() : second.start()]
        return held[: first.start()] + second[0] + between + first[0] + held[second.end() :]

    def _with_odd_cell(self, held: bytes) -> bytes:
        matches = list(_CELL.finditer(held))
        if not matches:
            return held
        match = matches[self.at % len(matches)]
        place = re.search(rb'r="([A-Z]+\d+)"', match[0])
        where = place[1].decode() if place else "A1"
        cell = ODD[self.odd].replace("{r}", where).replace("{date}", str(self.other % 20))
        return held[: match.start()] + cell.encode() + held[match.end() :]


_EXCHANGED: Mapping[str, tuple[re.Pattern[bytes], bool]] = {
    "drop tag": (_TAG, False),
    "drop attribute": (_ATTRIBUTE, False),
    "drop cell": (_CELL, False),
    "drop row": (_ROW, False),
    "value": (_VALUE, False),
    "exchange tags": (_TAG, True),
    "exchange cells": (_CELL, True),
    "exchange rows": (_ROW, True),
    "exchange values": (_VALUE, True),
}

NAMES = (
    "flip", "insert", "cut", "truncate", "repeat", "odd cell", *_EXCHANGED,
    "delete part", "exchange parts", "rename part",
)  # fmt: skip

_numbers = st.integers(0, 1 << 20)
mutations = st.lists(
    st.builds(
        Mutation,
        st.sampled_from(NAMES),
        st.integers(0, 40),
        _numbers,
        _numbers,
        st.sampled_from(VALUES),
        st.sampled_from(sorted(ODD)),
    ),
    min_size=1,
    max_size=3,
)
"""A few of them, one after the other."""

flips = st.lists(st.tuples(_numbers, st.integers(0, 255)), min_size=1, max_size=20)
"""Bytes of the packed file, and what they become."""


def spoilt(path: Path, parts: Mapping[str, bytes], changes: list[Mutation]) -> Path:
    """Write a workbook from parts with some mutations."""
    changed = dict(parts)
    for change in changes:
        change(changed)
        if not any(name.endswith((".xml", ".rels")) for name in changed):
            break
    return packed(path, changed)


def flipped(path: Path, held: bytes, changes: list[tuple[int, int]]) -> Path:
    """Write a file with some bytes overwritten."""
    new = bytearray(held)
    for at, byte in changes:
        new[at % len(new)] = byte
    path.write_bytes(new)
    return path

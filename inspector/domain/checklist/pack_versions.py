"""What a pack's author calls its versions: which comes before which, and what comes next."""

import re
import unicodedata
from typing import TypeAlias

VersionKey: TypeAlias = tuple[tuple[int, int, str], ...]

LONGEST_NUMBER = 18
"""Digits of a number in a version that is counted on; a date with the time has fewer."""


def version_key(version: str) -> VersionKey:
    """Return what versions are ordered by: 2026.9 comes before 2026.10, and 1 before 1a."""
    parts = re.findall(r"\d+|[^\d.\-_ ]+", unicodedata.normalize("NFKC", version))
    return tuple(_part_key(part) for part in parts)


def _part_key(part: str) -> tuple[int, int, str]:
    if not part.isdecimal():
        return (0, 0, part)
    digits = part.lstrip("0")  # compared as texts: there may be more than Python converts
    return (1, len(digits), digits)


def next_version(version: str) -> str:
    """Return the version after one: its last number counted on, or another number added."""
    version = unicodedata.normalize("NFKC", version)  # ² counts on as 2 does
    numbers = list(re.finditer(r"\d+", version))
    if not numbers or len(numbers[-1][0]) > LONGEST_NUMBER:
        return f"{version}.1"
    last = numbers[-1]
    number = str(int(last[0]) + 1).zfill(len(last[0]))
    return f"{version[: last.start()]}{number}{version[last.end() :]}"

"""Which files of the wheels a bundle keeps: one list for each target, in `keep/`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path

CHOSEN = ("PySide6/", "shiboken6/")
"""Of these only what the list names is kept: of 270 MB the program needs 80."""


@dataclass(frozen=True, slots=True)
class KeepList:
    """Patterns of paths below `site/`."""

    kept: tuple[str, ...]
    left_out: tuple[str, ...]

    def keeps(self, name: str) -> bool:
        """Tell whether a file stays, by its path below `site/`, with slashes."""
        if name.startswith(CHOSEN):
            return _any(self.kept, name)
        return not _any(self.left_out, name)

    def unmatched(self, names: Iterable[str]) -> list[str]:
        """Return the patterns of what is kept that fit no file: a library that is called
        otherwise now."""
        every = list(names)
        return [pattern for pattern in self.kept if not any(_fits(pattern, name) for name in every)]


def read_keep_list(path: Path) -> KeepList:
    """Read a list: a pattern a line, {a,b} for alternatives; "-" before what is left out."""
    lines = [line.strip() for line in path.read_text("utf-8").splitlines()]
    patterns = [line for line in lines if line and not line.startswith("#")]
    kept = [each for line in patterns if not line.startswith("-") for each in spelt_out(line)]
    left_out = [each for line in patterns if line.startswith("-") for each in spelt_out(line[1:])]
    return KeepList(tuple(kept), tuple(left_out))


def spelt_out(pattern: str) -> list[str]:
    """Return a pattern once for each of its alternatives: `q{a,b}.so` is qa.so and qb.so."""
    found = re.search(r"\{([^{}]*)\}", pattern)
    if found is None:
        return [pattern]
    before, after = pattern[: found.start()], pattern[found.end() :]
    return [each for word in found.group(1).split(",") for each in spelt_out(before + word + after)]


def _any(patterns: Iterable[str], name: str) -> bool:
    return any(_fits(pattern, name) for pattern in patterns)


def _fits(pattern: str, name: str) -> bool:
    return re.match(translate(pattern), name) is not None

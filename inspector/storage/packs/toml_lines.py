"""Where a value stands in a TOML text: the standard parser gives values without their lines."""

import re
import tomllib
from bisect import bisect_right
from contextlib import suppress

from inspector.domain.checklist.table_values import Path


def line_numbers(text: str) -> dict[Path, int]:
    """Return the line (from 1) of every table, key and list entry of a valid TOML text."""
    scan = _Scan(text)
    with suppress(_LostError, tomllib.TOMLDecodeError, RecursionError):
        scan.document()  # what was found before it got lost is right
    return scan.lines


def line_of(lines: dict[Path, int], path: Path) -> int:
    """Return the line of `path`, or of the nearest thing around it."""
    while path not in lines:
        path = path[:-1]
    return lines[path]


class _LostError(Exception):
    """The text is no TOML from here on."""


_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[\w-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*'""", re.ASCII)
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_TEXT = re.compile(
    r'''"""(?:\\[\s\S]|[^\\])*?"{3,5}(?!")|"(?:\\.|[^"\\\n])*"'''
    r"""|'''[\s\S]*?'{3,5}(?!')|'[^'\n]*'"""
)
_PLAIN = re.compile(r"[^\s,\]}#]+(?: \d[\d:.Z+-]*)?")  # 1979-05-27 07:32:00Z has a space


_DEEPEST = 20  # names in a dotted key; no pack has more than three


class _Scan:
    """One pass over a text; `at` is where it stands."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {(): 1}
        self._text = text
        self._at = 0
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._counts: dict[Path, int] = {}  # of the tables of each list so far

    def document(self) -> None:
        """Note the lines of the whole text."""
        table: Path = ()
        while self._next():
            if self._next() == "[":
                table = self._header()
            else:
                self._pair(table)

    def _next(self) -> str:
        """Return what stands next, passing over blanks and comments; nothing at the end."""
        self._skip(_BLANK)
        return self._text[self._at : self._at + 1]

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise _LostError
        self._at = match.end()
        return match.group()

    def _take(self, sign: str) -> None:
        if self._next() != sign:
            raise _LostError
        self._at += 1

    def _note(self, path: Path, start: int) -> None:
        self.lines.setdefault(path, bisect_right(self._starts, start))

    def _header(self) -> Path:
        start = self._at
        is_row = self._text.startswith("[[", start)
        self._at += 2 if is_row else 1
        self._skip(_BLANK)
        names = self._names()
        self._take("]")
        if is_row:
            self._take("]")
        # [item.rule] belongs to the last [[item]] above it.
        path: Path = ()
        for name in names[:-1]:
            path = (*path, name)
            self._note(path, start)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        path = (*path, names[-1])
        self._note(path, start)
        if is_row:
            index = self._counts.get(path, 0)
            self._counts[path] = index + 1
            path = (*path, index)
            self._note(path, start)
        return path

    def _names(self) -> list[str]:
        names = [self._skip(_KEY)]
        while _DOT.match(self._text, self._at):
            if len(names) == _DEEPEST:
                raise _LostError
            self._skip(_DOT)
            names.append(self._skip(_KEY))
        return [_plain(name) for name in names]

    def _pair(self, above: Path) -> None:
        start = self._at
        names = self._names()
        for count in range(1, len(names) + 1):
            self._note((*above, *names[:count]), start)
        self._take("=")
        self._value((*above, *names))

    def _value(self, path: Path) -> None:
        match self._next():
            case '"' | "'":
                self._skip(_TEXT)
            case "[":
                self._at += 1
                index = 0
                while self._next() != "]":
                    self._note((*path, index), self._at)
                    self._value((*path, index))
                    index += 1
                    if self._next() == ",":
                        self._at += 1
                self._at += 1
            case "{":
                self._at += 1
                while self._next() != "}":
                    self._pair(path)
                    if self._next() == ",":
                        self._at += 1
                self._at += 1
            case _:
                self._skip(_PLAIN)


def _plain(name: str) -> str:
    """Return a key without its quotes and escapes."""
    if "\\" in name and name[0] == '"':
        return str(tomllib.loads(f"name = {name}")["name"])
    return name[1:-1] if name[0] in "\"'" else name

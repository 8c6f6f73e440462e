"""Packs as folders of TOML files (DESIGN §5): reading them whole or refusing them whole."""

import errno
import os
import re
import stat
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_reading import read_pack
from inspector.domain.checklist.table_values import TABLES_OF_THEIR_OWN
from inspector.domain.checklist.table_values import Path as KeyPath
from inspector.domain.errors import CannotReadError, FaultyFileError, NotFoundError
from inspector.domain.faults import Fault, Problem
from inspector.paths import refuse_special
from inspector.storage.packs.common_items import COMMON, CommonItems
from inspector.storage.packs.toml_lines import line_numbers, line_of

HEAD_FILE = "pack.toml"

LARGEST_FILE = 1_000_000
"""Bytes of a file of a pack: those that ship have a thirtieth of it."""

LONGEST_LINE = 10_000
"""Characters of a line; the parser's time grows with their square."""

PACKS_KEPT = 32
"""Packs that stay understood: those that ship, some of one's own, and their versions of before."""

QUOTE_INSIDE, SINGLE_HEADER = "quote inside: ", "single header: "
"""What the parser could not know: put before its words."""

_FILES = {"pack": HEAD_FILE, **{c.value: f"{c.value}.toml" for c in Category}}
_COMMON_FILES = {c.value: f"{COMMON}/{c.value}.toml" for c in Category}
_PLACES = [*_FILES.values(), *_COMMON_FILES.values()]
_WANTS_COMMON = re.compile(rf"^\s*{COMMON}\s*=", re.MULTILINE)
_TEXT_AND_NEXT = re.compile(r'"(?:\\.|[^"\\])*"(.?)')
_MAY_FOLLOW = " \t\r,，、;；]}#=."  # what stands behind a text, or is another mistake
_SINGLE_HEADER = re.compile(rf"\s*\[\s*({'|'.join(TABLES_OF_THEIR_OWN)})\s*\]")
_PLACE_IN_PARSER_WORDS = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def pack_folders(parent: Path) -> list[Path]:
    """Return the pack folders directly below `parent`, by name; none when it does not exist.

    A folder whose name begins with a dot is one that was not written to its end.
    """
    if not os.path.isdir(parent):  # unlike Path's, never raises
        return []
    heads = parent.glob(f"*/{HEAD_FILE}")
    return sorted(path.parent for path in heads if not path.parent.name.startswith("."))


def says(folder: Path, word: str) -> bool:
    """Tell whether the head of the pack in `folder` says a word: quicker than reading the pack."""
    try:
        with open(folder / HEAD_FILE, "rb") as head:
            return word.encode() in head.read(LARGEST_FILE)
    except OSError:  # said by whoever reads it
        return False


def read_pack_folder(folder: Path, *, accepted: bool = False) -> Pack:
    """Return the pack in `folder`; `accepted`: one that was taken in once, see `read_pack`.

    Its files are read each time, and those of `common/` beside it when one of its items is from
    there; while they say the same, that is understood once in a process.
    Raises NotFoundError when there is no such folder, FaultyFileError with every problem as
    `file:line`, CannotReadError when the system refuses.
    """
    _require_folder(folder)
    problems: list[Problem] = []
    texts = tuple(_read_text(folder, file, problems) for file in _FILES.values())
    beside = folder.absolute().parent
    common = tuple(
        _read_text(beside, file, problems) if text and _WANTS_COMMON.search(text) else ""
        for file, text in zip(_COMMON_FILES.values(), texts[1:], strict=True)
    )
    try:
        if None not in common:
            return _understood(texts, common, accepted)
    except _NotUnderstoodError as error:
        problems += error.problems
    problems.sort(key=_place_in_files)
    raise FaultyFileError(folder.absolute().name, problems)  # a name for “.” as well


class _NotUnderstoodError(Exception):
    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


@lru_cache(maxsize=PACKS_KEPT)
def _understood(
    said: tuple[str | None, ...], common: tuple[str | None, ...], accepted: bool
) -> Pack:
    """Return the pack that the texts of `_FILES` describe; None: one that could not be read.

    `common`: the texts of `_COMMON_FILES`, nothing for those that the pack takes no item from.
    """
    problems: list[Problem] = []
    texts = {name: text for name, text in zip(_FILES, said, strict=True) if text is not None}
    shared = {name: text for name, text in zip(_COMMON_FILES, common, strict=True) if text}
    tables = _parsed(texts, _FILES, problems)
    items = CommonItems(shared, _parsed(shared, _COMMON_FILES, problems))

    @cache
    def lines(name: str) -> dict[KeyPath, int]:
        return line_numbers(texts[name])  # of a faulty pack only: it takes its time

    def place_of(path: KeyPath) -> str:
        name = str(path[0])
        said_at = lines(name)
        return items.place(path, said_at) or f"{_FILES[name]}:{line_of(said_at, path[1:])}"

    if not problems and len(tables) == len(_FILES):
        whole = {name: items.completed(name, table) for name, table in tables.items()}
        problems = items.unknown(whole, place_of)
        if not problems:
            pack, problems = read_pack(whole, place_of, accepted=accepted)
            if pack is not None:
                return pack
    raise _NotUnderstoodError(problems)


def _parsed(
    texts: Mapping[str, str], files: Mapping[str, str], problems: list[Problem]
) -> dict[str, Mapping[str, Any]]:
    """Return what the texts say; what the parser does not take is a problem of its file."""
    tables: dict[str, Mapping[str, Any]] = {}
    for name, text in texts.items():
        try:
            tables[name] = _table(text)
        # Numbers beyond Python's limits are no TOMLDecodeError.
        except (ValueError, ArithmeticError, RecursionError) as error:
            problems.append(_parser_problem(files[name], text, error))
    return tables


@lru_cache(maxsize=len(_COMMON_FILES) + len(_FILES))
def _table(text: str) -> Mapping[str, Any]:
    """Return what a text says, which nobody changes: most packs take items from the same files."""
    return tomllib.loads(text, parse_float=Decimal)


def _place_in_files(problem: Problem) -> tuple[int, int]:
    file, _, line = problem.place.partition(":")
    return _PLACES.index(file), int(line or 0)


def _require_folder(folder: Path) -> None:
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            raise CannotReadError(folder, os.strerror(errno.ENOTDIR))
    except FileNotFoundError as error:
        raise NotFoundError(folder) from error
    except OSError as error:
        raise CannotReadError(folder, error.strerror or str(error)) from error


def _read_text(folder: Path, file: str, problems: list[Problem]) -> str | None:
    path = folder / file
    try:
        refuse_special(path)
        with path.open("rb") as opened:
            held = opened.read(LARGEST_FILE + 1)
        if len(held) > LARGEST_FILE:
            problems.append(Problem(file, Fault.TOO_LONG, expected=str(LARGEST_FILE)))
            return None
        text = held.decode("utf-8-sig").replace("\r\n", "\n")
        lengths = [len(line) for line in text.split("\n")]
        if max(lengths) > LONGEST_LINE:
            number = next(n for n, length in enumerate(lengths, 1) if length > LONGEST_LINE)
            place = f"{file}:{number}"
            problems.append(Problem(place, Fault.TOO_LONG, expected=str(LONGEST_LINE)))
            return None
        return text
    except FileNotFoundError:
        problems.append(Problem(file, Fault.NO_FILE))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problems.append(Problem(f"{file}:{line}", Fault.UNREADABLE, "UTF-8?"))
    except OSError as error:
        raise CannotReadError(path, error.strerror or str(error)) from error
    return None


def _parser_problem(file: str, text: str, error: Exception) -> Problem:
    words = str(error)
    if match := _PLACE_IN_PARSER_WORDS.search(words):
        line = int(match.group(1) or text.rstrip().count("\n") + 1)
        words = words[: match.start()]
    else:
        line = _first_line_with(error, text)
    return Problem(f"{file}:{line}", Fault.UNREADABLE, f"{_cause(text, line)}{words}")


def _cause(text: str, line: int) -> str:
    """Return what went wrong before the parser noticed, if the line tells it."""
    said = text.split("\n")[line - 1]
    if _SINGLE_HEADER.match(said):
        return SINGLE_HEADER
    following = "".join(match[1] for match in _TEXT_AND_NEXT.finditer(said))
    return QUOTE_INSIDE if following.strip(_MAY_FOLLOW) else ""


def _first_line_with(error: Exception, text: str) -> int:
    """Return the line from which on the parser gives up with an error that says no place."""
    lines = text.split("\n")

    def gives_up(count: int) -> bool:
        try:
            tomllib.loads("\n".join(lines[:count]), parse_float=Decimal)
        except tomllib.TOMLDecodeError:
            return False  # cut off too early
        except type(error):
            return True
        return False

    return bisect_left(range(len(lines)), True, key=gives_up)

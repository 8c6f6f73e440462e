"""Where a value stands in a TOML text: the standard parser gives values without their lines."""

import re

from inspector.domain.reading import Path

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.\-]+)\s*\]\]?")
_KEY = re.compile(r"""^\s*([\w\-]+|"[^"]+")\s*=""")
_LONG_QUOTE = re.compile(r'"""|' + r"'''")


def line_numbers(text: str) -> dict[Path, int]:
    """Return the line (from 1) of every table and key written at the start of a line.

    Values inside an inline table or array are found at the line of their key.
    """
    lines: dict[Path, int] = {(): 1}
    counts: dict[Path, int] = {}  # of the tables of each list so far
    table: Path = ()
    inside_long_text = False
    for number, line in enumerate(text.splitlines(), 1):
        was_inside = inside_long_text
        if len(_LONG_QUOTE.findall(line)) % 2:
            inside_long_text = not inside_long_text
        if was_inside:
            continue
        if header := _HEADER.match(line):
            brackets, name = header.groups()
            table = _absolute(tuple(name.split(".")), counts)
            if brackets == "[[":
                index = counts.get(table, 0)
                counts[table] = index + 1
                lines.setdefault(table, number)
                table = (*table, index)
            lines[table] = number
        elif key := _KEY.match(line):
            lines.setdefault((*table, key.group(1).strip('"')), number)
    return lines


def _absolute(names: Path, counts: dict[Path, int]) -> Path:
    """Return where a header leads: [item.rule] belongs to the last [[item]] above it."""
    path: Path = ()
    for name in names[:-1]:
        path = (*path, name)
        if path in counts:
            path = (*path, counts[path] - 1)
    return (*path, names[-1])


def line_of(lines: dict[Path, int], path: Path) -> int:
    """Return the line of `path`, or of the nearest thing around it."""
    while path not in lines:
        path = path[:-1]
    return lines[path]

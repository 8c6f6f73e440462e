"""The files that were written for the user last: a line each, the newest at the end.

Beside the database and no part of it: a command that only reads the database writes nothing into
it, and still tells the window what it wrote. Knows files; not what a paper is.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from inspector.domain.errors import CannotWriteError
from inspector.storage.files.file_lock import one_at_a_time
from inspector.storage.files.whole_files import beside

PAPER_LIST = "recent-papers.jsonl"
_LOCK = "recent-papers.lock"
"""Of its own: the list is another file each time that it is begun anew."""

_LONGEST = 64 * 1024
"""Bytes; longer, it is begun anew with the newest lines."""


def listed_papers(folder: Path) -> list[tuple[str, str]]:
    """Return path and moment of what was written, the newest first; what is spoilt is left out."""
    try:
        lines = (folder / PAPER_LIST).read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    return [pair for line in reversed(lines) if (pair := _pair(line)) is not None]


def list_papers(folder: Path, paths: Iterable[Path], now: datetime, most: int) -> None:
    """Say that files were written just now, the first of them last; keep the newest `most`.

    Others may list theirs at the same time. Raises CannotWriteError.
    """
    file, moment = folder / PAPER_LIST, now.isoformat()
    new = [_line(str(path.absolute()), moment) for path in paths][::-1]
    with one_at_a_time(folder / _LOCK):
        _add(file, new, most)


def _add(file: Path, new: list[str], most: int) -> None:
    try:
        with file.open("a", encoding="utf-8", newline="\n") as lines:
            lines.write("".join(new))
            is_long = lines.tell() > _LONGEST
    except OSError as error:
        raise CannotWriteError(file, error.strerror or str(error)) from error
    if is_long:
        newest = dict[str, str]()
        for path, written_at in listed_papers(file.parent):
            newest.setdefault(path, written_at)
        kept = list(newest.items())[:most]
        with beside(file) as shorter:
            shorter.write_text("".join(_line(*pair) for pair in reversed(kept)), "utf-8")


def _line(path: str, moment: str) -> str:
    # The line before may have been cut short: it ends here at the latest.
    return f"\n{json.dumps([path, moment])}"


def _pair(line: str) -> tuple[str, str] | None:
    try:
        path, moment = json.loads(line)
    except (ValueError, TypeError):
        return None
    return (path, moment) if isinstance(path, str) and isinstance(moment, str) else None

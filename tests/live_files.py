"""Nothing but SQLite opens a database that is open: who does is caught here, on whatever thread.

On POSIX, closing any descriptor of a file drops every lock that the process has on it. An audit
hook hears of everything that Python opens, in any module and thread; what SQLite opens is not
Python's. Only `live_file`, which keeps its descriptors until SQLite has closed its own, may.
"""

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from inspector.storage.files import live_file

_OPENING = {"open", "os.truncate"}

_caught: list[str] = []
_allowed = 0


def watch() -> None:
    """Hear of every file that is opened from now on, until the process ends."""
    sys.addaudithook(_hear)


def caught() -> list[str]:
    """Return, and forget, where live databases were opened: the place in the code, for each."""
    found, _caught[:] = _caught[:], []
    return found


@contextmanager
def damage_on_purpose() -> Iterator[None]:
    """Let a test write into a live database, as another program would."""
    global _allowed
    _allowed += 1
    try:
        yield
    finally:
        _allowed -= 1


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _OPENING or not live_file._held or _allowed:
        return
    path = arguments[0]
    if not isinstance(path, str | bytes | os.PathLike):
        return
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return
    if (found.st_dev, found.st_ino) not in live_file.files_open_here():
        return
    lines = traceback.format_list(traceback.extract_stack()[:-1])
    if not any(live_file.__file__ in line for line in lines[-2:]):
        _caught.append(f"{event} {os.fspath(path)!r}\n{''.join(lines[-6:])}")

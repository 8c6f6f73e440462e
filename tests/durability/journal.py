"""What the program acknowledged, line by line, in a file outside its data folder.

A line is written by one call of the system, so that it outlives the process that wrote it:

    {"told": "…"}              the sentence the window opened with
    {"begins": [KEY…], …}      an act begins that may change facts whose keys begin like this
    {"shown": {KEY: FACT}, …}  the act is over, and the window shows this; null: it shows none
    {"broke": "…"}             the program, not its disk, went wrong: a traceback

Both of the middle ones say `reading`: how many photos were handed over and are not yet attached.
"""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any


class Journal:
    """The writing end."""

    def __init__(self, path: Path) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        self._descriptor = os.open(path, flags, 0o600)
        self.until_kept: Callable[[], None] = lambda: None
        """Waits as the next key would: for what was entered to be on the disk."""

    def write(self, **line: object) -> None:
        """Write one line, once what was done before is on the disk."""
        self.until_kept()
        os.write(self._descriptor, (json.dumps(line, ensure_ascii=False) + "\n").encode())

    def begins(self, keys: Sequence[str], reading: int, verdict: str | None = None) -> None:
        """An act begins; with `verdict` an answer that it changes gets this one."""
        self.write(begins=list(keys), reading=reading, verdict=verdict)

    def shows(self, facts: Mapping[str, Any], reading: int, **place: object) -> None:
        """An act is over."""
        self.write(shown=dict(facts), reading=reading, **place)


def read(path: Path, size: int | None = None) -> list[dict[str, Any]]:
    """Return the whole lines among the first `size` bytes of a journal."""
    text = path.read_bytes()[:size] if path.exists() else b""
    whole, _, _ = text.rpartition(b"\n")
    return [json.loads(line) for line in whole.splitlines()]

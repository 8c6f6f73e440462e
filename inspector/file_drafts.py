"""The file beside its target in which something for the user is written, until it is whole.

A run that is killed leaves it there, in a folder of the user's that nothing else tidies: the next
run that writes there takes it away. Knows nothing of what is written.
"""

import os
import re
import time
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

_OURS = re.compile(r"\.inspector-[0-9a-f]{32}\.tmp")

LONGEST_WRITE = 3600.0
"""Seconds: a draft that nobody wrote to for so long is nobody's any more."""


def draft_beside(target: Path) -> Path:
    """Return where to write what is to take the place of `target`; no file is there yet.

    Drafts that killed runs left in its folder go first, known by their names and their age: other
    people's files stay, and so does what another run is writing now. Never raises.
    """
    with suppress(OSError):
        _remove_left(target.parent, time.time() - LONGEST_WRITE)
    return target.with_name(f".inspector-{uuid4().hex}.tmp")


def _remove_left(folder: Path, before: float) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not _OURS.fullmatch(entry.name):
                continue
            with suppress(OSError):
                if (
                    entry.is_file(follow_symlinks=False)
                    and entry.stat(follow_symlinks=False).st_mtime < before
                ):
                    Path(entry.path).unlink()

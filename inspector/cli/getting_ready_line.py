"""The line on a terminal while a folder is looked through, or brought to this version."""

import sys
import time

from inspector.storage.database.getting_ready import GettingReady

_AFTER = 1.0
"""Seconds: what is ready before needs no words."""


class GettingReadyLine:
    """Hears how far it is; a terminal alone is told, in lines that follow each other."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._said: tuple[GettingReady, int] | None = None

    def __call__(self, what: GettingReady, done: int, total: int) -> None:
        from inspector.workspace.getting_ready_words import getting_ready_sentence

        tenth = 10 * done // total if what is GettingReady.COPYING and total else done
        if self._said == (what, tenth) or time.monotonic() - self._begun < _AFTER:
            return
        self._said = (what, tenth)
        if sys.stderr is not None and sys.stderr.isatty():
            print(getting_ready_sentence(what, done, total), file=sys.stderr)

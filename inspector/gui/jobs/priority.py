"""Letting a thread have only what of the processor nobody else wants."""

import os
import sys
import threading
from contextlib import suppress

_LEAST = 19


def be_last() -> None:
    """Let every other thread go first, from now until the one that calls this ends.

    Linux knows no priority of Qt's; each of its threads has a niceness of its own.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _LEAST)

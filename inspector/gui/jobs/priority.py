"""Who waits for whom: threads that let the others go first, and the window that all let through."""

import os
import sys
import threading
from contextlib import suppress

_LEAST = 19

_TURN = 0.0005
"""Seconds. With Python's own 5 ms a table of a hundred cells takes half a second to paint while a
thread reckons: each cell asks Python, and waits for the lock so long (measured)."""


def let_window_through() -> None:
    """Let what works on threads give up Python's lock ten times as often as Python would."""
    sys.setswitchinterval(_TURN)


def be_last() -> None:
    """Let every other thread go first, from now until the one that calls this ends.

    Linux knows no priority of Qt's; each of its threads has a niceness of its own.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _LEAST)

"""Whether there is a screen to open a window on; asked before Qt, which would abort.

Knows nothing of Qt beyond the names of its environment variables.
"""

import os
import socket
import sys

from inspector.translation import tr


def display_problem() -> str | None:
    """Return a sentence that says why no window can open and how to go on; None when one can."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return None
    if os.environ.get("WAYLAND_DISPLAY"):
        return None
    display = os.environ.get("DISPLAY", "")
    if display and _answers(display):
        return None
    found = f"DISPLAY={display}" if display else tr("DISPLAY is not set")
    return tr(
        "There is no screen to open a window on ({found}). Start it from a desktop session; over"
        " ssh use “ssh -X”; on a server “xvfb-run inspector”, or the commands without a window:"
        " inspector --help.",
        found=found,
    )


def _answers(display: str) -> bool:
    """Tell whether the X server of `display` ([host]:number[.screen]) takes connections."""
    host, _, rest = display.rpartition(":")
    number = rest.split(".")[0]
    if not number.isdigit():
        return False
    try:
        if host in ("", "unix"):
            for name in (f"/tmp/.X11-unix/X{number}", f"\0/tmp/.X11-unix/X{number}"):
                with socket.socket(socket.AF_UNIX) as connection:
                    if connection.connect_ex(name) == 0:
                        return True
            return False
        with socket.create_connection((host, 6000 + int(number)), timeout=3):
            return True
    except OSError:
        return False

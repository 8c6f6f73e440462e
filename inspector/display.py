"""Whether there is a screen to open a window on; asked before Qt, which would abort.

Knows nothing of Qt beyond the names of its environment variables and platforms.
"""

import os
import sys

from inspector.translation import tr


def display_problem() -> str | None:
    """Return a sentence that says why no window can open and how to go on; None when one can."""
    if not sys.platform.startswith("linux"):
        return None
    # Such as xcb:option;wayland, to be tried in this order; any other platform needs no screen.
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    platforms = [part.partition(":")[0] for part in chosen.split(";") if part] or ["wayland", "xcb"]
    if any(_can_open(platform) for platform in platforms):
        return None
    names = [name for name in ("WAYLAND_DISPLAY", "DISPLAY") if os.environ.get(name)]
    found = ", ".join(f"{name}={os.environ[name]}" for name in names)
    return tr(
        "There is no screen to open a window on ({found}). Start it from a desktop session; over"
        " ssh use “ssh -X”; on a server “xvfb-run inspector”, or the commands without a window:"
        " inspector --help.",
        found=found or tr("DISPLAY is not set"),
    )


def _can_open(platform: str) -> bool:
    if platform == "xcb":
        return _x_answers(os.environ.get("DISPLAY", ""))
    if platform.startswith("wayland"):
        name = os.environ.get("WAYLAND_DISPLAY", "")
        folder = os.environ.get("XDG_RUNTIME_DIR", "")
        return bool(name) and _answers(os.path.join(folder, name))
    return True


def _x_answers(display: str) -> bool:
    """Tell whether the X server of `display` ([host]:number[.screen]) takes connections."""
    import socket

    host, _, rest = display.rpartition(":")
    number = rest.split(".")[0]
    if not (number.isascii() and number.isdecimal()):
        return False
    if host in ("", "unix") or host.endswith("/unix"):
        socket_path = f"/tmp/.X11-unix/X{number}"
        return _answers(socket_path) or _answers(f"\0{socket_path}")
    try:
        with socket.create_connection((host, 6000 + int(number)), timeout=3):
            return True
    except (OSError, ValueError, OverflowError):  # no such host, no host's name, no port
        return False


def _answers(path: str) -> bool:
    import socket

    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(path)
            return True
    except (OSError, ValueError):  # too long for a socket, for one
        return False

"""No screen, and room for a laptop's window on it: of itself the platform says 800×800."""

import os
from pathlib import Path

OFFSCREEN = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"


def go_offscreen() -> None:
    """Open windows nowhere, unless QT_QPA_PLATFORM says where one wants to watch them."""
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        os.environ["QT_QPA_PLATFORM"] = OFFSCREEN


def do_at_once() -> None:
    """Have what somebody goes to there at once: who drives the window looks at it right away."""
    from inspector.gui.jobs import in_turns

    in_turns.AT_ONCE = True

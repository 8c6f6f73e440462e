"""Keys that do the same on every page: the tables take them from here, sentences their names."""

from collections.abc import Sequence

from inspector.gui.commands.key_names import key_names

CONFIRM = ("Return", "Enter")
LEAVE = ("Esc",)
COMPLETE = ("Ctrl+Return", "Ctrl+Enter")
UNDO = ("Ctrl+Z",)
REDO = ("Ctrl+Y", "Ctrl+Shift+Z")
PASTE = ("Ctrl+V",)
FORGET = ("Ctrl+Del",)
SIDEWAYS = ("Left", "Right")
UP_DOWN = ("Up", "Down")
LARGER, SMALLER = ("+", "="), ("-",)


def key_name(keys: Sequence[str]) -> str:
    """Return the first of some keys as it stands on a keyboard, of arrows both: `↵`, `← →`."""
    return key_names(keys if keys in (SIDEWAYS, UP_DOWN) else keys[:1])


def page_key(place: int) -> str:
    """Return the key that leads to a page of the rail, from 0."""
    return f"Ctrl+{place + 1}"

"""Keys that a sentence names, written once: the tables take them from here, too."""

from collections.abc import Sequence

from inspector.gui.commands.key_names import key_names
from inspector.gui.measures import measures
from inspector.translation import tr

CONFIRM = ("Return", "Enter")
LEAVE = ("Esc",)
COMPLETE = ("Ctrl+Return", "Ctrl+Enter")
UNDO = ("Ctrl+Z",)
REDO = ("Ctrl+Y", "Ctrl+Shift+Z")
PASTE = ("Ctrl+V",)
FORGET = ("Ctrl+Del",)
SIDEWAYS = ("Left", "Right")
UP_DOWN = ("Up", "Down")
TICK = ("Space",)
MOVE = ("Alt+Up", "Alt+Down")
EVERY = ("Ctrl+A",)

# Visits; a patrol and a recheck judge by the same keys as scoring.
PASS, DEDUCT, NOT_APPLICABLE = ("1",), ("2",), ("3",)
UNSEEN = ("0",)
REST, REST_UNSEEN, NONE_FOUND = ("A",), ("U",), ("N",)
PHOTO, NEW_PHOTO, CHOOSE_NEW = ("P",), ("I",), ("Shift+I",)
TAKE_AWAY = ("Backspace", "Del")
CORRECT = ("Alt+C",)
FIND_NEXT = ("F3", "Ctrl+G")
TIME = ("T",)
LEAVE_OUT, REASON = ("X",), ("R",)
REWRITE = ("E",)
SIGN, AMEND = ("S",), ("M",)

# Findings, in the ledger and at a meeting.
ASSIGN, EXTEND = ("T",), ("E",)
GRANT_ASKED, REFUSE_ASKED = ("G",), ("Shift+G",)
ATTENDANCE = ("A",)
LARGER, SMALLER = ("+", "="), ("-",)


def key_name(keys: Sequence[str]) -> str:
    """Return the first of some keys as it stands on a keyboard, of arrows both: `↵`, `← →`."""
    return key_names(keys if keys in (SIDEWAYS, UP_DOWN) else keys[:1])


def press(keys: Sequence[str], words: str = "") -> str:
    """Return how a sentence names what is pressed: the words on its button, and its key.

    Without `words` it is what every page calls so: undo, redo.
    """
    return pressed(words or (tr("Redo") if keys == REDO else tr("Undo")), key_name(keys))


def pressed(words: str, key: str) -> str:
    """Return the words of a button and its key ('': it has none) as a sentence names them.

    For a finger it is the words alone, as on the button.
    """
    words = words.rstrip("…")
    if key and measures().shows_keys:
        return tr("“{words}” ({key})", words=words, key=key)
    return tr("“{words}”", words=words)


def with_key(words: str, key: str, *, first: bool = False) -> str:
    """Return words with their key behind them (`first`: before); for a finger the words alone."""
    if not measures().shows_keys:
        return words
    return f"{key}  {words}" if first else f"{words}  {key}"


def by_hand(with_keys: str, by_finger: str) -> str:
    """Return what is said to who has a keyboard in the hands, else what is said for a finger."""
    return with_keys if measures().shows_keys else by_finger


def page_key(place: int) -> str:
    """Return the key that leads to a page of the rail, from 0."""
    return f"Ctrl+{place + 1}"

"""The printed number of a finding: 2611-K7M-0123 is month, laptop and serial.

Complaints (投诉举报) are counted apart and have a letter before the serial: 2611-K7M-T0012.

The laptop's code keeps apart what several laptops, or copies of one folder, number at the same
time. Numbers of earlier versions have none: 2611-041. Two such from two laptops may be equal; then
the one that came from elsewhere is shown with the code of its laptop behind it: 2611-041·K7M.
"""

import re
from collections.abc import Collection, Sequence
from typing import Protocol

ALPHABET = "3479ACEFHKMNPRTWXY"
"""What cannot be taken for another: no 0 O Q D, 1 I L J, 2 Z, 5 S, 8 B, 6 G, U V."""

_LETTERS = "".join(sign for sign in ALPHABET if sign.isalpha())
_CODE = re.compile(rf"[{_LETTERS}][{ALPHABET}]{{2}}")
_NUMBER = re.compile(r"\d{4}-([A-Z0-9]{3})-(?:T-?)?\d+")

COMPLAINTS = "T"
"""What stands before the serial of a complaint."""


class Chooser(Protocol):
    """What draws: `secrets.SystemRandom()`, or a generator with a seed for sample data."""

    def choice(self, signs: Sequence[str]) -> str:
        """Return one of `signs`."""


def draw_code(chooser: Chooser, taken: Collection[str] = ()) -> str:
    """Return a code that is none of `taken`, as long as one is free.

    It begins with a letter, so that numbers without a code stay before those with one.
    """
    code = ""
    for _ in range(100):
        code = "".join(chooser.choice(signs) for signs in (_LETTERS, ALPHABET, ALPHABET))
        if code not in taken:
            break
    return code


def is_code(text: object) -> bool:
    """Tell whether something read from a file is a laptop's code."""
    return isinstance(text, str) and _CODE.fullmatch(text) is not None


def code_of(number: str) -> str:
    """Return the laptop's code in a number; '' for one of an earlier version."""
    found = _NUMBER.fullmatch(number)
    return found[1] if found and is_code(found[1]) else ""


def printed(month: str, code: str, serials: Collection[int], letter: str = "") -> list[str]:
    """Return the numbers of `serials` in a month such as 2611, of complaints with their letter."""
    return [f"{month}-{code}-{letter}{serial:04}" for serial in serials]


_APART = "·"


def told_apart(number: str, code: str) -> str:
    """Return a number as it is shown where another has it as well, and it came from a laptop."""
    return f"{number}{_APART}{code}"


def as_given(shown: str) -> tuple[str, str]:
    """Return the number of one that is shown, and the code of the laptop behind it, or ''."""
    number, apart, code = shown.rpartition(_APART)
    return (number, code) if apart and number else (shown, "")

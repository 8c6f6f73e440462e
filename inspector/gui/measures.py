"""How large things are that a hand reaches for: one set for the mouse, one for a finger.

Who lays something out asks for `measures()` then, and again when its style changes (`QEvent.Type.
StyleChange`): a finger may come at any time.
"""

from typing import NamedTuple

LEAST_TARGET = 44
"""Pixels: what a finger finds without looking twice."""


class Measures(NamedTuple):
    """Pixels. `button`, `chip`, `mini`, `field` and `tick` are of the inside, without the edge."""

    row: int = 40  # of a list that one works through
    table_row: int = 36  # and of a table's header
    heading: int = 36  # over rows of a list
    head: int = 56  # of a page
    key_line: int = 44
    button: int = 30
    chip: int = 26
    mini: int = 20
    tab: int = 36
    field: int = 30
    item: int = 32  # of a list of names
    tick: int = 16
    check: int = 0
    step: int = 0  # beside a number: one less, one more; 0: there are none
    step_sign: int = 0  # what is drawn in it
    menu: int = 6  # above and below an entry of a menu
    bar: int = 10  # of scrolling
    shows_keys: bool = True
    """Buttons carry their keys: there is a keyboard in the hands."""

    def row_of(self, pixels: int) -> int:
        """Return the height of a row that needs so many pixels, to be found by this hand."""
        return pixels if self.shows_keys else max(pixels, LEAST_TARGET)


MOUSE = Measures()
FINGER = Measures(
    row=56, table_row=48, heading=44, head=64, key_line=60, button=44, chip=42, mini=44, tab=44,
    field=44, item=44, tick=24, check=44, step=44, step_sign=16, menu=14, bar=14, shows_keys=False,
)  # fmt: skip

_now = MOUSE


def measures() -> Measures:
    """Return the measures that hold now."""
    return _now


def use_measures(chosen: Measures) -> None:
    """Let other measures hold; the theme has to be applied anew."""
    global _now
    _now = chosen

"""How large things are: one set for the mouse, one for a finger, and one factor for the text.

Who lays something out asks for `measures()` and `sized()` then, and again when its style changes
(`QEvent.Type.StyleChange`): a finger may come at any time, and other eyes. `dressing` sends every
widget a `resizeEvent` after that, so what is laid out there follows of itself.
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
    verdict: int = 48  # of a row of verdicts
    cell: int = 40  # of a window among many
    button: int = 30
    chip: int = 26
    mini: int = 20
    tab: int = 36
    field: int = 30
    item: int = 32  # of a list of names
    tick: int = 16
    check: int = 0
    step: int = 0  # beside a number: one less, one more; 0: there are none
    sign: int = 0  # of its − and +
    menu: int = 6  # above and below an entry of a menu
    bar: int = 10  # of scrolling
    shows_keys: bool = True
    """Buttons carry their keys: there is a keyboard in the hands."""

    factor: float = 1.0
    """How large the text is beside the usual one."""

    def at(self, factor: float) -> "Measures":
        """Return these for a larger text. What a finger finds has room for it already."""
        if factor == self.factor:
            return self
        wanted = {
            name: max(own, round(usual * factor))
            for name, own, usual in zip(self._fields, self, MOUSE, strict=True)
            if name not in ("shows_keys", "factor")
        }
        return self._replace(**wanted, factor=factor)  # type: ignore[arg-type]

    @property
    def by_finger(self) -> bool:
        """A finger works: it has no keys, and hides what lies under it."""
        return not self.shows_keys

    def row_of(self, pixels: int) -> int:
        """Return the height of a row that needs so many pixels of the usual text."""
        needed = round(pixels * self.factor)
        return needed if self.shows_keys else max(needed, LEAST_TARGET)


MOUSE = Measures()
FINGER = Measures(
    row=60, table_row=48, heading=44, head=64, key_line=60, verdict=60, cell=52, button=44,
    chip=42, mini=44, tab=44, field=44, item=44, tick=24, check=44, step=44, sign=16, menu=14,
    bar=14, shows_keys=False,
)  # fmt: skip

FACTORS = {"usual": 1.0, "large": 8 / 7, "largest": 9 / 7}
"""How large the text is, by what can be chosen: 14, 16 or 18 pixels."""

_hand, _now = MOUSE, MOUSE


def measures() -> Measures:
    """Return the measures that hold now."""
    return _now


def sized(pixels: int) -> int:
    """Return how much room what needs so many pixels of the usual text needs now."""
    return round(pixels * _now.factor)


def use_hand(hand: Measures) -> None:
    """Let the measures of another hand hold; the theme has to be applied anew."""
    global _hand, _now
    _hand, _now = hand, hand.at(_now.factor)


def use_text(factor: float) -> None:
    """Let the text be larger or smaller; the theme has to be applied anew."""
    global _now
    _now = _hand.at(factor)

"""How what another laptop says of a thing on the roster meets what is said here.

Whoever changed it since both said the same has it; where both did, mine stays and both are shown
until a person chooses. Pure rules over plain facts by their names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Facts: TypeAlias = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Joined:
    """What is to be taken from the other, and what both changed: mine, theirs."""

    taken: Facts
    mine: Facts
    theirs: Facts

    @property
    def differs(self) -> bool:
        """Tell whether a person has to choose."""
        return bool(self.theirs)


def joined(
    mine: Facts,
    theirs: Facts,
    told: Facts | None = None,
    former: Mapping[str, Sequence[str | None]] | None = None,
) -> Joined:
    """Return what becomes of own facts when another laptop tells its own.

    `told` is what it told last time: what it did not change since is no news. Of what it never
    told, a value that was once one of mine (`former`) is behind mine, and blank is no news either.
    """
    taken: dict[str, str | None] = {}
    kept: dict[str, str | None] = {}
    other: dict[str, str | None] = {}
    for name, value in theirs.items():
        own = mine.get(name)
        if value == own:
            continue
        if told is not None and name in told:
            if value == told[name]:
                continue  # only mine changed
            if own == told[name]:
                taken[name] = value
                continue
        elif value in (former or {}).get(name, ()) or value in ("", None):
            continue
        elif own in ("", None) and name != _ENDED:
            taken[name] = value
            continue
        kept[name], other[name] = own, value
    return Joined(taken, kept, other)


_ENDED = "ended_on"
"""Blank says that a thing is there: not that nobody knows."""

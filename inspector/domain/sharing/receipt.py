"""What a bundle would change here, by name, and what it came to; plain facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from inspector.domain.sharing.fates import TAKEN, Fate
from inspector.domain.sharing.hall_rules import RefusedHere
from inspector.domain.sharing.manifest import Manifest
from inspector.domain.sharing.roster_meeting import Question
from inspector.domain.sharing.travelling import Kind

MOST_TITLES = 200
"""Titles that are told of one kind and fate; how many there are is counted."""

MOST_DIFFERING = 8
"""Sites, windows and people of which is told how they differ."""


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """Objects of one kind of which the same becomes: how many, and the first of them by title."""

    kind: Kind
    fate: Fate
    count: int
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What a bundle would change; nothing was written.

    `is_first`: nobody has confirmed its laptop yet. `is_ahead`: that one's clock is. `known`: it
    was taken in before. `files` of evidence it brings that are not here, `lacking` are named by
    what is new and not brought. `versions` are checklists that are here under the same name and
    version with another content. `roster` counts what is new, changed and differs on the roster;
    `differing` says what that is called here and there, `MOST_DIFFERING` of it.
    `halls` are the names of the sites that its laptop is of, and `refused` what such a one may not
    say; `whose`: it came back from a hall, and nobody has said from which. `for_halls` are the
    sites that it is for, by name; `halls_here` those that this laptop has been of until now, where
    it is for another one. `clashing` are the numbers of findings that would wait to be settled and
    do not yet, '' for a complaint; `decided` counts choices that come and steps that settle.
    """

    manifest: Manifest
    digest: str
    is_first: bool
    is_ahead: bool
    known: bool
    lines: tuple[ReceiptLine, ...]
    questions: tuple[Question, ...] = ()
    files: int = 0
    lacking: int = 0
    versions: tuple[str, ...] = ()
    roster: tuple[int, int, int] = (0, 0, 0)
    halls: tuple[str, ...] = ()
    refused: tuple[RefusedHere, ...] = ()
    whose: bool = False
    differing: tuple[tuple[str, str], ...] = ()
    for_halls: tuple[str, ...] = ()
    halls_here: tuple[str, ...] = ()
    clashing: tuple[str, ...] = ()
    decided: int = 0

    def count(self, *fates: Fate) -> int:
        """Return how many objects there are of which one of these becomes."""
        return sum(line.count for line in self.lines if line.fate in fates)

    @property
    def changes_anything(self) -> bool:
        """Tell whether taking it in would change something, or a person has to be asked."""
        return bool(self.count(*TAKEN, Fate.ASKED) or self.files or self.questions or self.whose)


@dataclass(frozen=True, slots=True)
class Received:
    """What taking a bundle in came to; `asking` counts findings that ask for more time now."""

    lines: tuple[ReceiptLine, ...]
    files: int = 0
    roster: tuple[int, int, int] = (0, 0, 0)
    kinds: Mapping[Kind, int] = field(default_factory=dict)  # of what was taken in
    asking: int = 0

    @property
    def changed_anything(self) -> bool:
        """Tell whether something here is not as before."""
        return bool(self.files or any(self.kinds.values()))

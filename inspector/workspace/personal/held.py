"""What is kept of a person, as it is told before anything is done about it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from inspector.domain.personal.erasure import HeldIn, Hindrance
from inspector.storage.registers.erasure_store import PersonKept, PhotoKept
from inspector.storage.registers.personal_rows import NamingRow


@dataclass(frozen=True, slots=True)
class HeldPhoto:
    """A photo taken at a window at which the person sat; `erased_on` where it is gone."""

    name: str
    when: str
    place: str
    erased_on: date | None


@dataclass(frozen=True, slots=True)
class Held:
    """Everything that names one person, and what is in the way of erasing it.

    `person` is None for somebody who is only written of. `left_alone` counts places where the
    same characters are another word, and stay.
    """

    name: str
    person: PersonKept | None
    rows: tuple[NamingRow, ...]
    obstacles: tuple[Hindrance, ...]
    photos: tuple[HeldPhoto, ...]
    stand_in: str
    is_word: bool = False

    @property
    def counts(self) -> dict[HeldIn, int]:
        """How many rows there are of each kind, in the order of the kinds."""
        found = Counter(row.held_in for row in self.rows)
        return {kind: found[kind] for kind in HeldIn if found[kind]}


@dataclass(frozen=True, slots=True)
class Due:
    """What the periods say is to go today; both are empty while no period is set."""

    photos: tuple[PhotoKept, ...] = ()
    people: tuple[PersonKept, ...] = ()
    photos_before: date | None = None
    names_before: date | None = None

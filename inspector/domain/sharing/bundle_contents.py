"""What a bundle would hold, told before it is written: by counts, and what of it is personal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from inspector.domain.sharing.manifest import Aim
from inspector.domain.sharing.travelling import LEFT_AT_HOME, NAMES, PHOTOS, SKETCHES, Kind


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a part of a folder that could be handed on.

    `counts` are objects by kind, of those of which there are any. `names` are different names of
    staff and of who complained, `photos` files of evidence with `photo_bytes` together, `sketches`
    signatures that were drawn: these go only where they are ticked. `is_news` tells whether
    anything of it came since what it is behind. Of a bundle for a hall `halls` are its names, and
    `findings` how many were found there in the visits that go.
    """

    counts: Mapping[Kind, int] = field(default_factory=dict)
    names: int = 0
    photos: int = 0
    photo_bytes: int = 0
    sketches: int = 0
    findings: int = 0
    halls: tuple[str, ...] = ()
    is_news: bool = True
    aim: Aim = Aim.GROUP

    @property
    def total(self) -> int:
        """How many objects there are."""
        return sum(self.counts.values())

    def personal(self, part: str) -> int:
        """Return how many there are of one part of `travelling.LEFT_AT_HOME`."""
        return {NAMES: self.names, PHOTOS: self.photos, SKETCHES: self.sketches}[part]


def at_home(ticked: Iterable[str]) -> tuple[str, ...]:
    """Return what stays at home where some parts are ticked, in one order."""
    return tuple(part for part in LEFT_AT_HOME if part not in set(ticked))

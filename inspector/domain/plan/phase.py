"""A phase of a campaign with its days: 动员部署, 全面实施, or what an office calls it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Phase:
    """Days from `first` to `last`, both included, under a name (DOMAIN §1.2)."""

    id: str
    name: str
    first: date
    last: date

    def covers(self, day: date) -> bool:
        """Tell whether a day is in it."""
        return self.first <= day <= self.last


def phase_on(phases: Iterable[Phase], day: date) -> Phase | None:
    """Return the phase that a day is in; of several, the one that began last."""
    found = [phase for phase in phases if phase.covers(day)]
    return max(found, key=lambda phase: (phase.first, phase.name), default=None)

"""How strictly somebody inspects: points lost per window, against the others on the same halls.

Halls differ, so that means over all halls would compare the halls. What somebody took off is set
against what the others took off at the same site with the same family of checklists: each such
part counts by the windows of whoever is compared. Added up exactly and rounded once, halves away
from zero. For the office alone: it stands on no paper. Pure rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import Hundredths, round_half_up


@dataclass(frozen=True, slots=True)
class JudgedWindow:
    """A window that was scored on a visit; points lost, as found, in hundredths of its scale."""

    visit: str
    site_id: str
    family: PackFamily
    lost: Hundredths

    @property
    def percent(self) -> Fraction:
        """Points lost, in hundredths of a percent of the whole scale, exactly."""
        return Fraction(self.lost * 100, self.family.scale)


@dataclass(frozen=True, slots=True)
class Strictness:
    """What somebody took off per window, and the others in their place; None: too few windows.

    `windows` are those at halls where others scored as well, `others` theirs there.
    """

    windows: int
    others: int
    own_mean: Hundredths | None = None
    other_mean: Hundredths | None = None
    spread: Hundredths | None = None  # own less other: above 0 is stricter


def strictness_of(
    inspector_id: str,
    judged: Iterable[JudgedWindow],
    parties: Mapping[str, frozenset[str]],
    least: int,
) -> Strictness:
    """Return how strictly somebody inspects.

    `parties` are the ids of those who made each visit: what was made together is nobody else's.
    Visits of which no party is known count on neither side. From `least` windows on both sides
    there is a figure.
    """
    own: dict[tuple[str, PackFamily], list[Fraction]] = defaultdict(list)
    other: dict[tuple[str, PackFamily], list[Fraction]] = defaultdict(list)
    for window in judged:
        party = parties.get(window.visit)
        if party:
            side = own if inspector_id in party else other
            side[window.site_id, window.family].append(window.percent)
    shared = [part for part in own if part in other]
    windows = sum(len(own[part]) for part in shared)
    others = sum(len(other[part]) for part in shared)
    if not windows or windows < least or others < least:
        return Strictness(windows, others)
    lost = sum((each for part in shared for each in own[part]), Fraction(0))
    expected = sum((len(own[part]) * _mean(other[part]) for part in shared), Fraction(0))
    mean, against = lost / windows, expected / windows
    return Strictness(
        windows,
        others,
        round_half_up(mean),
        round_half_up(against),
        round_half_up(mean - against),
    )


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)

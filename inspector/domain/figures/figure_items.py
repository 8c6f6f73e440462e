"""Which items are found wrong most often (高频问题)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import Hundredths, round_half_up
from inspector.domain.figures.figure_facts import FindingFact, VisitFact


@dataclass(frozen=True, slots=True)
class FrequentItem:
    """How often an item of a pack was found wrong, and the last visit that found it."""

    pack: PackFamily
    item_id: str
    findings: int
    visits: int  # scored visits that found it
    of: int  # scored visits with this pack
    last_visit: str

    @property
    def share(self) -> Hundredths | None:
        """Visits that found it in hundredths of a percent of all; None without a scored visit."""
        return round_half_up(Fraction(self.visits * 10_000, self.of)) if self.of else None


def frequent_items(
    visits: Iterable[VisitFact], found: Mapping[str, FindingFact], most: int
) -> tuple[FrequentItem, ...]:
    """Return the items that were found most often, at most so many; `visits` are by day.

    Of those found equally often, the one that more visits found comes first.
    """
    times: dict[tuple[PackFamily, str], list[int]] = {}
    last: dict[tuple[PackFamily, str], str] = {}
    made: dict[PackFamily, int] = defaultdict(int)
    for visit in visits:
        made[visit.pack] += visit.scored
        fact = found.get(visit.id)
        if fact is None or not visit.scored:
            continue
        own: dict[str, int] = defaultdict(int)
        for item in fact.items:
            own[item] += 1
        own.pop("", None)
        for item, count in own.items():
            key = (visit.pack, item)
            both = times.setdefault(key, [0, 0])
            both[0] += count
            both[1] += 1
            last[key] = visit.id
    order = sorted(times, key=lambda key: (-times[key][0], -times[key][1], key[0].place, key[1]))
    return tuple(
        FrequentItem(key[0], key[1], times[key][0], times[key][1], made[key[0]], last[key])
        for key in order[:most]
    )

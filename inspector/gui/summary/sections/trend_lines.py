"""What a trend is drawn of: the parts in which something was scored, and a line a checklist."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import ONE, Hundredths, format_score
from inspector.domain.figures.figures import TrendPart
from inspector.translation import tr

MOST_LINES = 4
"""Lines that can still be told apart."""

_STEP = 5 * ONE


@dataclass(frozen=True, slots=True)
class Trend:
    """What is drawn: the parts, and the packs that get a line, the most visited first.

    Behind the places in `gaps` parts were left out: nothing was scored in them.
    """

    parts: Sequence[TrendPart]
    packs: Sequence[PackFamily]
    gaps: frozenset[int] = frozenset()

    @property
    def drawn(self) -> Sequence[PackFamily]:
        """The packs that have a line."""
        return self.packs[:MOST_LINES]

    @property
    def omission(self) -> str:
        """What is not drawn, in words; "": everything is."""
        if len(self.packs) <= MOST_LINES:
            return ""
        return tr(
            "Only the {drawn} checklists used most are drawn, of {count}.",
            drawn=MOST_LINES, count=len(self.packs),
        )  # fmt: skip

    @property
    def values(self) -> list[Hundredths]:
        """Every value of the lines."""
        return [self.value(part, p) for part in self.parts for p in self.drawn if p in part.means]

    @property
    def in_percent(self) -> bool:
        """Packs of different scales are drawn: they compare by percent."""
        return len({pack.scale for pack in self.drawn}) > 1

    @property
    def top(self) -> Hundredths:
        """The score of a whole scorecard."""
        return (100 if self.in_percent else max(p.scale for p in self.drawn)) * ONE

    def value(self, part: TrendPart, pack: PackFamily) -> Hundredths:
        """Return what is drawn of a pack in a part that has a mean of it."""
        mean = part.means[pack]
        return pack.percent(mean) if self.in_percent else mean

    def said(self, part: TrendPart, pack: PackFamily) -> str:
        """Return the same in words: 96.10, or 96.10% beside packs of another scale."""
        return format_score(self.value(part, pack)) + ("%" if self.in_percent else "")


def trend_of(parts: Sequence[TrendPart]) -> Trend:
    """Return the trend of a period; packs in the order of how many parts they are in."""
    seen: dict[PackFamily, int] = {}
    for part in parts:
        for pack in part.means:
            seen[pack] = seen.get(pack, 0) + 1
    packs = sorted(seen, key=lambda pack: (-seen[pack], pack.place))
    drawn = packs[:MOST_LINES]
    places = [n for n, part in enumerate(parts) if any(pack in part.means for pack in drawn)]
    gaps = {n for n, place in enumerate(places[:-1]) if places[n + 1] > place + 1}
    return Trend([parts[place] for place in places], packs, frozenset(gaps))


def axis_of(values: Sequence[Hundredths], top: Hundredths = 100 * ONE) -> list[Hundredths]:
    """Return the marks of the axis, lowest first: they take in every value.

    `top` is the score of a whole scorecard. Where the lowest is not 0, the axis is broken below it.
    """
    low = min(values) // _STEP * _STEP
    high = -(-max(values) // _STEP) * _STEP
    if low == high:
        low, high = low - _STEP, min(high + _STEP, max(top, high))
    step = _STEP
    while (high - low) // step > 4:
        step *= 2
    low = low // step * step
    return [*range(low, high, step), -(-(high - low) // step) * step + low]

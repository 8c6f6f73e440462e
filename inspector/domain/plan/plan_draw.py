"""The draw: which site of a plan is visited next, and which of its windows.

A draw depends on its candidates, its way and its seed alone, by digests that any program makes the
same: who has the printed seed and the plan draws the same site again. It is told to nobody before
the visit; see `told_draws`.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

_NEVER = date.min


class DrawWay(StrEnum):
    """What comes first."""

    LONGEST = "longest"  # 久未检查: unseen longest
    WORST = "worst"  # 得分最低: the lowest score at the last visit
    RANDOM = "random"  # 随机抽取: by the seed alone


@dataclass(frozen=True, slots=True)
class WindowLot:
    """A window of a site that may be drawn: its number, when it was seen last, its score then.

    `score` is in hundredths; None: it was never scored.
    """

    id: str
    number: str
    seen: date | None = None
    score: int | None = None


@dataclass(frozen=True, slots=True)
class SiteLot:
    """A site that may be drawn, as it stood at the draw. `take` is how many windows a visit needs.

    `score` is what its last visit came to, in hundredths; None: it was never scored.
    """

    id: str
    name: str
    seen: date | None
    score: int | None
    take: int
    windows: tuple[WindowLot, ...]


@dataclass(frozen=True, slots=True)
class Draw:
    """What was drawn, kept as it was. `lots` are the names of the sites it was drawn from."""

    id: str
    plan_id: str  # the version of the plan
    at: datetime
    way: DrawWay
    seed: str
    lots: tuple[str, ...]
    site_id: str
    site_name: str
    window_ids: tuple[str, ...]
    window_numbers: tuple[str, ...]


def drawn_site(lots: Sequence[SiteLot], way: DrawWay, seed: str) -> SiteLot | None:
    """Return the site that comes first; None where there is none to draw from.

    Where two are alike by the way, the seed decides.
    """

    def key(lot: SiteLot) -> tuple[object, ...]:
        return (*_by(way, lot.seen, lot.score), lot_digest(seed, lot.name))

    return min(lots, key=key, default=None)


def drawn_windows(site: SiteLot, way: DrawWay, seed: str) -> tuple[WindowLot, ...]:
    """Return the windows of a site that come first, as many as a visit needs, in their order."""

    def key(lot: WindowLot) -> tuple[object, ...]:
        return (*_by(way, lot.seen, lot.score), lot_digest(seed, f"{site.name}/{lot.number}"))

    taken = {lot.id for lot in sorted(site.windows, key=key)[: site.take]}
    return tuple(lot for lot in site.windows if lot.id in taken)


def lot_digest(seed: str, name: str) -> str:
    """Return the lot of a name, SHA-256 of “seed/name” in hexadecimal: the lowest is drawn."""
    return hashlib.sha256(f"{seed}/{name}".encode("utf-8", "surrogatepass")).hexdigest()


def random_site(names: Iterable[str], seed: str) -> str:
    """Return the name that a seed draws at random from some: what a paper is checked by."""
    return min(names, key=lambda name: lot_digest(seed, name), default="")


def windows_to_take(windows: int, wanted: int, seen: int, visits: int, left: int) -> int:
    """Return how many windows the next visit of a site has to see.

    `wanted` windows are asked for and `seen` already, in `visits` of which some are `left`: an
    even share, or what is missing shared among those. Where no share of the windows is asked
    for, all of them are taken.
    """
    if not wanted:
        return windows
    even, missing = -(-wanted // max(visits, 1)), -(-(wanted - seen) // max(left, 1))
    return min(windows, max(even, missing))


@dataclass(frozen=True, slots=True)
class ToldDraw:
    """A draw that may stand on a paper, and when its site was visited first since; None: never."""

    draw: Draw
    visited: date | None


def visited_since(draw: Draw, started: Iterable[datetime]) -> date | None:
    """Return the day of the first visit that followed a draw; None: none did yet.

    `started` are the moments at which sealed visits of that site began.
    """
    since = min((at for at in started if at >= draw.at), default=None)
    return None if since is None else since.date()


def told_draws(draws: Sequence[ToldDraw], over: bool) -> list[ToldDraw]:
    """Return which draws of a plan, in their order, may stand on a paper.

    They are those up to the last that a visit followed: who draws again until the site pleases
    has every draw printed. An announced draw warns whoever it is about, so that what was drawn
    since waits for its visit; of a plan that is `over` nothing waits any more.
    """
    followed = [at for at, each in enumerate(draws) if each.visited is not None]
    end = len(draws) if over else max(followed, default=-1) + 1
    waiting = {each.draw.site_id for each in draws[end:]}
    return [
        each for each in draws[:end] if each.visited is not None or each.draw.site_id not in waiting
    ]


def _by(way: DrawWay, seen: date | None, score: int | None) -> tuple[object, ...]:
    """Return what comes first by a way; what was never seen comes before what was."""
    match way:
        case DrawWay.LONGEST:
            return (seen or _NEVER,)
        case DrawWay.WORST:
            return (score if score is not None else -1,)
    return ()

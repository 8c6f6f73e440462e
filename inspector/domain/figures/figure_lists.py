"""The red and the black list (红黑榜): the best and the worst sites under one pack."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import Hundredths
from inspector.domain.figures.ranking import ranked
from inspector.domain.figures.summary import SiteSummary, vetoed_sites

LONGEST = 5
"""Sites on a list, more only where equal scores share its last place."""


class Listed(Protocol):
    """A site that can be on a list."""

    @property
    def site_id(self) -> str: ...

    @property
    def rank(self) -> int | None: ...

    @property
    def total(self) -> Hundredths | None: ...

    @property
    def vetoes(self) -> int: ...


_Listed = TypeVar("_Listed", bound=Listed)


@dataclass(frozen=True, slots=True)
class RedBlack:
    """The lists of one pack: best first, worst first. Both are empty where nothing compares."""

    pack: PackFamily
    compared: int  # sites that are ranked
    red: tuple[SiteSummary, ...]
    black: tuple[SiteSummary, ...]


def red_black(lines: Sequence[SiteSummary]) -> tuple[RedBlack, ...]:
    """Return the lists of each pack, in the order of the `lines` of a summary.

    With fewer than ten sites each list has at most half of them, so that nobody is on both; sites
    of equal standing are on a list together or not at all. A site that was vetoed with whatever
    pack is never on the red one.
    """
    packs, vetoed = dict.fromkeys(line.pack for line in lines), vetoed_sites(lines)
    return tuple(
        _lists(pack, [line for line in lines if line.pack == pack], vetoed) for pack in packs
    )


def _lists(pack: PackFamily, lines: Iterable[SiteSummary], vetoed: Container[str]) -> RedBlack:
    own = [line for line in lines if line.rank is not None]
    return RedBlack(pack, len(own), *best_and_worst(own, vetoed))


def best_and_worst(
    ranked_sites: Sequence[_Listed], never_red: Container[str]
) -> tuple[tuple[_Listed, ...], tuple[_Listed, ...]]:
    """Return the red and the black list of ranked sites, best first; lengths as `red_black` says.

    Sites by their id that are `never_red` leave their place on the red list empty.
    """
    length = min(LONGEST, len(ranked_sites) // 2)
    # Standing from below: vetoed sites first, then the lowest scores.
    upward = ranked(
        ranked_sites,
        lambda line: -(line.total or 0),
        lambda line: not line.vetoes,
    )
    red = [line for line in ranked_sites if line.rank is not None and line.rank <= length]
    black = [line for rank, line in upward if rank is not None and rank <= length]
    both = {line.site_id for line in red} & {line.site_id for line in black}
    return (
        tuple(line for line in red if line.site_id not in both and line.site_id not in never_red),
        tuple(line for line in black if line.site_id not in both),
    )

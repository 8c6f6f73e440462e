"""What figures are computed from: kept scores and counts of findings, as light as they come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import Hundredths
from inspector.domain.days.span import Span
from inspector.domain.figures.standing import Standing
from inspector.domain.visit.coverage import Coverage


@dataclass(frozen=True, slots=True)
class FigureScope:
    """What figures are of. Blank fields narrow nothing."""

    span: Span
    site_ids: tuple[str, ...] = ()
    pack: PackFamily | None = None
    phase: str = ""  # 阶段: only visits that were made for it

    def over(self, span: Span, phase: str = "") -> "FigureScope":
        """Return the same sites and packs over other days."""
        return FigureScope(span, self.site_ids, self.pack, phase)


class VisitFact(NamedTuple):
    """A completed visit as it is ranked; `found` is how it stood before appeals, if otherwise.

    Patrols, rechecks and a hall's own visits are not `scored`: only findings come of them. `ranked`
    is a scored visit on which enough was observed.
    """

    id: str
    site_id: str
    site_name: str
    pack: PackFamily
    pack_hash: str
    day: date
    scored: bool
    bonus: Hundredths
    vetoes: int
    total: Hundredths | None
    found: Standing | None = None
    ranked: bool = True
    coverage: Coverage | None = None  # None: completed before it was kept
    own_total: Hundredths | None = None  # with the site's own numbers, where it has any
    lone: bool = False  # a part of a shared visit (分头检查) whose others are not here
    undecided: int = 0  # its places that two parts scored, and nobody chose whose score counts


class VoiceFact(NamedTuple):
    """What carries a finding of the public (群众反映): nobody walked, so it has no score."""

    id: str  # as the findings of it name their visit
    site_id: str
    site_name: str
    pack: PackFamily


class SelfFact(NamedTuple):
    """What a site's own visits (自查) with one version of a pack came to, added up."""

    site_id: str
    site_name: str
    pack: PackFamily
    visits: int
    total: int  # sum of the scores
    number: int  # visits with a score


class RateFact(NamedTuple):
    """The rates of a category at a site under a pack: their sum, and how many visits have one."""

    site_id: str
    pack: PackFamily
    category: Category
    total: int
    number: int


class CardFact(NamedTuple):
    """The scorecards of one person at one window under a pack, added up."""

    site_id: str
    site_name: str
    pack: PackFamily
    window_id: str
    window_number: str
    staff_number: str
    times: int  # scorecards on which enough was observed to be ranked
    total: int  # sum of their scores
    scored: int  # those with a score
    vetoes: int
    found: int  # sum of the scores before appeals
    unranked: int = 0  # scorecards besides
    coverage: Coverage | None = None  # of all of them; None: none kept it
    pack_hash: str = ""


class FindingFact(NamedTuple):
    """The findings of one visit; those withdrawn are not among them."""

    inspection_id: str
    raised: int
    closed: int
    overdue: int
    vetoes: int
    repeats: int  # 第2次 and on at their window
    items: tuple[str, ...]  # one a finding; blank: a finding without an item


def findings_together(inspection_id: str, *facts: FindingFact) -> FindingFact:
    """Return the findings of several parts as those of one visit."""
    return FindingFact(
        inspection_id,
        sum(fact.raised for fact in facts),
        sum(fact.closed for fact in facts),
        sum(fact.overdue for fact in facts),
        sum(fact.vetoes for fact in facts),
        sum(fact.repeats for fact in facts),
        tuple(item for fact in facts for item in fact.items),
    )


class LateFact(NamedTuple):
    """A finding that is overdue now, whenever it was raised."""

    site_id: str
    window_id: str  # "": public area
    staff_number: str


class WindowRateFact(NamedTuple):
    """The rates of a category at a window under a pack: their sum, and how many there are."""

    site_id: str
    site_name: str
    pack: PackFamily
    window_id: str
    window_number: str
    category: Category
    total: int
    number: int


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase (阶段) that completed visits were made for, with its days."""

    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class OwnScore:
    """What one scorecard adds to the mean of its window or person."""

    window_number: str
    staff_number: str
    score: Hundredths | None  # after appeals
    findings: int  # without those withdrawn
    found: Hundredths | None = None  # before appeals


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A completed visit as a line of a list; `found` is how it stood before appeals, if other."""

    id: str
    day: date
    site_name: str
    kind: str
    pack: PackFamily
    windows: int
    total: Hundredths | None
    grade: str
    vetoes: int
    findings: int
    found: Standing | None = None
    own: OwnScore | None = None  # of the window or person that was asked for
    ranked: bool = True
    coverage: Coverage | None = None
    part: tuple[int, int] = (0, 0)
    """Of a shared visit (分头检查): which part of how many are here; (0, n): n parts together."""
    inspectors: tuple[str, ...] = ()  # of all its parts


@dataclass(frozen=True, slots=True)
class FoundExample:
    """A finding as others are told of it; `short` is what its item is called in few words."""

    text: str
    item_text: str
    site_name: str
    window_number: str
    day: date
    category: Category
    short: str = ""


def phase_before(phases: Sequence[Phase], title: str) -> Phase | None:
    """Return the phase that began before the one of this title, in their order; None: none did."""
    titles = [phase.title for phase in phases]
    at = titles.index(title) if title in titles else 0
    return phases[at - 1] if at else None

"""What a circular (通报) tells of a period: figures, whom to praise, what was wrong by category."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import Hundredths, round_half_up
from inspector.domain.figures.summary import FindingCount, SiteSummary
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.visit.coverage import Coverage


@dataclass(frozen=True, slots=True)
class Highlight:
    """A 亮点 of a visit: where, who, what; `who` is as everybody may read it."""

    site_name: str
    window_number: str
    who: str
    text: str
    day: date
    scorecard_id: str
    item_id: str


@dataclass(frozen=True, slots=True)
class FullMarks:
    """A window without a lost point in the whole period, and who was on duty."""

    site_name: str
    window_number: str
    who: tuple[str, ...]
    coverage: Coverage | None = None  # of its visits; None: not kept


@dataclass(frozen=True, slots=True)
class PeriodFindings:
    """The findings of a period, told apart as the summary counts them; each oldest first."""

    scored: tuple[Finding, ...]  # of scored visits, but the withdrawn: what every total counts
    by_patrols: tuple[Finding, ...]  # of rounds without a score, but the withdrawn
    withdrawn: tuple[Finding, ...]  # of both
    packs: Mapping[str, PackFamily]  # what each visit was made with, by its id

    @property
    def counted(self) -> tuple[Finding, ...]:
        """All that a number is told of."""
        return self.scored + self.by_patrols

    @property
    def withdrawn_by_pack(self) -> Mapping[PackFamily, int]:
        """How many were withdrawn, by the family of the pack."""
        return Counter(self.packs[finding.inspection_id] for finding in self.withdrawn)


def told_apart(
    findings: Iterable[Finding], packs: Mapping[str, PackFamily], patrols: Container[str]
) -> PeriodFindings:
    """Tell findings apart; `packs` are by visit, `patrols` those visits that have no score.

    A finding of a visit that has no pack here (made for another phase) is left out.
    """
    own = [finding for finding in findings if finding.inspection_id in packs]
    counted = [finding for finding in own if finding.state is not FindingState.WITHDRAWN]
    return PeriodFindings(
        tuple(each for each in counted if each.inspection_id not in patrols),
        tuple(each for each in counted if each.inspection_id in patrols),
        tuple(each for each in own if each.state is FindingState.WITHDRAWN),
        packs,
    )


@dataclass(frozen=True, slots=True)
class ItemProblems:
    """How often an item of a checklist was found wrong, and the worst finding of it."""

    text: str
    pack: PackFamily | None
    count: int
    example: Finding


@dataclass(frozen=True, slots=True)
class CategoryProblems:
    """What was wrong in one category, the most frequent items first."""

    category: Category
    count: int
    share: Hundredths  # percent of all findings
    items: tuple[ItemProblems, ...]  # at least one


@dataclass(frozen=True, slots=True)
class Circular:
    """A period as its circular tells it.

    `findings` are those that the ranking counts, oldest first: of scored visits, but the
    withdrawn. `lines` are the ranking. Praise is of sites that no veto stands against.
    """

    lines: tuple[SiteSummary, ...]
    findings: tuple[Finding, ...]
    highlights: tuple[Highlight, ...]
    full_marks: tuple[FullMarks, ...]
    as_of: date
    by_patrols: int = 0  # findings of rounds without a score, counted nowhere else
    withdrawn: Mapping[PackFamily, int] = field(default_factory=dict)
    packs: Mapping[str, PackFamily] = field(default_factory=dict)  # of visits, by their id
    windows: int = 0  # different ones that were inspected

    @property
    def vetoed(self) -> frozenset[str]:
        """The names of the sites that a veto stands against: nobody of theirs is praised."""
        return frozenset(line.site_name for line in self.lines if line.vetoes)

    @property
    def count(self) -> FindingCount:
        """How the findings stand."""
        return count_of(self.findings, self.as_of)

    @property
    def outside_ranking(self) -> int:
        """Findings of sites that were patrolled but not scored with this pack: on no line."""
        return self.by_patrols - sum(line.patrol_findings for line in self.lines)

    @property
    def unfinished(self) -> tuple[Finding, ...]:
        """What has still to be put right."""
        return tuple(finding for finding in self.findings if not finding.state.is_ended)

    @property
    def overdue(self) -> tuple[Finding, ...]:
        """What should have been put right by now."""
        return tuple(finding for finding in self.findings if finding.overdue_on(self.as_of))

    @property
    def in_time(self) -> tuple[Finding, ...]:
        """What has still to be put right and may still be in time: together with `overdue` all."""
        return tuple(f for f in self.unfinished if not f.overdue_on(self.as_of))

    @property
    def repeats(self) -> int:
        """How many were found at the same window before."""
        return sum(finding.is_repeat for finding in self.findings)


def count_of(findings: Iterable[Finding], today: date) -> FindingCount:
    """Return how findings stand; a withdrawn one did not have to be put right."""
    counted = [each for each in findings if each.state is not FindingState.WITHDRAWN]
    return FindingCount(
        len(counted),
        sum(finding.state is FindingState.CLOSED for finding in counted),
        sum(finding.overdue_on(today) for finding in counted),
    )


def problems_by_category(
    findings: Sequence[Finding], packs: Mapping[str, PackFamily] | None = None
) -> list[CategoryProblems]:
    """Return what was wrong, the category with the most findings first; empty ones are left out.

    An item is one of a pack, as on the page of figures: `packs` are those of the visits, by id.
    """
    problems: list[CategoryProblems] = []
    for category in Category:
        own = [finding for finding in findings if finding.category is category]
        if own:
            share = round_half_up(Fraction(len(own) * 10_000, len(findings)))
            problems.append(CategoryProblems(category, len(own), share, _items(own, packs or {})))
    return sorted(problems, key=lambda each: -each.count)


def _items(
    findings: Iterable[Finding], packs: Mapping[str, PackFamily]
) -> tuple[ItemProblems, ...]:
    """Return items in the order of the page of figures: by findings, visits, pack and id."""
    by_item: dict[tuple[PackFamily | None, str], list[Finding]] = {}
    for finding in findings:
        item = finding.item_id or finding.item_text or finding.text
        by_item.setdefault((packs.get(finding.inspection_id), item), []).append(finding)

    def place(entry: tuple[tuple[PackFamily | None, str], list[Finding]]) -> tuple[object, ...]:
        (pack, item), own = entry
        visits = len({finding.inspection_id for finding in own})
        return (-len(own), -visits, pack.place if pack else ("",), item)

    return tuple(
        ItemProblems(
            own[0].item_text or own[0].text,
            pack,
            len(own),
            min(own, key=lambda each: (not each.veto, -each.counted_deduction)),
        )
        for (pack, _), own in sorted(by_item.items(), key=place)
    )

"""What a circular (通报) tells of a period: figures, whom to praise, what was wrong by category."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from inspector.domain.checklist import Category
from inspector.domain.finding import Finding, FindingState
from inspector.domain.points import Hundredths, round_half_up
from inspector.domain.summary import FindingCount, SiteSummary


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


@dataclass(frozen=True, slots=True)
class CategoryProblems:
    """What was wrong in one category, the most frequent items first, and the worst example."""

    category: Category
    count: int
    share: Hundredths  # percent of all findings
    items: tuple[tuple[str, int], ...]
    example: Finding


@dataclass(frozen=True, slots=True)
class Circular:
    """A period as its circular tells it.

    `findings` are those of the period but the withdrawn, oldest first; `lines` the ranking.
    """

    lines: tuple[SiteSummary, ...]
    findings: tuple[Finding, ...]
    highlights: tuple[Highlight, ...]
    full_marks: tuple[FullMarks, ...]
    as_of: date

    @property
    def count(self) -> FindingCount:
        """How the findings stand."""
        return count_of(self.findings, self.as_of)

    @property
    def outside_ranking(self) -> int:
        """Findings of sites that were patrolled but not scored with this pack: on no line."""
        return self.by_patrols - sum(line.patrol_findings for line in self.lines)

    @property
    def by_patrols(self) -> int:
        """Findings of rounds without a score; the others are those that the ranking counts."""
        return len(self.findings) - sum(line.findings.raised for line in self.lines)

    @property
    def unfinished(self) -> tuple[Finding, ...]:
        """What has still to be put right."""
        return tuple(finding for finding in self.findings if not finding.state.is_ended)

    @property
    def overdue(self) -> tuple[Finding, ...]:
        """What should have been put right by now."""
        return tuple(finding for finding in self.findings if finding.overdue_on(self.as_of))

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


def problems_by_category(findings: Sequence[Finding]) -> list[CategoryProblems]:
    """Return what was wrong, the category with the most findings first; empty ones are left out."""
    problems: list[CategoryProblems] = []
    for category in Category:
        own = [finding for finding in findings if finding.category is category]
        if not own:
            continue
        counts = Counter(finding.item_text or finding.text for finding in own)
        problems.append(
            CategoryProblems(
                category,
                len(own),
                round_half_up(Fraction(len(own) * 10_000, len(findings))),
                tuple(counts.most_common()),  # equal ones as they were met first
                min(own, key=lambda each: (not each.veto, -each.counted_deduction)),
            )
        )
    return sorted(problems, key=lambda each: -each.count)

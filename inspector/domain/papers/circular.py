"""What a circular (通报) tells of a period: figures, whom to praise, what was wrong."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from inspector.domain.checklist.checklist import Item
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.summary import FindingCount, Outside, SiteSummary, Visit
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.plan.plan_coverage import PlanCoverage
from inspector.domain.survey.survey_rate import SurveyRate
from inspector.domain.survey.survey_table import SurveyTable
from inspector.domain.visit.coverage import Coverage
from inspector.domain.visit.inspection import InspectionKind


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
    withdrawn: tuple[Finding, ...]  # of all
    packs: Mapping[str, PackFamily]  # what each visit was made with, by its id
    voiced: tuple[Finding, ...] = ()  # what the public said (群众反映), but the withdrawn

    @property
    def counted(self) -> tuple[Finding, ...]:
        """All that a number is told of."""
        return self.scored + self.by_patrols + self.voiced

    @property
    def withdrawn_by_pack(self) -> Mapping[PackFamily, int]:
        """How many were withdrawn, by the family of the pack."""
        return Counter(self.packs[finding.inspection_id] for finding in self.withdrawn)


def told_apart(
    findings: Iterable[Finding],
    packs: Mapping[str, PackFamily],
    patrols: Container[str],
    voices: Container[str] = frozenset(),
) -> PeriodFindings:
    """Tell findings apart; `packs` are by visit, `patrols` those visits that have no score.

    `voices` are those that nobody walked: they carry what the public said.

    A finding of a visit that has no pack here (made for another phase) is left out.
    """
    own = [finding for finding in findings if finding.inspection_id in packs]
    counted = [finding for finding in own if finding.state is not FindingState.WITHDRAWN]
    return PeriodFindings(
        tuple(
            each
            for each in counted
            if each.inspection_id not in patrols and each.inspection_id not in voices
        ),
        tuple(each for each in counted if each.inspection_id in patrols),
        tuple(each for each in own if each.state is FindingState.WITHDRAWN),
        packs,
        tuple(each for each in counted if each.inspection_id in voices),
    )


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
    voiced: FindingCount = field(default_factory=FindingCount)  # of the public, in no score or rank
    withdrawn: Mapping[PackFamily, int] = field(default_factory=dict)
    packs: Mapping[str, PackFamily] = field(default_factory=dict)  # of visits, by their id
    windows: int = 0  # different ones that were inspected
    visits: tuple[Visit, ...] = ()  # the scored ones, oldest first
    items: Mapping[tuple[str, str], Item] = field(default_factory=dict)
    """What findings are of, by the ids of visit and item."""
    tells_gravity: bool = False  # one of the checklists tells graver items from lighter ones
    best_grades: Mapping[PackFamily, str] = field(default_factory=dict)
    covered: PlanCoverage | None = None  # of the plans of visits; None: nothing was planned
    satisfaction: SurveyTable | None = None  # what the public answered in the period
    windows_there: Mapping[str, int] = field(default_factory=dict)
    """Of sites with a shared visit that is not whole here: how many windows they have, by id."""

    @property
    def lone(self) -> tuple[Visit, ...]:
        """The parts of shared visits (分头检查) whose others are not here."""
        return tuple(visit for visit in self.visits if visit.lone)

    @property
    def sites(self) -> tuple[str, ...]:
        """The names of the sites that were inspected, each once."""
        return tuple(dict.fromkeys(line.site_name for line in self.lines))

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which sites were inspected."""
        return tuple(sorted({visit.day for visit in self.visits}))

    @property
    def kinds(self) -> Mapping[InspectionKind, int]:
        """How many visits were made in which manner, the most frequent first."""
        return dict(Counter(visit.kind for visit in self.visits).most_common())

    def gravity_of(self, finding: Finding) -> Gravity:
        """Return how grave a finding is; a red line stands above."""
        item = self.items.get((finding.inspection_id, finding.item_id))
        return item.gravity if item else Gravity.MINOR

    def called(self, finding: Finding) -> str:
        """Return what a circular calls the item of a finding; '' where its pack does not say."""
        item = self.items.get((finding.inspection_id, finding.item_id))
        return item.short if item else ""

    @property
    def vetoed(self) -> frozenset[str]:
        """The names of the sites that a veto stands against: nobody of theirs is praised."""
        return frozenset(line.site_name for line in self.lines if line.vetoes)

    @property
    def count(self) -> FindingCount:
        """How the findings stand."""
        return count_of(self.findings, self.as_of)

    @property
    def satisfaction_by_site(self) -> Mapping[str, SurveyRate]:
        """What the public answered at the sites of the lines, by their ids."""
        table = self.satisfaction
        rates = {each.site_name: each.rate for each in table.lines} if table else {}
        return {
            line.site_id: rates[line.site_name] for line in self.lines if line.site_name in rates
        }

    @property
    def outside_ranking(self) -> Outside:
        """Findings of patrols, and of the public, at sites that are on no line."""
        return Outside(
            self.by_patrols - sum(line.patrol_findings for line in self.lines),
            self.voiced.raised - sum(line.voiced.raised for line in self.lines),
        )

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
    def repeats(self) -> tuple[Finding, ...]:
        """What was found at the same window before."""
        return tuple(finding for finding in self.findings if finding.is_repeat)

    @property
    def red_lines(self) -> tuple[Finding, ...]:
        """The red lines that were crossed."""
        return tuple(finding for finding in self.findings if finding.veto)


def count_of(findings: Iterable[Finding], today: date) -> FindingCount:
    """Return how findings stand; a withdrawn one did not have to be put right."""
    counted = [each for each in findings if each.state is not FindingState.WITHDRAWN]
    return FindingCount(
        len(counted),
        sum(finding.state is FindingState.CLOSED for finding in counted),
        sum(finding.overdue_on(today) for finding in counted),
    )

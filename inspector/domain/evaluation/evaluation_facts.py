"""What is weighed of each site, as bare numbers: they are frozen with what they came to.

A part that nobody keeps (no survey, no register of complaints, no plan) is absent: None.
"""

from dataclasses import dataclass
from datetime import date

from inspector.domain.checklist.points import Hundredths


@dataclass(frozen=True, slots=True)
class PatrolFact:
    """Days on which a site was patrolled, of the days of the period that are over."""

    patrolled: int
    days: int


@dataclass(frozen=True, slots=True)
class SurveyFact:
    """满意度: `rate` in hundredths of a percent; not `enough` sheets say nothing of a site."""

    sheets: int
    rate: Hundredths
    enough: bool = True


@dataclass(frozen=True, slots=True)
class ComplaintFact:
    """Complaints about a site: those that came in, were upheld, are overdue."""

    received: int = 0
    upheld: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class PlanFact:
    """Visits that the plan wanted of a site, and those made."""

    wanted: int
    done: int


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """A site within the family that most of its ranked visits were scored with."""

    site_id: str
    site_name: str
    family: str  # as it is printed
    family_key: str  # only sites of one key compare
    visits: int = 0  # scored, in this family
    unranked: int = 0  # of them: too little was observed
    score: Hundredths | None = None  # mean of the ranked ones after appeals, percent of the scale
    vetoes: int = 0  # with whatever family
    raised: int = 0  # findings of all scored visits
    closed: int = 0
    overdue: int = 0
    elsewhere: int = 0  # scored visits in other families: in no score here
    patrols: PatrolFact | None = None
    survey: SurveyFact | None = None
    complaints: ComplaintFact | None = None
    plan: PlanFact | None = None

    @property
    def ranked_visits(self) -> int:
        """Visits on which enough was observed."""
        return self.visits - self.unranked


@dataclass(frozen=True, slots=True)
class CandidateFact:
    """A window, or a person by staff number, that nothing stands in the way of.

    `rank` is among those of its family, `mean` in percent of the scale.
    """

    site_id: str
    site_name: str
    family: str
    family_key: str
    window_number: str
    times: int
    mean: Hundredths
    rank: int
    staff_number: str = ""  # of a window: blank


@dataclass(frozen=True, slots=True)
class PeriodFacts:
    """All that an evaluation is computed from, as it stood on the day `today`."""

    first: date
    last: date
    today: date
    sites: tuple[SiteFacts, ...] = ()  # family by family
    windows: tuple[CandidateFact, ...] = ()
    staff: tuple[CandidateFact, ...] = ()

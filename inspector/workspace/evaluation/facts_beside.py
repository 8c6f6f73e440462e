"""What is weighed beside visits and findings: patrols, 满意度, complaints, the plan.

Of a part that nobody keeps in a period, no site has a fact: none of them is asked for any.
"""

from datetime import date

from inspector.domain.days.span import Span
from inspector.domain.evaluation.evaluation_facts import (
    ComplaintFact,
    PatrolFact,
    PlanFact,
    SurveyFact,
)
from inspector.storage.registers.evaluation_store import EvaluationStore
from inspector.workspace.complaints.complaints import Complaints
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.plans.plans import Plans
from inspector.workspace.surveys.surveys import Surveys


class FactsBeside:
    """The facts of one period, by the id of a site."""

    def __init__(self, opened: OpenedFolder, span: Span, today: date) -> None:
        self._patrolled = EvaluationStore(opened.database).patrol_days(span)
        self._days = (min(span.last, today) - span.first).days + 1
        self._surveys = opened.of(Surveys).rates(span.first, span.last)
        self._complaints = opened.of(Complaints).tally(span.first, span.last, today)
        covered = opened.of(Plans).coverage(span.first, span.last)
        self._planned = {site.site_id: site for site in covered.sites} if covered else {}

    def patrols(self, site_id: str) -> PatrolFact | None:
        """Return on how many days a site was patrolled, of those that are over.

        A hall that keeps no patrols here was not measured: who patrols it may write elsewhere.
        """
        own = self._patrolled.get(site_id, 0)
        return PatrolFact(own, self._days) if own and self._days > 0 else None

    def survey(self, site_id: str) -> SurveyFact | None:
        """Return how satisfied people were with a site."""
        rate = self._surveys.get(site_id)
        if rate is None or rate.percent is None:
            return None
        return SurveyFact(rate.n, rate.percent, rate.ranked)

    def complaints(self, site_id: str) -> ComplaintFact | None:
        """Return how many complaints about a site came in; where there are any, of none: none."""
        if not self._complaints:
            return None
        own = self._complaints.get(site_id)
        return ComplaintFact(own.received, own.upheld, own.overdue) if own else ComplaintFact()

    def plan(self, site_id: str) -> PlanFact | None:
        """Return the visits that plans for any of the days want of a site, and those made."""
        own = self._planned.get(site_id)
        return None if own is None else PlanFact(own.wanted, own.counted)

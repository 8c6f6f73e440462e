"""What is wrong with a plan or a phase as it is typed, each problem by its field."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.domain.plan.plan import MOST_VISITS, WHOLE, PlannedSite
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.workspace.plans.plans import PlanDraft


def checked_days(name: str, first: date | None, last: date | None) -> tuple[date, date]:
    """Return the days of what has a name; raises RefusedInputError."""
    problems: list[Problem] = []
    if not name.strip():
        problems.append(Problem(tr("Name"), Fault.MISSING, expected=tr("Name")))
    for title, day in ((tr("From"), first), (tr("To"), last)):
        if day is None:
            problems.append(Problem(title, Fault.MISSING, expected="2026-12-1"))
    if first is not None and last is not None and last < first:
        problems.append(
            Problem(tr("To"), Fault.OUT_OF_RANGE, last.isoformat(), f"≥ {first.isoformat()}")
        )
    if problems or first is None or last is None:
        raise RefusedInputError(problems)
    return first, last


def checked_span(draft: "PlanDraft") -> tuple[str, date, date]:
    """Return name and days of a plan; raises RefusedInputError."""
    first, last = checked_days(draft.name, draft.first, draft.last)
    if not 0 <= draft.covert <= WHOLE:
        raise RefusedInputError(
            [Problem(tr("Share of covert visits"), Fault.OUT_OF_RANGE, str(draft.covert), "0–100")]
        )
    return draft.name.strip(), first, last


def checked_sites(sites: Sequence[PlannedSite]) -> list[PlannedSite]:
    """Return the sites that something is asked of; raises RefusedInputError where there is none."""
    problems: list[Problem] = []
    for site in sites:
        if not 0 <= site.visits <= MOST_VISITS:
            problems.append(
                Problem(site.site_name, Fault.OUT_OF_RANGE, str(site.visits), f"0–{MOST_VISITS}")
            )
        if not 0 <= site.share <= WHOLE:
            problems.append(Problem(site.site_name, Fault.OUT_OF_RANGE, str(site.share), "0–100"))
    asked = [site for site in sites if site.visits or site.share]
    if not asked:
        problems.append(Problem(tr("Sites"), Fault.MISSING, expected=tr("a site to be visited")))
    if problems:
        raise RefusedInputError(problems)
    return asked

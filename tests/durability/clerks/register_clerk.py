"""Steps of every register without end, each told when it is on the disk.

    python -m tests.durability.clerks.register_clerk FOLDER

A round takes a complaint from its arrival to its answer, enters a sheet of a survey, makes a plan
in two versions and draws from it, publishes an evaluation, and adds an inspector who ends. It says
its number on standard output before it is begun (`?`) and after it (`+`).
"""

import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from inspector.domain.complaint.arrival import Arrival
from inspector.domain.people.inspector import Inspector
from inspector.domain.plan.plan import Plan
from inspector.domain.plan.plan_draw import DrawWay
from inspector.domain.survey.survey_sheet import Satisfaction
from inspector.domain.visit.roster import Site
from inspector.workspace.extent import Extent, Period
from inspector.workspace.plans.plans import PlanDraft
from inspector.workspace.surveys.surveys import Asked
from inspector.workspace.workspace import Workspace

NAME = "检查员"
"""What each inspector's name begins with; then comes the number of the round."""


def main() -> int:
    """Work until killed."""
    workspace = Workspace(Path(sys.argv[1]))
    site = workspace.rosters.every_site()[0]
    begun = len(workspace.inspectors.all())
    for number in range(begun, begun + 100_000):
        _tell("?", number)
        _round(workspace, Site(site.id, site.name), number)
        _tell("+", number)
    return 0


def _round(workspace: Workspace, site: Site, number: int) -> None:
    today, by = workspace.now().date(), "王敏"
    workspace.inspector_steps.add(Inspector("", f"{NAME}{number}"))
    complaints = workspace.complaints
    complaint, _ = complaints.receive(Arrival(site, f"第{number}件"), by=by)
    complaints.accept([complaint.id], "客服部", by=by)
    complaints.verify([complaint.id], True, "属实", by=by)
    complaints.answer([complaint.id], "已致歉", by=by)
    workspace.surveys.record(Asked(site, today), Satisfaction.DISSATISFIED, f"第{number}份")
    plan = _plan(workspace, today, number)
    workspace.draws.draw(plan, DrawWay.RANDOM, today)
    workspace.evaluations.publish(quarter_of(today), "示例文明办", f"第{number}次")
    (last,) = (each for each in workspace.inspectors.all() if each.name == f"{NAME}{number}")
    workspace.inspector_steps.end([last.id])


def quarter_of(day: date) -> Extent:
    """Return what is evaluated: the days up to a day."""
    return Extent(Period(day - timedelta(days=60), day))


def _plan(workspace: Workspace, today: date, number: int) -> Plan:
    """Make a plan that covers every site, then its second version."""
    draft = PlanDraft(
        f"计划{number}",
        today,
        today + timedelta(days=9),
        sites=tuple(replace(each, visits=9) for each in workspace.plans.usual_sites()),
    )
    first, _ = workspace.plans.make(draft)
    second, _ = workspace.plans.make(replace(draft, covert=50, family=first.family))
    return second


def _tell(mark: str, number: int) -> None:
    sys.stdout.write(f"{mark}{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

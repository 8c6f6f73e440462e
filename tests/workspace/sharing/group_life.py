"""What a group does at one hall on several laptops: visits, and steps of findings."""

from collections.abc import Callable
from datetime import date, timedelta

from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import AppealOutcome, Finding, FindingState
from inspector.domain.visit.roster import Site
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.visiting import Clock, answer_all, start

HALL = "城东厅"


def hall(laptop: LaptopFolder) -> Site:
    """The site that every laptop has on its roster."""
    return next(site for site in laptop.workspace.rosters.sites() if site.name == HALL)


def inspects(laptop: LaptopFolder, wrong: int = 2) -> list[Finding]:
    """A visit of the hall that finds something at its first window."""
    workspace = laptop.workspace
    site = hall(laptop)
    begun = start(workspace, site)
    asked = [
        item.id
        for item in workspace.inspections.sheet(begun).items(
            workspace.inspections.sheet(begun).scorecards[0]
        )
        if not item.is_bonus
    ][:wrong]
    answer_all(workspace, begun, {0: asked})
    workspace.inspections.complete(begun)
    return workspace.inspections.findings(begun)


def a_finding(laptop: LaptopFolder, which: int, *states: FindingState) -> Finding | None:
    """One of the findings that the laptop knows, in one of some states; the same everywhere."""
    known = laptop.workspace.database.rows("SELECT id FROM finding ORDER BY id")
    found = laptop.workspace.finding_store.all_of(row["id"] for row in known)
    fitting = [each for each in found.values() if each.state in states]
    return fitting[which % len(fitting)] if fitting else None


def _assigns(laptop: LaptopFolder, which: int, day: date) -> None:
    if finding := a_finding(laptop, which, FindingState.OPEN):
        to = Assignment(department="综合部", owner=laptop.name, leader="王主任")
        laptop.workspace.findings.assign([finding.id], to)


def _reports(laptop: LaptopFolder, which: int, day: date) -> None:
    if finding := a_finding(laptop, which, FindingState.OPEN, FindingState.RECTIFYING):
        laptop.workspace.findings.report_done(finding.id, f"{laptop.name}已改", day)


def _rechecks(laptop: LaptopFolder, which: int, day: date) -> None:
    if finding := a_finding(laptop, which, FindingState.REPORTED):
        laptop.workspace.findings.recheck([finding.id], bool(which % 2), "已看")


def _appeals(laptop: LaptopFolder, which: int, day: date) -> None:
    finding = a_finding(laptop, which, FindingState.OPEN, FindingState.RECTIFYING)
    if finding is None:
        return
    if finding.appealed_at is None:
        laptop.workspace.findings.appeal([finding.id], "不属实")
    else:
        laptop.workspace.findings.decide_appeal([finding.id], AppealOutcome.WITHDRAWN, "属实")


def _notes(laptop: LaptopFolder, which: int, day: date) -> None:
    if finding := a_finding(laptop, which, *FindingState):
        laptop.workspace.findings.note([finding.id], f"{laptop.name}看过")


def _inspects(laptop: LaptopFolder, which: int, day: date) -> None:
    inspects(laptop, 1 + which % 2)


STEPS: tuple[Callable[[LaptopFolder, int, date], None], ...] = (
    _inspects, _assigns, _reports, _rechecks, _appeals, _notes,
)  # fmt: skip


def goes_on(clock: Clock, laptop: LaptopFolder, step: int, which: int) -> None:
    """Something happens on a laptop, some minutes after what happened before anywhere."""
    clock.moment += timedelta(minutes=7)
    STEPS[step % len(STEPS)](laptop, which, clock.moment.date())

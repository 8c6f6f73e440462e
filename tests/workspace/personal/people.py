"""A hall whose people are named wherever a person can be, everything closed and sealed."""

from datetime import date, datetime
from pathlib import Path

from inspector.domain.complaint.arrival import Arrival
from inspector.domain.finding.assignment import Assignment
from inspector.domain.people.inspector import Inspector
from inspector.domain.survey.survey_sheet import Satisfaction
from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.domain.visit.roster_event import RosterSubject
from inspector.workspace.workspace import Workspace
from tests.photos import jpeg
from tests.workspace.evidence_steps import attach
from tests.workspace.visiting import answer_all, cards, items, start

CLERK, OTHER, HEAD = "李建国", "李建国栋", "王主任"
FIRST, SECOND = "周敏", "郑洁"
CALLER, PHONE = "赵铁柱", "13912345678"
EVERYBODY = (CLERK, OTHER, HEAD, FIRST, SECOND, CALLER)
STROKES = [((100, 100), (200, 150), (300, 100))]


def fill(workspace: Workspace) -> str:
    """Fill a folder; return its completed visit. The clerk is ended, nothing is open."""
    site = Site(workspace.new_id(), "城东厅")
    people = ((CLERK, "1001"), (OTHER, "1002"))
    windows = [
        Window(
            workspace.new_id(), site.id, f"{at}号窗口", "comprehensive", "综合部", HEAD,
            (Staff(workspace.new_id(), number, name),),
        )
        for at, (name, number) in enumerate(people, 1)
    ]  # fmt: skip
    workspace.roster_store.put([site], windows)
    workspace.inspector_steps.add(
        Inspector(workspace.new_id(), FIRST, "市文明办", phone="13800001111"),
        Inspector(workspace.new_id(), SECOND, "市文明办"),
    )
    visit = start(workspace, site, inspectors=(FIRST, SECOND))
    first = items(workspace, visit)[0].id
    attach(
        workspace.evidence,
        workspace.evidence.prepare(jpeg("#806040"), "IMG_1.jpg"),
        visit,
        cards(workspace, visit)[0].id,
        first,
        EvidenceOrigin.PASTED,
    )
    answer_all(workspace, visit, {0: [first]})
    workspace.inspections.complete(visit)
    workspace.records.sign(visit, HEAD, STROKES)
    workspace.records.amend(visit, f"{CLERK}已换岗", "补充说明", FIRST)
    found = [row["id"] for row in workspace.database.rows("SELECT id FROM finding")]
    workspace.findings.assign(found, Assignment("综合部", CLERK, HEAD), by=FIRST)
    workspace.findings.report_done(found[0], f"{CLERK}已改", date(2026, 11, 27), by=CLERK)
    workspace.findings.recheck(found, True, by=SECOND)
    complaint, _ = workspace.complaints.receive(
        Arrival(site, f"{CLERK}态度生硬", complainant=CALLER, phone=PHONE, first_asked=HEAD)
    )
    steps, ids = workspace.complaints, [complaint.id]
    steps.accept(ids, "综合部", HEAD)
    steps.verify(ids, False, f"问过{CALLER}，{CLERK}当天不在", by=FIRST)
    steps.answer(ids, "已电话答复")
    steps.follow_up(ids, Satisfaction.SATISFIED)
    steps.archive(ids)
    return visit


def end_everybody(workspace: Workspace) -> None:
    """Let the roster name nobody who is still there."""
    staff = [row["id"] for row in workspace.database.rows("SELECT id FROM staff")]
    workspace.roster_steps.end(RosterSubject.STAFF, staff)
    inspectors = [each.id for each in workspace.inspectors.all()]
    workspace.inspector_steps.end(inspectors)


def holding(folder: Path, *texts: str) -> set[str]:
    """Return which files of a data folder hold any of some texts, as UTF-8 or as JSON escapes."""
    told = [text.encode() for text in texts]
    told += [text.encode("unicode_escape") for text in texts]
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and any(each in path.read_bytes() for each in told)
    }


NOON = datetime.fromisoformat("2026-11-27T12:00:00+08:00")

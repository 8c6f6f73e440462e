"""A hall that did everything that any paper tells of, and all papers of it."""

from datetime import date
from pathlib import Path

from inspector.domain.checklist.category import Category
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding_event import Source, SourceKind
from inspector.domain.record.edition import Edition
from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.papers.superior_forms import write_sample_forms
from inspector.workspace.workspace import Workspace
from tests.photos import jpeg
from tests.workspace.evidence_steps import attach
from tests.workspace.visiting import Clock, answer_all, cards, items, start

NOVEMBER = Extent(month_of(date(2026, 11, 1)))
SITE = "城东厅"
NAMES = ("欧阳测试", "司马试样", "诸葛样例")
"""The staff of its windows; the last one has no number."""


def live_through(workspace: Workspace, clock: Clock) -> str:
    """Inspect the hall, patrol it, hold its meeting; return the visit. The clock is at 25 Nov."""
    site = Site(workspace.new_id(), SITE)
    people = [("1001", NAMES[0]), ("1002", NAMES[1]), ("", NAMES[2])]
    windows = [
        Window(
            workspace.new_id(), site.id, f"{place}号窗口", "comprehensive", "综合部", "王主任",
            (Staff(workspace.new_id(), number, name),),
        )
        for place, (number, name) in enumerate(people, 1)
    ]  # fmt: skip
    workspace.roster_store.put([site], windows)
    visit = start(workspace, site)
    wrong = [item.id for item in items(workspace, visit) if not item.veto][:2]
    answer_all(workspace, visit, {0: wrong, 1: wrong[:1], 2: wrong[1:]})
    for size in ((1200, 900), (600, 800)):
        photo = workspace.evidence.prepare(jpeg(size=size), "照片.jpg")
        card = cards(workspace, visit)[0]
        attach(workspace.evidence, photo, visit, card.id, wrong[0], EvidenceOrigin.CHOSEN)
    workspace.inspections.complete(visit)
    clock.set("2026-11-25", "14:00:00")
    patrol, _ = workspace.patrols.start(site, ["丙"])
    places = cards(workspace, patrol)
    for place in places[1:]:
        workspace.patrols.note(patrol, place.id, "台面不洁", category=Category.CLEANLINESS)
    workspace.patrols.mark_clean(patrol, [place.id for place in places])
    clock.set("2026-11-25", "14:20:00")
    workspace.patrols.complete(patrol)
    clock.set("2026-11-26", "08:20:00")
    meeting, _ = workspace.meetings.start(site, host="王主任", present=("1001",), absent=("1002",))
    for slide in workspace.meetings.agenda(meeting).items:
        workspace.meetings.discuss(meeting, slide.finding.id)
        owners = Assignment(owner="、".join(NAMES), deadline=date(2026, 12, 1))
        source = Source(SourceKind.MEETING, meeting)
        workspace.findings.assign([slide.finding.id], owners, source=source)
    clock.set("2026-11-26", "08:40:00")
    workspace.meetings.end(meeting)
    return visit


def every_paper(workspace: Workspace, visit: str, folder: Path) -> dict[str, Path]:
    """Write every paper that there is into a folder; return where, by kind."""
    reports = workspace.reports
    made = {
        f"record {edition}": reports.write_record(folder / f"{edition}.xlsx", visit, edition)
        for edition in Edition
    }
    made |= {
        "patrol": reports.write_patrol(folder / "patrol.xlsx", NOVEMBER),
        "ledger": reports.write_rectification(folder / "ledger.xlsx", NOVEMBER, photos=True),
        "fill-in": reports.write_rectification(folder / "fill-in.xlsx", NOVEMBER, fill_in=True),
        "notice": workspace.notices.write_all(NOVEMBER, folder)[0],
        "summary": reports.write_summary(folder / "summary.xlsx", NOVEMBER),
        "circular": reports.write_circular(folder / "circular.xlsx", NOVEMBER),
        "minutes": reports.write_minutes(folder / "minutes.xlsx", NOVEMBER),
        "evaluation": reports.write_evaluation(folder / "evaluation.xlsx", NOVEMBER),
    }
    for number, form in enumerate(write_sample_forms(folder / "forms"), 1):
        made[f"form {number}"] = reports.write_form(folder / f"f{number}.xlsx", NOVEMBER, form)
    return made

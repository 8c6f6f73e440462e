"""What ended on the roster, and came back, leaves every paper of before as it was."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.domain.visit.roster import Site, Staff, Window
from inspector.domain.visit.roster_event import RosterSubject
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.preferences import SHOW_NAMES
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, identifiers, items, start, visit

NOVEMBER = Extent(month_of(date(2026, 11, 1)))


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    clock = Clock(datetime.fromisoformat("2026-11-25T09:30:00+08:00"))
    ids = identifiers()
    folder = tmp_path_factory.mktemp("old") / "data"
    with closing(Workspace(folder, clock, lambda: next(ids))) as workspace:
        sites = [Site(workspace.new_id(), name) for name in ("城东厅", "城西厅")]
        windows = [
            Window(
                workspace.new_id(), site.id, f"{number}号窗口", "comprehensive", "综合部", "王主任",
                tuple(Staff(workspace.new_id(), f"{number}00{n}", f"员工{n}") for n in (1, 2)),
            )
            for site in sites
            for number in (1, 2)
        ]  # fmt: skip
        workspace.roster_store.put(sites, windows)
        workspace.preferences.set(SHOW_NAMES, "yes")
        for site in sites:
            trial = start(workspace, site)
            wrong = [item.id for item in items(workspace, trial) if not item.veto][:2]
            workspace.inspections.discard(trial)
            visit(workspace, site, {0: wrong})
            patrol, _ = workspace.patrols.start(site, ["丙"])
            places = workspace.inspections.sheet(patrol).scorecards
            workspace.patrols.mark_clean(patrol, [place.id for place in places])
            workspace.patrols.complete(patrol)
        clock.set("2026-11-26", "08:20:00")
        meeting, _ = workspace.meetings.start(
            sites[0], host="王", present=("1001",), absent=("1002",)
        )
        for slide in workspace.meetings.agenda(meeting).items:
            workspace.meetings.discuss(meeting, slide.finding.id)
        clock.set("2026-11-26", "08:40:00")
        workspace.meetings.end(meeting)
        clock.set("2026-12-02")
        yield workspace


def papers(hall: Workspace, folder: Path) -> dict[str, list[object]]:
    """The values of every paper, by its kind."""
    reports = hall.reports
    made = {
        "ledger": reports.write_rectification(folder / "ledger.xlsx", NOVEMBER),
        "summary": reports.write_summary(folder / "summary.xlsx", NOVEMBER),
        "circular": reports.write_circular(folder / "circular.xlsx", NOVEMBER),
        "patrol": reports.write_patrol(folder / "patrol.xlsx", NOVEMBER),
        "minutes": reports.write_minutes(folder / "minutes.xlsx", NOVEMBER),
    }
    for number, line in enumerate(hall.inspections.completed()):
        if line.inspection.kind.scores:
            path = folder / f"record-{number}.xlsx"
            made[f"record-{number}"] = reports.write_record(path, line.inspection.id)
    return {
        kind: [
            (sheet.title, cell.coordinate, cell.value)
            for sheet in openpyxl.load_workbook(path).worksheets
            for row in sheet.iter_rows()
            for cell in row
        ]
        for kind, path in made.items()
    }


@pytest.mark.ci
@settings(
    max_examples=2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_papers_of_before_stay_as_they_were(
    hall: Workspace, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("papers")
    before = papers(hall, folder)
    rosters, steps = hall.rosters, hall.roster_steps
    sites = rosters.every_site()
    windows = [window for site in sites for window in rosters.every_window(site.id)]
    things = [
        *((RosterSubject.SITE, site.id) for site in sites),
        *((RosterSubject.WINDOW, window.id) for window in windows),
        *((RosterSubject.STAFF, each.id) for window in windows for each in window.staff),
        *((RosterSubject.DEPARTMENT, d.id) for s in sites for d in rosters.departments(s.id)),
    ]
    ended = data.draw(st.lists(st.sampled_from(things), min_size=1, unique=True))
    for subject, each in ended:
        steps.end(subject, [each])
    assert papers(hall, folder) == before
    for subject, each in ended:
        steps.bring_back(subject, [each])
    assert papers(hall, folder) == before

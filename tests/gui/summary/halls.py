"""Twelve halls with one checklist, visited today and at the end of last month.

Of today: 01厅 has nothing wrong; 02厅 and 03厅 the same; 07厅 a veto; 12厅 was not visited. The
others are worse from one to the next. Last month 02厅 was better than 01厅. The visit of today to
04厅 is of a phase.
"""

import shutil
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path

from inspector.domain.visit.answer_changes import deducted, noted, passed
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import Site
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.gui.meeting.hall import MorningClock
from tests.gui.visits.folder import PACK, PACK_ID, window

SITES = [Site(f"hall-{n:02}", f"{n:02}厅") for n in range(1, 13)]
WINDOWS = {
    site.id: [window(site, "1号窗口", f"{n}01"), window(site, "2号窗口", f"{n}02")]
    for n, site in enumerate(SITES, 1)
}
SLIPS = ("greet", "uniform", "polite", "notice", "desk")
WRONG = {
    1: ((), ()), 2: (("uniform",), ()), 3: (("uniform",), ()), 4: (("greet",), ("greet",)),
    5: (("greet", "uniform"), ("greet",)), 6: (("greet", "uniform"), ("greet", "uniform")),
    7: (("quarrel",), ()), 8: (SLIPS[:3], SLIPS[:2]), 9: (SLIPS[:3], SLIPS[:3]),
    10: (SLIPS[:4], SLIPS[:4]), 11: (SLIPS, SLIPS),
}  # fmt: skip
PHASE = "第二阶段"


def write_halls(folder: Path, today: date | None = None) -> None:
    """Fill `folder` with the halls."""
    today = today or date.today()
    shutil.copytree(PACK, folder / "packs" / PACK_ID)
    clock = MorningClock(datetime.now().astimezone())
    with closing(Workspace(folder, clock)) as workspace:
        workspace.roster_store.put(SITES, [each for own in WINDOWS.values() for each in own])
        clock.set(today.replace(day=1) - timedelta(days=1), time(9))
        _visit(workspace, SITES[0], (("desk",), ("desk",)))
        _visit(workspace, SITES[1], ((), ()))
        clock.set(today, time(9))
        for number, wrong in WRONG.items():
            _visit(workspace, SITES[number - 1], wrong, PHASE if number == 4 else "")


def _visit(
    workspace: Workspace, site: Site, wrong: tuple[tuple[str, ...], ...], phase: str = ""
) -> None:
    duties = [Duty(each, each.staff[0]) for each in WINDOWS[site.id]]
    inspection, _ = workspace.inspections.start(
        site, InspectionKind.COVERT, ["检查一组"], PACK_ID, duties, False, phase
    )
    sheet = workspace.inspections.sheet(inspection)
    for card, bad in zip(sheet.scorecards, wrong, strict=True):
        answers = [
            noted(deducted(item), "见记录") if item.id in bad else passed(item)
            for item in sheet.items(card)
            if not item.is_bonus
        ]
        workspace.inspections.record(inspection, card.id, answers)
    workspace.inspections.complete(inspection)

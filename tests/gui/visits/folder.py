"""A data folder to inspect in: a small pack with every kind of rule, two sites, one open visit.

    城东营业厅: 1号窗口 (1001), 2号窗口 (1002), 3号窗口 (1003 and 1004)
    城西营业厅: 1号窗口 (2001)

The visit is to 城东营业厅: the public area and three windows, nothing answered.
"""

import shutil
from contextlib import closing
from pathlib import Path

from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace

PACK = Path(__file__).parent / "hall"
PACK_ID, KIND = "practice-hall", "practice-counter"
WINDOW_ITEMS = ["greet", "uniform", "praise", "quarrel", "polite", "wait", "notice", "desk"]
REQUIRED = [item for item in WINDOW_ITEMS if item != "praise"]
PUBLIC_ITEMS = ["toilet", "floor"]
EAST, WEST = Site("east", "城东营业厅"), Site("west", "城西营业厅")


def window(site: Site, number: str, *staff_numbers: str) -> Window:
    """Return a window; the people on duty there have these numbers."""
    staff = tuple(Staff(f"staff-{each}", each) for each in staff_numbers)
    return Window(f"{site.id}-{number}", site.id, number, KIND, "综合部", "王经理", staff)


EAST_WINDOWS = [
    window(EAST, "1号窗口", "1001"),
    window(EAST, "2号窗口", "1002"),
    window(EAST, "3号窗口", "1003", "1004"),
]


def write_folder(folder: Path, visits: int = 1) -> None:
    """Fill `folder` with the pack, the roster and `visits` open visits."""
    shutil.copytree(PACK, folder / "packs" / PACK_ID)
    with closing(Workspace(folder)) as workspace:
        workspace.roster_store.put([EAST, WEST], [*EAST_WINDOWS, window(WEST, "1号窗口", "2001")])
        for _ in range(visits):
            start_visit(workspace)


def start_visit(workspace: Workspace) -> str:
    """Start a visit to 城东营业厅; return its id."""
    duties = [Duty(each, each.staff[0]) for each in EAST_WINDOWS]
    kind = InspectionKind.COVERT
    return workspace.inspections.start(EAST, kind, ["检查一组"], PACK_ID, duties)[0]

"""Roster workbooks and rosters to test with."""

from contextlib import closing
from pathlib import Path

from inspector.domain.visit.roster import RosterRow
from inspector.excel.rosters.roster_workbook import write_roster_template
from inspector.workspace.workspace import Workspace

SAMPLES = Path(__file__).parents[2] / "excel" / "samples"
TIDY = SAMPLES / "roster-telecom-tidy.xlsx"
MESSY = SAMPLES / "roster-hospital-messy.xlsx"
FAULTY = SAMPLES / "roster-toll-faulty.xlsx"

EAST, WEST = "城东营业厅", "城西营业厅"


def write_roster(path: Path, workspace: Workspace, rows: list[RosterRow]) -> Path:
    """Write a workbook with these rows."""
    write_roster_template(path, workspace.packs.window_kinds(), rows)
    return path


def two_halls() -> list[RosterRow]:
    """Return two halls: two people take turns at the first window."""
    return [
        RosterRow(EAST, "1号窗口", "comprehensive", "1001", "张三", "早班", "综合部", "值班经理"),
        RosterRow(EAST, "1号窗口", "comprehensive", "1002", "李四", "", "综合部", "值班经理"),
        RosterRow(EAST, "2号窗口", "cashier", "1003", "", "早班", "综合部"),
        RosterRow(WEST, "1号窗口", "cashier", "1101"),
    ]


def fill(workspace: Workspace, folder: Path) -> None:
    """Take the two halls into a workspace."""
    path = write_roster(folder / "halls.xlsx", workspace, two_halls())
    workspace.rosters.take_in(workspace.rosters.preview(path))


def write_halls(folder: Path) -> None:
    """Begin a folder with the two halls."""
    with closing(Workspace(folder)) as workspace:
        fill(workspace, folder.parent)

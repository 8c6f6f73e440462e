"""The hall of `hall` where more time is asked for, and the hall's own laptop."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.ledger import LedgerFilter
from inspector.domain.sharing.manifest import Aim, Scope
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.sharing.receiving import Receiving
from inspector.workspace.sharing.sharing import Sharing
from inspector.workspace.workspace import Workspace
from tests.gui.meeting.hall import write_hall
from tests.gui.visits.folder import EAST

WHY = ("等配件", "等批复", "等排班")


def write_asked(folder: Path) -> None:
    """For “greet” at three windows more time is asked for, until three days in a row."""
    write_hall(folder, photos=False, alike=True)
    with closing(Workspace(folder)) as workspace:
        for number, each in enumerate(greeted(workspace)):
            workspace.findings.assign([each.id], Assignment(owner="1001"))
            day = each.deadline + timedelta(days=40 + number)
            workspace.findings.ask_extension([each.id], day, WHY[number])


def write_lent(folder: Path) -> None:
    """The laptop of the hall, which got its findings from those who inspect."""
    write_hall(beside := folder.with_name("inspects"), photos=False, alike=True)
    bundle = folder.with_name("hall.inspx")
    with closing(Workspace(beside)) as theirs:
        theirs.of(LaptopHere).identity()  # drawn by its first bundle
        known = theirs.of(LaptopHere).known()
        assert known is not None
        theirs.of(Sharing).share(bundle, Scope((EAST.id,), aim=Aim.HALL))
    with closing(Workspace(folder)) as workspace:
        workspace.of(Receiving).take_in(bundle, trust=known.fingerprint)


def greeted(workspace: Workspace) -> list[Finding]:
    """What was found at the item “greet” and is not closed, by window."""
    rows = workspace.findings.ledger(LedgerFilter(states=frozenset(FindingState)))
    found = workspace.findings.all_of(row.id for row in rows)
    open_ones = [each for each in found if each.item_id == "greet" and not each.state.is_ended]
    return sorted(open_ones, key=lambda each: each.window_number)

"""A hall of eight windows that is patrolled, and findings that are due for a recheck there."""

import shutil
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from inspector.domain.visit.answer_changes import deducted, noted, passed
from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import Site
from inspector.workspace.preferences import INSPECTORS
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.gui.visits.folder import EAST, PACK, PACK_ID, WEST, window
from tests.photos import jpeg
from tests.workspace.evidence_steps import attach

WINDOWS = 8


def write_hall(folder: Path, windows: int = WINDOWS) -> None:
    """Fill `folder` with the pack and two sites; the first has many windows."""
    shutil.copytree(PACK, folder / "packs" / PACK_ID)
    with closing(Workspace(folder)) as workspace:
        east = [window(EAST, f"{n}号窗口", str(1000 + n)) for n in range(1, windows + 1)]
        workspace.roster_store.put([EAST, WEST], [*east, window(WEST, "1号窗口", "2001")])
        workspace.preferences.set(INSPECTORS, "王值班")


def write_due(folder: Path, photos: int = 1) -> None:
    """Fill `folder` with that hall and three findings that are long due, the first with photos."""
    write_hall(folder)
    make_findings(folder, photos=photos)


def write_patrolled(folder: Path) -> None:
    """Fill `folder` with that hall, the findings, and a patrol of yesterday."""
    write_due(folder)
    make_patrol(folder)


def make_patrol(folder: Path, days_ago: int = 1) -> str:
    """Make a clean patrol of the first site some days ago; return its id."""
    moment = datetime.now().astimezone() - timedelta(days=days_ago)
    with closing(Workspace(folder, lambda: moment)) as workspace:
        patrol, _ = workspace.patrols.start(EAST, ["王值班"])
        cards = workspace.inspection_store.scorecards(patrol)
        workspace.patrols.mark_clean(patrol, [card.id for card in cards])
        workspace.patrols.complete(patrol)
        return patrol


def make_findings(folder: Path, site: Site = EAST, photos: int = 1) -> list[str]:
    """Let a visit a month ago find three things, the first with photos; return their ids."""
    moment = datetime.now().astimezone() - timedelta(days=30)
    with closing(Workspace(folder, lambda: moment)) as workspace:
        duties = [Duty(each, each.staff[0]) for each in workspace.rosters.windows(site.id)[:1]]
        visit, _ = workspace.inspections.start(
            site, InspectionKind.COVERT, ["甲"], PACK_ID, duties, public_area=False
        )
        sheet = workspace.inspections.sheet(visit)
        (card,) = sheet.scorecards
        wrong = ["greet", "uniform", "desk"]
        for _ in range(photos):
            attach(
                workspace.evidence,
                workspace.evidence.prepare(jpeg()),
                visit,
                card.id,
                "greet",
                EvidenceOrigin.PASTED,
                EvidenceRole.FOUND,
            )
        answers = [
            noted(deducted(item), "见照片") if item.id in wrong else passed(item)
            for item in sheet.items(card)
            if not item.is_bonus
        ]
        workspace.inspections.record(visit, card.id, answers)
        workspace.inspections.complete(visit)
        return [finding.id for finding in workspace.inspections.findings(visit)]

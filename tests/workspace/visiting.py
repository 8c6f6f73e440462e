"""Short ways to sites, visits and what a data folder holds."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path

from inspector.domain.checklist.checklist import BonusRule, Item
from inspector.domain.visit.answer_changes import deducted, noted, passed
from inspector.domain.visit.inspection import Answer, InspectionKind, Scorecard
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace

PACK = "telecom-hall"


class Clock:
    """A clock that stands until it is set."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def set(self, day: str, time: str = "09:30:00") -> None:
        self.moment = datetime.fromisoformat(f"{day}T{time}+08:00")


def identifiers() -> Iterator[str]:
    """Identifiers that are the same in every run."""
    return (f"{number:08}-0000-4000-8000-000000000000" for number in count(1))


def add_site(workspace: Workspace, name: str = "城东厅", windows: int = 2) -> Site:
    """Put a site with numbered windows, one person at each, into the roster."""
    site = Site(workspace.new_id(), name)
    workspace.roster_store.put(
        [site],
        [
            Window(
                id=workspace.new_id(),
                site_id=site.id,
                number=f"{number}号窗口",
                kind="comprehensive",
                department="综合部",
                leader="王主任",
                staff=(Staff(workspace.new_id(), f"{1000 + number}"),),
            )
            for number in range(1, windows + 1)
        ],
    )
    return site


def start(
    workspace: Workspace,
    site: Site,
    pack_id: str = PACK,
    *,
    public_area: bool = False,
    inspectors: Sequence[str] = ("甲", "乙"),
) -> str:
    """Start a visit to all windows of a site."""
    duties = [Duty(w, w.staff[0]) for w in workspace.rosters.windows(site.id)]
    inspection_id, _ = workspace.inspections.start(
        site, InspectionKind.COVERT, inspectors, pack_id, duties, public_area
    )
    return inspection_id


def cards(workspace: Workspace, inspection_id: str) -> tuple[Scorecard, ...]:
    """The scorecards of a visit."""
    return workspace.inspections.sheet(inspection_id).scorecards


def items(workspace: Workspace, inspection_id: str) -> tuple[Item, ...]:
    """What has to be answered on the first scorecard of a visit."""
    sheet = workspace.inspections.sheet(inspection_id)
    return tuple(item for item in sheet.items(sheet.scorecards[0]) if not item.is_bonus)


def answer_all(
    workspace: Workspace, inspection_id: str, wrong: Mapping[int, Iterable[str]] | None = None
) -> None:
    """Answer every item of every scorecard; `wrong` are ids of items by position of the card."""
    sheet = workspace.inspections.sheet(inspection_id)
    for card in sheet.scorecards:
        bad = set((wrong or {}).get(card.position, ()))
        answers = [
            noted(deducted(item), "见记录") if item.id in bad else passed(item)
            for item in sheet.items(card)
            if item.id in bad or not isinstance(item.rule, BonusRule)
        ]
        assert bad <= {answer.item_id for answer in answers}
        workspace.inspections.record(inspection_id, card.id, answers)


def visit(
    workspace: Workspace,
    site: Site,
    wrong: Mapping[int, Iterable[str]] | None = None,
    pack_id: str = PACK,
) -> str:
    """Make a whole visit and complete it."""
    inspection_id = start(workspace, site, pack_id)
    answer_all(workspace, inspection_id, wrong)
    workspace.inspections.complete(inspection_id)
    return inspection_id


def wrong_answer(workspace: Workspace, inspection_id: str) -> Answer:
    """A deduction from the first item, with everything that can be written to it."""
    item = items(workspace, inspection_id)[0]
    return Answer(
        item.id, deducted(item).verdict, count=3, phrases=item.phrases[:2], note="=“备注”\n第二行"
    )


def dump(folder: Path) -> list[str]:
    """Everything in the database of a data folder, as SQL.

    But the moments of the migrations, and how the words of the ledger lie in their index.
    """
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as connection:
        return [
            line
            for line in connection.iterdump()
            if "_sqlite_migrations" not in line and "finding_search" not in line
        ]

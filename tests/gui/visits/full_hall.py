"""A data folder at its fullest: 12 windows × 60 items, each item with 10 photos."""

import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.domain.visit.inspection import InspectionKind
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.gui.visits.folder import EAST, PACK, PACK_ID, window
from tests.gui.visits.photos import photo_file
from tests.workspace.evidence_steps import attach

WINDOWS, ITEMS, PHOTOS = 12, 60, 10
FILES = 40
"""Different photos on disk; rows share them, as pastes of one picture do."""


def write_full_folder(folder: Path, scratch: Path, photos: int = PHOTOS) -> str:
    """Fill `folder` with one open visit and `photos` photos at every item; return the visit."""
    _write_pack(folder / "packs" / PACK_ID)
    windows = [window(EAST, f"{number}号窗口", str(1000 + number)) for number in range(WINDOWS)]
    with closing(Workspace(folder)) as workspace:
        workspace.roster_store.put([EAST], windows)
        duties = [Duty(each, each.staff[0]) for each in windows]
        kind = InspectionKind.OPEN
        visit, _ = workspace.inspections.start(EAST, kind, ["甲"], PACK_ID, duties, False)
        if photos:
            _add_photos(workspace, visit, scratch, photos)
    return visit


def _write_pack(target: Path) -> None:
    shutil.copytree(PACK, target)
    for name in ("civil-language", "operating-norms", "cleanliness"):
        one = (
            f'[[item]]\nid = "{name}"\ntext = "{name}"\nfull = 1\n'
            'rule = { kind = "deduct", each = 1, unit = "次" }\n'
        )
        (target / f"{name}.toml").write_text(one, "utf-8")
    (target / "etiquette.toml").write_text(
        "\n".join(
            f'[[item]]\nid = "item-{number}"\ntext = "第{number}项，起身、微笑、主动问候"\n'
            'full = 2\nrule = { kind = "deduct", each = 1, unit = "人次" }\n'
            'phrases = ["未起身迎接", "未微笑", "未主动问候"]\n'
            for number in range(ITEMS - 3)
        ),
        "utf-8",
    )


def _add_photos(workspace: Workspace, visit: str, scratch: Path, photos: int) -> None:
    book, taken = EvidenceBook(workspace), datetime.now()
    prepared = [
        book.prepare(photo_file(scratch, f"IMG_{number}.jpg", taken)) for number in range(FILES)
    ]
    sheet = workspace.inspections.sheet(visit)
    at = 0
    with workspace.database.transaction():
        for card in sheet.scorecards:
            for item in sheet.items(card):
                for _ in range(photos):
                    at += 1
                    file, origin = prepared[at % FILES], EvidenceOrigin.CHOSEN
                    attach(book, file, visit, card.id, item.id, origin)

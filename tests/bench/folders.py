"""Data folders of each size: made once, kept, and copied before use."""

import shutil
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.workspace import Workspace
from tests.bench.process import ended

KEPT = timedelta(days=6)
"""What is newer is used again: figures of this week's days are those of a folder of this week."""


def folder_of(size: int, kept: Path, home: Path) -> Path:
    """Return a folder of `size` inspections below `kept`, made when there is no recent one."""
    kept.mkdir(parents=True, exist_ok=True)
    today = date.today()
    for age in range(KEPT.days):
        known = _place(size, kept, today - timedelta(age))
        if (known / DATABASE_FILE).exists():
            return known
    place = _place(size, kept, today)
    beside = place.with_name(f"{place.name}.part")
    shutil.rmtree(beside, ignore_errors=True)
    count, day = str(size), today.isoformat()
    ended(["-m", "inspector", "demo", str(beside), "--inspections", count, "--until", day], home)
    _hold_meeting(beside)
    beside.rename(place)
    return place


def copied(folder: Path, scratch: Path) -> Path:
    """Return a copy of a folder below `scratch`."""
    return Path(shutil.copytree(folder, scratch / folder.name))


def _place(size: int, kept: Path, day: date) -> Path:
    return kept / f"inspections-{size}-{day.isoformat()}"


def _hold_meeting(folder: Path) -> None:
    """Hold a morning meeting at the first site: the sample data has none, and minutes are told."""
    with closing(Workspace(folder)) as workspace:
        site = workspace.meetings.sites()[0]
        meeting, _ = workspace.meetings.start(site)
        for item in workspace.meetings.agenda(meeting).items[:20]:
            workspace.meetings.discuss(meeting, item.finding.id)
        workspace.meetings.end(meeting)

"""The small copies of photos that nobody has seen yet, made while nobody waits for them.

A photo is seen when it is taken, and has its copies from then on. One out of a bundle, or out of a
folder of an older version, would be decoded while somebody waits for a paper. In a process of its
own, which may be killed at any moment.
"""

import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TypeAlias

from inspector.domain.errors import CannotWriteError, InspectorError
from inspector.domain.papers.print_size import PrintSize
from inspector.excel.sheet.export_progress import Progress
from inspector.own_process import in_own_process
from inspector.storage.evidence.evidence_files import EvidenceFiles
from inspector.storage.evidence.print_copies import PRINTS_FOLDER, PrintCopies
from inspector.storage.evidence.thumbnails import THUMBNAILS_FOLDER, Thumbnails
from inspector.workspace.evidence.paper_photos import PaperPhotos
from inspector.workspace.opened_folder import OpenedFolder

MOST = 3_000
"""Photos, the newest: their copies are half of what is kept of all."""

_LEFT_AFTER = 3_600  # seconds after which nobody writes any more what was begun

_Kept: TypeAlias = tuple[str, str]  # digest and suffix


def make_ahead(opened: OpenedFolder, hear: Progress) -> int:
    """Make the copies that photos of this month and the last lack; return for how many.

    For any thread: it reads the database apart. What `hear` raises ends it at once; what is made
    stays. Raises what `in_own_process` raises.
    """
    this_month = opened.now().date().replace(day=1)
    last_month = (this_month - timedelta(days=1)).replace(day=1)
    with opened.reading_apart() as apart:
        pictures = apart.of(PaperPhotos)
        rooms = pictures.usual_rooms
        photos = apart.evidence_store.photos_since(last_month, MOST) if rooms else ()
        lacking: dict[_Kept, None] = {}
        for each in photos:
            hear(0, 0)  # a folder on a network takes its time for each
            if pictures.lacks(each):
                lacking[each.shown] = None
    if not lacking:
        return 0
    return in_own_process(_make, opened.folder, list(lacking), rooms, hear=hear, tells=True)


# In the process


def _make(folder: Path, lacking: list[_Kept], rooms: tuple[PrintSize, ...], hear: Progress) -> int:
    _sweep(folder)
    files = EvidenceFiles(folder)
    prints, thumbnails = PrintCopies(folder, files.path_of), Thumbnails(folder, files.path_of)
    made = 0
    for done, photo in enumerate(lacking):
        hear(done, len(lacking))
        try:
            thumbnails.thumbnail(*photo, prints=prints, rooms=rooms, even_if_seen=True)
        except CannotWriteError:
            return made
        except (InspectorError, OSError):
            continue  # gone or damaged: its place on a paper says so
        if not all(prints.has(photo[0], room) for room in rooms):
            return made  # nothing is kept
        made += 1
    return made


def _sweep(folder: Path) -> None:
    """Remove what was begun when a process like this one was killed."""
    for name in (PRINTS_FOLDER, THUMBNAILS_FOLDER):
        for left in (folder / name).glob("??/.*.tmp"):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime > _LEFT_AFTER:
                    left.unlink()

"""The papers that were written last: what, when and where, so that nobody has to search."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.domain.errors import CannotWriteError
from inspector.storage.files.paper_list import list_papers, listed_papers
from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder

_KEPT = "recent_papers"
"""The setting in which older versions kept them."""

MOST = 30
"""The oldest goes when there are more; a paper that is written again is the newest."""


@dataclass(frozen=True, slots=True)
class RecentPaper:
    """A file that was written for the user; it may have been moved since."""

    path: Path
    written_at: datetime


class RecentPapers:
    """Kept in the data folder, and nothing but names: the files are the user's."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._folder = opened.database.path.parent

    def listed(self) -> list[RecentPaper]:
        """Return what was written last, the newest first; whether it is there is not asked.

        What commands wrote meanwhile is among it.
        """
        store = SettingStore(self._opened.database)
        before = store.kept(_KEPT, tuple[tuple[str, str], ...], ())
        papers = dict[Path, RecentPaper]()
        for name, moment in (*listed_papers(self._folder), *before):
            path = Path(name)
            with suppress(ValueError):  # what another program put there
                papers.setdefault(path, RecentPaper(path, datetime.fromisoformat(moment)))
        return list(papers.values())[:MOST]

    def remember(self, *paths: Path) -> Changes:
        """Say that files were written just now; raises CannotWriteError."""
        list_papers(self._folder, paths, self._opened.now(), MOST)
        return Changes(papers=True)


def remember_written(folder: Path, paths: Iterable[Path]) -> None:
    """Say in a data folder that a command wrote files just now; a full disk loses none of them."""
    written = list(paths)
    with suppress(CannotWriteError):
        if written:
            list_papers(folder, written, datetime.now().astimezone(), MOST)

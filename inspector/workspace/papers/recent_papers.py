"""The papers that were written last: what, when and where, so that nobody has to search."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder

_KEPT = "recent_papers"
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
        self._store = SettingStore(opened.database)

    def listed(self) -> list[RecentPaper]:
        """Return what was written last, the newest first; whether it is there is not asked."""
        listed = list[RecentPaper]()
        for path, moment in self._kept:
            try:
                listed.append(RecentPaper(Path(path), datetime.fromisoformat(moment)))
            except ValueError:
                continue  # what another program put there
        return listed

    def remember(self, *paths: Path) -> Changes:
        """Say that files were written just now; raises CannotWriteError."""
        now = self._opened.now().isoformat()
        written = {str(path.absolute()): now for path in paths}
        kept = [pair for pair in self._kept if pair[0] not in written]
        lines = [*written.items(), *kept][:MOST]
        self._store.put(_KEPT, json.dumps(lines, ensure_ascii=False))
        return Changes(papers=True)

    @property
    def _kept(self) -> tuple[tuple[str, str], ...]:
        return self._store.kept(_KEPT, tuple[tuple[str, str], ...], ())

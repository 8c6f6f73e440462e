"""The folders that files were last read from and written to, one for each purpose."""

import os
from enum import StrEnum
from pathlib import Path

from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.opened_folder import OpenedFolder


class Purpose(StrEnum):
    """What a file is chosen for."""

    ROSTER = "roster"
    INSPECTORS = "inspectors"
    CHECKLISTS = "checklists"
    REPORTS = "reports"
    NOTICES = "notices"
    RETURNED = "returned"
    HOLIDAYS = "holidays"
    PLANS = "plans"  # of visits
    SURVEYS = "surveys"  # results of them
    EVIDENCE = "evidence"
    COPIES = "copies"  # of evidence
    BACKUPS = "backups"
    BUNDLES = "bundles"  # of other laptops, and for them
    FORMS = "forms"  # superiors' own


class LastFolders:
    """Kept in the data folder; a folder that is gone is none."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._store = SettingStore(opened.database)

    def of(self, purpose: Purpose) -> Path | None:
        """Return the folder last used for a purpose, when it is still there."""
        kept = self._store.get(_key(purpose))
        # Unlike Path's, isdir never raises.
        return Path(kept) if kept and os.path.isdir(kept) else None

    def remember(self, purpose: Purpose, folder: Path) -> None:
        """Remember the folder used for a purpose; raises CannotWriteError."""
        if (path := str(folder.absolute())) != self._store.get(_key(purpose)):
            self._store.put(_key(purpose), path)


def _key(purpose: Purpose) -> str:
    return f"folder:{purpose}"

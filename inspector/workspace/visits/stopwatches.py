"""The stopwatch that runs in a visit: remembered, so that it outlives the program."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder

LONGEST_RUN = timedelta(hours=12)
"""Nobody waits at a window for longer: such a stopwatch was forgotten, or the clock was set."""


@dataclass(frozen=True, slots=True)
class RunningWatch:
    """Since when an item of a scorecard is being timed."""

    scorecard_id: str
    item_id: str
    started_at: datetime


class Stopwatches:
    """At most one runs in each visit."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._now = opened.now
        self._store = SettingStore(opened.database)

    def running(self, inspection_id: str) -> RunningWatch | None:
        """Return the stopwatch that runs in a visit.

        None as well for one that cannot be right: begun in the future, or too long ago.
        """
        watch = _read(self._store.get(_key(inspection_id)))
        if watch is None or not timedelta() <= self._now() - watch.started_at <= LONGEST_RUN:
            return None
        return watch

    def is_lost(self, inspection_id: str) -> bool:
        """Tell whether one was started that cannot be right: in the future, or too long ago."""
        kept = self._store.get(_key(inspection_id))
        return bool(kept) and self.running(inspection_id) is None

    def start(
        self,
        inspection_id: str,
        scorecard_id: str,
        item_id: str,
        started_at: datetime | None = None,
    ) -> Changes:
        """Remember that an item is being timed, from now on or since `started_at`.

        Raises CannotWriteError.
        """
        at = (started_at or self._now()).isoformat()
        self._store.put(_key(inspection_id), json.dumps([scorecard_id, item_id, at]))
        return Changes()

    def forget(self, inspection_id: str) -> Changes:
        """Say that nothing is being timed in a visit any more; raises CannotWriteError."""
        self._store.drop(_key(inspection_id))
        return Changes()


def _key(inspection_id: str) -> str:
    return f"stopwatch:{inspection_id}"


def _read(kept: str) -> RunningWatch | None:
    try:
        scorecard_id, item_id, at = json.loads(kept)
        watch = RunningWatch(str(scorecard_id), str(item_id), datetime.fromisoformat(at))
    except (ValueError, TypeError):  # nothing, or what another program put there
        return None
    return watch if watch.started_at.tzinfo is not None else None

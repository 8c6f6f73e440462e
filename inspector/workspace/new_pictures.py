"""Pictures that arrive in a folder during a visit: what is offered, and what no longer is."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.clock_check import photo_disagrees
from inspector.domain.errors import InspectorError
from inspector.domain.inspection import Inspection
from inspector.storage.new_pictures import FolderWatch
from inspector.storage.photo_making import preview
from inspector.storage.photo_reading import examine
from inspector.storage.setting_store import SettingStore

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace

LOOKED_AT = 4
"""Pictures that are decoded before the first of them is shown."""

MOST_AT_ONCE = 60
"""A card full of old pictures is not a queue: its newest are."""


@dataclass(frozen=True, slots=True)
class NewPicture:
    """A picture as it is offered. `small` is a JPEG, empty when it cannot be read."""

    path: Path
    small: bytes
    before_visit: bool  # taken, as its camera says, before the visit began


class NewPictures:
    """The pictures of one folder for one visit.

    `look` may be called from any thread, by one at a time; the rest may not.
    """

    def __init__(
        self,
        workspace: "Workspace",
        folder: Path,
        inspection: Inspection,
        side: int,
        *,
        everything: bool = False,
    ) -> None:
        """`side`: the longer side of the small pictures, in pixels.

        With `everything` the newest of what lay there before the visit are offered as well.
        """
        self.folder = folder
        self.everything = everything
        self._workspace = workspace
        self._began = inspection.started_at
        self._side = side
        self._watch = FolderWatch(folder, self._began, everything=everything)
        self._store = SettingStore(workspace.database)
        self._key = f"pictures-done.{inspection.id}"
        self._done = frozenset(map(Path, _names(self._store.all().get(self._key, ""))))
        self._seen: set[Path] = set()
        self._waiting: list[Path] = []

    def look(self) -> tuple[list[NewPicture], bool]:
        """Return some of the pictures that arrived and are finished, oldest first; more to come?

        Costs a look at the folder, and decoding what is returned.
        """
        if not self._waiting:
            fresh = self._watch.settled_pictures(self._done | self._seen)
            self._seen.update(fresh)
            self._waiting = fresh[-MOST_AT_ONCE:]
        now, self._waiting = self._waiting[:LOOKED_AT], self._waiting[LOOKED_AT:]
        return [self._glance(path) for path in now], bool(self._waiting)

    def _glance(self, path: Path) -> NewPicture:
        try:
            facts = examine(path)
            small = preview(path, self._side)
        except InspectorError:  # said when somebody wants to attach it
            return NewPicture(path, b"", False)
        taken = facts.taken_at if facts else None
        # What was taken after now is a wrong clock and no old photo.
        off = photo_disagrees(taken, self._workspace.now(), self._began) if taken else None
        return NewPicture(path, small, off is not None and off.total_seconds() < 0)

    def settle(self, path: Path, done: bool = True) -> None:
        """Remember that a picture is attached or dismissed, or after an undo no longer is.

        Raises CannotWriteError.
        """
        self._done = self._done | {path} if done else self._done - {path}
        self._store.put(self._key, json.dumps(sorted(map(str, self._done)), ensure_ascii=False))


def _names(kept: str) -> list[str]:
    try:
        names = json.loads(kept) if kept else []
    except ValueError:
        return []
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []

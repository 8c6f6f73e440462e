"""Pictures that arrive in a folder during a visit: what is offered, and what no longer is."""

import json
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.errors import InspectorError
from inspector.domain.visit.clock_check import photo_disagrees
from inspector.domain.visit.inspection import Inspection
from inspector.storage.evidence.incoming_pictures import FolderWatch, Stamp
from inspector.storage.evidence.photo_making import preview
from inspector.storage.evidence.photo_reading import examine
from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.evidence.pending_photos import PicturesDonePending
from inspector.workspace.opened_folder import OpenedFolder

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
        opened: OpenedFolder,
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
        self._opened = opened
        self._began = inspection.started_at
        self._side = side
        self._watch = FolderWatch(folder, self._began, everything=everything)
        self._store = SettingStore(opened.database)
        self._key = f"pictures-done.{inspection.id}"
        self._done = _read(self._store.all().get(self._key, ""))
        self._seen: dict[Path, Stamp | None] = {}
        self._waiting: list[Path] = []

    def look(self) -> tuple[list[NewPicture], bool]:
        """Return some of the pictures that arrived and are finished, oldest first; more to come?

        Costs a look at the folder, and decoding what is returned.
        """
        if not self._waiting:
            # A file that was written anew under its name is another picture.
            fresh = self._watch.settled_pictures(self._done | self._seen)
            self._seen.update((path, self._watch.stamp(path)) for path in fresh)
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
        off = photo_disagrees(taken, self._opened.now(), self._began) if taken else None
        return NewPicture(path, small, off is not None and off.total_seconds() < 0)

    def settle(self, path: Path, done: bool = True) -> PicturesDonePending:
        """Offer a picture no longer, or after an undo again; return the write that remembers it."""
        others = {other: stamp for other, stamp in self._done.items() if other != path}
        self._done = {**others, path: self._seen.get(path)} if done else others
        kept = [[str(other), *(stamp or ())] for other, stamp in sorted(self._done.items())]
        return PicturesDonePending(self._key, json.dumps(kept, ensure_ascii=False))


def _read(kept: str) -> dict[Path, Stamp | None]:
    """Read what was kept: [path, size, time] of each; what is known only by its path has None."""
    try:
        found = json.loads(kept) if kept else []
    except ValueError:
        return {}
    done: dict[Path, Stamp | None] = {}
    for each in found if isinstance(found, list) else []:
        match each:
            case str(name) | [str(name)]:
                done[Path(name)] = None
            case [str(name), int(size), int(changed)]:
                done[Path(name)] = (size, changed)
    return done

"""What is written on a visit and not kept yet: a draft of its place or finding, on the disk."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from inspector.domain.visit.draft import DraftKey
from inspector.gui.editor_draft import DraftKeeper, Dropped, Field, drafts_of
from inspector.gui.session import Session
from inspector.gui.visits.parts.undoable_visit import UndoableVisit

Lines = Mapping[str, Callable[[], Mapping[str, Field]]]
"""What returns the fields of each line, by the name of its drafts; asked when it first opens."""


def stop_of(key: DraftKey) -> str:
    """Return the id of the window, place or finding at which something is written."""
    return key.place.partition("/")[0]


def entry_of(key: DraftKey) -> str:
    """Return the id of the entry there that is written anew, '' for a new one."""
    return key.place.partition("/")[2]


class VisitDrafts(QObject):
    """At most one of the lines is open; what was in the others is on the disk."""

    shown = Signal()
    """What a line says was put there, and not typed."""

    def __init__(self, session: Session, lines: Lines, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._fields = session, lines
        self._lines: dict[str, DraftKeeper] = {}  # of those that were open once

    @property
    def is_written(self) -> bool:
        """Something is in the line that is open."""
        return any(each.is_written for each in self._lines.values())

    def begin(self, key: DraftKey) -> None:
        """The line is open: what was left of it goes on."""
        name = key.editor
        if name not in self._lines:
            self._lines[name] = DraftKeeper(self._session, name, self._fields[name](), self)
        if self._lines[name].begin(key.owner, key.place):
            self.shown.emit()

    def leave(self) -> None:
        """Keep what is written; its line closes."""
        for each in self._lines.values():
            each.leave()

    def drop(self) -> None:
        """What was written in the line that is open is kept now, or not wanted."""
        for each in self._lines.values():
            each.drop()

    def let_go(self) -> Dropped | None:
        """Drop what is in the line that is open; return it, if there was anything."""
        dropped = [each.let_go() for each in self._lines.values()]
        return next(filter(None, dropped), None)

    def bring_back(self, dropped: Dropped) -> None:
        """Let be in the line, open again, what was dropped."""
        self._lines[dropped.key.editor].bring_back(dropped)
        self.shown.emit()

    def unkept(self, visit: UndoableVisit) -> list[DraftKey]:
        """Return where something is written, in the order of the visit."""
        for each in self._lines.values():
            each.keep()
        stops, lines = visit.writing_ids, list(self._fields)
        found = [
            key
            for key in drafts_of(self._session, visit.id)
            if key.editor in lines and stop_of(key) in stops and entry_of(key) in visit.entry_ids
        ]
        return sorted(
            found,
            key=lambda key: (stops.index(stop_of(key)), entry_of(key), lines.index(key.editor)),
        )


def as_new(key: DraftKey, visit: UndoableVisit) -> DraftKey:
    """Return where to write what was of an entry that is gone: as a new one of its place."""
    known = entry_of(key) in visit.entry_ids
    return key if known else replace(key, place=f"{stop_of(key)}/")

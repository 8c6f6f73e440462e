"""Every single step that changes who inspects; each can be taken back, and nobody is deleted."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.domain.people.inspector import Inspector, is_phone
from inspector.domain.people.inspector_event import InspectorFacts, inspector_facts
from inspector.storage.registers.inspector_store import InspectorStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder


class InspectorDone(NamedTuple):
    """Whom a step was about, its number for `undo`, who is new, and what to draw again."""

    id: str
    batch: int
    names: tuple[str, ...]  # of those who were added
    changes: Changes


class InspectorSteps:
    """The steps on inspectors. Whatever is typed comes back in one spelling.

    They raise RefusedInputError, its places being `name`, `phone` and `away`, and KeyError for an
    id that is nobody's.
    """

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = InspectorStore(opened.database)

    def add(self, *inspectors: Inspector) -> InspectorDone:
        """Add inspectors, whatever their ids say; all of them, or none. A name is one person."""
        from inspector.excel.reading.typed_cells import comparable

        with self._opened.database.transaction():
            changes: dict[str, tuple[str, InspectorFacts]] = {}
            names: list[str] = []
            for each in inspectors:
                new = replace(_tidied(each), id=self._opened.new_id(), ended_on=None)
                self._require(new)
                new_facts = (new.id, inspector_facts(new))
                if changes.setdefault(comparable(new.name), new_facts) is new_facts:
                    names.append(new.name)
            return self._change(list(changes.values()))._replace(names=tuple(names))

    def change(self, inspector: Inspector) -> InspectorDone:
        """Give an inspector what is said of them now; old visits keep what they were made with."""
        with self._opened.database.transaction():
            new = _tidied(inspector)
            self._require(new)
            facts = {k: v for k, v in inspector_facts(new).items() if k != "ended_on"}
            self._known(new.id)
            return self._change([(new.id, facts)])

    def end(self, ids: Sequence[str]) -> InspectorDone:
        """Let inspectors be offered for no visit any more, from today (停用)."""
        today = self._opened.now().date().isoformat()
        return self._all(ids, {"ended_on": today})

    def bring_back(self, ids: Sequence[str]) -> InspectorDone:
        """Let inspectors who ended inspect again."""
        return self._all(ids, {"ended_on": None})

    def undo(self, batch: int) -> InspectorDone:
        """Take a step back as a step of its own; whom it added ends. It can be undone itself."""
        today = self._opened.now().date().isoformat()
        with self._opened.database.transaction():
            events = self._store.batch(batch)
            if not events:
                raise KeyError(batch)
            changes = [
                (each.inspector_id, {"ended_on": today} if each.before is None else each.before)
                for each in reversed(events)
            ]
            for inspector_id, before in changes:
                if (name := before.get("name")) is not None:
                    self._require(Inspector(inspector_id, name))
            return self._change(changes)

    def _all(self, ids: Sequence[str], facts: InspectorFacts) -> InspectorDone:
        with self._opened.database.transaction():
            for each in ids:
                self._known(each)
            return self._change([(each, facts) for each in ids])

    def _known(self, inspector_id: str) -> None:
        if self._store.facts(inspector_id) is None:
            raise KeyError(inspector_id)

    def _require(self, inspector: Inspector) -> None:
        from inspector.excel.reading.typed_cells import comparable

        name, first, last = inspector.name, inspector.away_first, inspector.away_last
        if not name:
            raise RefusedInputError([Problem("name", Fault.MISSING, expected="name")])
        for other in self._store.all(self._opened.now().date()):
            if other.id != inspector.id and comparable(other.name) == comparable(name):
                fault = Fault.ENDED if other.ended else Fault.TAKEN
                raise RefusedInputError([Problem("name", fault, other.name)])
        if not is_phone(inspector.phone):
            raise RefusedInputError([Problem("phone", Fault.NOT_A_PHONE, inspector.phone)])
        if last is not None and (first is None or last < first):
            bound = f"≤ {last.isoformat()}"
            found = first.isoformat() if first else "—"
            raise RefusedInputError([Problem("away", Fault.OUT_OF_RANGE, found, bound)])

    def _change(self, changes: Sequence[tuple[str, InspectorFacts]]) -> InspectorDone:
        at, batch = self._opened.now(), self._store.new_batch()
        for inspector_id, facts in changes:
            self._store.change(batch, at, inspector_id, facts, self._opened.new_id)
        return InspectorDone(changes[0][0], batch, (), Changes(inspectors=True))


def _tidied(inspector: Inspector) -> Inspector:
    """Return an inspector in the one spelling that a workbook's cells get, too."""
    from inspector.excel.reading.typed_cells import tidy

    return replace(
        inspector,
        name=tidy(inspector.name),
        unit=tidy(inspector.unit),
        group=tidy(inspector.group),
        phone=tidy(inspector.phone),
    )

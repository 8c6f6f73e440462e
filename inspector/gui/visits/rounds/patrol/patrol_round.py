"""The patrol in front: what was seen at each place, every change of it on disk at once.

What the disk refuses waits in the session's `unsaved`.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from inspector.domain.checklist.checklist import Category
from inspector.domain.errors import InspectorError, MachineError
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.patrol import PatrolEntry, with_entry
from inspector.gui.photos import evidence_steps
from inspector.gui.session import Session
from inspector.gui.visits.rounds.round_history import RoundHistory, RoundStep
from inspector.workspace.pending import PatrolPending, PlacePending, evidence_upon, patrol_upon
from inspector.workspace.visits.patrol_suggestions import Suggestion, suggestions


class PatrolRound(QObject):
    """Every method that writes returns False when that was refused."""

    changed = Signal()

    def __init__(self, session: Session, sheet: InspectionSheet, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._patrols = session.workspace.patrols
        self.sheet = sheet
        self._history = RoundHistory()
        self.entries: list[PatrolEntry] = []
        self._read()

    @property
    def id(self) -> str:
        """The id of the visit."""
        return self.sheet.inspection.id

    @property
    def places(self) -> tuple[Scorecard, ...]:
        """The places in the order of the round."""
        return self.sheet.scorecards

    @property
    def unsaved(self) -> set[str]:
        """The ids of the places of which something is not on the disk."""
        return {place for place, _ in self._session.unsaved.spots}

    def entries_at(self, card_id: str) -> list[PatrolEntry]:
        """Return what was seen at a place."""
        return [entry for entry in self.entries if entry.scorecard_id == card_id]

    def wrong_at(self, card_id: str) -> list[PatrolEntry]:
        """Return what was wrong at a place."""
        return [entry for entry in self.entries_at(card_id) if not entry.clean]

    @property
    def not_seen(self) -> list[Scorecard]:
        """The places without a word yet."""
        seen = {entry.scorecard_id for entry in self.entries}
        return [card for card in self.places if card.id not in seen]

    def next_unseen(self, card_id: str) -> Scorecard | None:
        """Return the next place without a word behind a place, wrapping once."""
        ids = [card.id for card in self.places]
        at = ids.index(card_id)
        unseen = {card.id for card in self.not_seen}
        order = [*self.places[at + 1 :], *self.places[:at]]
        return next((card for card in order if card.id in unseen), None)

    def suggestions(self, card: Scorecard) -> tuple[Suggestion, ...]:
        """Return what can be wrong at a place by the checklist."""
        return suggestions(self.sheet.items(card))

    def evidence_of(self, entry_id: str) -> tuple[Evidence, ...]:
        """Return the photos of an entry."""
        return tuple(each for each in self.sheet.evidence if each.item_id == entry_id)

    # Writing

    def mark_clean(self, card_ids: Sequence[str]) -> bool:
        """Write 未发现问题 for places without a word."""
        workspace, seen = self._session.workspace, {entry.scorecard_id for entry in self.entries}
        new = [
            PatrolEntry(workspace.new_id(), self.id, card_id, workspace.now())
            for card_id in card_ids
            if card_id not in seen
        ]
        return self._change([*self.entries, *new], card_ids[0] if card_ids else "")

    def note(
        self,
        card_id: str,
        text: str,
        place: str,
        item_id: str,
        category: Category | None,
        entry: PatrolEntry | None,
    ) -> bool:
        """Keep what was wrong at a place, or other words for it."""
        if entry is not None:
            changed = replace(entry, text=text, place=place, item_id=item_id, category=category)
            return self.put(changed)
        workspace = self._session.workspace
        new = PatrolEntry(
            workspace.new_id(),
            self.id,
            card_id,
            workspace.now(),
            place,
            category,
            item_id,
            text,
            to_meeting=True,
        )
        return self.put(new)

    def put(self, entry: PatrolEntry) -> bool:
        """Keep an entry with other facts."""
        changed = replace(
            entry,
            at=self._session.workspace.now(),
            place=entry.place.strip(),
            text=entry.text.strip(),
        )
        return self._change(with_entry(self.entries, changed), entry.scorecard_id)

    def drop(self, entry: PatrolEntry) -> bool:
        """Take an entry away."""
        left = [each for each in self.entries if each.id != entry.id]
        return self._change(left, entry.scorecard_id)

    def add_step(self, undo: Callable[[], bool], redo: Callable[[], bool], place: str) -> None:
        """Remember something that happened at a place beside the entries, to be undone in turn."""
        self._history.add(RoundStep(undo, redo, place))

    def undo(self) -> str | None:
        """Take the last change back; return the place it happened at."""
        return self._history.undo()

    def redo(self) -> str | None:
        """Do again what was taken back; return its place."""
        return self._history.redo()

    @property
    def undoes_photo(self) -> bool:
        """An undo would change a photo and nothing else."""
        return self._history.undoes_photo

    @property
    def redoes_photo(self) -> bool:
        """A redo would change a photo and nothing else."""
        return self._history.redoes_photo

    def attached(self, evidence: Evidence) -> None:
        """A photo came in; Ctrl+Z takes it off again."""
        self._add_photo_step(evidence, None, evidence)
        self._read()

    def change_photo(self, evidence: Evidence, then: Evidence | None) -> bool:
        """Let a photo stand otherwise, None: removed."""
        done = self._stand(evidence, then)
        if done:
            self._add_photo_step(evidence, evidence, then)
        return done

    def annotate(self, evidence: Evidence, picture: bytes) -> bool:
        """Show a copy with marks instead of the original."""
        made = evidence_steps.annotated(self._session, evidence, picture)
        if made is None or not self._stand(evidence, *made):
            return False
        self._add_photo_step(evidence, evidence, made[0])
        return True

    def _add_photo_step(
        self, one: Evidence, before: Evidence | None, after: Evidence | None
    ) -> None:
        self._history.add(
            RoundStep(
                lambda: self._stand(after, before),
                lambda: self._stand(before, after),
                one.scorecard_id or "",
                photo=True,
            )
        )

    def _stand(
        self, now: Evidence | None, then: Evidence | None, refused: MachineError | None = None
    ) -> bool:
        write = evidence_steps.standing(now, then, self._session.workspace.now())
        if write is not None and not self._session.keep(write, refused):
            return False
        self._read()
        return True

    def stand_at(self, card_id: str) -> None:
        """Remember where the patroller stands."""
        self._session.keep(PlacePending(self.id, card_id, None))

    def _change(self, after: list[PatrolEntry], place: str) -> bool:
        """Let the entries be these, as one step to undo."""
        before = self.entries
        if not self._let_be(after):
            return False
        self._history.add(
            RoundStep(lambda: self._let_be(before), lambda: self._let_be(after), place)
        )
        return True

    def _let_be(self, entries: list[PatrolEntry]) -> bool:
        touched = {
            entry.scorecard_id
            for each, others in ((self.entries, entries), (entries, self.entries))
            for entry in each
            if entry not in others
        }
        write = PatrolPending(self.id, tuple(entries), tuple(sorted(touched)))
        if not self._session.keep(write):
            return False
        self._read()
        return True

    def _read(self) -> None:
        kept, photos = self.entries, self.sheet.evidence
        with suppress(InspectorError):  # a drive that was pulled out cannot be read either
            kept = self._patrols.entries(self.id)
            photos = self._session.workspace.evidence.of_inspection(self.id)
        waiting = self._session.unsaved.waiting
        self.entries = patrol_upon(self.id, kept, waiting)
        self.sheet = self.sheet.with_evidence(evidence_upon(photos, waiting, inspection_id=self.id))
        self.changed.emit()

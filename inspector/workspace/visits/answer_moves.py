"""Answers moved to another window of an open visit, and that they were, for its record."""

from collections.abc import Iterable

from inspector.domain.visit.answer_move import AnswersMoved
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Answer
from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.changes import Changes
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.visits.inspections import Inspections


class AnswerMoves:
    """Kept beside the visit: its record tells each that was not taken back."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = SettingStore(opened.database)

    def of(self, inspection_id: str) -> tuple[AnswersMoved, ...]:
        """Return what was moved in a visit, in that order."""
        return self._store.kept(_key(inspection_id), tuple[AnswersMoved, ...], ())

    def let_move(
        self,
        inspection_id: str,
        moved: AnswersMoved,
        here: Iterable[Answer],
        there: Iterable[Answer],
        photos: Iterable[Evidence],
        *,
        back: bool = False,
    ) -> Changes:
        """Let the items of a move be answered so at its source and so at its target, all or none.

        Items without an answer are 未查 there. `photos` come as they are to stand. With `back` it
        is taken back, and told no longer. Raises NotOpenError once the visit is completed.
        """
        from msgspec import json

        inspections, evidence = self._opened.of(Inspections), self._opened.of(EvidenceBook)
        events = [each for each in self.of(inspection_id) if each != moved]
        if not back:
            events.append(moved)
        with self._opened.database.transaction():
            for card_id, given in ((moved.source_id, here), (moved.target_id, there)):
                inspections.record(inspection_id, card_id, given, moved.items)
            for each in photos:
                evidence.let_stand(each, None, moved.at)
            self._store.put(_key(inspection_id), json.encode(events).decode())
        return Changes(scorecard=moved.target_id, evidence=inspection_id)


def _key(inspection_id: str) -> str:
    return f"moved:{inspection_id}"

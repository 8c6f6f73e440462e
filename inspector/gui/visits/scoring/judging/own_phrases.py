"""What this user wrote for the items of a pack: offered again, counted when an item is left."""

from inspector.domain.checklist.checklist import Item
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.phrase_offers import own_words
from inspector.gui.session import Session
from inspector.workspace.pending.pending_writes import PhrasePending


class OwnPhrases:
    """The texts of one pack, and which of them the current item has been counted for.

    A text is counted when the inspector leaves the item it was written for: not letter by letter,
    and not again when they come back to it.
    """

    def __init__(self, session: Session, pack_id: str) -> None:
        self._session, self._pack_id = session, pack_id
        self._texts: dict[str, tuple[str, ...]] = {}
        self._at: tuple[str, Item] | None = None
        self._counted: dict[tuple[str, str], set[str]] = {}  # by scorecard and item
        self._read()

    def of(self, item_id: str) -> tuple[str, ...]:
        """Return what was written for an item, most used first."""
        return self._texts.get(item_id, ())

    def arrive(self, sheet: InspectionSheet, scorecard_id: str, item: Item) -> None:
        """Stand on an item; what it says already was counted at its time."""
        if self._at == (scorecard_id, item):
            return
        self.leave(sheet)
        self._at = (scorecard_id, item)
        counted = self._counted.setdefault((scorecard_id, item.id), set())
        counted.update(own_words(item, sheet.answers.get(scorecard_id, {}).get(item.id)))

    def leave(self, sheet: InspectionSheet) -> None:
        """Count what was written since the inspector came to the item."""
        if self._at is None:
            return
        (scorecard_id, item), self._at = self._at, None
        said = own_words(item, sheet.answers.get(scorecard_id, {}).get(item.id))
        counted = self._counted[scorecard_id, item.id]
        new = [text for text in said if text not in counted]
        counted.update(new)
        for text in new:
            self._session.keep(PhrasePending(self._pack_id, item.id, text))
        if new:
            self._read()

    def forget(self, item_id: str, text: str) -> None:
        """Offer a text no longer."""
        phrases = self._session.workspace.phrases
        if self._session.attempt(lambda: phrases.forget(self._pack_id, item_id, text)) is not None:
            self._read()

    def _read(self) -> None:
        phrases = self._session.workspace.phrases
        self._texts = self._session.attempt(lambda: phrases.of(self._pack_id)) or {}

"""What this user wrote for an item before: offered again, most used first."""

from inspector.storage.own.phrase_store import PhraseStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder

LONGEST = 40
"""Characters of a note that may be offered again; a longer one tells of one case only."""

OFFERED = 9
"""As many as there are digits."""


class Phrases:
    """The operations on own phrases."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = PhraseStore(opened.database)

    def of(self, pack_id: str) -> dict[str, tuple[str, ...]]:
        """Return what was written for each item of a pack, by item id, most used first."""
        return self._store.of(pack_id, OFFERED)

    def use(self, pack_id: str, item_id: str, text: str) -> Changes:
        """Count a text that was written for an item; a long one, or one of several lines, is not.

        Texts are counted whatever visit they stand on, so that a second window can be told of
        what the first one was with one key.
        """
        text = text.strip()
        if text and len(text) <= LONGEST and "\n" not in text:
            self._store.use(pack_id, item_id, text, self._opened.now())
            return Changes(phrases=True)
        return Changes()

    def forget(self, pack_id: str, item_id: str, text: str) -> Changes:
        """Offer a text no longer."""
        self._store.forget(pack_id, item_id, text)
        return Changes(phrases=True)

"""What is typed and not handed in yet, kept on the disk: every editor's, in one place.

A draft is no evidence and no answer: it goes when it is handed in or dropped, and with what it
belongs to.
"""

from inspector.domain.visit.draft import Draft, DraftKey
from inspector.storage.own.draft_store import DraftStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder


class Drafts:
    """The operations on drafts."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._store = DraftStore(opened.database)

    def of(self, owner: str) -> list[Draft]:
        """Return what was typed about a visit, a meeting or a finding; '' for neither."""
        return self._store.of(owner)

    def put(self, key: DraftKey, content: str) -> Changes:
        """Keep a draft; '' takes it away. Nothing that anything else shows has changed."""
        self._store.put(key, content)
        return Changes()

    def forget(self, owner: str) -> Changes:
        """Take away every draft of what is handed in, ended or gone."""
        self._store.forget(owner)
        return Changes()

    def sweep(self) -> Changes:
        """Take away drafts of what is over and done, as an older copy of the folder may hold."""
        self._store.sweep()
        return Changes()

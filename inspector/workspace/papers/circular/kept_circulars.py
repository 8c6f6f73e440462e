"""The texts of circulars that somebody edited, each kept with its period."""

from inspector.domain.papers.kept_text import KeptText
from inspector.domain.papers.letter_text import require_letter_text
from inspector.storage.own.circular_text_store import CircularTextStore, TextKey
from inspector.workspace.changes import Changes
from inspector.workspace.extent import Extent
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.roster.rosters import Rosters


class KeptCirculars:
    """The operations on edited texts."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = CircularTextStore(opened.database)

    def of(self, extent: Extent) -> KeptText | None:
        """Return what was edited of an extent; None: nothing was. Raises UnknownSiteError."""
        return self._store.of(self._key(extent))

    def keep(self, extent: Extent, content: str, generated: str) -> Changes:
        """Keep a text; one that is as `generated` of today's figures is none.

        Raises UnknownSiteError, or LetterTextError where no letter can have it.
        """
        require_letter_text(content)
        if content == generated:
            return self.forget(extent)
        key = self._key(extent)
        kept = self._store.of(key)
        if kept is not None and (kept.content, kept.generated) == (content, generated):
            return Changes()
        self._store.put(key, KeptText(content, generated, self._opened.now()))
        return Changes(circulars=True)

    def forget(self, extent: Extent) -> Changes:
        """Let the text be made of the figures again."""
        key = self._key(extent)
        if self._store.of(key) is None:
            return Changes()
        self._store.forget(key)
        return Changes(circulars=True)

    def _key(self, extent: Extent) -> TextKey:
        rosters = self._opened.of(Rosters)
        ids = [rosters.site_named(name).id for name in extent.named]
        return extent.period.first, extent.period.last, ids, extent.phase

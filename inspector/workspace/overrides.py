"""A site's own numbers for a pack: making them, dropping them, and the pack they lead to."""

from typing import TYPE_CHECKING

from inspector.domain.checklist import Override, Pack
from inspector.domain.errors import Fault, Problem, RefusedInputError
from inspector.domain.override import adapted, problems_of
from inspector.domain.roster import Site
from inspector.storage.override_store import OverrideStore
from inspector.workspace.changes import Changes

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace


class Overrides:
    """The operations on overrides. They apply to visits started from now on."""

    def __init__(self, workspace: "Workspace") -> None:
        self._packs = workspace.packs
        self._store = OverrideStore(workspace.database)

    def of(self, site: Site, pack_id: str) -> list[Override]:
        """Return what a site changes of a pack."""
        return self._store.of(site.id, pack_id)

    def pack_for(self, site: Site, pack_id: str) -> Pack:
        """Return a pack with the numbers of a site; raises UnknownPackError."""
        return adapted(self._packs.get(pack_id), self.of(site, pack_id))

    def put(self, site: Site, pack_id: str, override: Override) -> Changes:
        """Keep an override of an item.

        Raises RefusedInputError with every problem, UnknownPackError.
        """
        item = self._packs.get(pack_id).item_by_id.get(override.item_id)
        problems = (
            problems_of(item, override)
            if item is not None
            else [Problem("item", Fault.NOT_ONE_OF, override.item_id)]
        )
        if problems:
            raise RefusedInputError(problems)
        self._store.put(site.id, pack_id, override)
        return Changes(packs=True)

    def drop(self, site: Site, pack_id: str, item_id: str) -> Changes:
        """Let the pack's own numbers count again at a site."""
        self._store.drop(site.id, pack_id, item_id)
        return Changes(packs=True)

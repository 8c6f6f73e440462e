"""A site's own numbers for a pack: making them, dropping them, and the pack they lead to."""

from dataclasses import dataclass

from inspector.domain.checklist.checklist import Override, Pack
from inspector.domain.checklist.override import Unfit, adapted, problems_of, unfit
from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.domain.visit.roster import Site
from inspector.storage.stores.override_store import OverrideStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.packs.packs import Packs


@dataclass(frozen=True, slots=True)
class LostOverride:
    """What a site set of an item that a version of the pack has no place for."""

    site: Site
    unfit: Unfit
    item_text: str  # as a version of the pack has it that still knows the item


class Overrides:
    """The operations on overrides. They apply to visits started from now on."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._packs = opened.of(Packs)
        self._roster = opened.roster_store
        self._store = OverrideStore(opened.database)

    def of(self, site: Site, pack_id: str) -> list[Override]:
        """Return what a site changes of a pack."""
        return self._store.of(site.id, pack_id)

    def pack_for(self, site: Site, pack_id: str) -> Pack:
        """Return a pack with the numbers of a site; raises UnknownPackError."""
        return adapted(self._packs.get(pack_id), self.of(site, pack_id))

    def lost(self, site: Site, pack_id: str) -> list[LostOverride]:
        """Return what a site set of a pack and what does not apply; raises UnknownPackError."""
        found = unfit(self._packs.get(pack_id), self.of(site, pack_id))
        return [LostOverride(site, each, self._text(pack_id, each)) for each in found]

    def counts(self, pack: Pack) -> dict[str, tuple[int, int]]:
        """Return by site how many items of a pack it changes, and how many that do not apply."""
        kept = self._store.of_pack(pack.id)
        lost = {site: len(unfit(pack, overrides)) for site, overrides in kept.items()}
        return {site: (len(own) - lost[site], lost[site]) for site, own in kept.items()}

    def lost_with(self, pack: Pack, current: Pack | None) -> list[LostOverride]:
        """Return what applies to the current version of a pack, and would not to this one."""
        found: list[LostOverride] = []
        kept = self._store.of_pack(pack.id)
        for site in self._roster.sites() if kept else []:
            own = kept.get(site.id, [])
            before = unfit(current, own) if current else []
            already = {each.override.item_id for each in before}
            found += [
                LostOverride(site, each, self._text(pack.id, each))
                for each in unfit(pack, own)
                if each.override.item_id not in already
            ]
        return found

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

    def _text(self, pack_id: str, unfit: Unfit) -> str:
        if unfit.item is not None:
            return unfit.item.text
        item_id = unfit.override.item_id
        versions = self._packs.versions(pack_id)
        known = (pack.item_by_id[item_id].text for pack in versions if item_id in pack.item_by_id)
        return next(known, item_id)

"""Whose another laptop is: who inspects, or a hall that is inspected and says what it did.

Of a hall's laptop only that is taken in. It is said once, when its first bundle comes: by a person,
or by the bundle itself, which names the one that was handed to it.
"""

from collections.abc import Collection, Iterable, Sequence

from inspector.domain.sharing.manifest import Aim, Manifest
from inspector.domain.sharing.roster_meeting import Placed
from inspector.domain.sharing.titles import title_of
from inspector.domain.sharing.travelling import Travelling
from inspector.storage.sharing.aliases import Aliases
from inspector.storage.sharing.received_bundles import ReceivedBundles
from inspector.storage.sharing.role_store import RoleStore
from inspector.storage.sharing.sent_store import SentStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import FILLED_BY, PreferenceBook


class LaptopRoles:
    """Operations on whose the laptops are that this one knows. Sites go by their ids."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = RoleStore(opened.database)
        self._bundles = ReceivedBundles(opened.database)

    def all(self) -> dict[str, tuple[str, ...]]:
        """Return the sites of each laptop of which it was said whose it is; () inspects."""
        return self._store.all()

    def of(self, laptop_id: str) -> tuple[str, ...] | None:
        """Return the sites of a laptop; () of one that inspects, None while nobody has said."""
        return self._store.all().get(laptop_id)

    def is_open(self, manifest: Manifest) -> bool:
        """Tell whether somebody has to say from which hall a bundle came back."""
        return manifest.scope.aim is Aim.BACK and self.for_bundle(manifest) is None

    def for_bundle(self, manifest: Manifest) -> tuple[str, ...] | None:
        """Return the sites of the laptop that a bundle is of, as was said or as it says itself.

        What comes back from a hall names the bundle that went there. None: nobody knows.
        """
        known = self.of(manifest.sender.id)
        if known is not None or manifest.scope.aim is not Aim.BACK:
            return known
        return SentStore(self._opened.database).halls(manifest.answers) or None

    def put(self, laptop_id: str, sites: Sequence[str]) -> Changes:
        """Say whose a laptop is from now on: of these sites, or of who inspects for none."""
        known = self.of(laptop_id)
        if known is not None and set(known) == set(sites):
            return Changes()
        author = self._opened.of(PreferenceBook).get(FILLED_BY)
        with self._opened.database.transaction():
            self._store.put(self._opened.new_id(), laptop_id, sites, self._opened.now(), author)
        return Changes(laptops=True)

    def handed(self, manifest: Manifest, sites: Iterable[Travelling]) -> tuple[str, ...]:
        """Return the names of the sites that this laptop has been of, where a bundle is for others.

        `sites` are the bundle's; none where it is for nobody else, or this laptop was no site's.
        """
        if manifest.scope.aim is not Aim.HALL or not (halls := self._bundles.halls()):
            return ()
        names, aliases = self.names(halls), Aliases(self._opened.database)
        is_other = any(
            (aliases.own_id(Placed.SITE, each.id) or each.id) not in halls
            and title_of(each) not in names
            for each in sites
        )
        return names if is_other else ()

    def names(self, sites: Collection[str]) -> tuple[str, ...]:
        """Return what sites are called."""
        every = self._opened.roster_store.sites(ended=True)
        return tuple(site.name for site in every if site.id in sites)

"""Which bundles were taken in: from whom, when, and how much each brought."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from inspector.domain.sharing.manifest import Manifest
from inspector.domain.sharing.travelling import canonical
from inspector.storage.database.database import Database


class ReceivedBundle(NamedTuple):
    """One bundle that was taken in; `counts` are its objects by kind, as JSON."""

    id: str
    laptop: str
    made_at: str
    received_at: str
    file_name: str
    counts: str
    left_out: str
    digest: str
    author: str


class ReceivedBundles:
    """The only SQL about them. They are only ever added."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Sequence[ReceivedBundle]:
        """Return every bundle, the one that came last first."""
        rows = self._database.rows("SELECT * FROM received_bundle ORDER BY received_at DESC, rowid")
        return [ReceivedBundle(*row) for row in rows]

    def has(self, bundle: str, digest: str) -> bool:
        """Tell whether a bundle was taken in before: the same one, by what it says of itself."""
        row = self._database.row("SELECT digest FROM received_bundle WHERE id = ?", (bundle,))
        return row is not None and row["digest"] == digest

    def put(
        self, manifest: Manifest, digest: str, file_name: str, at: datetime, author: str
    ) -> None:
        """Keep that a bundle was taken in, once; inside a transaction."""
        known = self._database.row("SELECT 1 FROM received_bundle WHERE id = ?", (manifest.id,))
        if known is None:
            self._database.insert(
                "received_bundle",
                {
                    "id": manifest.id,
                    "laptop": manifest.sender.id,
                    "made_at": manifest.made_at.isoformat(),
                    "received_at": at.isoformat(),
                    "file_name": file_name,
                    "counts": canonical({k.value: n for k, n in manifest.counts.items()}),
                    "left_out": canonical(list(manifest.left_out)),
                    "digest": digest,
                    "author": author,
                },
            )

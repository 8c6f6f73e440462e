"""Which bundles were taken in: from whom, when, and how much each brought."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from inspector.domain.sharing.manifest import Aim, Manifest
from inspector.domain.sharing.travelling import canonical
from inspector.storage.database.database import Database

FROM_MASTER = (
    "EXISTS (SELECT 1 FROM received_object AS r CROSS JOIN received_bundle AS b ON b.id = r.bundle"
    " WHERE r.kind = '{kind}' AND r.subject = {id}"
    " AND b.laptop IN (SELECT value FROM json_each(:masters)))"
)
"""The condition that an object was brought by one of the laptops `masters`, a list in JSON."""


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
    aim: str = ""  # whom its sender wrote it for, as `manifest.Aim` says it


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

    def masters(self) -> dict[str, str]:
        """Return the laptops whose last bundle was for a hall, each with that bundle.

        This is a hall's laptop to them: of what they found it says what it did, and no more.
        """
        rows = self._database.rows(
            "SELECT laptop, id, aim FROM received_bundle AS b WHERE rowid = (SELECT max(rowid)"
            " FROM received_bundle AS o WHERE o.laptop = b.laptop) ORDER BY rowid"
        )
        return {row["laptop"]: row["id"] for row in rows if row["aim"] == Aim.HALL}

    def lent(self, finding_ids: Iterable[str]) -> set[str]:
        """Return those of some findings that came in a bundle for a hall, which this laptop is."""
        masters = self.masters()
        if not masters:
            return set()
        rows = self._database.rows(
            "SELECT f.id FROM json_each(:asked) AS asked CROSS JOIN finding AS f"
            " ON f.id = asked.value"
            f" WHERE {FROM_MASTER.format(kind='visit', id='f.inspection_id')}",
            {"asked": json.dumps(list(finding_ids)), "masters": json.dumps(list(masters))},
        )
        return {row["id"] for row in rows}

    def halls(self) -> set[str]:
        """Return the sites that this laptop is of to those who inspect; none while it is no hall's.

        The visits that they handed to it tell.
        """
        masters = self.masters()
        if not masters:
            return set()
        rows = self._database.rows(
            "SELECT DISTINCT v.site_id FROM inspection AS v"
            f" WHERE {FROM_MASTER.format(kind='visit', id='v.id')}",
            {"masters": json.dumps(list(masters))},
        )
        return {row["site_id"] for row in rows}

    def asking(self) -> set[tuple[str, str]]:
        """Return the findings for which more time is asked, each with the day."""
        rows = self._database.rows(
            "SELECT id, asked_until FROM finding WHERE asked_until IS NOT NULL"
        )
        return {(row["id"], row["asked_until"]) for row in rows}

    def came_from_masters(self, event_ids: Iterable[str]) -> set[str]:
        """Return those of some steps that were brought by who inspects."""
        rows = self._database.rows(
            "SELECT asked.value AS id FROM json_each(:asked) AS asked"
            f" WHERE {FROM_MASTER.format(kind='event', id='asked.value')}",
            {"asked": json.dumps(list(event_ids)), "masters": json.dumps(list(self.masters()))},
        )
        return {row["id"] for row in rows}

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
                    "aim": manifest.scope.aim.value,
                },
            )

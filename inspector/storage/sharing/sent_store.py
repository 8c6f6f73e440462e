"""What was handed on: to whom, of which part of the folder, up to which number of the journal."""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from inspector.domain.sharing.manifest import Aim, Manifest, Scope
from inspector.domain.sharing.travelling import canonical
from inspector.storage.database.database import Database


class SentBundle(NamedTuple):
    """One bundle that was written; `counts` are its objects by kind, and `left_out` what of people
    was not ticked, as JSON."""

    at: str
    name: str
    counts: str
    left_out: str


class SentStore:
    """The only SQL about bundles that were written here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reached(self, name: str, scope: Scope, at_home: Collection[str]) -> tuple[int, str]:
        """Return how far the last bundle for somebody told, and when it was made; 0 and '' of none.

        It has to be of the same part of the folder, and to hold at least what this one is to
        hold: who got no photos yet gets all of them once they are ticked.
        """
        rows = self._database.rows(
            "SELECT reached, at, left_out FROM sent_bundle WHERE name = ? AND scope = ?"
            " ORDER BY reached DESC, at DESC",
            (name, _part(scope)),
        )
        for row in rows:
            if set(json.loads(row["left_out"])) <= set(at_home):
                return int(row["reached"]), str(row["at"])
        return 0, ""

    def names(self) -> list[str]:
        """Return for whom bundles were written, the last one first."""
        rows = self._database.rows(
            "SELECT name FROM sent_bundle WHERE name <> '' GROUP BY name ORDER BY max(at) DESC"
        )
        return [row["name"] for row in rows]

    def all(self) -> Sequence[SentBundle]:
        """Return every bundle, the last one first."""
        rows = self._database.rows(
            "SELECT at, name, counts, left_out FROM sent_bundle ORDER BY at DESC, rowid DESC"
        )
        return [SentBundle(*row) for row in rows]

    def halls(self, bundles: Iterable[str]) -> tuple[str, ...]:
        """Return the sites that one of these bundles was written for; () where none was, for one.

        Ids of bundles; the one that was written last counts.
        """
        row = self._database.row(
            "SELECT scope FROM sent_bundle WHERE id IN (SELECT value FROM json_each(?))"
            " AND json_extract(scope, '$.aim') = ? ORDER BY rowid DESC LIMIT 1",
            (json.dumps(list(bundles)), Aim.HALL.value),
        )
        return tuple(json.loads(row["scope"])["sites"]) if row is not None else ()

    def put(
        self, name: str, manifest: Manifest, digest: str, at: str, at_home: Collection[str]
    ) -> None:
        """Remember what was written, inside a transaction; `digest` is of what it says of itself.

        `at_home` is what was not ticked, whether there was any of it or not.
        """
        self._database.insert(
            "sent_bundle",
            {
                "id": manifest.id,
                "at": at,
                "name": name,
                "reached": manifest.reached,
                "scope": _part(manifest.scope),
                "counts": canonical({k.value: count for k, count in manifest.counts.items()}),
                "left_out": canonical(list(at_home)),
                "digest": digest,
            },
        )


def _part(scope: Scope) -> str:
    """Return the part of a folder that a bundle is of, as it is kept and compared."""
    return canonical(
        {
            "sites": sorted(scope.sites),
            "first": scope.first and scope.first.isoformat(),
            "last": scope.last and scope.last.isoformat(),
            **({"aim": scope.aim.value} if scope.aim else {}),
        }
    )

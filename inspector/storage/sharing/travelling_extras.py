"""What goes along with objects only where it is ticked: files of evidence; and how much that is."""

import json
from collections.abc import Iterator

from inspector.domain.sharing.bundle_contents import Contents
from inspector.domain.sharing.manifest import Aim, Scope
from inspector.domain.sharing.travelling import STANDING, Kind
from inspector.storage.database.database import Database, Row
from inspector.storage.own.asked_files import AskedFiles
from inspector.storage.sharing.travelling_scope import TravellingScope, ids_sql

_IN_HALL = (
    " AND (:every_site OR coalesce(e.inspection_id, (SELECT f.inspection_id FROM finding AS f"
    " WHERE f.id = e.finding_id)) IN (SELECT v.id FROM inspection AS v WHERE v.site_id IN"
    " (SELECT value FROM json_each(:sites))))"
)
"""Of a bundle for a hall: no other site's evidence, whoever asks for it."""


def _evidence(aim: Aim) -> str:
    return (
        "SELECT e.id, e.digest, e.suffix, e.size, e.annotated FROM evidence AS e WHERE"
        f" (e.removed_at IS NULL AND e.inspection_id IN ({ids_sql(Kind.VISIT, aim)}))"
        f" OR e.id IN ({ids_sql(Kind.EVIDENCE, aim)})"
    )


def _files(aim: Aim) -> str:
    evidence, here = _evidence(aim), _IN_HALL if aim is Aim.HALL else ""
    return (
        "SELECT digest, suffix, max(size) AS size FROM (SELECT id, digest, suffix, size FROM"
        f" ({evidence}) UNION ALL SELECT id, annotated, 'jpg', 0 FROM ({evidence})"
        " WHERE annotated IS NOT NULL UNION ALL SELECT id, digest, suffix, size FROM evidence AS e"
        f" WHERE digest IN (SELECT value FROM json_each(:asked)){here} UNION ALL SELECT id,"
        " annotated, 'jpg', 0 FROM evidence AS e WHERE annotated IN"
        f" (SELECT value FROM json_each(:asked)){here}) AS file"
        " WHERE NOT EXISTS (SELECT 1 FROM erased_file AS gone"
        " WHERE gone.evidence_id = file.id AND gone.digest = file.digest)"
        " GROUP BY digest, suffix ORDER BY digest, suffix"
    )


def _names(aim: Aim) -> str:
    covert = (
        " UNION SELECT v.inspectors FROM inspection AS v WHERE v.kind = 'covert'"
        f" AND v.inspectors <> '[]' AND v.id IN ({ids_sql(Kind.VISIT, aim)})"
    )
    return (
        "SELECT count(*) FROM (SELECT s.staff_name FROM scorecard AS s WHERE s.staff_name <> ''"
        f" AND s.inspection_id IN ({ids_sql(Kind.VISIT, aim)}) UNION SELECT p.name FROM staff AS p"
        ' CROSS JOIN "window" AS w ON w.id = p.window_id'
        f" WHERE p.name <> '' AND w.site_id IN ({ids_sql(Kind.SITE, aim)})"
        " UNION SELECT json_extract(e.content, '$.complainant') FROM complaint_event AS e"
        " WHERE e.kind = 'received' AND json_extract(e.content, '$.complainant') <> ''"
        f" AND e.id IN ({ids_sql(Kind.COMPLAINT, aim)}){covert if aim is Aim.HALL else ''})"
    )


def _sketches(aim: Aim) -> str:
    return (
        "SELECT count(*) FROM signature AS s WHERE s.strokes <> '[]'"
        f" AND s.inspection_id IN ({ids_sql(Kind.SIGNATURE, aim)})"
    )


def _findings(aim: Aim) -> str:
    return (
        f"SELECT count(*) FROM finding AS f WHERE f.inspection_id IN ({ids_sql(Kind.VISIT, aim)})"
    )


_LACKING = (
    "SELECT DISTINCT e.digest, e.suffix FROM received_object AS r CROSS JOIN evidence AS e ON"
    " (r.kind = 'visit' AND e.inspection_id = r.subject AND e.removed_at IS NULL)"
    " OR (r.kind = 'evidence' AND e.id = r.subject) WHERE r.kind IN ('visit', 'evidence')"
    " AND NOT EXISTS (SELECT 1 FROM erased_file AS gone WHERE gone.evidence_id = e.id"
    " AND gone.digest = e.digest)"
)


class TravellingExtras:
    """Reads what is personal, and what is not in the database. Within one moment of it."""

    def __init__(self, database: Database, scope: Scope) -> None:
        self._database = database
        self._aim = scope.aim
        self._part = TravellingScope(database, scope)
        self._values = {**self._part.values, "asked": json.dumps(AskedFiles(database).all())}

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield digest and suffix of each file of evidence that its objects name, but erased ones.

        And of those that other laptops asked for. Whether it lies in the folder is not looked at.
        """
        return ((row["digest"], row["suffix"]) for row in self._rows(_files(self._aim)))

    def came_without(self) -> Iterator[tuple[str, str]]:
        """Yield digest and suffix of each file that what came from other laptops names."""
        rows = self._rows(_LACKING + (_IN_HALL if self._aim is Aim.HALL else ""))
        return ((row["digest"], row["suffix"]) for row in rows)

    def contents(self, since: str = "") -> Contents:
        """Return what there is to hand on; `since` is the moment of the last bundle, if any."""
        counts = self._part.counts()
        photos, size = 0, 0
        for row in self._rows(_files(self._aim)):
            photos, size = photos + 1, size + row["size"]
        return Contents(
            counts=counts,
            names=self._number(_names(self._aim)),
            photos=photos,
            photo_bytes=size,
            sketches=self._number(_sketches(self._aim)),
            findings=self._number(_findings(self._aim)) if self._aim is Aim.HALL else 0,
            is_news=not since or not counts.keys() <= STANDING or self._roster_changed(since),
            aim=self._aim,
        )

    def _roster_changed(self, since: str) -> bool:
        """Tell whether something happened on a roster since a moment, which no journal tells."""
        return any(
            self._database.row(
                f"SELECT 1 FROM {table} WHERE datetime(at) >= datetime(?) LIMIT 1", (since,)
            )
            for table in ("roster_event", "inspector_event")
        )

    def _rows(self, sql: str) -> Iterator[Row]:
        return self._database.each(sql, self._values)

    def _number(self, sql: str) -> int:
        (row,) = self._database.rows(sql, self._values)
        return int(row[0])

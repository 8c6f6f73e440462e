"""Which objects a bundle holds: by site, by days, and by what was entered since the last one.

What belongs to a visit, meeting or complaint goes with it, whenever it was added. A recheck or
meeting that is in it takes along the visits whose findings it tells of, from whatever day. Ids come
as a stream: a history is never held.
"""

import json
from collections.abc import Iterator, Mapping

from inspector.domain.sharing.manifest import Aim, Scope
from inspector.domain.sharing.travelling import Kind
from inspector.storage.database.database import Database
from inspector.storage.database.surrogates import Values
from inspector.storage.sharing.hall_scope import MORE_VISITS, hall_ids
from inspector.storage.sharing.received_bundles import ReceivedBundles
from inspector.storage.sharing.set_aside_objects import SIGNATURES_BESIDE

_AT = "(:every_site OR {of}.site_id IN (SELECT value FROM json_each(:sites)))"
_IN = f"({_AT} AND {{of}}.day BETWEEN :first AND :last)"
_MORE = "v.id IN (SELECT value FROM json_each(:more))"
_SINCE = (
    "(:since = 0 OR {id} IN (SELECT subject FROM journal WHERE kind = '{kind}'"
    " AND number > :since))"
)
_AFOOT = "{of}.first <= :last AND {of}.last >= :first"
_COMPLETED = "v.state = 'completed'"
_HELD = "m.ended_at IS NOT NULL AND m.discarded_at IS NULL"
_OWN_EVIDENCE = "t.inspection_id IS NULL"


_BESIDE = f"{SIGNATURES_BESIDE} = t.inspection_id"


def _new(kind: Kind, key: str = "t.id") -> str:
    return _SINCE.format(id=key, kind=kind.value)


def _of_visit(kind: Kind, key: str = "t.id") -> str:
    """Return the condition of what belongs to a visit `v`."""
    return f"{_COMPLETED} AND (({_IN.format(of='v')} AND {_new(kind, key)}) OR {_MORE})"


_PLANNED = (
    _AFOOT.format(of="p")
    + " AND (:every_site OR NOT EXISTS (SELECT 1 FROM (SELECT plan_id, site_id FROM plan_site"
    " UNION ALL SELECT plan_id, site_id FROM plan_barred) AS s WHERE s.plan_id = p.id"
    " AND s.site_id NOT IN (SELECT value FROM json_each(:sites))))"
)
_OF_FINDING = "finding AS f ON f.id = {key} CROSS JOIN inspection AS v ON v.id = f.inspection_id"

_IDS: Mapping[Kind, str] = {
    Kind.PACK: (
        "SELECT DISTINCT hash FROM (SELECT v.pack_hash AS hash FROM inspection AS v WHERE"
        f" {_of_visit(Kind.VISIT, 'v.id')} UNION ALL SELECT v.base_hash FROM inspection AS v WHERE"
        f" {_of_visit(Kind.VISIT, 'v.id')} AND v.base_hash IS NOT NULL)"
    ),
    Kind.SITE: (
        "SELECT s.id FROM site AS s WHERE :every_site"
        " OR s.id IN (SELECT value FROM json_each(:sites)) OR s.id IN (SELECT v.site_id FROM"
        f" inspection AS v WHERE {_MORE}) ORDER BY s.rowid"
    ),
    Kind.INSPECTOR: "SELECT t.id FROM inspector AS t ORDER BY t.rowid",
    Kind.HOLIDAY: "SELECT t.day FROM holiday AS t ORDER BY t.day",
    Kind.PHASE: (
        f"SELECT t.id FROM phase_entry AS t WHERE {_AFOOT.format(of='t')} AND {_new(Kind.PHASE)}"
        " ORDER BY t.rowid"
    ),
    Kind.PLAN: (
        f"SELECT p.id FROM plan AS p WHERE {_PLANNED} AND {_new(Kind.PLAN, 'p.id')}"
        " ORDER BY p.version, p.rowid"
    ),
    Kind.DRAW: (
        "SELECT t.id FROM plan_draw AS t CROSS JOIN plan AS p ON p.id = t.plan_id"
        f" WHERE {_PLANNED} AND {_AT.format(of='t')} AND {_new(Kind.DRAW)} ORDER BY t.rowid"
    ),
    Kind.VISIT: (
        f"SELECT v.id FROM inspection AS v WHERE {_of_visit(Kind.VISIT, 'v.id')}"
        " ORDER BY v.day, v.rowid"
    ),
    Kind.SIGNATURE: (
        "SELECT t.inspection_id FROM signature AS t CROSS JOIN inspection AS v"
        " ON v.id = t.inspection_id WHERE"
        f" {_COMPLETED} AND (({_IN.format(of='v')} AND ({_new(Kind.SIGNATURE, 't.inspection_id')}"
        f" OR EXISTS (SELECT 1 FROM {_BESIDE} AND b.at > (SELECT at FROM journal"
        f" WHERE number = :since)))) OR {_MORE})"
        " ORDER BY t.rowid"
    ),
    Kind.AMENDMENT: (
        "SELECT t.id FROM amendment AS t CROSS JOIN inspection AS v ON v.id = t.inspection_id"
        f" WHERE {_of_visit(Kind.AMENDMENT)} ORDER BY t.rowid"
    ),
    Kind.EVIDENCE: (
        f"SELECT t.id FROM evidence AS t CROSS JOIN {_OF_FINDING.format(key='t.finding_id')} WHERE"
        f" {_OWN_EVIDENCE} AND {_of_visit(Kind.EVIDENCE)}"
        f" UNION ALL SELECT t.id FROM evidence AS t WHERE {_OWN_EVIDENCE}"
        f" AND t.finding_id IS NULL AND {_new(Kind.EVIDENCE)} AND t.id IN (SELECT"
        " json_extract(e.content, '$.evidence_id') FROM complaint_event AS e CROSS JOIN complaint"
        f" AS c ON c.id = e.complaint_id WHERE e.kind = 'attached' AND {_IN.format(of='c')})"
    ),
    Kind.EVENT: (
        f"SELECT t.id FROM finding_event AS t CROSS JOIN {_OF_FINDING.format(key='t.finding_id')}"
        f" WHERE t.kind <> 'raised' AND {_of_visit(Kind.EVENT)} ORDER BY t.sequence"
    ),
    Kind.MEETING: (
        f"SELECT m.id FROM meeting AS m WHERE {_HELD} AND {_IN.format(of='m')}"
        f" AND {_new(Kind.MEETING, 'm.id')} ORDER BY m.day, m.rowid"
    ),
    Kind.COMPLAINT: (
        "SELECT t.id FROM complaint_event AS t CROSS JOIN complaint AS c ON c.id = t.complaint_id"
        f" WHERE {_IN.format(of='c')} AND {_new(Kind.COMPLAINT)} ORDER BY t.sequence"
    ),
    Kind.SURVEY: (
        f"SELECT t.id FROM survey_sheet AS t WHERE {_IN.format(of='t')} AND {_new(Kind.SURVEY)}"
        " ORDER BY t.rowid"
    ),
    Kind.CLOCK: (
        f"SELECT t.id FROM clock_remark AS t WHERE {_new(Kind.CLOCK)} AND (EXISTS (SELECT 1 FROM"
        f" inspection AS v WHERE v.id = t.reference AND {_COMPLETED} AND ({_IN.format(of='v')}"
        f" OR {_MORE})) OR EXISTS (SELECT 1 FROM meeting AS m WHERE m.id = t.reference AND {_HELD}"
        f" AND {_IN.format(of='m')}) OR EXISTS (SELECT 1 FROM finding_event AS e CROSS JOIN"
        f" {_OF_FINDING.format(key='e.finding_id')} WHERE e.id = t.reference"
        f" AND ({_IN.format(of='v')} OR {_MORE}))) ORDER BY t.rowid"
    ),
    Kind.TRAINING: (
        f"SELECT t.id FROM training AS t WHERE {_AT.format(of='t')}"
        f" AND t.held_on BETWEEN :first AND :last AND {_new(Kind.TRAINING)} ORDER BY t.rowid"
    ),
    Kind.TRAINING_TAKEN_BACK: (
        "SELECT b.id FROM training_taken_back AS b CROSS JOIN training AS t ON t.id = b.held_id"
        f" WHERE {_AT.format(of='t')} AND t.held_on BETWEEN :first AND :last"
        f" AND {_new(Kind.TRAINING_TAKEN_BACK, 'b.id')} ORDER BY b.rowid"
    ),
    Kind.CHOICE: f"SELECT t.id FROM choice AS t WHERE {_new(Kind.CHOICE)} ORDER BY t.rowid",
}

_NEEDED = (
    # visits of findings that a recheck, a meeting or a complaint of the scope tells of
    f"SELECT r.finding_id AS id FROM recheck_entry AS r CROSS JOIN inspection AS v"
    f" ON v.id = r.inspection_id WHERE {_COMPLETED} AND ({_IN.format(of='v')} OR {_MORE})"
    " UNION SELECT a.finding_id FROM meeting_finding AS a CROSS JOIN meeting AS m"
    f" ON m.id = a.meeting_id WHERE {_HELD} AND {_IN.format(of='m')}"
    " UNION SELECT w.value FROM complaint AS c CROSS JOIN json_each(coalesce(c.finding_ids, '[]'))"
    f" AS w WHERE {_IN.format(of='c')}"
)
_MORE_VISITS = (
    f"SELECT DISTINCT v.id FROM ({_NEEDED}) AS n CROSS JOIN {_OF_FINDING.format(key='n.id')}"
    f" WHERE {_COMPLETED} AND NOT {_IN.format(of='v')} AND NOT {_MORE}"
    " UNION SELECT v.id FROM complaint AS c CROSS JOIN inspection AS v ON v.id = c.inspection_id"
    f" WHERE {_COMPLETED} AND {_IN.format(of='c')} AND NOT {_IN.format(of='v')} AND NOT {_MORE}"
)


def ids_sql(kind: Kind, aim: Aim = Aim.GROUP) -> str:
    """Return the query of the ids of a kind, with the values of a `TravellingScope`."""
    return _ordered(kind, aim).split(" ORDER BY ")[0]


def _ordered(kind: Kind, aim: Aim) -> str:
    return _IDS[kind] if aim is Aim.GROUP else hall_ids(aim, kind)


class TravellingScope:
    """The part of a database that a bundle is of. To be read within one moment of it."""

    def __init__(self, database: Database, scope: Scope) -> None:
        self._database = database
        self._aim = scope.aim
        self.values: dict[str, str | int] = {
            "every_site": int(not scope.sites),
            "sites": json.dumps(scope.sites),
            "first": scope.first.isoformat() if scope.first else "",
            "last": scope.last.isoformat() if scope.last else "9999-12-31",
            "since": scope.since,
            "more": "[]",
            "masters": json.dumps(list(ReceivedBundles(database).masters())),
        }
        if scope.aim is not Aim.BACK and (scope.sites or scope.first or scope.last):
            self.values["more"] = json.dumps(self._more())

    def _more(self) -> list[str]:
        """Return the visits outside of the scope that something within it tells of."""
        more: list[str] = []
        asked = _MORE_VISITS if self._aim is Aim.GROUP else MORE_VISITS
        while found := [row[0] for row in self._rows(asked, more)]:
            more += found
        return more

    def _rows(self, sql: str, more: list[str]) -> Iterator[tuple[str, ...]]:
        values: Values = {**self.values, "more": json.dumps(more)}
        return (tuple(row) for row in self._database.rows(sql, values))

    def ids(self, kind: Kind) -> Iterator[str]:
        """Yield the ids of the objects of a kind."""
        return (row[0] for row in self._database.each(_ordered(kind, self._aim), self.values))

    def count(self, kind: Kind) -> int:
        """Return how many objects of a kind there are."""
        sql = f"SELECT count(*) FROM ({_ordered(kind, self._aim)})"
        (row,) = self._database.rows(sql, self.values)
        return int(row[0]) + (self._beside() if kind is Kind.SIGNATURE else 0)

    def _beside(self) -> int:
        """Return how many signatures go along that were set aside beside those of their visits."""
        which = f"{SIGNATURES_BESIDE} IN ({_ordered(Kind.SIGNATURE, self._aim)})"
        (row,) = self._database.rows(f"SELECT count(*) FROM {which}", self.values)
        return int(row[0])

    def counts(self) -> dict[Kind, int]:
        """Return how many objects there are, of each kind of which there are any."""
        counted = {kind: self.count(kind) for kind in Kind}
        return {kind: count for kind, count in counted.items() if count}

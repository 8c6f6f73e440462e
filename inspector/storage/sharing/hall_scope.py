"""Which objects go to a hall that is inspected, and which come back from it.

To it: its own findings with the visits that raised or rechecked them and what became of them, its
meetings and the days off. Never another site's, a plan, a draw, a complaint, a survey, the
inspectors' roster. Back: the steps, evidence and meetings that came from nobody who inspects.
"""

from collections.abc import Mapping

from inspector.domain.sharing.manifest import Aim
from inspector.domain.sharing.travelling import Kind
from inspector.storage.sharing.received_bundles import FROM_MASTER

_IN = "{of}.site_id IN (SELECT value FROM json_each(:sites))"
_AFOOT = f"({_IN} AND {{of}}.day BETWEEN :first AND :last)"
_MORE = "v.id IN (SELECT value FROM json_each(:more))"
_SINCE = (
    "(:since = 0 OR {id} IN (SELECT subject FROM journal WHERE kind = '{kind}'"
    " AND number > :since))"
)
_HELD = "m.ended_at IS NOT NULL AND m.discarded_at IS NULL"
_TELLS = (
    "v.state = 'completed' AND (EXISTS (SELECT 1 FROM finding AS o WHERE o.inspection_id = v.id)"
    " OR EXISTS (SELECT 1 FROM recheck_entry AS o WHERE o.inspection_id = v.id))"
)
_VISITS = f"(({_AFOOT.format(of='v')} AND {_TELLS}) OR {_MORE})"
_OF_FINDING = "finding AS f ON f.id = {key} CROSS JOIN inspection AS v ON v.id = f.inspection_id"


def _new(kind: Kind, key: str = "t.id") -> str:
    return _SINCE.format(id=key, kind=kind.value)


def _of_visit(kind: Kind, key: str = "t.id") -> str:
    """Return the condition of what belongs to a visit `v` of the hall."""
    return f"(({_AFOOT.format(of='v')} AND {_TELLS} AND {_new(kind, key)}) OR {_MORE})"


_NOTHING = "SELECT '' AS id WHERE 0"

_TO_HALL: Mapping[Kind, str] = {
    Kind.PACK: (
        "SELECT DISTINCT hash FROM (SELECT v.pack_hash AS hash FROM inspection AS v WHERE"
        f" {_of_visit(Kind.VISIT, 'v.id')} UNION ALL SELECT v.base_hash FROM inspection AS v WHERE"
        f" {_of_visit(Kind.VISIT, 'v.id')} AND v.base_hash IS NOT NULL)"
    ),
    Kind.SITE: (
        "SELECT s.id FROM site AS s WHERE s.id IN (SELECT value FROM json_each(:sites))"
        " ORDER BY s.rowid"
    ),
    Kind.HOLIDAY: "SELECT t.day FROM holiday AS t ORDER BY t.day",
    Kind.VISIT: (
        f"SELECT v.id FROM inspection AS v WHERE {_of_visit(Kind.VISIT, 'v.id')}"
        " ORDER BY v.day, v.rowid"
    ),
    Kind.SIGNATURE: (
        "SELECT t.inspection_id FROM signature AS t CROSS JOIN inspection AS v"
        f" ON v.id = t.inspection_id WHERE {_of_visit(Kind.SIGNATURE, 't.inspection_id')}"
        " ORDER BY t.rowid"
    ),
    Kind.AMENDMENT: (
        "SELECT t.id FROM amendment AS t CROSS JOIN inspection AS v ON v.id = t.inspection_id"
        f" WHERE {_of_visit(Kind.AMENDMENT)} ORDER BY t.rowid"
    ),
    Kind.EVIDENCE: (
        f"SELECT t.id FROM evidence AS t CROSS JOIN {_OF_FINDING.format(key='t.finding_id')} WHERE"
        f" t.inspection_id IS NULL AND {_of_visit(Kind.EVIDENCE)}"
    ),
    Kind.EVENT: (
        f"SELECT t.id FROM finding_event AS t CROSS JOIN {_OF_FINDING.format(key='t.finding_id')}"
        f" WHERE t.kind <> 'raised' AND {_of_visit(Kind.EVENT)} ORDER BY t.sequence"
    ),
    Kind.MEETING: (
        f"SELECT m.id FROM meeting AS m WHERE {_HELD} AND {_AFOOT.format(of='m')}"
        f" AND {_new(Kind.MEETING, 'm.id')} ORDER BY m.day, m.rowid"
    ),
    Kind.CLOCK: (
        f"SELECT t.id FROM clock_remark AS t WHERE {_new(Kind.CLOCK)} AND (EXISTS (SELECT 1 FROM"
        f" inspection AS v WHERE v.id = t.reference AND {_VISITS}) OR EXISTS (SELECT 1 FROM"
        f" meeting AS m WHERE m.id = t.reference AND {_HELD} AND {_AFOOT.format(of='m')})"
        " OR EXISTS (SELECT 1 FROM finding_event AS e CROSS JOIN"
        f" {_OF_FINDING.format(key='e.finding_id')} WHERE e.id = t.reference AND {_VISITS}))"
        " ORDER BY t.rowid"
    ),
}

_LENT = f"f.id = {{key}} AND {FROM_MASTER.format(kind='visit', id='f.inspection_id')}"


def _own(kind: Kind, key: str = "t.id") -> str:
    """Return the condition of what those who inspect did not bring."""
    return f"{_new(kind, key)} AND NOT {FROM_MASTER.format(kind=kind.value, id=key)}"


_BACK: Mapping[Kind, str] = {
    Kind.EVIDENCE: (
        "SELECT t.id FROM evidence AS t CROSS JOIN finding AS f ON"
        f" {_LENT.format(key='t.finding_id')} WHERE t.inspection_id IS NULL"
        f" AND {_own(Kind.EVIDENCE)}"
    ),
    Kind.EVENT: (
        "SELECT t.id FROM finding_event AS t CROSS JOIN finding AS f ON"
        f" {_LENT.format(key='t.finding_id')} WHERE t.kind <> 'raised' AND {_own(Kind.EVENT)}"
        " ORDER BY t.sequence"
    ),
    Kind.MEETING: (  # of nothing but findings that came: others nobody there knows of
        f"SELECT m.id FROM meeting AS m WHERE {_HELD} AND {_own(Kind.MEETING, 'm.id')}"
        " AND EXISTS (SELECT 1 FROM meeting_finding AS a WHERE a.meeting_id = m.id)"
        " AND NOT EXISTS (SELECT 1 FROM meeting_finding AS a WHERE a.meeting_id = m.id"
        f" AND NOT EXISTS (SELECT 1 FROM finding AS f WHERE {_LENT.format(key='a.finding_id')}))"
        " ORDER BY m.day, m.rowid"
    ),
}

MORE_VISITS = (
    "SELECT DISTINCT v.id FROM (SELECT r.finding_id AS id FROM recheck_entry AS r CROSS JOIN"
    f" inspection AS v ON v.id = r.inspection_id WHERE {_VISITS} UNION SELECT a.finding_id FROM"
    " meeting_finding AS a CROSS JOIN meeting AS m ON m.id = a.meeting_id"
    f" WHERE {_HELD} AND {_AFOOT.format(of='m')}) AS n"
    f" CROSS JOIN {_OF_FINDING.format(key='n.id')} WHERE v.state = 'completed'"
    f" AND {_IN.format(of='v')} AND NOT {_AFOOT.format(of='v')} AND NOT {_MORE}"
)
"""A hall's visits outside of the days, whose findings a recheck or meeting within them tells of."""


def hall_ids(aim: Aim, kind: Kind) -> str:
    """Return the query of the ids of a kind for a hall, or back from one."""
    return (_TO_HALL if aim is Aim.HALL else _BACK).get(kind, _NOTHING)

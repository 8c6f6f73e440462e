"""Erasures in SQLite: whose data there is, what is in the way, what was erased, what is unfinished.

Knows SQL and the domain; nothing of files.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from inspector.domain.personal.erasure import Erasure, ErasureKind, Hindrance, Obstacle
from inspector.storage.database.database import Database, Row
from inspector.storage.registers.personal_rows import NamingRow


@dataclass(frozen=True, slots=True)
class PersonKept:
    """Somebody of a name: on the roster of a site, among the inspectors, or who complained.

    `where` is the site, the unit, or the numbers of complaints. `ended` tells nothing of the last.
    """

    kind: str  # staff, inspector, complainant
    name: str
    where: str
    numbers: frozenset[str] = frozenset()  # 工号
    phones: frozenset[str] = frozenset()
    site_id: str = ""
    complaint_ids: tuple[str, ...] = ()
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class PhotoKept:
    """A photo: its files, and when what it belongs to was closed; None while that is open."""

    evidence_id: str
    name: str
    site_name: str
    files: tuple[tuple[str, str], ...]
    closed_on: date | None


class ErasureStore:
    """The only SQL about erasures."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # People

    def people(self, name: str) -> list[PersonKept]:
        """Return everybody of a name or 工号 that is kept as a person, staff by site first."""
        return [*self._staff(name), *self._inspectors(name), *self._complainants(name)]

    def _staff(self, said: str) -> list[PersonKept]:
        rows = self._database.rows(
            "SELECT site.id, site.name, s.name AS who,"
            " json_group_array(DISTINCT s.number) AS numbers, max(s.ended) AS ended"
            " FROM (SELECT w.site_id, staff.name, staff.number,"
            " coalesce(staff.ended_on, w.ended_on, '9999-12-31') AS ended FROM staff"
            ' JOIN "window" AS w ON w.id = staff.window_id'
            " WHERE staff.name = ?1 OR staff.number = ?1"
            " UNION SELECT i.site_id, c.staff_name, c.staff_number, '0001-01-01'"
            " FROM scorecard AS c JOIN inspection AS i ON i.id = c.inspection_id"
            " WHERE c.staff_name = ?1 OR c.staff_number = ?1) AS s"
            " JOIN site ON site.id = s.site_id GROUP BY site.id, s.name ORDER BY site.name, s.name",
            (said,),
        )
        return [
            PersonKept(
                kind="staff",
                name=row["who"],
                where=row["name"],
                numbers=frozenset(filter(None, json.loads(row["numbers"]))),
                site_id=row["id"],
                ended_on=None if row["ended"] == "9999-12-31" else date.fromisoformat(row["ended"]),
            )
            for row in rows
        ]

    def _inspectors(self, name: str) -> list[PersonKept]:
        rows = self._database.rows(
            "SELECT unit, phone, ended_on FROM inspector WHERE name = ? ORDER BY unit", (name,)
        )
        return [
            PersonKept(
                "inspector", name, row["unit"], phones=frozenset(filter(None, [row["phone"]])),
                ended_on=row["ended_on"] and date.fromisoformat(row["ended_on"]),
            )
            for row in rows
        ]  # fmt: skip

    def _complainants(self, name: str) -> list[PersonKept]:
        rows = self._database.rows(
            "SELECT phone, json_group_array(number) AS numbers, json_group_array(id) AS ids"
            " FROM complaint WHERE complainant = ? GROUP BY CASE WHEN phone = '' THEN id"
            " ELSE phone END ORDER BY min(number)",
            (name,),
        )
        return [
            PersonKept(
                "complainant", name, "、".join(json.loads(row["numbers"])),
                phones=frozenset(filter(None, [row["phone"]])),
                complaint_ids=tuple(json.loads(row["ids"])),
            )
            for row in rows
        ]  # fmt: skip

    def names_within(self, name: str) -> tuple[str, ...]:
        """Return the names of others that contain a name: 张三丰 of 张三."""
        rows = self._database.rows(
            "SELECT name FROM (SELECT name FROM staff UNION SELECT staff_name FROM scorecard"
            " UNION SELECT name FROM inspector UNION SELECT complainant FROM complaint"
            " UNION SELECT name FROM site UNION SELECT unit FROM site UNION SELECT name FROM"
            " department) WHERE name <> ?1 AND instr(name, ?1) ORDER BY name",
            (name,),
        )
        return tuple(row["name"] for row in rows)

    def is_word(self, name: str) -> bool:
        """Tell whether a checklist that was used says a name as a word of its own."""
        rows = self._database.rows("SELECT 1 FROM pack WHERE instr(content, ?) LIMIT 1", (name,))
        return bool(rows)

    def long_gone(self, before: date) -> list[PersonKept]:
        """Return the staff and inspectors who ended before a day, and who complained before it."""
        day = before.isoformat()
        names = self._database.rows(
            "SELECT DISTINCT name FROM (SELECT staff.name FROM staff WHERE ended_on < ?1"
            " UNION SELECT name FROM inspector WHERE ended_on < ?1"
            " UNION SELECT complainant FROM complaint WHERE complainant <> ''"
            " AND archived_at < ?1) WHERE name <> '' AND name NOT LIKE '已删除-%' ORDER BY name",
            (day,),
        )
        return [
            each
            for row in names
            for each in self.people(row["name"])
            if (each.complaint_ids and self._archived(each.complaint_ids, day))
            or (each.ended_on is not None and date(1, 1, 1) < each.ended_on < before)
        ]

    def _archived(self, complaint_ids: Sequence[str], day: str) -> bool:
        rows = self._database.rows(
            "SELECT 1 FROM complaint WHERE id IN (SELECT value FROM json_each(?))"
            " AND (archived_at IS NULL OR archived_at >= ?)",
            (json.dumps(complaint_ids), day),
        )
        return not rows

    # What is in the way

    def obstacles(self, rows: Iterable[NamingRow], today: date) -> list[Hindrance]:
        """Return what is still open among what names a person, oldest first."""
        keys: dict[str, set[str]] = {}
        for row in rows:
            for table, column in _PARENTS.get(row.table, ()):
                keys.setdefault(table, set()).update(self._parents(row, column))
        found = []
        for obstacle, (table, is_open, which) in _OPEN.items():
            rows_open = self._database.rows(
                f'SELECT {which} AS which FROM "{table}"'
                f" WHERE id IN (SELECT value FROM json_each(?1)) AND ({is_open}) ORDER BY which",
                (json.dumps(sorted(keys.get(table, ()))),
                 *([today.isoformat()] * ("?2" in is_open))),
            )  # fmt: skip
            if rows_open:
                found.append(Hindrance(obstacle, tuple(row["which"] for row in rows_open)))
        return found

    def _parents(self, row: NamingRow, column: str) -> set[str]:
        known = " AND ".join(f'"{key}" = ?' for key in row.key)
        values = tuple(row.key.values())
        found = self._database.rows(
            f'SELECT {column} AS parent FROM "{row.table}" AS t WHERE {known}',
            values,
        )
        return {each["parent"] for each in found if each["parent"]}

    # Photos

    def photos(self) -> list[PhotoKept]:
        """Return every photo that is kept, with when what it belongs to was closed.

        That is the completing of its visit or the closing of the last finding of it, whichever
        is later; of a complaint's photos its archiving.
        """
        rows = self._database.rows(_PHOTOS)
        return [_photo(row) for row in rows]

    def photos_of(self, name: str, site_id: str, numbers: Iterable[str]) -> list[Row]:
        """Return the photos of windows at which somebody sat, oldest first: site and window."""
        return self._database.rows(
            "SELECT e.id, e.name, e.added_at, i.site_name, c.window_number FROM evidence AS e"
            " JOIN scorecard AS c ON c.id = e.scorecard_id JOIN inspection AS i"
            " ON i.id = c.inspection_id WHERE e.kind = 'photo'"
            " AND ((?1 <> '' AND c.staff_name = ?1) OR (i.site_id = ?2"
            " AND c.staff_number IN (SELECT value FROM json_each(?3)))) ORDER BY e.added_at",
            (name, site_id, json.dumps(sorted(numbers))),
        )

    # Erasures

    def add(
        self,
        erasure: Erasure,
        changes: Iterable[tuple[str, str, str, str]],
        files: Iterable[tuple[str, str, str]],
    ) -> None:
        """Enter an erasure: kind, subject and both digests of each change; evidence and files."""
        with self._database.transaction():
            self._database.insert(
                "erasure",
                {
                    "id": erasure.id,
                    "kind": erasure.kind.value,
                    "at": erasure.at.isoformat(timespec="seconds"),
                    "reason": erasure.reason,
                    "author": erasure.author,
                    "stand_in": erasure.stand_in,
                    "counts": json.dumps(dict(erasure.counts)),
                },
            )
            self._database.write_many(
                "INSERT INTO erasure_change VALUES (?, ?, ?, ?, ?)",
                ((erasure.id, *each) for each in changes),
            )
            self._database.write_many(
                "INSERT INTO erased_file VALUES (?, ?, ?, ?)",
                ((erasure.id, *each) for each in files),
            )
            self._database.insert("unfinished_erasure", {"erasure_id": erasure.id})
            self._database.journal.touch("erasure", erasure.id)

    def all(self) -> list[Erasure]:
        """Return all erasures, newest first."""
        rows = self._database.rows("SELECT * FROM erasure ORDER BY at DESC, rowid DESC")
        return [
            Erasure(
                row["id"],
                ErasureKind(row["kind"]),
                datetime.fromisoformat(row["at"]),
                row["reason"],
                row["author"],
                row["stand_in"],
                tuple(json.loads(row["counts"]).items()),
            )
            for row in rows
        ]

    def next_number(self) -> int:
        """Return the number of the next person whose name is erased."""
        row = self._database.row("SELECT count(*) AS count FROM erasure WHERE kind = 'person'")
        assert row is not None
        return int(row["count"]) + 1

    def unfinished(self) -> list[str]:
        """Return the erasures whose bytes are not gone for certain."""
        rows = self._database.rows("SELECT erasure_id FROM unfinished_erasure")
        return [row["erasure_id"] for row in rows]

    def files_of(self, erasure_ids: Iterable[str]) -> list[tuple[str, str]]:
        """Return digest and suffix of the files that erasures took."""
        rows = self._database.rows(
            "SELECT DISTINCT digest, suffix FROM erased_file"
            " WHERE erasure_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(erasure_ids)),),
        )
        return [(row["digest"], row["suffix"]) for row in rows]

    def finished(self, erasure_ids: Iterable[str]) -> None:
        """Note that nothing is left to be done of erasures."""
        with self._database.transaction():
            self._database.write(
                "DELETE FROM unfinished_erasure"
                " WHERE erasure_id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(erasure_ids)),),
            )


_PARENTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "staff": (("staff", "id"),),
    "inspector": (("inspector", "id"),),
    "inspection": (("inspection", "id"),),
    "scorecard": (("inspection", "inspection_id"),),
    "answer": (
        ("inspection", "(SELECT inspection_id FROM scorecard WHERE key = t.scorecard)"),
    ),
    "patrol_entry": (("inspection", "inspection_id"),),
    "recheck_entry": (("inspection", "inspection_id"),),
    "finding": (("finding", "id"),),
    "finding_event": (("finding", "finding_id"),),
    "meeting": (("meeting", "id"),),
    "complaint": (("complaint", "id"),),
    "complaint_event": (("complaint", "complaint_id"),),
    "plan": (("plan", "id"),),
    "plan_site": (("plan", "plan_id"),),
    "plan_barred": (("plan", "plan_id"),),
}  # fmt: skip

_DAY_AND_SITE = "substr(started_at, 1, 10) || ' ' || site_name"
_NUMBER_AND_SITE = "number || ' ' || site_name"

# The table, what is open in it, and by what one knows it again.
_OPEN: Mapping[Obstacle, tuple[str, str, str]] = {
    Obstacle.ON_DUTY: ("staff", "ended_on IS NULL AND (SELECT w.ended_on FROM \"window\" AS w"
                       " WHERE w.id = window_id) IS NULL",
                       "(SELECT site.name || ' ' || w.number FROM \"window\" AS w"
                       " JOIN site ON site.id = w.site_id WHERE w.id = window_id)"),
    Obstacle.INSPECTS: ("inspector", "ended_on IS NULL", "trim(unit || ' ' || name)"),
    Obstacle.VISIT: ("inspection", "state = 'open'", _DAY_AND_SITE),
    Obstacle.FINDING: (
        "finding",
        "state IN ('open', 'rectifying', 'reported')"
        " OR appealed_at IS NOT NULL",
        _NUMBER_AND_SITE,
    ),
    Obstacle.MEETING: ("meeting", "ended_at IS NULL AND discarded_at IS NULL", _DAY_AND_SITE),
    Obstacle.COMPLAINT: ("complaint", "state NOT IN ('archived', 'void')", _NUMBER_AND_SITE),
    Obstacle.PLAN: (
        "plan",
        "NOT withdrawn AND last >= ?2 AND NOT EXISTS (SELECT 1 FROM plan AS later"
        " WHERE later.family = plan.family AND later.version > plan.version)",
        "name",
    ),
}  # fmt: skip

# A photo belongs to a visit, to a finding, or to a complaint that names it. `open` counts what is
# not over; `closed` is the latest of the moments at which what there is was over.
_PHOTOS = """
    SELECT e.id, e.name, e.digest, e.suffix, e.annotated,
        coalesce(i.site_name, f.site_name, c.site_name, '') AS site_name,
        (i.id IS NOT NULL AND i.state = 'open')
            + (SELECT count(*) FROM finding AS g
                WHERE (g.inspection_id = e.inspection_id OR g.id = e.finding_id)
                AND (g.state IN ('open', 'rectifying', 'reported')
                    OR g.appealed_at IS NOT NULL))
            + (c.id IS NOT NULL AND c.state NOT IN ('archived', 'void')) AS open,
        max(coalesce(substr(i.completed_at, 1, 10), ''),
            coalesce(substr(coalesce(c.archived_at, c.changed_at), 1, 10), ''),
            coalesce((SELECT max(substr(coalesce(g.closed_at, g.changed_at, g.raised_at), 1, 10))
                FROM finding AS g
                WHERE g.inspection_id = e.inspection_id OR g.id = e.finding_id), ''),
            substr(e.added_at, 1, 10)) AS closed
    FROM evidence AS e
    LEFT JOIN inspection AS i ON i.id = e.inspection_id
    LEFT JOIN finding AS f ON f.id = e.finding_id
    LEFT JOIN complaint AS c ON e.inspection_id IS NULL AND e.finding_id IS NULL
        AND instr(coalesce(c.evidence_ids, ''), e.id)
    WHERE e.kind = 'photo'
        AND NOT EXISTS (SELECT 1 FROM erased_file AS x WHERE x.evidence_id = e.id)
    ORDER BY e.added_at, e.rowid
"""


def _photo(row: Row) -> PhotoKept:
    files = [(row["digest"], row["suffix"])]
    if row["annotated"]:
        files.append((row["annotated"], "jpg"))
    closed = None if row["open"] else date.fromisoformat(row["closed"])
    return PhotoKept(row["id"], row["name"], row["site_name"], tuple(files), closed)

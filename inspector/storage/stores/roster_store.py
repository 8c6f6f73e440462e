"""Sites, windows, staff and departments in SQLite, and what happened to them.

Knows SQL and the domain; nothing of Qt. Nothing is deleted: what ended has a day on which it did.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TypeAlias
from uuid import NAMESPACE_OID, uuid5

from inspector.domain.visit.roster import Department, Site, Staff, Window
from inspector.domain.visit.roster_event import Facts, RosterEvent, RosterSubject, facts_of
from inspector.storage.database.database import Database, Row

_COLUMNS: Mapping[RosterSubject, tuple[str, ...]] = {
    RosterSubject.SITE: ("name", "unit", "ended_on"),
    RosterSubject.WINDOW: ("site_id", "number", "kind", "department", "leader", "ended_on"),
    RosterSubject.STAFF: ("window_id", "number", "name", "team", "ended_on"),
    RosterSubject.DEPARTMENT: ("site_id", "name", "ended_on"),
}
_UNIQUE: Mapping[RosterSubject, tuple[str, ...]] = {
    RosterSubject.SITE: ("name",),
    RosterSubject.WINDOW: ("site_id", "number"),
    RosterSubject.STAFF: ("window_id", "number", "name"),
    RosterSubject.DEPARTMENT: ("site_id", "name"),
}
_Move: TypeAlias = tuple[int, str, str, bool]
"""In which step, whose number and name, and whether it was away."""

_BETWEEN_WORDS = 200
"""Events that are read between two words to whoever waits for them."""

_ORDERED = (RosterSubject.WINDOW, RosterSubject.STAFF)  # these have a position


class RosterStore:
    """The only SQL about the roster."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Reading

    def sites(self, *, ended: bool = False) -> list[Site]:
        """Return every site in the order they were added; with `ended`, those behind the others."""
        which = "1" if ended else "ended_on IS NULL"
        rows = self._database.rows(
            "SELECT id, name, ended_on, unit FROM site"
            f" WHERE {which} ORDER BY ended_on IS NOT NULL, rowid"
        )
        return [Site(row["id"], row["name"], _day(row["ended_on"]), row["unit"]) for row in rows]

    def windows(self, site_id: str, *, ended: bool = False) -> list[Window]:
        """Return a site's windows, each with its people, in roster order.

        With `ended` also the windows and people that are there no more, at their old places.
        """
        staff: dict[str, list[Staff]] = defaultdict(list)
        for row in self._database.rows(
            'SELECT staff.* FROM staff JOIN "window" ON "window".id = staff.window_id'
            f' WHERE "window".site_id = ?{"" if ended else " AND staff.ended_on IS NULL"}'
            " ORDER BY staff.position, staff.rowid",
            (site_id,),
        ):
            staff[row["window_id"]].append(
                Staff(row["id"], row["number"], row["name"], row["team"], _day(row["ended_on"]))
            )
        return [
            Window(
                id=row["id"],
                site_id=row["site_id"],
                number=row["number"],
                kind=row["kind"],
                department=row["department"],
                leader=row["leader"],
                staff=tuple(staff[row["id"]]),
                ended_on=_day(row["ended_on"]),
            )
            for row in self._database.rows(
                'SELECT * FROM "window" WHERE site_id = ?'
                f"{'' if ended else ' AND ended_on IS NULL'} ORDER BY position, rowid",
                (site_id,),
            )
        ]

    def window_counts(self) -> dict[str, int]:
        """Return how many windows of each site can be visited, by its id; of some there is none."""
        rows = self._database.rows(
            'SELECT site_id, count(*) AS number FROM "window" WHERE ended_on IS NULL'
            " GROUP BY site_id"
        )
        return {row["site_id"]: row["number"] for row in rows}

    def departments(self, site_id: str) -> list[Department]:
        """Return every department of a site, also those that ended, in the order of their names."""
        rows = self._database.rows(
            "SELECT * FROM department WHERE site_id = ? ORDER BY name", (site_id,)
        )
        return [
            Department(row["id"], row["site_id"], row["name"], _day(row["ended_on"]))
            for row in rows
        ]

    def facts(self, subject: RosterSubject, subject_id: str) -> Facts | None:
        """Return what is kept of one thing, by column; None when there is no such thing."""
        columns = ", ".join(_COLUMNS[subject])
        row = self._database.row(
            f'SELECT {columns} FROM "{subject.value}" WHERE id = ?', (subject_id,)
        )
        return dict(row) if row is not None else None

    def is_free(self, subject: RosterSubject, subject_id: str, facts: Facts) -> bool:
        """Tell whether nothing else has the names that a thing would have with these facts."""
        known = self.facts(subject, subject_id) or {}
        own = {column: facts.get(column, known.get(column)) for column in _UNIQUE[subject]}
        terms = " AND ".join(f"{column} = ?" for column in own)
        row = self._database.row(
            f'SELECT 1 FROM "{subject.value}" WHERE {terms} AND id <> ?',
            (*own.values(), subject_id),
        )
        return row is None

    def events(self, site_id: str, limit: int = 500) -> list[RosterEvent]:
        """Return what happened to a site and what belongs to it, newest first."""
        rows = self._database.rows(
            "SELECT * FROM roster_event WHERE site_id = ? ORDER BY sequence DESC LIMIT ?",
            (site_id, limit),
        )
        events = [_event(row) for row in rows]
        others = self._others_sites(site_id, events)
        return [replace(event, other_site_id=others.get(event.sequence, "")) for event in events]

    def batch(
        self, number: int, hear: Callable[[int, int], object] = lambda done, total: None
    ) -> list[RosterEvent]:
        """Return the events of one step in their order; what `hear` raises ends it."""
        rows = self._database.rows(
            "SELECT * FROM roster_event WHERE batch = ? ORDER BY sequence", (number,)
        )
        events: list[RosterEvent] = []
        for row in rows:
            if len(events) % _BETWEEN_WORDS == 0:
                hear(0, 0)  # how much there is to do is told of what follows
            events.append(_event(row))
        return events

    def _others_sites(self, site_id: str, events: Iterable[RosterEvent]) -> dict[int, str]:
        """Return where else people came or went in the step in which they went or came here.

        By the number of the event that tells it here.
        """
        steps = sorted({e.batch for e in events if e.subject is RosterSubject.STAFF})
        here: dict[_Move, int] = {}
        elsewhere: dict[_Move, str] = {}
        for row in self._database.rows(
            "SELECT sequence, batch, site_id, number, name,"
            " json_extract(after, '$.ended_on') IS NOT NULL AS left"
            " FROM roster_event AS event JOIN staff ON staff.id = event.subject_id"
            " WHERE subject = 'staff' AND batch IN (SELECT value FROM json_each(?))"
            " AND (before IS NULL OR json_type(after, '$.ended_on') IS NOT NULL)"
            " ORDER BY sequence DESC",
            (json.dumps(steps),),
        ):
            move = (row["batch"], row["number"], row["name"], bool(row["left"]))
            if row["site_id"] == site_id:
                here[move] = row["sequence"]
            else:
                elsewhere[move] = row["site_id"]
        return {
            sequence: elsewhere[batch, number, name, not left]
            for (batch, number, name, left), sequence in here.items()
            if (batch, number, name, not left) in elsewhere
        }

    def last_end(self, subject_id: str) -> int | None:
        """Return the step that ended something last."""
        row = self._database.row(
            "SELECT batch FROM roster_event WHERE subject_id = ?"
            " AND json_extract(after, '$.ended_on') IS NOT NULL ORDER BY sequence DESC LIMIT 1",
            (subject_id,),
        )
        return int(row["batch"]) if row is not None else None

    def last_event(self) -> int:
        """Return the number of what happened last to the roster; 0 before anything did."""
        (last,) = self._database.rows("SELECT coalesce(max(sequence), 0) FROM roster_event")[0]
        return int(last)

    # Writing

    def new_batch(self) -> int:
        """Return the number of the step whose events follow; inside its transaction."""
        (last,) = self._database.rows("SELECT coalesce(max(batch), 0) FROM roster_event")[0]
        return int(last) + 1

    def change(
        self,
        batch: int,
        at: datetime,
        subject: RosterSubject,
        subject_id: str,
        site_id: str,
        after: Facts,
    ) -> None:
        """Add a thing with these facts, or give one that exists these, and keep the event.

        Nothing happens where they are its facts already. Inside a transaction.
        """
        before = self.facts(subject, subject_id)
        if before is not None:
            after = {key: value for key, value in after.items() if before[key] != value}
            if not after:
                return
        self._set(subject, subject_id, after, is_new=before is None)
        if after.get("department"):
            self._keep_department(batch, at, site_id, str(after["department"]))
        known = None if before is None else {key: before[key] for key in after}
        self._database.write(
            "INSERT INTO roster_event (batch, at, subject, subject_id, site_id, before, after)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                batch,
                at.isoformat(),
                subject.value,
                subject_id,
                site_id,
                None if known is None else json.dumps(known, ensure_ascii=False),
                json.dumps(after, ensure_ascii=False),
            ),
        )

    def put_in_order(self, windows: Iterable[Window]) -> None:
        """Let windows and their people stand in this order; inside a transaction."""
        listed = list(windows)
        self._database.write_many(
            'UPDATE "window" SET position = ? WHERE id = ?',
            ((position, window.id) for position, window in enumerate(listed)),
        )
        self._database.write_many(
            "UPDATE staff SET position = ? WHERE id = ?",
            ((i, staff.id) for window in listed for i, staff in enumerate(window.staff)),
        )

    def put(self, sites: Iterable[Site], windows: Iterable[Window]) -> None:
        """Add sites, windows and staff, or bring those that exist up to date, in this order.

        Without events: for what was there from the beginning.
        """
        with self._database.transaction():
            for site in sites:
                self._put(RosterSubject.SITE, site.id, facts_of(site))
            listed = list(windows)
            for window in listed:
                self._put(RosterSubject.WINDOW, window.id, facts_of(window))
                for staff in window.staff:
                    facts = facts_of(staff, window.id)
                    self._put(RosterSubject.STAFF, staff.id, facts)
            for own in dict.fromkeys((w.site_id, w.department) for w in listed if w.department):
                self._add_department(*own)
            self.put_in_order(listed)

    def _put(self, subject: RosterSubject, subject_id: str, facts: Facts) -> None:
        is_new = self.facts(subject, subject_id) is None
        self._set(subject, subject_id, facts, is_new=is_new)

    def _set(self, subject: RosterSubject, subject_id: str, facts: Facts, *, is_new: bool) -> None:
        values = tuple(facts.values())
        if not is_new:
            sets = ", ".join(f"{column} = ?" for column in facts)
            self._database.write(
                f'UPDATE "{subject.value}" SET {sets} WHERE id = ?', (*values, subject_id)
            )
            return
        columns, marks = ", ".join(("id", *facts)), ", ".join("?" * (len(facts) + 1))
        if subject in _ORDERED:  # the last of its list
            owner = "site_id" if subject is RosterSubject.WINDOW else "window_id"
            columns += ", position"
            marks += (
                f', (SELECT coalesce(max(position), -1) + 1 FROM "{subject.value}"'
                f" WHERE {owner} = ?)"
            )
            values = (*values, facts[owner])
        self._database.write(
            f'INSERT INTO "{subject.value}" ({columns}) VALUES ({marks})', (subject_id, *values)
        )

    def _keep_department(self, batch: int, at: datetime, site_id: str, name: str) -> None:
        """See that a department which a window names is in use."""
        known = next((d for d in self.departments(site_id) if d.name == name), None)
        if known is None:
            self._add_department(site_id, name)
        elif known.ended_on is not None:
            self.change(batch, at, RosterSubject.DEPARTMENT, known.id, site_id, {"ended_on": None})

    def _add_department(self, site_id: str, name: str) -> None:
        known = next((d for d in self.departments(site_id) if d.name == name), None)
        if known is not None:
            self._set(RosterSubject.DEPARTMENT, known.id, {"ended_on": None}, is_new=False)
            return
        # Of its name, so that the same roster has the same ids; that of one renamed is taken.
        key = f"{site_id}/{name}"
        while self.facts(RosterSubject.DEPARTMENT, own := str(uuid5(NAMESPACE_OID, key))):
            key += "'"
        facts = facts_of(Department(own, site_id, name))
        self._set(RosterSubject.DEPARTMENT, own, facts, is_new=True)


def _event(row: Row) -> RosterEvent:
    return RosterEvent(
        sequence=row["sequence"],
        batch=row["batch"],
        at=datetime.fromisoformat(row["at"]),
        subject=RosterSubject(row["subject"]),
        subject_id=row["subject_id"],
        site_id=row["site_id"],
        before=json.loads(row["before"]) if row["before"] is not None else None,
        after=json.loads(row["after"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

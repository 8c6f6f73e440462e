"""Complaints in SQLite: an append-only list of events, and what they fold to.

Both are written in one transaction. Knows SQL and the domain; nothing of Qt.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from inspector.domain.complaint.complaint import ANSWERED, UNANSWERED, Complaint, ComplaintState
from inspector.domain.complaint.complaint_event import ComplaintEvent, Received
from inspector.domain.complaint.complaint_filter import Among, ComplaintCounts, ComplaintFilter
from inspector.domain.complaint.complaint_life import folded
from inspector.storage.database.database import Database
from inspector.storage.registers.complaint_rows import (
    complaint_event_from,
    complaint_event_values,
    complaint_from,
    complaint_values,
)
from inspector.storage.stores.steps.event_origins import EventOrigins, Lives

_CHUNK = 500
"""Complaints whose events are held at once."""


class ComplaintStore:
    """The only SQL about complaints."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Reading

    def get(self, complaint_id: str) -> Complaint:
        """Return a complaint as it stands; raises KeyError when there is none."""
        row = self._database.row("SELECT * FROM complaint WHERE id = ?", (complaint_id,))
        if row is None:
            raise KeyError(complaint_id)
        return complaint_from(row)

    def numbered(self, number: str) -> list[Complaint]:
        """Return the complaints with a number: several where two laptops gave it."""
        rows = self._database.rows(
            "SELECT * FROM complaint WHERE number = ? ORDER BY rowid", (number,)
        )
        return [complaint_from(row) for row in rows]

    def found(
        self, asked: ComplaintFilter, today: date, limit: int | None = None
    ) -> list[Complaint]:
        """Return the complaints of a filter: unanswered ones first, by deadline, then the newest.

        逾期 and 本月 are those of `today`.
        """
        where, values = _where(asked, today)
        rows = self._database.rows(
            f"SELECT * FROM complaint WHERE {where} ORDER BY {_IS_UNANSWERED} DESC,"
            f" CASE WHEN {_IS_UNANSWERED} THEN deadline END, received_at DESC, number DESC"
            " LIMIT :limit",
            {**values, "limit": -1 if limit is None else limit},
        )
        return [complaint_from(row) for row in rows]

    def counts(self, asked: ComplaintFilter, today: date) -> ComplaintCounts:
        """Return how many complaints each choice would show with all else that is asked."""
        where, values = _where(replace(asked, among=Among.ALL), today)
        sums = ", ".join(f"total({_AMONG[each]})" for each in Among)
        row = self._database.row(f"SELECT {sums} FROM complaint WHERE {where}", values)
        assert row is not None
        return ComplaintCounts({each: int(number) for each, number in zip(Among, row, strict=True)})

    def between(self, first: date, last: date) -> list[Complaint]:
        """Return the complaints that came from `first` to `last` day, oldest first."""
        rows = self._database.rows(
            "SELECT * FROM complaint WHERE day BETWEEN ? AND ? ORDER BY received_at, number",
            (first.isoformat(), last.isoformat()),
        )
        return [complaint_from(row) for row in rows]

    def of_finding(self, finding_id: str) -> Complaint | None:
        """Return the complaint that a finding was raised from, if it was."""
        row = self._database.row(
            "SELECT * FROM complaint WHERE id = (SELECT reference FROM finding_event"
            " WHERE id = ? AND source = 'complaint')",
            (finding_id,),
        )
        return complaint_from(row) if row else None

    def with_evidence(self, evidence_id: str) -> Complaint | None:
        """Return the complaint that a photo or file shows something of, taken back or not."""
        row = self._database.row(
            "SELECT complaint.* FROM complaint_event AS e JOIN complaint"
            " ON complaint.id = e.complaint_id WHERE e.kind = 'attached'"
            " AND json_extract(e.content, '$.evidence_id') = ? LIMIT 1",
            (evidence_id,),
        )
        return complaint_from(row) if row else None

    def events(self, complaint_ids: Iterable[str]) -> dict[str, list[ComplaintEvent]]:
        """Return the events of complaints by their id, as they arrived."""
        rows = self._database.rows(
            "SELECT e.* FROM json_each(?) AS asked JOIN complaint_event AS e"
            " ON e.complaint_id = asked.value ORDER BY e.complaint_id, e.sequence",
            (json.dumps(list(dict.fromkeys(complaint_ids))),),
        )
        return {
            key: [complaint_event_from(row) for row in own]
            for key, own in groupby(rows, lambda row: str(row["complaint_id"]))
        }

    def said_before(self, column: str, site_id: str) -> list[str]:
        """Return what a site's complaints name as `owner`, `department` or `first_asked`.

        The most used first.
        """
        assert column in ("owner", "department", "first_asked")
        rows = self._database.rows(
            f"SELECT {column} AS name FROM complaint WHERE site_id = ? AND {column} <> ''"
            f" GROUP BY {column} ORDER BY count(*) DESC, max(received_at) DESC LIMIT 30",
            (site_id,),
        )
        return [row["name"] for row in rows]

    def differing(self) -> list[str]:
        """Return the numbers of complaints that are not what their events say."""
        numbers: list[str] = []
        ids = [row["id"] for row in self._database.rows("SELECT id FROM complaint")]
        for begin in range(0, len(ids), _CHUNK):
            chunk = ids[begin : begin + _CHUNK]
            kept = {
                row["id"]: dict(zip(row.keys(), row, strict=True))
                for row in self._database.rows(
                    "SELECT complaint.* FROM json_each(?) AS asked"
                    " JOIN complaint ON complaint.id = asked.value",
                    (json.dumps(chunk),),
                )
            }
            told = self._told(chunk)
            numbers += [str(row["number"]) for key, row in kept.items() if told.get(key) != row]
        return sorted(numbers)

    def _told(self, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Return the rows that the events of complaints come to; of unreadable ones, none."""
        rows = self._database.rows(
            "SELECT e.* FROM json_each(?) AS asked JOIN complaint_event AS e"
            " ON e.complaint_id = asked.value ORDER BY e.complaint_id, e.sequence",
            (json.dumps(ids),),
        )
        told: dict[str, dict[str, Any]] = {}
        for key, own in groupby(rows, lambda row: str(row["complaint_id"])):
            try:
                told[key] = complaint_values(folded(map(complaint_event_from, own)))
            except (LookupError, TypeError, ValueError):  # somebody wrote over what was done
                continue
        return told

    # Writing

    def append(self, *events: ComplaintEvent) -> None:
        """Keep events and what the complaints are after them, in one transaction.

        Legal or not, they are kept; an illegal one changes nothing of the complaint. An event
        that is known by its id already is not kept twice.
        """
        with self._database.transaction():
            known = self._known(events)
            new = list({event.id: event for event in events if event.id not in known}.values())
            for event in new:
                if isinstance(event, Received):
                    self._database.insert("complaint", complaint_values(event.complaint))
            self._database.write_many(
                "INSERT INTO complaint_event"
                " (id, complaint_id, at, kind, content, author, source, reference) VALUES"
                " (:id, :complaint_id, :at, :kind, :content, :author, :source, :reference)",
                map(complaint_event_values, new),
            )
            self._database.journal.touch("complaint", *(event.id for event in new))
            later = [event for event in new if not isinstance(event, Received)]
            EventOrigins(self._database).put_own(
                Lives.COMPLAINTS, [(event.complaint_id, event.id) for event in later]
            )
            self.refold(dict.fromkeys(event.complaint_id for event in new))

    def rebuild(self) -> None:
        """Work every complaint out anew from its events."""
        with self._database.transaction():
            # Numbers that somebody exchanged would be in each other's way.
            self._database.write(
                "UPDATE complaint SET number = id WHERE id IN (SELECT id FROM complaint_event)"
            )
            ids = [row["id"] for row in self._database.rows("SELECT id FROM complaint")]
            for begin in range(0, len(ids), _CHUNK):
                self.refold(ids[begin : begin + _CHUNK])

    def _known(self, events: Sequence[ComplaintEvent]) -> set[str]:
        rows = self._database.rows(
            "SELECT id FROM complaint_event WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([event.id for event in events]),),
        )
        return {row["id"] for row in rows}

    def refold(self, complaint_ids: Iterable[str]) -> None:
        """Write what the events of complaints come to into their rows, within a transaction."""
        for own in self.events(complaint_ids).values():
            values = complaint_values(folded(own))
            names = ", ".join(f"{name} = :{name}" for name in values if name != "id")
            self._database.write(f"UPDATE complaint SET {names} WHERE id = :id", values)


def _in(states: Iterable[ComplaintState]) -> str:
    return "state IN (" + ", ".join(f"'{state.value}'" for state in sorted(states)) + ")"


_IS_UNANSWERED = _in(UNANSWERED)
_COUNTS = "state <> 'void'"
_AMONG = {
    Among.UNANSWERED: _IS_UNANSWERED,
    Among.OVERDUE: f"({_IS_UNANSWERED} AND deadline < :today)",
    Among.ANSWERED: _in(ANSWERED - {ComplaintState.ARCHIVED}),
    Among.MONTH: f"({_COUNTS} AND substr(day, 1, 7) = substr(:today, 1, 7))",
    Among.ANONYMOUS: f"({_COUNTS} AND anonymous)",
    Among.ALL: "1",
}
_SEARCHED = (
    "number", "site_name", "window_number", "content", "department", "owner", "complainant",
)  # fmt: skip


def _where(asked: ComplaintFilter, today: date) -> tuple[str, dict[str, Any]]:
    """Return the condition of a filter with its values."""
    terms, values = [_AMONG[asked.among]], dict[str, Any](today=today.isoformat())
    for name, term, value in (
        ("site", "site_id = :site", asked.site_id),
        ("first", "day >= :first", asked.first and asked.first.isoformat()),
        ("last", "day <= :last", asked.last and asked.last.isoformat()),
    ):
        if value:
            terms.append(term)
            values[name] = value
    for number, word in enumerate(asked.text.split()):
        key = f"word{number}"
        said = " OR ".join(f"instr(lower({column}), :{key}) > 0" for column in _SEARCHED)
        terms.append(f"({said})")
        values[key] = word.lower()
    return " AND ".join(terms), values

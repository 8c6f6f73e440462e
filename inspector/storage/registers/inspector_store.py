"""Inspectors in SQLite, and what happened to them. Nothing is deleted: whoever ended has a day."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from inspector.domain.people.inspector import Inspector, Role
from inspector.domain.people.inspector_event import InspectorEvent, InspectorFacts
from inspector.storage.database.database import Database, Row

_COLUMNS = (
    "name", "unit", "role", "group_name", "phone", "away_first", "away_last", "ended_on",
)  # fmt: skip


class InspectorStore:
    """The only SQL about inspectors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, day: date) -> list[Inspector]:
        """Return every inspector as they are on a day, in the order they were added.

        Whoever ended stands behind the others.
        """
        rows = self._database.rows("SELECT * FROM inspector ORDER BY ended_on IS NOT NULL, rowid")
        return [_inspector(row, day) for row in rows]

    def facts(self, inspector_id: str) -> InspectorFacts | None:
        """Return what is kept of an inspector, by column; None when there is no such one."""
        row = self._database.row(
            f"SELECT {', '.join(_COLUMNS)} FROM inspector WHERE id = ?", (inspector_id,)
        )
        return dict(row) if row is not None else None

    def events(self, limit: int = 500) -> list[InspectorEvent]:
        """Return what happened, newest first."""
        rows = self._database.rows(
            "SELECT event.*, name FROM inspector_event AS event"
            " JOIN inspector ON inspector.id = inspector_id ORDER BY sequence DESC LIMIT ?",
            (limit,),
        )
        return [_event(row) for row in rows]

    def batch(self, number: int) -> list[InspectorEvent]:
        """Return the events of one step in their order."""
        rows = self._database.rows(
            "SELECT event.*, name FROM inspector_event AS event"
            " JOIN inspector ON inspector.id = inspector_id WHERE batch = ? ORDER BY sequence",
            (number,),
        )
        return [_event(row) for row in rows]

    def new_batch(self) -> int:
        """Return the number of the step whose events follow; inside its transaction."""
        (last,) = self._database.rows("SELECT coalesce(max(batch), 0) FROM inspector_event")[0]
        return int(last) + 1

    def change(
        self,
        batch: int,
        at: datetime,
        inspector_id: str,
        after: InspectorFacts,
        new_id: Callable[[], str],
    ) -> None:
        """Add an inspector with these facts, or give one that exists these, and keep the event.

        Nothing happens where they are the facts already. Inside a transaction.
        """
        before = self.facts(inspector_id)
        if before is None:
            self._database.insert("inspector", {"id": inspector_id, **after})
            known = None
        else:
            after = {key: value for key, value in after.items() if before[key] != value}
            if not after:
                return
            known = {key: before[key] for key in after}
            sets = ", ".join(f"{column} = ?" for column in after)
            self._database.write(
                f"UPDATE inspector SET {sets} WHERE id = ?", (*after.values(), inspector_id)
            )
        event_id = new_id()
        self._database.insert(
            "inspector_event",
            {
                "id": event_id,
                "batch": batch,
                "at": at.isoformat(),
                "inspector_id": inspector_id,
                "before": None if known is None else json.dumps(known, ensure_ascii=False),
                "after": json.dumps(after, ensure_ascii=False),
            },
        )
        self._database.journal.touch("inspector", event_id)


def _inspector(row: Row, day: date) -> Inspector:
    inspector = Inspector(
        row["id"],
        row["name"],
        row["unit"],
        Role(row["role"]),
        row["group_name"],
        row["phone"],
        _day(row["away_first"]),
        _day(row["away_last"]),
        _day(row["ended_on"]),
    )
    return replace(inspector, reachable=not inspector.is_away_on(day))


def _event(row: Row) -> InspectorEvent:
    return InspectorEvent(
        batch=row["batch"],
        at=datetime.fromisoformat(row["at"]),
        inspector_id=row["inspector_id"],
        name=row["name"],
        before=json.loads(row["before"]) if row["before"] is not None else None,
        after=json.loads(row["after"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

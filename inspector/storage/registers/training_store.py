"""Trainings that were held, and those taken back. Knows SQL and the domain."""

import json
from collections.abc import Sequence
from datetime import date

from inspector.domain.days.span import Span
from inspector.domain.training.suggestion import TrainingKey
from inspector.domain.training.training_entry import TrainingHeld, TrainingTakenBack
from inspector.domain.training.training_facts import Group, Grouping
from inspector.storage.database.database import Database, Row
from inspector.storage.database.typed_rows import row_values, typed_row
from inspector.storage.stores.inspection_rows import moment_from


class TrainingStore:
    """The only SQL about trainings; rows are added and never changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, held: TrainingHeld) -> None:
        """Keep that a training was held."""
        group = held.key.group
        values = {
            "id": held.id,
            "at": held.at.isoformat(timespec="seconds"),
            "grouping": group.grouping.value,
            "group_name": group.name,
            "team": group.team,
            "site_id": group.site_id,
            "site_name": group.site_name,
            "pack_id": held.key.pack_id,
            "topic": held.key.topic,
            "items": json.dumps(held.items, ensure_ascii=False),
            "first": held.span.first.isoformat(),
            "last": held.span.last.isoformat(),
            "held_on": held.held_on.isoformat(),
            "took_part": held.took_part,
            "led_by": held.led_by,
        }
        with self._database.transaction():
            self._database.insert("training", values)
            self._database.journal.touch("training", held.id)

    def take_back(self, entry: TrainingTakenBack) -> None:
        """Keep that a training was entered by mistake."""
        with self._database.transaction():
            self._database.insert("training_taken_back", row_values(entry))
            self._database.journal.touch("training-taken-back", entry.id)

    def get(self, held_id: str) -> TrainingHeld:
        """Return a training; raises KeyError when there is none."""
        row = self._database.row("SELECT * FROM training WHERE id = ?", (held_id,))
        if row is None:
            raise KeyError(held_id)
        return _held(row)

    def between(self, first: date, last: date) -> list[TrainingHeld]:
        """Return the trainings that were held in a period, taken back or not, as entered."""
        rows = self._database.rows(
            "SELECT * FROM training WHERE held_on BETWEEN ? AND ? ORDER BY held_on, rowid",
            (first.isoformat(), last.isoformat()),
        )
        return list(map(_held, rows))

    def taken_back(self, held: Sequence[TrainingHeld]) -> list[TrainingTakenBack]:
        """Return what took some trainings back."""
        rows = self._database.rows(
            "SELECT * FROM training_taken_back WHERE held_id IN (SELECT value FROM json_each(?))"
            " ORDER BY rowid",
            (json.dumps([each.id for each in held]),),
        )
        return [typed_row(row, TrainingTakenBack) for row in rows]


def _held(row: Row) -> TrainingHeld:
    group = Group(
        Grouping(row["grouping"]), row["site_name"], row["group_name"], row["team"], row["site_id"]
    )
    return TrainingHeld(
        row["id"],
        moment_from(row["at"]),
        TrainingKey(group, row["pack_id"], row["topic"]),
        tuple(json.loads(row["items"])),
        Span(date.fromisoformat(row["first"]), date.fromisoformat(row["last"])),
        date.fromisoformat(row["held_on"]),
        row["took_part"],
        row["led_by"],
    )

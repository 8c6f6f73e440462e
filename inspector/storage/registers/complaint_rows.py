"""Complaints and their events to rows and back: the spelling of values in the database."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from inspector.domain.complaint.complaint import Complaint
from inspector.domain.complaint.complaint_event import (
    STEP_TYPES,
    ComplaintEvent,
    ComplaintStep,
    Received,
)
from inspector.storage.database.database import Row
from inspector.storage.database.typed_rows import Plain, plain
from inspector.typed_values import typed

_LISTS = ("finding_ids", "evidence_ids")
"""Columns that hold several texts, as JSON; NULL for none."""

_HEAD = {"id", "complaint_id", "at", "by", "source"}
"""The fields of an event that have a column of their own."""

AS_ARRIVED = (
    "id", "number", "channel", "kind", "received_at", "site_id", "site_name", "window_number",
    "content", "anonymous", "complainant", "phone", "first_asked", "deadline", "inspection_id",
)  # fmt: skip
"""The fields of a complaint that its first event knows; all else is what became of it."""


def complaint_values(complaint: Complaint) -> dict[str, Plain]:
    """Return the row of a complaint, by column."""
    values = {each.name: _exactly(getattr(complaint, each.name)) for each in fields(Complaint)}
    return {**values, "day": complaint.received_at.date().isoformat()}


def complaint_from(row: Row) -> Complaint:
    """Return the complaint of a row of its table."""
    values = dict(zip(row.keys(), row, strict=True))
    lists = {name: json.loads(values[name] or "[]") for name in _LISTS}
    return typed({**values, **lists}, Complaint)


def complaint_event_values(event: ComplaintEvent) -> dict[str, Plain]:
    """Return the row of an event, by column."""
    return {
        "id": event.id,
        "complaint_id": event.complaint_id,
        "at": _exactly(event.at),
        "kind": event.kind.value,
        "content": json.dumps(_content(event), ensure_ascii=False),
        "author": event.by,
        "source": event.source.kind.value,
        "reference": event.source.reference,
    }


def complaint_event_from(row: Row | Mapping[str, Plain]) -> ComplaintEvent:
    """Return the event of a row of its table; raises ValueError for what is none."""
    kind = STEP_TYPES[ComplaintStep(str(row["kind"]))]
    content: dict[str, Any] = json.loads(str(row["content"]))
    if kind is Received:
        content = {"complaint": {**content, "changed_at": row["at"]}}
    source = {"kind": row["source"], "reference": row["reference"]}
    head = {name: row[name] for name in ("id", "complaint_id", "at")}
    return typed({**content, **head, "by": row["author"], "source": source}, kind)


def _content(event: ComplaintEvent) -> dict[str, object]:
    if isinstance(event, Received):
        return {name: _exactly(getattr(event.complaint, name)) for name in AS_ARRIVED}
    own = {each.name: getattr(event, each.name) for each in fields(event)}
    return {
        name: list(value) if isinstance(value, tuple) else _exactly(value)
        for name, value in own.items()
        if name not in _HEAD
    }


def _exactly(value: object) -> Plain:
    return plain(value, "auto")  # two steps can fall into one second

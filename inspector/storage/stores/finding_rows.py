"""Findings and their events to rows and back: the spelling of values in the database."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from inspector.domain.checklist.category import Category
from inspector.domain.figures.figure_facts import FindingFact, FoundExample
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import (
    EVENT_TYPES,
    EventKind,
    FindingEvent,
    Raised,
)
from inspector.storage.database.database import Row
from inspector.storage.database.typed_rows import Plain, plain, typed_row
from inspector.storage.stores.inspection_rows import moment_text
from inspector.typed_values import typed

_STANDING = frozenset(
    {
        "state", "closed_at", "round", "assigned_at", "extensions", "asked_until", "asked_reason",
        "correction", "reported_text", "done_on", "rechecked_at", "rechecked_by", "recheck_passed",
        "recheck_note", "appealed_at", "appeal", "review", "reviewed_deduction", "notice",
        "changed_at", "times_at_window", "times_at_site",
    }
)  # fmt: skip
"""The fields of a finding that its first event does not know: what became of it."""

CHANGING = (
    *sorted(_STANDING - {"times_at_window", "times_at_site"}),
    "department", "owner", "leader", "type", "deadline", "requirement",
)  # fmt: skip
"""The columns of a finding that its events change; all others are as found."""

_SHARED = (
    "inspection_id", "scorecard_id", "item_id", "site_id", "site_name", "window_number",
    "staff_number", "item_text", "text", "requirement", "department", "owner", "leader",
    "correction", "reported_text", "rechecked_by", "recheck_note", "notice",
)  # fmt: skip
"""The texts of a finding that others have as well."""

_HEAD = {"id", "finding_id", "at", "by", "source"}
"""The fields of an event that have a column of their own."""


def exact_moment_text(moment: datetime) -> str:
    """Write the moment of an event, to the microsecond: two can fall into one second."""
    return moment.isoformat()


def finding_values(finding: Finding) -> dict[str, Plain]:
    """Return the row of a finding, by column."""
    values = {name: _exactly(getattr(finding, name)) for name in _names(Finding)}
    values["raised_at"] = moment_text(finding.raised_at)
    return {**values, "day": finding.raised_at.date().isoformat()}


def changed_columns(before: Finding, now: Finding) -> tuple[str, ...]:
    """Return the columns that events changed of a finding."""
    return tuple(name for name in CHANGING if getattr(now, name) != getattr(before, name))


def changing_values(finding: Finding, names: Iterable[str]) -> dict[str, Plain]:
    """Return what the events of a finding came to, by column, and its id."""
    return {name: _exactly(getattr(finding, name)) for name in ("id", *names)}


def finding_from(row: Row) -> Finding:
    """Return the finding of a row of its table."""
    return typed_row(row, Finding)


def findings_from(rows: Iterable[Row]) -> list[Finding]:
    """Return the findings of rows; what several say in the same words they hold once.

    A ledger of ten years has 400,000 of them, and a dozen texts of each say what others say.
    """
    said: dict[str, str] = {}
    return [
        typed_row(row, Finding, **{key: said.setdefault(row[key], row[key]) for key in _SHARED})
        for row in rows
    ]


def event_values(event: FindingEvent) -> dict[str, Plain]:
    """Return the row of an event, by column."""
    return {
        "finding_id": event.finding_id,
        "at": exact_moment_text(event.at),
        "kind": event.kind.value,
        "content": json.dumps(_content(event), ensure_ascii=False),
        "id": event.id,
        "author": event.by,
        "source": event.source.kind.value,
        "reference": event.source.reference,
    }


def event_from(row: Row | Mapping[str, Plain]) -> FindingEvent:
    """Return the event of a row of its table."""
    kind = EVENT_TYPES[EventKind(str(row["kind"]))]
    content: dict[str, Any] = json.loads(str(row["content"]))
    if kind is Raised:
        found = {name: value for name, value in content.items() if name not in _STANDING}
        content = {"finding": {**found, "changed_at": found["raised_at"]}}
    source = {"kind": row["source"], "reference": row["reference"]}
    head = {name: row[name] for name in ("id", "finding_id", "at")}
    return typed({**content, **head, "by": row["author"], "source": source}, kind)


def _content(event: FindingEvent) -> Mapping[str, Plain | list[str]]:
    if isinstance(event, Raised):
        values = finding_values(event.finding)
        return {name: value for name, value in values.items() if name not in _STANDING}
    return {name: _told(getattr(event, name)) for name in _names(type(event)) if name not in _HEAD}


def _told(value: object) -> Plain | list[str]:
    return list(value) if isinstance(value, tuple) else _exactly(value)


def _exactly(value: object) -> Plain:
    return plain(value, "auto")  # two steps can fall into one second


def _names(of: Any) -> list[str]:  # noqa: ANN401 -- a dataclass
    return [field.name for field in fields(of)]


def finding_fact(row: Row, items: tuple[str, ...]) -> FindingFact:
    """Return what figures count of the findings of a visit, of these items."""
    return FindingFact(
        row["inspection_id"],
        row["raised"],
        row["closed"],
        row["overdue"],
        row["vetoes"],
        row["repeats"],
        items,
    )


def found_example(row: Row) -> FoundExample:
    """Return one finding as an example of its item."""
    return FoundExample(
        row["text"] or row["item_text"],
        row["item_text"],
        row["site_name"],
        row["window_number"],
        date.fromisoformat(row["day"]),
        Category(row["category"]),
    )

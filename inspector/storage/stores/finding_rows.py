"""Findings and their events to rows and back: the spelling of values in the database."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, get_args, get_type_hints

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import (
    EVENT_TYPES,
    EventKind,
    FindingEvent,
    Raised,
    Source,
    SourceKind,
)
from inspector.storage.database.database import Row
from inspector.storage.stores.inspection_rows import moment_text

Plain = str | int | None

_STANDING = frozenset(
    {
        "state", "closed_at", "round", "assigned_at", "extensions", "correction", "reported_text",
        "done_on", "rechecked_at", "rechecked_by", "recheck_passed", "recheck_note",
        "appealed_at", "appeal", "review", "reviewed_deduction", "notice", "changed_at",
        "times_at_window", "times_at_site",
    }
)  # fmt: skip
"""The fields of a finding that its first event does not know: what became of it."""

CHANGING = (
    *sorted(_STANDING - {"times_at_window", "times_at_site"}),
    "department", "owner", "leader", "type", "deadline", "requirement",
)  # fmt: skip
"""The columns of a finding that its events change; all others are as found."""

_HEAD = {"id", "finding_id", "at", "by", "source"}
"""The fields of an event that have a column of their own."""


def exact_moment_text(moment: datetime) -> str:
    """Write the moment of an event, to the microsecond: two can fall into one second."""
    return moment.isoformat()


def finding_values(finding: Finding) -> dict[str, Plain]:
    """Return the row of a finding, by column."""
    values = {name: _plain(getattr(finding, name)) for name in _kinds(Finding)}
    values["raised_at"] = moment_text(finding.raised_at)
    return {**values, "day": finding.raised_at.date().isoformat()}


def changed_columns(before: Finding, now: Finding) -> tuple[str, ...]:
    """Return the columns that events changed of a finding."""
    return tuple(name for name in CHANGING if getattr(now, name) != getattr(before, name))


def changing_values(finding: Finding, names: Iterable[str]) -> dict[str, Plain]:
    """Return what the events of a finding came to, by column, and its id."""
    return {name: _plain(getattr(finding, name)) for name in ("id", *names)}


def finding_from(row: Row) -> Finding:
    """Return the finding of a row of its table."""
    # By a dictionary: a row looks its forty names through for each that is asked for.
    named = dict(zip(row.keys(), row, strict=True))
    for name, read in _finding_readers():
        value = named[name]
        if value is not None:
            named[name] = read(value)
    return Finding(**{name: named[name] for name in _kinds(Finding)})


@cache
def _finding_readers() -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """Return what reads each column of a finding that is neither text nor number as it is kept."""
    return tuple(
        (name, kind.fromisoformat if kind in (date, datetime) else kind)
        for name, kind in _kinds(Finding).items()
        if kind not in (str, int)
    )


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


def event_from(row: Row) -> FindingEvent:
    """Return the event of a row of its table."""
    kind = EVENT_TYPES[EventKind(row["kind"])]
    content: dict[str, Any] = json.loads(row["content"])
    head: dict[str, Any] = {
        "id": row["id"],
        "finding_id": row["finding_id"],
        "at": datetime.fromisoformat(row["at"]),
        "by": row["author"],
        "source": Source(SourceKind(row["source"]), row["reference"]),
    }
    if kind is Raised:
        return Raised(**head, finding=_raised(content))
    own = {name: each for name, each in _kinds(kind).items() if name not in _HEAD}
    return kind(**head, **{name: _value(content[name], each) for name, each in own.items()})


def _content(event: FindingEvent) -> Mapping[str, Plain]:
    if isinstance(event, Raised):
        values = finding_values(event.finding)
        return {name: value for name, value in values.items() if name not in _STANDING}
    return {name: _plain(getattr(event, name)) for name in _kinds(type(event)) if name not in _HEAD}


def _raised(content: Mapping[str, Any]) -> Finding:
    # A field that this event was kept without, by an earlier version, is at its default.
    found = {
        name: _value(content[name], kind)
        for name, kind in _kinds(Finding).items()
        if name not in _STANDING and name in content
    }
    return Finding(**found, changed_at=found["raised_at"])


_known_kinds: dict[type, Mapping[str, Any]] = {}


def _kinds(of: type) -> Mapping[str, Any]:
    """Return the type of each field; of one that may be None, the other type."""
    if of not in _known_kinds:
        _known_kinds[of] = _kinds_of(of)
    return _known_kinds[of]


def _kinds_of(of: type) -> Mapping[str, Any]:
    hints = get_type_hints(of)
    kinds: dict[str, Any] = {}
    for field in fields(of):
        hint = hints[field.name]
        kinds[field.name] = next((a for a in get_args(hint) if a is not type(None)), hint)
    return kinds


def _plain(value: Any) -> Plain:  # noqa: ANN401 -- whatever a field holds
    match value:
        case Enum():
            return str(value.value)
        case datetime():
            return exact_moment_text(value)
        case date():
            return value.isoformat()
        case bool():
            return int(value)
    return value  # type: ignore[no-any-return]


def _value(value: Any, kind: Any) -> Any:  # noqa: ANN401 -- whatever a field holds
    if value is None or kind in (str, int):
        return value
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    return kind(value)

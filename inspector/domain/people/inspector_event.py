"""What happened to the roster of inspectors: each step as events, never edited."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from inspector.domain.people.inspector import Inspector

InspectorFacts: TypeAlias = Mapping[str, str | None]
"""What is kept of one inspector, by column; days as ISO text."""


def inspector_facts(inspector: Inspector) -> InspectorFacts:
    """Return what is kept of an inspector, by column."""
    days = {
        name: day.isoformat() if day else None
        for name, day in (
            ("away_first", inspector.away_first),
            ("away_last", inspector.away_last),
            ("ended_on", inspector.ended_on),
        )
    }
    return {
        "name": inspector.name,
        "unit": inspector.unit,
        "role": inspector.role.value,
        "group_name": inspector.group,
        "phone": inspector.phone,
        **days,
    }


@dataclass(frozen=True, slots=True)
class InspectorEvent:
    """One inspector that a step changed; `batch` is the step: a workbook changes many at once.

    `before` holds what was otherwise (None: there was nobody), `after` the same columns.
    """

    batch: int
    at: datetime
    inspector_id: str
    name: str  # as the inspector is called now
    before: InspectorFacts | None
    after: InspectorFacts

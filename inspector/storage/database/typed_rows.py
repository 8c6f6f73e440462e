"""Rows to values of the domain and back, each column by the type of the field of its name."""

import json
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from typing import Any

from inspector.storage.database.database import Row
from inspector.typed_values import Kind, typed

Plain = str | int | float | None
"""What stands in a column."""


def typed_row(row: Row, kind: type[Kind], **instead: object) -> Kind:
    """Return a row as a value of a type, with `instead` of some columns other values.

    Raises ValueError where somebody wrote something else into a column.
    """
    return typed({**dict(zip(row.keys(), row, strict=True)), **instead}, kind)


def row_values(value: Any, **instead: Plain) -> dict[str, Plain]:  # noqa: ANN401 -- a dataclass
    """Return a value of the domain as a row, with `instead` of some columns other values.

    Moments are written to the second.
    """
    names = [each.name for each in fields(value)]
    row = {name: plain(getattr(value, name)) for name in names if name not in instead}
    return {**row, **instead}


def plain(value: Any, precision: str = "seconds") -> Plain:  # noqa: ANN401 -- of any field
    """Return what is written of the value of a field; an empty list of texts takes no room."""
    match value:
        case Enum():
            return str(value.value)
        case datetime():
            return value.isoformat(timespec=precision)
        case date():
            return value.isoformat()
        case bool():
            return int(value)
        case tuple():
            return json.dumps(value, ensure_ascii=False) if value else None
    return value  # type: ignore[no-any-return]

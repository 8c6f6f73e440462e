"""What stays at home of an object unless somebody ticked it: names of people, sketches.

A column that held one is blank then, one that has to hold a sketch or nothing holds nothing.
"""

import json
from collections.abc import Collection, Mapping
from typing import Any

from inspector.domain.sharing.travelling import NAMES, SKETCHES, Kind, Rows, Value
from inspector.storage.sharing.travelling_tables import STROKES, TABLES, TravellingTable


def left_at_home(kind: Kind, rows: Rows, parts: Collection[str]) -> Rows:
    """Return the rows of an object without some of `travelling.LEFT_AT_HOME`."""
    if NAMES in parts:
        rows = without_names(kind, rows)
    return without_sketches(rows) if SKETCHES in parts else rows


def without_names(kind: Kind, rows: Rows) -> Rows:
    """Return the rows of an object without the names of staff and of who complained."""
    return {
        table.name: [_unnamed(row, table) for row in rows[table.name]]
        for table in TABLES[kind]
        if table.name in rows
    }


def without_sketches(rows: Rows) -> Rows:
    """Return the rows of an object without what somebody drew as a signature."""
    return {
        table: [
            {column: value for column, value in row.items() if not _is_sketch(column, value)}
            for row in own
        ]
        for table, own in rows.items()
    }


def _unnamed(row: Mapping[str, Value], table: TravellingTable) -> Mapping[str, Value]:
    blank = {column: "" for column in table.names if row.get(column)}
    told = {column: _unnamed_text(str(row[column]), keys) for column, keys in table.named.items()}
    return {**row, **blank, **told} if blank or told else row


def _unnamed_text(text: str, keys: tuple[str, ...]) -> str:
    """Return JSON with some keys blank; just as it was where they were blank already."""
    said = json.loads(text)
    found = [
        (each, key) for each in (said if isinstance(said, list) else [said])
        for key in keys if _has(each, key)
    ]  # fmt: skip
    for each, key in found:
        each[key] = ""
    return json.dumps(said, ensure_ascii=False) if found else text


def _has(said: Any, key: str) -> bool:  # noqa: ANN401 -- what JSON holds
    return isinstance(said, dict) and bool(said.get(key))


def _is_sketch(column: str, value: Value) -> bool:
    return column == STROKES and bool(json.loads(str(value)))


def held_back(kind: Kind) -> Mapping[str, tuple[str, ...]]:
    """Return the columns, by table, of which something can stay at home of a kind."""
    columns = {table.name: (*table.names, *table.named) for table in TABLES[kind]}
    if kind is Kind.SIGNATURE:
        columns["signature"] = (*columns["signature"], STROKES)
    return {table: own for table, own in columns.items() if own}

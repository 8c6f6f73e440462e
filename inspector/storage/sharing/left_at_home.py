"""What stays at home of an object unless somebody ticked it: names of people, sketches.

A column that held one is blank then, one that has to hold a sketch or nothing holds nothing.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from inspector.domain.sharing.travelling import (
    INSPECTORS,
    NAMES,
    SKETCHES,
    Kind,
    Rows,
    Travelling,
    Value,
)
from inspector.storage.sharing.travelling_tables import STROKES, TABLES, TravellingTable


def left_at_home(kind: Kind, rows: Rows, parts: Collection[str]) -> Rows:
    """Return the rows of an object without some of `LEFT_AT_HOME`, or `INSPECTORS`."""
    if NAMES in parts:
        rows = without_names(kind, rows)
    if INSPECTORS in parts:
        rows = without_inspectors(rows)
    return without_sketches(rows) if SKETCHES in parts else rows


def bared(whole: Travelling, parts: Collection[str]) -> Travelling:
    """Return an object without some of that, saying so; its digest stays that of the whole."""
    rows, missing = whole.rows, set(whole.left_out)
    for part in parts:
        if (rest := left_at_home(whole.kind, rows, [part])) != rows:
            rows = rest
            missing.add(part)
    return replace(whole, rows=rows, left_out=tuple(sorted(missing)))


def without_names(kind: Kind, rows: Rows) -> Rows:
    """Return the rows of an object without the names of staff and of who complained."""
    return {
        table.name: [_unnamed(row, table) for row in rows[table.name]]
        for table in TABLES[kind]
        if table.name in rows
    }


def without_inspectors(rows: Rows) -> Rows:
    """Return an object without who made the visit that it is of."""
    return {
        table: [
            {
                column: _NOBODY.get((table, column), value)
                for column, value in row.items()
                if (table, column) not in _GONE
            }
            for row in own
        ]
        for table, own in rows.items()
    }


def is_of_visit(kind: Kind, rows: Rows, visits: Collection[str]) -> bool:
    """Tell whether an object is one of these visits, or a step taken during one."""
    if kind is Kind.VISIT:
        return any(row.get("id") in visits for row in rows.get("inspection", ()))
    return kind is Kind.EVENT and any(
        row.get("reference") in visits for row in rows.get("finding_event", ())
    )


_NOBODY: Mapping[tuple[str, str], Value] = {
    ("inspection", "inspectors"): "[]",
    ("finding_event", "author"): "",
}
_GONE = frozenset({("inspection", "party"), ("inspection", "conflicts")})
"""Where those are named who made a visit."""


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

"""A field of an item as it is typed: a text for its value, and the value of a text.

What cannot be a value stays text, for the reader of packs to refuse in its own words; lists and
cases are typed as in the cell of a workbook.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from unicodedata import normalize

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_schema import WINDOW_KIND
from inspector.domain.checklist.schema_fields import Field, Key, Record, Rows, value_at
from inspector.domain.checklist.value_kinds import Flag, Points, Texts, Whole, Words
from inspector.excel.packs.pack_lines import (
    cases_text,
    list_text,
    number_text,
    read_bands,
    read_cases,
    read_list,
    read_options,
)
from inspector.excel.packs.window_kind_names import KindNames
from inspector.excel.reading.typed_cells import read_number

YES = "yes"
"""The text of a tick."""

AND = ","
"""What stands between words of which several may be chosen."""

CELL = "\t"
"""What stands between the cells of a row of the head: a grade, a window kind."""

_BETWEEN, _SEPARATORS = "、", re.compile(r"[、；，;,]")


def kind_names(pack: Pack) -> KindNames:
    """Return the names of the window kinds of a pack."""
    return KindNames([WINDOW_KIND.write(kind) for kind in pack.window_kinds])


_NO_NAMES = KindNames([])


def rows_text(record: Record, rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the rows of a table of the head, a line each, with a cell for each of its fields."""
    return "\n".join(CELL.join(_cell(field, row) for field in record.fields) for row in rows)


def read_rows(record: Record, text: str) -> list[dict[str, Any]]:
    """Return the plain tables of the rows that lines say; a blank cell is left out."""
    rows = []
    for line in text.split("\n"):
        row: dict[str, Any] = {}
        for field, cell in zip(record.fields, line.split(CELL), strict=False):
            if isinstance(field.kind, Texts):
                value: Any = [each.strip() for each in _SEPARATORS.split(cell) if each.strip()]
            else:
                value = typed_value((field.key,), field, {(field.key,): cell}, _NO_NAMES)
            if value is not None:
                row[field.key] = value
        if any(value for key, value in row.items() if key != "id"):
            rows.append(row)
    return rows


def _cell(field: Field, row: Mapping[str, Any]) -> str:
    if isinstance(field.kind, Texts):
        return _BETWEEN.join(row.get(field.key, ()))
    return re.sub(r"\s", " ", typed_text((field.key,), field, row, _NO_NAMES))


def is_filled(key: Key, field: Field, typed: Mapping[Key, str]) -> bool:
    """Tell whether something is typed that says more than its absence would."""
    return typed.get(key, "") not in ("", typed_text(key, field, {}, _NO_NAMES))


def typed_text(key: Key, field: Field, row: Mapping[str, Any], names: KindNames) -> str:
    """Return the text of a field of the item that the plain table `row` describes."""
    kind, value = field.kind, value_at(row, key)
    if isinstance(kind, Rows) and len(key) == 1:
        return rows_text(kind.record, value or ())
    if isinstance(kind, Rows):
        return cases_text(row["rule"]) if value is not None else ""
    if isinstance(kind, Flag):
        return YES if value else ""
    if value is None:
        value = field.absent
        if isinstance(kind, Points) and value is not None:
            value = kind.write(value)
            if not kind.zero and not value:
                return ""
    if isinstance(kind, Words):
        return AND.join(map(str, value))
    if kind.words is not None:
        return str(value)
    match kind:
        case Texts(of_kinds=True):
            return names.text(value)
        case Texts():
            return list_text(value)
        case Points() | Whole():
            return number_text(value) if value is not None else ""
    return str(value)


def typed_value(key: Key, field: Field, typed: Mapping[Key, str], names: KindNames) -> Any:  # noqa: ANN401
    """Return the value of a field in a plain table; None where nothing is typed."""
    kind, text = field.kind, typed.get(key, "").strip()
    if not text:
        return None
    match kind:
        case Flag():
            return text == YES
        case Rows(record=record) if len(key) == 1:
            return read_rows(record, typed[key])
        case Rows():
            if key[-1] == "options":
                return read_options(text)[0]
            if key[-1] == "cases":
                return read_cases(text)[0]
            return read_bands(text, typed.get(("rule", "unit"), "").strip())[0]
        case Words():
            return text.split(AND)
        case Texts(of_kinds=True):
            return names.ids(text)
        case Texts():
            return read_list(text)
        case Points() | Whole():
            number = read_number(normalize("NFKC", text).replace("。", "."))
            return text if number is None else number
    return text

"""A field of an item as it is typed: a text for its value, and the value of a text.

What cannot be a value stays text, for the reader of packs to refuse in its own words; lists and
cases are typed as in the cell of a workbook.
"""

from collections.abc import Mapping
from typing import Any
from unicodedata import normalize

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_schema import WINDOW_KIND
from inspector.domain.checklist.schema_fields import Field, Key, Rows, value_at
from inspector.domain.checklist.value_kinds import Flag, Points, Texts, Whole
from inspector.excel.packs.pack_lines import (
    cases_text,
    list_text,
    number_text,
    read_bands,
    read_list,
    read_worth,
)
from inspector.excel.packs.window_kind_names import KindNames
from inspector.excel.reading.typed_cells import read_number

YES = "yes"
"""The text of a tick."""


def kind_names(pack: Pack) -> KindNames:
    """Return the names of the window kinds of a pack."""
    return KindNames([WINDOW_KIND.write(kind) for kind in pack.window_kinds])


def typed_text(key: Key, field: Field, row: Mapping[str, Any], names: KindNames) -> str:
    """Return the text of a field of the item that the plain table `row` describes."""
    kind, value = field.kind, value_at(row, key)
    if isinstance(kind, Rows):
        return cases_text(row["rule"]) if value is not None else ""
    if isinstance(kind, Flag):
        return YES if value else ""
    if value is None:
        value = field.absent
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
        case Rows():
            if key[-1] == "options":
                return read_worth(text, "points")[0]
            return read_bands(text, typed.get(("rule", "unit"), "").strip())[0]
        case Texts(of_kinds=True):
            return names.ids(text)
        case Texts():
            return read_list(text)
        case Points() | Whole():
            number = read_number(normalize("NFKC", text).replace("。", "."))
            return text if number is None else number
    return text

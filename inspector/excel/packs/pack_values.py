"""One field of a pack: its value in the plain tables to a cell, and back.

What the lines of cases and grades say is read in `pack_rows`, which knows the kind of the rule.
"""

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from inspector.domain.checklist.schema_fields import Field, Leaf, Rows, value_at
from inspector.domain.checklist.value_kinds import Flag, Points, Text, Texts, Whole, Words
from inspector.domain.faults import Fault
from inspector.excel.packs.clerk_spellings import days_of, flag_of, points_of, whole_of
from inspector.excel.packs.pack_fields import CASES, meant
from inspector.excel.packs.pack_lines import cases_text, list_text, read_list, worth_text
from inspector.excel.packs.window_kind_names import KindNames
from inspector.excel.reading.plain_sheets import Cell
from inspector.excel.reading.typed_cells import as_typed, read_number, read_text, tidy
from inspector.excel.sheet.table_sheet import Value

Told: TypeAlias = tuple[Fault, str]
"""What is wrong with a cell, and what was found in it."""

_BLANK = ("/", "-", "—", "——", "–")  # how forms say: nothing


def show(leaf: Leaf, table: Mapping[str, Any], names: KindNames) -> Value:
    """Return what stands in the cell of a field in the row of `table`."""
    if leaf == CASES:
        return cases_text(table["rule"]) or None
    kind, value = leaf.field.kind, value_at(table, leaf.key)
    if isinstance(kind, Words):
        return "、".join(kind.words[word].chinese for word in value or ()) or None
    if kind.words is not None:
        if value is None and leaf.field.later and leaf.field.useless is not None:
            useless = leaf.field.useless
            if useless.found(table) == useless.value:
                return None
        return kind.words[leaf.field.absent if value is None else value].chinese
    if value is None and isinstance(kind, Points | Whole) and leaf.field.default is not ...:
        value = kind.write(leaf.field.default)  # what it means not to say it
    if value is None:
        return None
    match kind:
        case Texts(of_kinds=True):
            return names.text(value) or None
        case Texts():
            return list_text(value) or None
        case Rows():
            return worth_text(value, "from")
    shown: Value = value
    return None if shown == "" else shown


def read_value(field: Field, cell: Cell | None, names: KindNames) -> tuple[Any, Told | None]:
    """Return the value of a cell, None for a blank one, and what is wrong with the cell itself.

    What cannot be a value of the field stays text, for the reader of packs to refuse.
    """
    kind = field.kind
    text, fault, found = read_text(cell, as_typed)
    if fault is Fault.NOT_TEXT and cell is not None:
        if isinstance(kind, Points | Whole):
            if read_number(found) is None:
                fault = Fault.NOT_A_NUMBER
            else:  # too large for a text; the reader of packs says so of numbers
                text, fault = found, None
        elif isinstance(cell.value, bool) and isinstance(kind, Flag):
            return cell.value, None
    if fault is not None:
        return None, (fault, found)
    # An author may mean the mark.
    free = (isinstance(kind, Text) and kind.long) or (isinstance(kind, Texts) and not kind.of_kinds)
    if not text or (text in _BLANK and not free):
        return None, None
    match kind:
        case Texts(of_kinds=True):
            return names.ids(text), None
        case Texts():
            return read_list(text), None
        case Points() | Whole():
            return _number(field, text, cell), None
        case Words():
            return [
                meant(kind.words, each) for each in re.split("[、，,；;/\\s]+", tidy(text)) if each
            ], None
    if isinstance(kind, Flag) and (marked := flag_of(text)) is not None:
        return marked, None
    return (text if kind.words is None else meant(kind.words, tidy(text))), None


def _number(field: Field, text: str, cell: Cell | None) -> Any:  # noqa: ANN401 -- or the text
    """Return the number a cell shows; a percentage, however it came to be one, as a whole one."""
    kind = field.kind
    as_percent = cell is not None and not isinstance(cell.value, str) and "%" in cell.number_format
    if as_percent:
        number = read_number(text)
        text = f"{read_number(f'{number * 100:f}')}%" if number is not None else text
    bare = tidy(text)
    if isinstance(kind, Whole) and kind.percent:
        bare = bare.removesuffix("%").strip()
    number = read_number(bare)
    if number is None and isinstance(kind, Points):
        number, _ = points_of(text)
    elif number is None:
        number = days_of(text) if field.key == "deadline" else whole_of(text)
    return text if number is None else number

"""One field of a pack: its value in the plain tables to a cell, and back.

What the lines of cases and grades say is read in `pack_rows`, which knows the kind of the rule.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from inspector.domain.errors import Fault
from inspector.excel.packs.pack_fields import CASES_KEY, Field, Holds, Key
from inspector.excel.packs.pack_lines import cases_text, list_text, read_list, worth_text
from inspector.excel.packs.window_kind_names import KindNames
from inspector.excel.reading.plain_sheets import Cell
from inspector.excel.reading.typed_cells import as_typed, read_number, read_text, tidy
from inspector.excel.sheet.sheet_style import Kind
from inspector.excel.sheet.table_sheet import Value

Told: TypeAlias = tuple[Fault, str]
"""What is wrong with a cell, and what was found in it."""

_BLANK = ("/", "-", "—", "——", "–")  # how forms say: nothing


def show(field: Field, table: Mapping[str, Any], names: KindNames) -> Value:
    """Return what stands in the cell of `field` in the row of `table`."""
    if field.key == CASES_KEY:
        return cases_text(table["rule"]) or None
    value = _at(table, field.key)
    if field.words is not None:
        return field.words.say(field.absent if value is None else value)
    if value is None:
        return None
    match field.holds:
        case Holds.LIST:
            return list_text(value) or None
        case Holds.KINDS:
            return names.text(value) or None
        case Holds.GRADES:
            return worth_text(value, "from")
    shown: Value = value
    return None if shown == "" else shown


def read_value(field: Field, cell: Cell | None, names: KindNames) -> tuple[Any, Told | None]:
    """Return the value of a cell, None for a blank one, and what is wrong with the cell itself.

    What cannot be a value of the field stays text, for the reader of packs to refuse.
    """
    text, fault, found = read_text(cell, as_typed)
    if fault is Fault.NOT_TEXT and cell is not None:
        if field.holds in (Holds.NUMBER, Holds.PERCENT):
            if read_number(found) is None:
                fault = Fault.NOT_A_NUMBER
            else:  # too large for a text; the reader of packs says so of numbers
                text, fault = found, None
        elif isinstance(cell.value, bool) and isinstance(field.absent, bool):
            return cell.value, None
    if fault is not None:
        return None, (fault, found)
    free = field.kind is Kind.TEXT or field.holds is Holds.LIST  # whose author may mean the mark
    if not text or (text in _BLANK and not free):
        return None, None
    return _meaning(field, text, cell, names), None


def _meaning(field: Field, text: str, cell: Cell | None, names: KindNames) -> Any:  # noqa: ANN401
    match field.holds:
        case Holds.LIST:
            return read_list(text)
        case Holds.NUMBER | Holds.PERCENT:
            return _number(field, text, cell)
        case Holds.WORD:
            return field.words.mean(tidy(text)) if field.words else text
        case Holds.KINDS:
            return names.ids(text)
    return text


def _number(field: Field, text: str, cell: Cell | None) -> Any:  # noqa: ANN401 -- or the text
    """Return the number a cell shows; a percentage, however it came to be one, as a whole one."""
    as_percent = cell is not None and not isinstance(cell.value, str) and "%" in cell.number_format
    if as_percent:
        number = read_number(text)
        text = f"{read_number(f'{number * 100:f}')}%" if number is not None else text
    bare = tidy(text)
    if field.holds is Holds.PERCENT:
        bare = bare.removesuffix("%").strip()
    number = read_number(bare)
    return text if number is None else number


def _at(table: Mapping[str, Any], key: Key) -> Any:  # noqa: ANN401 -- whatever the tables hold
    value: Any = table
    for step in key:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value

"""Formulas of a form, after rows were put in: what they refer to has moved."""

import re
from collections.abc import Callable

_CELL = re.compile(r"(\$?[A-Za-z]{1,3}\$?)(\d{1,7})$")
_ROWS = re.compile(r"(\$?)(\d{1,7})$")

RowOf = Callable[[int], int]


def shifted(formula: str, own_sheet: str, sheet: str, first: RowOf, last: RowOf) -> str:
    """Return a formula of the sheet `own_sheet` after rows were put into `sheet`.

    `first` says where a row has gone, `last` where the last copy of it is: a sum over one row
    that repeats becomes one over all of its copies.
    """
    from openpyxl.formula import Tokenizer
    from openpyxl.formula.tokenizer import Token

    tokens = Tokenizer(formula)
    parts = ["="]
    for token in tokens.items:
        is_range = token.type == Token.OPERAND and token.subtype == Token.RANGE
        value = str(token.value)
        parts.append(_moved(value, own_sheet, sheet, first, last) if is_range else value)
    return "".join(parts)


def _moved(operand: str, own_sheet: str, sheet: str, first: RowOf, last: RowOf) -> str:
    prefix, mark, cells = operand.rpartition("!")
    named = prefix.strip("'").replace("''", "'") if mark else own_sheet
    if named != sheet:
        return operand
    begin, colon, end = cells.partition(":")
    moved = _row(begin, first) + (colon + _row(end, last) if colon else "")
    return f"{prefix}{mark}{moved}"


def _row(reference: str, where: RowOf) -> str:
    for pattern in (_CELL, _ROWS):
        if match := pattern.match(reference):
            return f"{match[1]}{where(int(match[2]))}"
    return reference

"""Formulas of a form, after rows were put in: what they refer to has moved."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from inspector.excel.forms.row_shift import RowShift

_END = re.compile(r"(\$?[A-Za-z]{1,3})?(\$?)(\d{1,7})$")
_ROWS = re.compile(r"(?<![^A-Za-z$:!\"])\d{1,7}")  # in a text, behind a column or alone
_FIRST = frozenset(
    {"ROW", "COLUMN", "COLUMNS", "OFFSET", "CELL", "HYPERLINK"}
)  # what they take is one place
_BY_ONE = ("SUMIF", "COUNTIF", "AVERAGEIF")
_BY_MANY = ("SUMIFS", "AVERAGEIFS", "MAXIFS", "MINIFS")
_RANKS = ("RANK", "RANK.EQ", "RANK.AVG", "MATCH", "LOOKUP", "VLOOKUP", "HLOOKUP")
_PLACES = ("LARGE", "SMALL", "PERCENTILE", "QUARTILE")
_LISTS = frozenset((
    "SUM", "SUMSQ", "AVERAGE", "AVERAGEA", "COUNT", "COUNTA", "COUNTBLANK", "MAX", "MAXA", "MIN",
    "MINA", "PRODUCT", "MEDIAN", "MODE", "STDEV", "STDEV.S", "STDEV.P", "STDEVP", "VAR", "VAR.S",
    "VAR.P", "VARP", "SUBTOTAL", "AGGREGATE", "SUMPRODUCT", "INDEX", "ROWS", "AND", "OR",
    "TEXTJOIN", "CONCAT", "FREQUENCY", "COUNTIFS", *_BY_ONE, *_BY_MANY, *_RANKS, *_PLACES,
))  # fmt: skip
"""Functions that take a list of cells: one cell of a row that repeats means all of its copies."""

_ASKED_FOR = {
    **dict.fromkeys(_RANKS, (0,)),
    **dict.fromkeys((*_BY_ONE, *_PLACES), (1,)),
    "COUNTIFS": range(1, 255, 2),
    **dict.fromkeys(_BY_MANY, range(2, 255, 2)),
    "INDEX": range(1, 4),
}
"""Which of their arguments is no list, but what is looked for."""


class OneOfManyError(Exception):
    """A formula takes one cell of a row that repeats: which of its copies nobody can tell."""


class CannotFollowError(Exception):
    """A reference cannot be moved."""


@dataclass(frozen=True, slots=True)
class _Following:
    """A reference's end in a row that repeats: each copy of the formula has its own."""

    column: str
    row: int


class MovedFormula:
    """A formula with its references moved, for the first row and for copies of it."""

    def __init__(self, parts: "list[str | _Following]") -> None:
        self._parts = parts

    def at(self, offset: int = 0) -> str:
        """Return the formula of the copy `offset` rows below the first."""
        return "".join(
            part if isinstance(part, str) else f"{part.column}{part.row + offset}"
            for part in self._parts
        )


def moved_formula(
    formula: str,
    sheet: str,
    shifts: Mapping[str, RowShift],
    row: int = 0,
    *,
    lists: bool = False,
    offers: bool = False,
) -> MovedFormula:
    """Return a formula of `sheet`, and there of `row`, after rows were put into sheets.

    `shifts` are by the title of the sheet. Ranges widen to every copy of a row, and so does one
    cell as a list of a function that takes lists; with `lists` every one does, as in an array
    formula or a name. In a row that repeats, what refers to that row or the one above refers to
    it from each copy, unless fixed by $. What a cell `offers` is listed under a name that another
    cell holds: INDIRECT(B4) there is no place. Raises OneOfManyError or CannotFollowError with the
    reference.
    """
    return _Mover(sheet, shifts, row, lists=lists, offers=offers).moved(formula)


class _Mover:
    def __init__(
        self, sheet: str, shifts: Mapping[str, RowShift], row: int, *, lists: bool, offers: bool
    ) -> None:
        self._sheet = sheet.casefold()
        self._shifts = {title.casefold(): shift for title, shift in shifts.items()}
        own = self._shifts.get(self._sheet)
        self._kind = own.repeated.get(row) if own else None
        self._with = own.own_rows(row) if own else range(0)
        self._row = row
        self._lists, self._offers = lists, offers
        self._parts: list[str | _Following] = []
        self._open: list[tuple[str, int]] = []  # functions around, and the argument reached

    def moved(self, formula: str) -> MovedFormula:
        from openpyxl.formula import Tokenizer
        from openpyxl.formula.tokenizer import Token, TokenizerError

        self._parts.append("=")
        try:
            tokens = Tokenizer(formula).items
        except (TokenizerError, IndexError) as error:  # no formula at all
            raise CannotFollowError(formula) from error
        solid = [token for token in tokens if token.type != Token.WSPACE]
        at = -1
        for token in tokens:
            value = str(token.value)
            if token.type == Token.WSPACE:
                self._parts.append(value)
                continue
            at += 1
            if token.type == Token.FUNC and token.subtype == Token.OPEN:
                before, colon, name = value.rpartition(":")  # D4:INDEX(
                if colon:
                    self._put_range(before, before, only_begin=True)
                self._parts.append(colon + name)
                self._open.append((name.rstrip("(").upper().rpartition("_XLFN.")[2], 0))
            elif self._is_indirect() and token.subtype == Token.TEXT and _is_alone(solid, at):
                self._parts.append('"')
                self._operand(value[1:-1], alone=False)
                self._parts.append('"')
            elif self._is_put_together(token, solid, at):
                self._parts.append(value)
            elif token.subtype == Token.RANGE and token.type == Token.OPERAND:
                self._operand(value, alone=_is_alone(solid, at))
            elif self._is_jump() and token.subtype == Token.TEXT and value.startswith('"#'):
                if not _is_alone(solid, at):  # put together: where it leads nobody can tell
                    raise CannotFollowError(value)
                self._parts.append('"#')
                self._operand(value[2:-1], alone=False)
                self._parts.append('"')
            else:
                if token.type in (Token.PAREN, Token.ARRAY) and token.subtype == Token.OPEN:
                    self._open.append(("", 0))
                elif token.subtype == Token.CLOSE and self._open:
                    self._open.pop()
                elif token.type == Token.SEP and token.subtype == Token.ARG and self._open:
                    name, argument = self._open[-1]
                    self._open[-1] = name, argument + 1
                self._parts.append(value)
        return MovedFormula(self._parts)

    def _is_indirect(self) -> bool:
        return bool(self._open) and self._open[-1][0] == "INDIRECT"

    def _is_put_together(self, token: Any, solid: "list[Any]", at: int) -> bool:  # noqa: ANN401
        """Tell whether a token is a piece of what INDIRECT puts together; refuse one that moves.

        A row in it may be written where no row moves: "D4:D"&ROW()-1 leads to where it led.
        """
        around = [name for name, _ in self._open]
        if token.type != token.OPERAND or "INDIRECT" not in around:
            return False
        value = str(token.value)
        if token.subtype == token.RANGE:
            is_place = around[-1] == "INDIRECT" and not self._offers
            if is_place and self._moves and not _names_sheet(solid, at):
                raise CannotFollowError(f"INDIRECT({value})")
            return False
        if token.subtype not in (token.TEXT, token.NUMBER):
            return False
        back = at > 0 and solid[at - 1].value == "-"
        rows = [int(number) for number in _ROWS.findall(value)]
        meant = self._sheets_meant(solid[: at + 1])
        if self._moves and any(
            row > 1 if back else any(shift.first(row) != row for shift in meant) for row in rows
        ):
            raise CannotFollowError(f"INDIRECT(…{value}…)")
        return True

    @property
    def _moves(self) -> bool:
        return any(shift.records for shift in self._shifts.values())

    def _sheets_meant(self, pieces: "list[Any]") -> "list[RowShift]":
        """Return how rows go on the sheet that pieces name, else on any; none named is the own."""
        begin = max(n for n, each in enumerate(pieces) if str(each.value).upper() == "INDIRECT(")
        said = "".join(str(each.value).strip('"') for each in pieces[begin + 1 :])
        name, mark, _ = said.rpartition("!")
        known = self._shifts.get(name.strip("'").casefold() if mark else self._sheet)
        return [known] if known else list(self._shifts.values())

    def _is_jump(self) -> bool:
        return bool(self._open) and self._open[-1] == ("HYPERLINK", 0)

    def _operand(self, operand: str, *, alone: bool) -> None:
        prefix, mark, cells = operand.rpartition("!")
        begin, colon, end = cells.partition(":")
        if ":" in prefix:
            first, _, second = prefix.partition(":")
            if "!" not in first:  # from one sheet to another
                raise CannotFollowError(operand)
            # LibreOffice names the sheet twice.
            self._put_range(first, f"{second}!{cells}")
            return
        if colon:
            self._put_range(f"{prefix}{mark}{begin}", end)
        else:
            self._put_cell(operand, prefix + mark, alone=alone)

    def _shift(self, reference: str) -> "tuple[str, re.Match[str] | None, RowShift | None]":
        """Return a reference's sheet with its mark, its end, and how the rows there move."""
        prefix, mark, cell = reference.rpartition("!")
        named = prefix.strip("'").replace("''", "'").casefold() if mark else self._sheet
        return prefix + mark, _END.match(cell), self._shifts.get(named)

    def _put_range(self, begin: str, end: str, *, only_begin: bool = False) -> None:
        prefix, first, shift = self._shift(begin)
        other, _, cell = end.rpartition("!")
        last = _END.match(cell)
        if shift is None or first is None or last is None:
            self._parts.append(begin if only_begin else f"{begin}:{end}")
            return
        is_own = prefix == "" or self._is_own(prefix)
        self._parts.append(prefix)
        self._parts += self._end(first, shift.first, shift, is_own=is_own)
        if not only_begin:
            self._parts.append(f":{other}!" if other else ":")
            self._parts += self._end(last, shift.last, shift, is_own=is_own)

    def _is_own(self, prefix: str) -> bool:
        return prefix[:-1].strip("'").replace("''", "'").casefold() == self._sheet

    def _end(
        self, end: "re.Match[str]", where: Callable[[int], int], shift: RowShift, *, is_own: bool
    ) -> "list[str | _Following]":
        column, fixed, row = end[1] or "", end[2], int(end[3])
        if self._kind and is_own and not fixed and row in self._with:
            return [_Following(column, shift.first(self._row) + row - self._row)]
        return [f"{column}{fixed}{where(row)}"]

    def _put_cell(self, operand: str, prefix: str, *, alone: bool) -> None:
        _, end, shift = self._shift(operand)
        if end is None or not end[1]:  # a name, a table
            self._parts.append(operand)
            return
        is_own = not prefix or self._is_own(prefix)
        row, fixed = int(end[3]), end[2]
        if self._kind and not is_own and not fixed and self._keeps_step(shift, row):
            self._parts += [prefix, _Following(end[1], shift.first(row) if shift else row)]
            return
        if shift is None:
            self._parts.append(operand)
            return
        self._parts.append(prefix)
        self._parts += self._end(end, shift.first, shift, is_own=is_own)
        if row not in shift.repeated or isinstance(self._parts[-1], _Following):
            return
        if self._is_list(alone=alone):
            if shift.is_tall(row):  # between the copies there are the record's other rows
                raise OneOfManyError(operand)
            if shift.last(row) > shift.first(row):
                self._parts.append(f":{end[1]}{fixed}{shift.last(row)}")
        elif not (self._takes_first() or (self._kind and is_own and row in self._with)):
            raise OneOfManyError(operand)

    def _keeps_step(self, shift: RowShift | None, row: int) -> bool:
        """Tell whether a row of another sheet goes with the row that the formula is in."""
        return shift is None or shift.repeated.get(row, self._kind) is self._kind

    def _is_list(self, *, alone: bool) -> bool:
        if self._lists or any(name == "SUMPRODUCT" for name, _ in self._open):
            return True
        if not alone or not self._open:
            return False
        name, argument = self._open[-1]
        return name in _LISTS and argument not in _ASKED_FOR.get(name, ())

    def _takes_first(self) -> bool:
        return bool(self._open) and self._open[-1][0] in _FIRST and self._open[-1][1] == 0


def _names_sheet(tokens: "list[Any]", at: int) -> bool:
    """Tell whether a sheet's name is what a cell holds: INDIRECT(A1&"!D4")."""
    behind = [str(token.value) for token in tokens[at + 1 : at + 3]]
    return behind[:1] == ["&"] and behind[1:] != [] and behind[1].lstrip("\"'").startswith("!")


def _is_alone(tokens: "list[Any]", at: int) -> bool:
    """Tell whether a token is the whole argument of a function."""
    before, behind = (tokens[n] if 0 <= n < len(tokens) else None for n in (at - 1, at + 1))
    return (
        before is not None
        and behind is not None
        and ((before.type == "FUNC" and before.subtype == "OPEN") or before.subtype == "ARG")
        and ((behind.type == "FUNC" and behind.subtype == "CLOSE") or behind.subtype == "ARG")
    )

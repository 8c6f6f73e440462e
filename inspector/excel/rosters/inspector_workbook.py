"""A roster of inspectors (检查人员名单) from a workbook, the whole of it or nothing."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault, Problem
from inspector.domain.people.inspector import Inspector, Role, is_phone
from inspector.domain.people.typed_names import names_in
from inspector.excel.reading.cell_days import NO_WORDS, read_day
from inspector.excel.reading.plain_sheets import Cell, Row, Sheet, read_sheets
from inspector.excel.reading.sheet_table import Header, SheetTable
from inspector.excel.reading.table_foot import foot_row
from inspector.excel.reading.typed_cells import DITTO, comparable, read_text
from inspector.excel.rosters.inspector_heads import (
    EXPLANATION,
    ROLES,
    InspectorField,
    read_heads,
    unread_heads,
)

_ATTRIBUTES = {
    InspectorField.UNIT: "unit",
    InspectorField.ROLE: "role",
    InspectorField.GROUP: "group",
    InspectorField.PHONE: "phone",
    InspectorField.AWAY_FIRST: "away_first",
    InspectorField.AWAY_LAST: "away_last",
}
_OF_GROUPS = (InspectorField.GROUP, InspectorField.UNIT)
"""Where 同上 stands for the row above."""

_DAY_WRITTEN = "2026-12-1"


@dataclass(frozen=True, slots=True)
class InspectorSheet:
    """The people of a workbook, without ids, and what else was in it and was not read."""

    rows: tuple[Inspector, ...]
    blank: tuple[frozenset[str], ...]  # of each row, attributes whose cell is empty
    ignored_sheets: tuple[str, ...] = ()
    ignored_columns: tuple[str, ...] = ()
    unsaid: frozenset[str] = frozenset()  # attributes for which there is no column


def read_inspectors(path: Path, today: date) -> InspectorSheet:
    """Read every list of inspectors in a workbook; several names in a cell are as many people.

    A day without a year is read as `read_day` reads it. Hidden sheets are not read. Raises
    FaultyFileError with every problem by sheet and cell, and what `read_sheets` raises.
    """
    reading = _Reading(today)
    ignored = []
    for sheet in read_sheets(path):
        headers = [] if sheet.hidden else [h for row in sheet.rows if (h := read_heads(row))]
        if headers:
            reading.read(sheet, headers[0])
        elif sheet.rows and sheet.name != EXPLANATION:
            ignored.append(sheet.name)
    problems = reading.problems
    if not reading.place:
        expected = f"{InspectorField.NAME.value}、{InspectorField.ROLE.value}"
        problems = [Problem("", Fault.NO_ROSTER, expected=expected)]
    elif not (problems or reading.rows):
        problems = [Problem(reading.place, Fault.NO_ROWS)]
    if problems:
        raise FaultyFileError(path.name, problems)
    unsaid = (name for field, name in _ATTRIBUTES.items() if field not in reading.fields)
    return InspectorSheet(
        tuple(reading.rows),
        tuple(reading.blank),
        tuple(ignored),
        tuple(reading.ignored_columns),
        frozenset(unsaid),
    )


class _Reading:
    """What the sheets read so far say, and what is wrong in them."""

    def __init__(self, today: date) -> None:
        self.problems: list[Problem] = []
        self.rows: list[Inspector] = []
        self.blank: list[frozenset[str]] = []
        self.place = ""  # of the first header
        self.fields: set[InspectorField] = set()
        self.ignored_columns: list[str] = []
        self._today = today
        self._places: dict[str, str] = {}  # of the first mention of a name
        self._above: dict[InspectorField, str] = {}

    def read(self, sheet: Sheet, header: Header[InspectorField]) -> None:
        """Read the rows below a header."""
        table = SheetTable(sheet, header.columns)
        self.place = self.place or sheet.place(header.row.number, 1)
        self.fields |= header.columns.keys()
        self.ignored_columns += [
            name for name in unread_heads(header) if name not in self.ignored_columns
        ]
        self._above = {}
        for row in sheet.rows:
            own = table.own(row)
            is_said = bool(own.keys() & set(header.columns.values()))
            if row.number > header.row.number and is_said and foot_row(own.items()) is None:
                self._read_row(table, row)

    def _read_row(self, table: SheetTable[InspectorField], row: Row) -> None:
        if read_heads(row) is not None:  # the header again, on another page
            return
        before = len(self.problems)
        words: dict[InspectorField, str] = {
            field: self._word(table, row, field)
            for field in table.columns
            if field not in (InspectorField.AWAY_FIRST, InspectorField.AWAY_LAST)
        }
        first = self._day(table, row, InspectorField.AWAY_FIRST)
        last = self._day(table, row, InspectorField.AWAY_LAST)
        self._above = words
        names = names_in(words[InspectorField.NAME])
        place = table.place(row, InspectorField.NAME)
        if not names and len(self.problems) == before:
            expected = InspectorField.NAME.value
            self.problems.append(Problem(place, Fault.MISSING, expected=expected))
        phone = words.get(InspectorField.PHONE, "")
        if not is_phone(phone):
            at = table.place(row, InspectorField.PHONE)
            self.problems.append(Problem(at, Fault.NOT_A_PHONE, phone))
        role = self._role(table, row, words.get(InspectorField.ROLE, ""))
        if last is not None and (first is None or last < first):
            at = table.place(row, InspectorField.AWAY_LAST)
            bound = f"≥ {first.isoformat()}" if first else InspectorField.AWAY_FIRST.value
            fault = Fault.OUT_OF_RANGE if first else Fault.MISSING
            self.problems.append(Problem(at, fault, last.isoformat(), bound))
        for name in names:
            earlier = self._places.setdefault(comparable(name), place)
            if earlier != place:
                self.problems.append(Problem(place, Fault.DUPLICATE, name, earlier))
        if len(self.problems) == before:
            own = Inspector(
                "",
                "",
                words.get(InspectorField.UNIT, ""),
                role,
                words.get(InspectorField.GROUP, ""),
                phone,
                first,
                last,
            )
            own_names = dict.fromkeys(names)
            self.rows += [replace(own, name=name) for name in own_names]
            self.blank += [_blank(table, row)] * len(own_names)

    def _word(self, table: SheetTable[InspectorField], row: Row, field: InspectorField) -> str:
        text, fault, found = read_text(table.cell(row, field))
        if fault is not None:
            self.problems.append(Problem(table.place(row, field), fault, found))
            return ""
        if text in DITTO and field in _OF_GROUPS:
            return self._above.get(field, "")
        return "" if text in NO_WORDS else text

    def _day(
        self, table: SheetTable[InspectorField], row: Row, field: InspectorField
    ) -> date | None:
        cell = table.cell(row, field)
        text, _, found = read_text(cell)
        if cell is None or (not found and text in NO_WORDS):
            return None
        day = read_day(cell, self._today)
        if day is None:
            place = table.place(row, field)
            self.problems.append(Problem(place, Fault.NOT_A_DATE, text or found, _DAY_WRITTEN))
        return day

    def _role(self, table: SheetTable[InspectorField], row: Row, word: str) -> Role:
        plain = word.replace("（", "(").replace("）", ")")
        if not word or plain in ROLES:
            return ROLES.get(plain, Role.MEMBER)
        place = table.place(row, InspectorField.ROLE)
        self.problems.append(Problem(place, Fault.NOT_ONE_OF, word, "组长、成员"))
        return Role.MEMBER


def _blank(table: SheetTable[InspectorField], row: Row) -> frozenset[str]:
    """Return the attributes whose cell has nothing in it, not even a word for nothing."""
    empty = {f for f in _ATTRIBUTES if f in table.columns and _is_empty(table.cell(row, f))}
    days = {InspectorField.AWAY_FIRST, InspectorField.AWAY_LAST}
    if days & table.columns.keys() - empty:  # of the two days, one alone is said with the other
        empty -= days
    return frozenset(_ATTRIBUTES[field] for field in empty)


def _is_empty(cell: Cell | None) -> bool:
    text, fault, found = read_text(cell)
    return fault is None and not (text or found)

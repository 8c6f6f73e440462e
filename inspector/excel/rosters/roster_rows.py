"""The rows below a roster's header to roster rows, with every problem by its cell."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TypeAlias

from inspector.domain.checklist.checklist import WindowKind
from inspector.domain.faults import Fault, Problem
from inspector.domain.visit.roster import RosterRow
from inspector.excel.reading.plain_sheets import Row, Sheet
from inspector.excel.reading.sheet_table import Header, SheetTable
from inspector.excel.reading.table_foot import FootRow, foot_row
from inspector.excel.reading.typed_cells import DITTO, comparable, read_text, typed_pair
from inspector.excel.rosters.roster_header import Field, read_header, unread

_REQUIRED = (Field.SITE, Field.WINDOW)
_OF_THE_WINDOW = (Field.KIND, Field.DEPARTMENT, Field.LEADER)
_BLANK = ("/", "-", "—", "——", "无")  # how forms say: nothing

Table: TypeAlias = SheetTable[Field]
Words: TypeAlias = dict[Field, str]
WindowKey: TypeAlias = tuple[str, str]
"""Site and window number, comparable."""


class RosterReading:
    """What the sheets read so far say, and what is wrong in them."""

    def __init__(self, kinds: Sequence[WindowKind]) -> None:
        self.problems: list[Problem] = []
        self.ignored_columns: list[str] = []
        self.fields: set[Field] = set()  # that stand in a header
        self.undone_dates: list[str] = []  # what Excel made a day of, taken as it was typed
        self._titles = "、".join(kind.title for kind in kinds)
        self._kinds = {
            comparable(word): kind.id
            for kind in reversed(kinds)  # the first kind of a name wins
            for word in (kind.id, *kind.aliases, kind.title)
        }
        self._rows: list[tuple[WindowKey, RosterRow]] = []
        self._people: dict[tuple[str, str, str], str] = {}  # to the place of the first mention
        self._windows: dict[WindowKey, Words] = {}  # what was said of a window, as typed
        self._spellings: dict[str | WindowKey, str] = {}
        self._above: Words = {}  # what counts in the row above

    def read(self, sheet: Sheet, header: Header[Field]) -> None:
        """Read the rows of `sheet` below `header`, and below every header that follows it."""
        table = self._begin(sheet, header)
        over = False
        for row in sheet.rows:
            if row.number <= header.row.number:
                continue
            if another := read_header(row):
                table, over = self._begin(sheet, another), False
                continue
            own = table.own(row)
            foot = foot_row(own.items())
            over = over or foot is FootRow.SIGNATURE
            said = own.keys() & table.columns.values()
            if foot is None and said and not (over and not _names_window(table, row)):
                self._read_row(table, row)

    @property
    def rows(self) -> tuple[RosterRow, ...]:
        """The rows read, in their order; what one row says of a window, all of its rows say."""
        return tuple(
            replace(
                row,
                kind=self._kinds.get(comparable(self._windows[key].get(Field.KIND, "")), ""),
                department=self._windows[key].get(Field.DEPARTMENT, ""),
                leader=self._windows[key].get(Field.LEADER, ""),
            )
            for key, row in self._rows
        )

    def _begin(self, sheet: Sheet, header: Header[Field]) -> Table:
        columns, ignored = dict(header.columns), unread(header)
        self._above = {}
        if not self._kinds and Field.KIND in columns:
            del columns[Field.KIND]
            ignored.append(Field.KIND.value)
        self.fields |= columns.keys()
        if Field.SITE not in columns:
            place = sheet.place(header.row.number, min(columns.values()))
            self.problems.append(Problem(place, Fault.MISSING, expected=Field.SITE.value))
        self.ignored_columns += [name for name in ignored if name not in self.ignored_columns]
        return SheetTable(sheet, columns)

    def _read_row(self, table: Table, row: Row) -> None:
        words: Words = {}
        before = len(self.problems)
        for field in table.columns:
            words[field] = self._read_cell(table, row, field)
        self._above = words
        if not (words.get(Field.SITE) and words.get(Field.WINDOW)):
            return  # reported, or the column is missing altogether
        site = comparable(words[Field.SITE])
        key = (site, comparable(words[Field.WINDOW]))
        self._compare_window(table, row, key, words)
        self._compare_person(table, row, key, words)
        if len(self.problems) > before:
            return
        self._rows.append(
            (
                key,
                RosterRow(
                    site=self._spellings.setdefault(site, words[Field.SITE]),
                    window=self._spellings.setdefault(key, words[Field.WINDOW]),
                    kind="",  # of the window: see `rows`
                    staff_number=words.get(Field.STAFF_NUMBER, ""),
                    staff_name=words.get(Field.STAFF_NAME, ""),
                    team=words.get(Field.TEAM, ""),
                ),
            )
        )

    def _read_cell(self, table: Table, row: Row, field: Field) -> str:
        cell = table.cell(row, field)
        text, fault, found = read_text(cell)
        expected = ""
        if cell is not None and isinstance(cell.value, date | time | timedelta):
            text = typed_pair(cell)
            if text:
                fault, place = None, table.place(row, field)
                self.undone_dates.append(f"{place} {_month_day(text)} → {text}")
            else:
                fault = Fault.EXCEL_DAY
        if fault is None and text in DITTO:
            if field in self._above:  # a fault up there is told once
                return self._above[field]
            fault, found, expected = Fault.MISSING, text, field.value
        if fault is None and text in _BLANK:
            text = ""
        if fault is None and not text and field in _REQUIRED:
            fault, expected = Fault.MISSING, field.value
        if fault is None and text and field is Field.KIND and comparable(text) not in self._kinds:
            fault, found, expected = Fault.NOT_ONE_OF, text, self._titles
        if fault is not None:
            self.problems.append(Problem(table.place(row, field), fault, found, expected))
            return ""
        return text

    def _compare_window(self, table: Table, row: Row, key: WindowKey, words: Words) -> None:
        """Note what the row says of its window; report what contradicts an earlier row."""
        said = self._windows.setdefault(key, {})
        for field in _OF_THE_WINDOW:
            word = words.get(field, "")
            if not word:
                continue
            earlier = said.setdefault(field, word)
            if self._meaning(field, word) != self._meaning(field, earlier):
                self.problems.append(
                    Problem(table.place(row, field), Fault.CONFLICT, word, earlier)
                )

    def _meaning(self, field: Field, word: str) -> str:
        alike = comparable(word)
        return self._kinds.get(alike, alike) if field is Field.KIND else alike

    def _compare_person(self, table: Table, row: Row, key: WindowKey, words: Words) -> None:
        """Report a person (or a window without one) that stands there already."""
        person = words.get(Field.STAFF_NUMBER) or words.get(Field.STAFF_NAME) or ""
        place = table.place(row, Field.WINDOW)
        first = self._people.setdefault((*key, comparable(person)), place)
        if first != place:
            found = f"{words[Field.WINDOW]} {person}".strip()
            self.problems.append(Problem(place, Fault.DUPLICATE, found, first))


def _names_window(table: Table, row: Row) -> bool:
    """Tell whether both site and window are given, as only a line of the roster does."""
    return all(table.cell(row, field) is not None for field in (Field.SITE, Field.WINDOW))


def _month_day(pair: str) -> str:
    """Return 3月5日 for 3-5: what the cell shows."""
    month, day = pair.split("-")
    return f"{month}月{day}日"

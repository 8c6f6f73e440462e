"""A plan from a workbook, the whole of it or nothing; every problem is told by its cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from inspector.domain.checklist.nearest_name import nearest
from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault, Problem
from inspector.domain.plan.plan import MOST_VISITS, WHOLE
from inspector.excel.plans.plan_fields import (
    HEAD,
    HEAD_SHEET,
    BarField,
    HeadField,
    SiteField,
    barred_header,
    sites_header,
)
from inspector.excel.reading.cell_days import NO_WORDS, read_day
from inspector.excel.reading.plain_sheets import Cell, Row, Sheet, read_sheets
from inspector.excel.reading.sheet_table import SheetTable, plain_head
from inspector.excel.reading.table_foot import foot_row
from inspector.excel.reading.typed_cells import comparable, read_number, read_text

F = TypeVar("F", SiteField, BarField)

_DAY_WRITTEN = "2026-12-1"


@dataclass(frozen=True, slots=True)
class PlanSiteRow:
    """What a line asks of a site."""

    name: str
    visits: int
    share: int
    group: str


@dataclass(frozen=True, slots=True)
class PlanBarRow:
    """Who must not inspect a site."""

    who: str
    name: str


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """What a workbook says of a plan; its sites are by name."""

    name: str
    phase: str
    first: date
    last: date
    covert: int
    sites: tuple[PlanSiteRow, ...]
    barred: tuple[PlanBarRow, ...]


def read_plan(path: Path, today: date, sites: Sequence[str]) -> PlanSheet:
    """Read the plan in a workbook. Raises FaultyFileError, and what `read_sheets` raises.

    `sites` are the names of those that there are: another one is a fault as any other. A day
    without a year is read as `read_day` reads it. Hidden sheets are not read.
    """
    reading = _Reading(today, sites)
    for sheet in read_sheets(path):
        if not sheet.hidden:
            reading.read(sheet)
    return reading.plan(path.name)


class _Reading:
    """What the sheets read so far say, and what is wrong in them."""

    def __init__(self, today: date, sites: Sequence[str]) -> None:
        self._today = today
        self._known = {comparable(name): name for name in sites}
        self._problems: list[Problem] = []
        self._head: dict[HeadField, tuple[str, Cell | None, str]] = {}  # words, cell and place
        self._sites: list[PlanSiteRow] = []
        self._barred: list[PlanBarRow] = []
        self._named: dict[str, str] = {}  # to the place of the first mention

    def read(self, sheet: Sheet) -> None:
        """Read one sheet, whichever of the three it is."""
        for row in sheet.rows[:20]:
            if header := sites_header(row):
                self._rows(SheetTable(sheet, header.columns), header.row, self._site)
                return
            if barred := barred_header(row):
                self._rows(SheetTable(sheet, barred.columns), barred.row, self._bar)
                return
        for row in sheet.rows:
            self._read_head(sheet, row)

    def _read_head(self, sheet: Sheet, row: Row) -> None:
        cells = [(column, cell) for column, cell in sorted(row.cells.items())]
        if not cells:
            return
        field = HEAD.get(plain_head(str(cells[0][1].value)))
        if field is not None and field not in self._head:
            column, cell = cells[1] if len(cells) > 1 else (cells[0][0] + 1, None)
            place = sheet.place(row.number, column)
            text, fault, found = read_text(cell)
            is_day = field in (HeadField.FIRST, HeadField.LAST)
            if fault is not None and not is_day:
                self._problems.append(Problem(place, fault, found))
            self._head[field] = ("" if text in NO_WORDS else text, cell, place)

    def _rows(self, table: SheetTable[F], header: Row, read: "object") -> None:
        assert callable(read)
        for row in table.sheet.rows:
            own = table.own(row)
            said = own.keys() & set(table.columns.values())
            if row.number > header.number and said and foot_row(own.items()) is None:
                read(table, row)

    def _site(self, table: SheetTable[SiteField], row: Row) -> None:
        before = len(self._problems)
        name = self._word(table, row, SiteField.SITE, needed=True)
        visits = self._number(table, row, SiteField.VISITS, MOST_VISITS)
        share = self._number(table, row, SiteField.SHARE, WHOLE)
        group = self._word(table, row, SiteField.GROUP)
        place = table.place(row, SiteField.SITE)
        if name and (first := self._named.setdefault(comparable(name), place)) != place:
            self._problems.append(Problem(place, Fault.DUPLICATE, name, first))
        self._require_known(name, place)
        if len(self._problems) == before:
            self._sites.append(PlanSiteRow(name, visits, share, group))

    def _bar(self, table: SheetTable[BarField], row: Row) -> None:
        who = self._word(table, row, BarField.WHO, needed=True)
        name = self._word(table, row, BarField.SITE, needed=True)
        place = table.place(row, BarField.SITE)
        self._require_known(name, place)
        if who and name:
            self._barred.append(PlanBarRow(who, name))

    def _require_known(self, name: str, place: str) -> None:
        if name and comparable(name) not in self._known:
            meant = nearest(name, list(self._known.values()))
            self._problems.append(Problem(place, Fault.NOT_ONE_OF, name, meant))

    def _word(self, table: SheetTable[F], row: Row, field: F, *, needed: bool = False) -> str:
        text, fault, found = read_text(table.cell(row, field))
        text = "" if text in NO_WORDS else text
        if fault is None and needed and not text:
            self._problems.append(
                Problem(table.place(row, field), Fault.MISSING, expected=field.value)
            )
        elif fault is not None:
            self._problems.append(Problem(table.place(row, field), fault, found))
        return text

    def _number(self, table: SheetTable[SiteField], row: Row, field: SiteField, most: int) -> int:
        text, fault, found = read_text(table.cell(row, field))
        place = table.place(row, field)
        if fault is not None:
            self._problems.append(Problem(place, fault, found))
            return 0
        return self._whole(text, place, most)

    def _whole(self, text: str, place: str, most: int) -> int:
        if text in NO_WORDS:
            return 0
        number = read_number(text.removesuffix("%"))
        if not isinstance(number, int):
            self._problems.append(Problem(place, Fault.NOT_A_WHOLE_NUMBER, text))
            return 0
        if not 0 <= number <= most:
            self._problems.append(Problem(place, Fault.OUT_OF_RANGE, text, f"0–{most}"))
        return number

    def plan(self, source: str) -> PlanSheet:
        """Return the plan that was read; raises FaultyFileError."""
        name = self._said(HeadField.NAME)
        first, last = self._day(HeadField.FIRST), self._day(HeadField.LAST)
        covert = self._head.get(HeadField.COVERT)
        percent = self._whole(covert[0], covert[2], WHOLE) if covert else 0
        if first and last and last < first:
            place = self._head[HeadField.LAST][2]
            bound = f"≥ {first.isoformat()}"
            self._problems.append(Problem(place, Fault.OUT_OF_RANGE, last.isoformat(), bound))
        if not (self._sites or self._problems):
            self._problems.append(Problem(source, Fault.NO_ROWS))
        if self._problems or first is None or last is None:
            raise FaultyFileError(source, self._problems)
        phase = self._head.get(HeadField.PHASE)
        return PlanSheet(
            name, phase[0] if phase else "", first, last, percent,
            tuple(self._sites), tuple(self._barred),
        )  # fmt: skip

    def _said(self, field: HeadField) -> str:
        text, _, place = self._head.get(field, ("", None, HEAD_SHEET))
        if not text:
            self._problems.append(Problem(place, Fault.MISSING, expected=field.value))
        return text

    def _day(self, field: HeadField) -> date | None:
        text, cell, place = self._head.get(field, ("", None, HEAD_SHEET))
        if cell is None:
            self._problems.append(Problem(place, Fault.MISSING, expected=field.value))
            return None
        day = read_day(cell, self._today)
        if day is None:
            found = text or str(cell.value)
            self._problems.append(Problem(place, Fault.NOT_A_DATE, found, _DAY_WRITTEN))
        return day

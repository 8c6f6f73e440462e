"""Rosters (窗口及当班人员花名册) from workbooks, and the workbook to fill one in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.checklist.checklist import WindowKind
from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault, Problem
from inspector.domain.visit.roster import RosterRow
from inspector.excel.reading.plain_sheets import Sheet, read_sheets
from inspector.excel.rosters.roster_header import RECOGNISED, Field, find_header
from inspector.excel.rosters.roster_rows import RosterReading
from inspector.excel.rosters.roster_template import write_template

_ATTRIBUTES = {
    Field.KIND: "kind",
    Field.TEAM: "team",
    Field.DEPARTMENT: "department",
    Field.LEADER: "leader",
}


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """The rows of all rosters in a workbook, and what else was in it and was not read."""

    rows: tuple[RosterRow, ...]
    ignored_sheets: tuple[str, ...] = ()  # hidden, or without a roster's header
    ignored_columns: tuple[str, ...] = ()  # headers that mean nothing here
    undone_dates: tuple[str, ...] = ()  # 3月5日 for a typed 3-5, each with its cell
    unsaid: frozenset[str] = frozenset()  # attributes of a row for which there is no column


def read_roster(path: Path, window_kinds: Sequence[WindowKind]) -> RosterSheet:
    """Read every roster in the workbook at `path`, the whole of it or nothing.

    A kind may be given by title, alias or id and comes back as its id; without any
    `window_kinds` nothing is said of kinds. Rows of a hidden sheet are not read, hidden rows
    (a filter hides them) are. Raises FaultyFileError with every problem by sheet and cell, and
    what `read_sheets` raises.
    """
    reading = RosterReading(window_kinds)
    ignored: list[str] = []
    first_header = ""
    for sheet in read_sheets(path):
        header = None if sheet.hidden else find_header(sheet.rows)
        if header is not None:
            first_header = first_header or sheet.place(header.row.number, 1)
            reading.read(sheet, header)
        elif sheet.rows:
            ignored.append(sheet.name)
    problems = reading.problems
    if not first_header:
        problems = [Problem("", Fault.NO_ROSTER, expected=RECOGNISED)]
    elif not problems and not reading.rows:
        problems = [Problem(first_header, Fault.NO_ROWS)]
    if problems:
        raise FaultyFileError(path.name, problems)
    return RosterSheet(
        reading.rows,
        tuple(ignored),
        tuple(reading.ignored_columns),
        tuple(reading.undone_dates),
        frozenset(name for field, name in _ATTRIBUTES.items() if field not in reading.fields),
    )


def is_roster(sheets: Sequence[Sheet]) -> bool:
    """Tell whether any sheet that is shown has a roster's header."""
    return any(find_header(sheet.rows) is not None for sheet in sheets if not sheet.hidden)


def write_roster_template(
    path: Path,
    window_kinds: Sequence[WindowKind],
    rows: Iterable[RosterRow] = (),
) -> None:
    """Write the workbook in which a roster is filled in to `path`.

    `rows` stand in it already; the kinds are offered for choice, without any the column is left
    out. Raises what `save_workbook` raises.
    """
    write_template(path, window_kinds, rows)

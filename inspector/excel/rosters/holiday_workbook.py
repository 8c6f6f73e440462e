"""The holidays of a year from a small workbook: a header row with 日期 and 性质, then days."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from inspector.domain.days.holiday_arrangement import Arrangement, Placed, arranged
from inspector.domain.days.workdays import DayKind, SpecialDay
from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault, Problem
from inspector.excel.reading.cell_days import read_day
from inspector.excel.reading.plain_sheets import Row, Sheet, read_sheets
from inspector.excel.reading.sheet_table import Heads
from inspector.excel.reading.typed_cells import read_text

DAY, KIND, NAME = "日期", "性质", "名称"
_NAMES = (NAME, "节日", "假日", "备注")
_HEADS = Heads({name: name for name in (DAY, KIND, *_NAMES)})
_NO_GUESS = date(1904, 12, 31)
"""A day without a year could be of any: before the first year that is read, it is none."""
_KINDS = {
    **dict.fromkeys(("放假", "休", "休息", "假日", "节假日"), DayKind.OFF),
    **dict.fromkeys(("上班", "调休上班", "补班", "班", "工作日"), DayKind.WORK),
}


def is_holidays(sheets: Sequence[Sheet]) -> bool:
    """Tell whether any sheet that is shown has the header of a table of holidays."""
    return any(_header(row) for s in sheets if not s.hidden for row in s.rows[:20])


def read_holidays(path: Path) -> Arrangement:
    """Read the days of one year. Raises FaultyFileError, and what `read_sheets` raises."""
    placed: list[Placed] = []
    problems: list[Problem] = []
    for sheet in read_sheets(path):
        headers = [row for row in sheet.rows[:20] if _header(row)]
        if not sheet.hidden and headers:
            _read(sheet, headers[0], placed, problems)
    if not (placed or problems):
        problems.append(Problem(path.name, Fault.NO_ROWS))
    arrangement, wrong = arranged(placed, None, path.name)
    if problems or wrong:
        raise FaultyFileError(path.name, [*problems, *(wrong if placed else ())])
    return arrangement


def _read(sheet: Sheet, header: Row, placed: list[Placed], problems: list[Problem]) -> None:
    columns = _header(header)
    name_column = next((columns[name] for name in _NAMES if name in columns), None)
    for row in sheet.rows:
        day_cell, kind_cell = row.cells.get(columns[DAY]), row.cells.get(columns[KIND])
        if row.number <= header.number or day_cell is None:
            continue
        place = sheet.place(row.number, columns[DAY])
        day = read_day(day_cell, _NO_GUESS)
        word, _, _ = read_text(kind_cell)
        if day is None:
            text, _, found = read_text(day_cell)
            problems.append(Problem(place, Fault.NOT_A_DATE, text or found, "2027-01-01"))
        elif word not in _KINDS:
            at = sheet.place(row.number, columns[KIND])
            problems.append(Problem(at, Fault.NOT_ONE_OF, word, "放假、上班"))
        else:
            name, _, _ = read_text(row.cells.get(name_column) if name_column else None)
            placed.append(Placed(SpecialDay(day, _KINDS[word], name), place))


def _header(row: Row) -> Mapping[str, int]:
    """Return the columns of a header row by name; none for any other row."""
    columns = _HEADS.read(row).columns
    return columns if DAY in columns and KIND in columns else {}

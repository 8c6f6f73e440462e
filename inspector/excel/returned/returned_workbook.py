"""A ledger or reply slip that came back from a unit, read by header words and finding numbers.

Wherever the rows stand by now, in whatever order and on whichever sheet: sorted, filtered, with
columns and rows added, merged, saved by WPS or LibreOffice. What a row means is decided
elsewhere (`domain.returned`).
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault, Problem
from inspector.domain.papers.returned import ReturnedRow
from inspector.excel.reading.plain_sheets import Row, Sheet, read_sheets
from inspector.excel.returned.returned_columns import ReturnedColumns
from inspector.excel.returned.returned_header import ReturnedHeader, read_returned_headers
from inspector.excel.returned.returned_pictures import PlacedPicture, ReturnedPictures
from inspector.excel.returned.returned_row_reading import RowReader, joined_rows
from inspector.excel.sheet.fill_in import DONE_ON, NOTICE_SHEET, NUMBER, PROGRESS


@dataclass(frozen=True, slots=True)
class ReturnedBook:
    """What came back: a row for each finding, in the order of the file, and what was not read."""

    path: Path
    rows: tuple[ReturnedRow, ...]
    sheets: tuple[str, ...]  # that were read
    ignored_sheets: tuple[str, ...]  # hidden, or with a table of another kind, but for the notice
    ignored_columns: tuple[str, ...] = ()  # of their own, in which something is said
    missing_columns: tuple[Problem, ...] = ()  # to be filled in, and not there


def is_returned(sheets: Sequence[Sheet]) -> bool:
    """Tell whether any sheet that is shown has the header of a ledger or reply slip."""
    return any(read_returned_headers(sheet) for sheet in sheets if not sheet.hidden)


def read_returned(path: Path, today: date) -> ReturnedBook:
    """Read a ledger or reply slip; days without a year are the last ones up to `today`.

    Raises FaultyFileError when no sheet has the header of one, NotFoundError, CannotReadError or
    NotAWorkbookError.
    """
    sheets = read_sheets(path)
    rows: list[ReturnedRow] = []
    read: list[str] = []
    columns: list[ReturnedColumns] = []
    with closing(ZipFile(path)) as archive:
        pictures = ReturnedPictures(archive)
        for sheet in sheets:
            if sheet.hidden or not (headers := read_returned_headers(sheet)):
                if sheet.name != NOTICE_SHEET:
                    rows += _nobodys(sheet, pictures)
                continue
            read.append(sheet.name)
            columns += [ReturnedColumns(sheet, header) for header in headers]
            rows += _rows(sheet, headers, pictures, today)
    if not read:
        expected = "、".join((NUMBER, PROGRESS, DONE_ON))
        raise FaultyFileError(path.name, [Problem("", Fault.NO_LEDGER, expected=expected)])
    ignored = tuple(s.name for s in sheets if s.rows and s.name not in (*read, NOTICE_SHEET))
    strange = dict.fromkeys(name for each in columns for name in each.strange)
    own = [n for n in strange if any(n in row.others and row.others[n].text for row in rows)]
    first = min(columns, key=lambda each: len(each.missing()))  # the print edition has one less
    missing = tuple(first.missing())
    return ReturnedBook(path, joined_rows(rows), tuple(read), ignored, tuple(own), missing)


def _rows(
    sheet: Sheet, headers: list[ReturnedHeader], pictures: ReturnedPictures, today: date
) -> Iterator[ReturnedRow]:
    """Yield what came back on a sheet; every row belongs to the header above it."""
    floating = list(pictures.floating(sheet.name, sheet.rows[-1].number + 1))
    sheet = _with_rows_of(sheet, floating)
    for picture in floating:
        if picture.row <= headers[0].row:  # nobody's, but not to be lost without a word
            yield _nobodys_row(sheet, picture)
    ends = [*(header.top for header in headers[1:]), sheet.rows[-1].number + 1]
    for header, end in zip(headers, ends, strict=True):
        reader = RowReader(sheet, header, pictures, floating, today)
        for row in sheet.rows:
            if header.row < row.number < end and (read := reader.read(row)) is not None:
                yield read


def _nobodys(sheet: Sheet, pictures: ReturnedPictures) -> Iterator[ReturnedRow]:
    """Yield the pictures of a sheet that is not read."""
    last = sheet.rows[-1].number if sheet.rows else 0
    for picture in pictures.floating(sheet.name, last + 1):
        yield _nobodys_row(sheet, picture)


def _nobodys_row(sheet: Sheet, picture: PlacedPicture) -> ReturnedRow:
    place = sheet.place(picture.row, picture.column)
    return ReturnedRow("", place, problems=(Problem(place, Fault.NOBODYS_PICTURE),))


def _with_rows_of(sheet: Sheet, floating: list[PlacedPicture]) -> Sheet:
    """Return a sheet that also has the blank rows over which a picture lies."""
    held = {row.number for row in sheet.rows}
    blank = [Row(number, {}) for number in {picture.row for picture in floating} - held]
    return replace(sheet, rows=tuple(sorted((*sheet.rows, *blank), key=lambda row: row.number)))

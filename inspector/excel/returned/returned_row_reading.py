"""One line of a returned ledger: its number, what was filled in, what its other columns say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import reduce
from typing import TypeVar

from inspector.domain.faults import Fault, Problem
from inspector.domain.papers.returned import ReturnedPicture, ReturnedRow, Said
from inspector.excel.reading.cell_days import NO_WORDS, read_day
from inspector.excel.reading.plain_sheets import Cell, Row, Sheet
from inspector.excel.reading.sheet_table import SheetTable
from inspector.excel.reading.table_foot import foot_row
from inspector.excel.reading.typed_cells import DITTO, as_typed, read_text, tidy
from inspector.excel.returned.returned_columns import ReturnedColumns
from inspector.excel.returned.returned_header import Field, ReturnedHeader
from inspector.excel.returned.returned_pictures import (
    PlacedPicture,
    ReturnedPictures,
    wps_picture_id,
)
from inspector.excel.sheet.continued_text import rejoined
from inspector.excel.sheet.fill_in import PROBLEM, WINDOW
from inspector.excel.sheet.legal_text import says_the_same

_DASHES = str.maketrans("‐‑‒–—―−﹣－", "---------")
_FOOT = ("填表人", "审核人", "联系电话", "单位负责人", "填报人", "填报单位")
"""What the line of signatures begins with."""

T = TypeVar("T")


class RowReader:
    """Reads the lines below one header of a sheet."""

    def __init__(
        self,
        sheet: Sheet,
        header: ReturnedHeader,
        pictures: ReturnedPictures,
        floating: Iterable[PlacedPicture],
        today: date,
    ) -> None:
        self._sheet, self._header = sheet, header
        self._columns = header.columns
        self._pictures, self._today = pictures, today
        self.columns = ReturnedColumns(sheet, header)
        self._strange = {header.others[name] for name in self.columns.strange}
        self._table = SheetTable(sheet, header.columns, header.others.values())
        self._above: dict[Field, str | date | None] = {}  # what counts in the row above
        self._is_over = False  # the line of signatures was passed
        self._floating: Mapping[int, list[PlacedPicture]] = defaultdict(list)
        found_column = header.columns.get(Field.FOUND_PHOTOS)
        for picture in floating:
            if picture.column != found_column:
                self._floating[picture.row].append(picture)

    def read(self, row: Row) -> ReturnedRow | None:
        """Return what a row says; None for one that is none of the table, such as its foot."""
        number, problems = self._number(row), list[Problem]()
        pictures, bad = self._row_pictures(row)
        problems += bad
        said, as_above = self._said(row, problems)
        progress, done_on = said
        place = self._table.place(row, Field.NUMBER)
        others = self._others(row)
        claim, lacking = self.columns.claim(place, others)
        if number:
            problems += self.columns.unread(others)
        if number and done_on and not progress and not problems:
            problems += self.columns.words_elsewhere(others)
        if number and (progress or done_on or pictures or problems):
            problems += lacking
        if not number:
            if is_foot := self._is_foot(row):
                progress, done_on, problems = "", None, []
                self._is_over = True
            is_said = not is_foot and self._says_something(row)
            if not (progress or done_on or pictures or problems or is_said):
                return None
            if pictures and not (progress or done_on or is_said):
                place = pictures[0].place
                problems += [Problem(p.place, Fault.NOBODYS_PICTURE) for p in pictures]
            else:
                problems.append(Problem(place, Fault.NO_NUMBER))
        return ReturnedRow(
            number=number,
            place=place,
            progress=progress or None,
            done_on=done_on,
            done_place=self._table.place(row, Field.DONE_ON),
            pictures=pictures,
            others=others,
            claims=(claim,),
            problems=tuple(problems),
            as_above=as_above,
        )

    def _said(self, row: Row, problems: list[Problem]) -> tuple[tuple[str, date | None], bool]:
        """Return progress and day of a row, and whether one of them is that of the row above."""
        progress = self._progress(row, problems)
        is_same, as_above = progress in DITTO, False
        if is_same:
            above = self._above.get(Field.PROGRESS)
            progress, as_above = str(above or ""), bool(above)
            if not above:
                problems.append(self._nothing_above(row, Field.PROGRESS))
        day_cell = self._table.cell(row, Field.DONE_ON)
        if day_cell is not None and spoken(day_cell) in DITTO:
            above = self._above.get(Field.DONE_ON)
            done_on, as_above = (above, True) if isinstance(above, date) else (None, as_above)
            if done_on is None:
                problems.append(self._nothing_above(row, Field.DONE_ON))
        else:
            done_on = self._done_on(row, problems)
        self._above = {Field.PROGRESS: progress, Field.DONE_ON: done_on}
        return (progress, done_on), as_above

    def _nothing_above(self, row: Row, field: Field) -> Problem:
        return Problem(self._table.place(row, field), Fault.NOTHING_ABOVE, expected=field.value)

    def _number(self, row: Row) -> str:
        cell = self._table.cell(row, Field.NUMBER)
        text, fault, found = read_text(cell)
        return finding_number(text if fault is None else found)

    def _progress(self, row: Row, problems: list[Problem]) -> str:
        cell = self._table.cell(row, Field.PROGRESS)
        if cell is None or wps_picture_id(cell) is not None:
            return ""
        text, fault, found = read_text(cell, as_typed)
        if fault is Fault.NOT_TEXT and isinstance(cell.value, date):  # nothing but a day
            text, fault = spoken(cell), None
        if fault is not None:
            problems.append(Problem(self._table.place(row, Field.PROGRESS), fault, found))
        return "" if tidy(text) in NO_WORDS else text

    def _done_on(self, row: Row, problems: list[Problem]) -> date | None:
        cell = self._table.cell(row, Field.DONE_ON)
        if cell is None or wps_picture_id(cell) is not None or spoken(cell) in NO_WORDS:
            return None
        day = read_day(cell, self._today)
        if day is None:
            fault = Fault.FORMULA if cell.type == "f" else Fault.NOT_A_DAY
            problems.append(Problem(self._table.place(row, Field.DONE_ON), fault, spoken(cell)))
        return day

    def _row_pictures(self, row: Row) -> tuple[tuple[ReturnedPicture, ...], list[Problem]]:
        """Return the pictures of a row: over any of its cells but those of our own, and in them."""
        placed = list(self._floating.get(row.number, ()))
        photos = self._columns.get(Field.DONE_PHOTOS)
        problems: list[Problem] = []
        for column, cell in row.cells.items():
            picture_id = wps_picture_id(cell)
            if column == self._columns.get(Field.FOUND_PHOTOS):
                continue
            if picture_id is not None:
                placed.append(self._pictures.in_cell(row.number, column, picture_id))
            # A picture in a cell, as Excel 365 has it; of ours, or of a column with a new name.
            elif cell.type == "e" and (column == photos if photos else column in self._strange):
                problems.append(self._lost(row.number, column))
        kept: dict[str, ReturnedPicture] = {}
        for picture in placed:
            if picture.part is None:
                problems.append(self._lost(picture.row, picture.column))
                continue
            place = self._sheet.place(picture.row, picture.column)
            if picture.may_be_moved:
                problems.append(Problem(place, Fault.WHOSE_PICTURE))
                continue
            kept.setdefault(picture.digest, ReturnedPicture(place, picture.part, picture.digest))
        return tuple(kept.values()), problems

    def _lost(self, row: int, column: int) -> Problem:
        return Problem(self._sheet.place(row, column), Fault.NO_PICTURE)

    def _others(self, row: Row) -> Mapping[str, Said]:
        found: dict[str, Said] = {}
        for name, column in self._header.others.items():
            cell = self._table.at(row, column)
            if cell is not None and column in self._strange and wps_picture_id(cell):
                cell = None  # taken as a picture
            text = spoken(cell) if cell is not None else ""
            found[name] = Said(text, self._sheet.place(row.number, column))
        return found

    def _is_foot(self, row: Row) -> bool:
        """Tell whether a row without a number is a line of signatures or of sums."""
        own = self._table.own(row)
        if self._names_finding(own):
            return False
        texts = [spoken(cell) for cell in row.cells.values()]
        return any(text.startswith(_FOOT) for text in texts) or foot_row(own.items()) is not None

    def _says_something(self, row: Row) -> bool:
        """Tell whether a row without a number has words that would be passed over unsaid."""
        own = self._table.own(row)
        words = [text for cell in own.values() if (text := spoken(cell)) not in NO_WORDS]
        has_words = any(not text.isdecimal() for text in words)  # a mere 序号 is none
        return has_words and (not self._is_over or self._names_finding(own))

    def _names_finding(self, own: Mapping[int, Cell]) -> bool:
        """Tell whether both window and problem stand in a row, as only a finding has them."""
        cells = [own.get(self._header.others.get(name, 0)) for name in (WINDOW, PROBLEM)]
        return all(cell is not None and not spoken(cell).startswith(_FOOT) for cell in cells)


def finding_number(text: str) -> str:
    """Return a finding's number in our spelling: 2611-K7M-0041, whatever dash or case was typed."""
    return "".join(tidy(text).translate(_DASHES).split()).upper()


def spoken(cell: Cell) -> str:
    """Return what a cell shows, on one line: a day as 2026-11-27, a number as it is read."""
    if isinstance(cell.value, datetime):
        return cell.value.date().isoformat()
    if isinstance(cell.value, date):
        return cell.value.isoformat()
    text, fault, found = read_text(cell)
    return text if fault is None else found


def joined_rows(rows: Iterable[ReturnedRow]) -> tuple[ReturnedRow, ...]:
    """Return one row for each number: what stands in several rows belongs together.

    A finding that fills two rows (for a second photo, or on two sheets) is one; where they
    contradict each other, that is a problem. A text that goes on in the next row is whole again.
    """
    found: dict[str, list[ReturnedRow]] = {}
    nameless: list[ReturnedRow] = []
    for row in rows:
        if not row.number:
            nameless.append(row)
            continue
        lines = found.setdefault(row.number, [])
        if lines and (whole := _made_whole(lines[-1], row)):
            lines[-1] = whole
        else:
            lines.append(row)
    return (*(reduce(_joined, lines) for lines in found.values()), *nameless)


def _joined(one: ReturnedRow, two: ReturnedRow) -> ReturnedRow:
    problems = [*one.problems, *two.problems]
    if _differ(_whole(one.progress, two.progress), _whole(two.progress, one.progress)) or _differ(
        one.done_on, two.done_on
    ):
        problems.append(Problem(two.place, Fault.DUPLICATE, two.number, one.place))
    pictures = {picture.digest: picture for picture in (*two.pictures, *one.pictures)}
    return replace(
        one,
        progress=_whole(one.progress, two.progress),
        others={**two.others, **one.others},
        done_on=one.done_on or two.done_on,
        done_place=one.done_place if one.done_on else two.done_place,
        pictures=tuple(pictures.values()),
        claims=(*one.claims, *two.claims),
        as_above=one.as_above or two.as_above,
        problems=tuple(dict.fromkeys(problems)),
    )


def _made_whole(one: ReturnedRow, two: ReturnedRow) -> ReturnedRow | None:
    """Return the row whose texts begin in one and go on in the other; None of two others."""
    others = {
        name: replace(said, text=text)
        for name, said in one.others.items()
        if name in two.others and (text := rejoined(said.text, two.others[name].text)) is not None
    }
    progress = rejoined(one.progress or "", two.progress or "")
    if not others and progress is None:
        return None
    problem = others.get(PROBLEM)
    if problem is not None:  # one claim, of all that the lines say
        one = replace(one, claims=tuple(replace(each, problem=problem) for each in one.claims))
        two = replace(two, claims=())
    if progress is not None:
        one, two = replace(one, progress=progress), replace(two, progress=progress)
    return _joined(replace(one, others={**one.others, **others}), two)


def _whole(text: str | None, other: str | None) -> str | None:
    """Return a text, or the other where the first is as much of it as a printed row holds."""
    is_part = text and other and says_the_same(text, other)
    return other if not text or is_part else text


def _differ(one: T | None, two: T | None) -> bool:
    return one is not None and two is not None and one != two

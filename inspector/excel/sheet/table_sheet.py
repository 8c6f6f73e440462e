"""One sheet with a table on it, written row by row from a plan.

The only place that lays rows out; openpyxl's write-only workbooks make it fast and keep it to
one pass, so heights and widths are settled before the row they belong to.
"""

import math
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from inspector.excel.sheet.continued_text import beginning, in_rows, pieces
from inspector.excel.sheet.fill_in import FILL_IN
from inspector.excel.sheet.head_lines import head_lines
from inspector.excel.sheet.legal_text import (
    CUT_NOTE,
    PRINTED_NOTE,
    cell_text,
    could_be_formula,
    is_cut,
    legal_text,
    sheet_name,
)
from inspector.excel.sheet.line_spans import line_spans
from inspector.excel.sheet.page_filling import MOST_GROWTH, PageRoom
from inspector.excel.sheet.page_setup import fit_one_page, page_points, set_up_page, write_footer
from inspector.excel.sheet.printed_width import (
    LEAST_SIZE,
    Paper,
    legible,
    measure_columns,
    printed_share,
)
from inspector.excel.sheet.row_flow import RowFlow
from inspector.excel.sheet.row_height import HIGHEST_ROW, LOWEST_ROW, fits, row_height
from inspector.excel.sheet.sheet_style import (
    ALARM_SIZE,
    BODY_FONT,
    BODY_SIZE,
    HEADER_SIZE,
    LETTER_SIZE,
    LINE_SIZE,
    Column,
    Kind,
    Styles,
)
from inspector.excel.sheet.terms import FURTHER, NO_VALUE, NOTHING
from inspector.excel.sheet.title_lines import title_lines
from inspector.excel.sheet.written_papers import papers_written

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

Value: TypeAlias = str | int | Decimal | date | None
"""What a cell may hold; a formula never."""

_LOWEST_HEADER = 34.0  # the filter's buttons leave room for a word
_MARKS = (NOTHING, NO_VALUE)
_UNSURE = 0.05  # of a page: where it ends differs by that
_GAP = 8.0  # between the table and its foot: Excel's filter would take in rows that touch it


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of words over the whole width of a sheet; a heading begins a part of it."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """Everything of a sheet but its rows.

    Lines before or after the table make a paper of it, to be read rather than filtered: only the
    table's header is repeated on each page, nothing is frozen, and there is no filter.
    """

    name: str
    title: str
    columns: Sequence[Column]
    label: str = ""  # 附件1
    report_line: tuple[str, str, str] = ("", "", "")  # left, middle, right; from 3 columns on
    before: Sequence[TextLine] = ()  # between report line and table
    after: Sequence[TextLine] = ()
    notes: Sequence[str] = ()  # below the table, over its whole width
    foot: tuple[str, str, str] = ("", "", "")
    landscape: bool = True
    frozen_columns: int = 0
    body_size: float = BODY_SIZE
    alarm: str = ""  # below the title, on every page
    head: Sequence[tuple[str, ...]] = ()  # lines above the report line, each of equal parts
    filtered: bool = True  # a table with subtotals is not
    headed: bool = True  # pictures need no header
    is_letter: bool = False  # its title stands on the first page only
    paper: Paper = Paper.A4
    highest_row: float = HIGHEST_ROW  # points
    cuts: bool = False  # what would take a higher row is cut, and does not go on in the next
    repeated: Collection[str] = ()  # headers whose words stand beside the rest of such a text, too
    grows: float = MOST_GROWTH  # points, at the most, of a row for the sake of the last page
    on_one_page: bool = False  # where it is legible so
    for_screen: bool = False  # to be filtered: another sheet of the workbook is what is printed

    @property
    def is_paper(self) -> bool:
        """It is read from top to bottom."""
        return bool(self.before or self.after)


def new_book(title: str, creator: str, day: date, code: str = "") -> "Workbook":
    """Return an empty workbook that says what it is, who made it and on which day.

    The `code` of the journal's head stands at the foot of every page that is set up in it.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    measure_columns(book)
    properties = book.properties
    properties.title = legal_text(title)
    properties.identifier = code or None
    properties.creator = properties.lastModifiedBy = legal_text(creator)
    properties.created = properties.modified = datetime.combine(day, time())
    return book


@dataclass(frozen=True, slots=True)
class WrittenSheet:
    """A sheet of a workbook that is not saved yet, and where the rows of its table are."""

    sheet: "Worksheet"
    first_row: int
    last_row: int


def add_sheet(
    book: "Workbook", plan: SheetPlan, rows: Iterable[Sequence[Value]], styles: Styles
) -> WrittenSheet:
    """Write a sheet to `book`; `rows` hold one value for every column of the plan."""
    writer = begin_sheet(book, plan, styles)
    first_row = writer.row + 1
    for row in rows:
        writer.write_row(row)
    last_row = writer.row
    writer.write_end()
    return WrittenSheet(writer.sheet, first_row, last_row)


def begin_sheet(
    book: "Workbook",
    plan: SheetPlan,
    styles: Styles,
    above: Callable[["SheetWriter"], None] | None = None,
) -> "SheetWriter":
    """Write the head of a sheet to `book`; return what its rows and its end are written with.

    What `above` writes, on a paper, stands before the table and is not repeated on other pages.
    Columns that would print too small are made narrower: `SheetWriter.columns` has them as written.
    """
    columns = legible(plan.columns, plan.body_size, landscape=plan.landscape, paper=plan.paper)
    plan = replace(plan, columns=columns)
    sheet = book.create_sheet(sheet_name(plan.name, book.sheetnames))
    writer = SheetWriter(sheet, plan, styles)
    share = printed_share(columns, landscape=plan.landscape, paper=plan.paper)
    set_up_page(sheet, landscape=plan.landscape, body_font=BODY_FONT, share=share, paper=plan.paper)
    writer.write_head()
    if above:
        above(writer)
    writer.write_header()
    return writer


class SheetWriter:
    """Appends the rows of one sheet, knowing how far it is."""

    def __init__(self, sheet: "Worksheet", plan: SheetPlan, styles: Styles) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.utils import get_column_letter

        self._new_cell = WriteOnlyCell
        self._arrays: dict[str, Any] = {}  # openpyxl's formats of cells by named style
        self.sheet, self._plan, self._styles = sheet, plan, styles
        self._widths = [column.width for column in plan.columns]
        self._last_column = get_column_letter(len(plan.columns))
        self._letter = get_column_letter
        self._cut: list[Cell] = []  # of the row that is being made, without all their text
        self.row = 0  # the row written last
        self._flow = RowFlow(sheet)
        self._header_row = self._first_repeated = 0

    @property
    def height(self) -> float:
        """Points of all rows that are written."""
        return self._flow.height(1, self.row)

    def write_head(self) -> None:
        """Write label, title and what stands before the table; set what has to precede them."""
        sheet, plan = self.sheet, self._plan
        for number, width in enumerate(self._widths, 1):
            sheet.column_dimensions[self._letter(number)].width = width
        title_row = 2 if plan.label else 1
        lines = bool(plan.alarm) + len(plan.head) + any(plan.report_line)
        corner = self._letter(plan.frozen_columns + 1)
        if not (plan.is_paper or plan.is_letter):
            sheet.freeze_panes = f"{corner}{title_row + plan.headed + lines + 1}"
        self._first_repeated = title_row
        if plan.label:
            self._write_across([(plan.label, self._styles.label())], 12)
        title, size = title_lines(plan.title, math.fsum(self._widths))
        self._write_across([(title, self._styles.title(size))], size)
        if plan.alarm:
            self._write_across([(plan.alarm, self._styles.alarm())], ALARM_SIZE)
        for line in (*plan.head, *([plan.report_line] if any(plan.report_line) else [])):
            self.write_line(line)
        self._write_lines(plan.before)

    def write_header(self) -> None:
        """Write the heads of the columns."""
        plan = self._plan
        self._header_row = self.row + plan.headed
        if plan.is_paper:
            self._first_repeated = self._header_row
        if not plan.headed:
            return
        headers = [
            f"{column.header}\n{FILL_IN}" if column.fill_in else head_lines(column)
            for column in plan.columns
        ]
        height = row_height(zip(headers, self._widths, strict=True), HEADER_SIZE, _LOWEST_HEADER)
        styles = [self._styles.header(fill_in=column.fill_in) for column in plan.columns]
        self._append(list(map(self._cell, headers, styles)), height)

    def write_row(
        self,
        values: Sequence[Value],
        *,
        total: bool = False,
        lowest: float = LOWEST_ROW,
        kinds: Mapping[int, Kind] = MappingProxyType({}),
        strong: Container[int] = (),
    ) -> None:
        """Write one row of the table, high enough for its longest text; a `total` stands out.

        `kinds` are those of cells, from 0, that hold something else than their column; those that
        are `strong` stand out as a total does.
        """
        columns = self._plan.columns
        texts = [self._said(each, c.width) for each, c in zip(values, columns, strict=True)]
        for number in range(max(map(len, texts))):
            row = [
                said[number] if number < len(said) else self._in_further_row(place, said[0])
                for place, said in enumerate(texts)
            ]
            self._write_cells(row, lowest, total=total, kinds=kinds, strong=strong)
            lowest = LOWEST_ROW

    def _said(self, value: Value, width: float) -> Sequence[Value]:
        """Return what stands in a column of `width` units: in one row, or on in the next ones."""
        size, highest = self._plan.body_size, self._plan.highest_row
        if not isinstance(value, str) or fits(value, width, size, highest):
            return [value]
        if self._plan.cuts:
            return [beginning(value, width, size, highest, PRINTED_NOTE)]
        return pieces(cell_text(value) if is_cut(value) else value, width, size, highest)

    def _in_further_row(self, place: int, value: Value) -> Value:
        """Return what stands beside the rest of a text, in a row that goes on with one above."""
        column = self._plan.columns[place]
        if place == 0 and column.kind is Kind.NUMBER:
            return FURTHER
        return value if column.header in self._plan.repeated else None

    def _write_cells(
        self,
        values: Sequence[Value],
        lowest: float,
        *,
        total: bool,
        kinds: Mapping[int, Kind],
        strong: Container[int],
    ) -> None:
        size = self._plan.body_size
        cells: list[Cell | None] = []
        said: list[tuple[str, float]] = []
        for place, (value, column) in enumerate(zip(values, self._plan.columns, strict=True)):
            # A mark alone would look lost at the left of a wide column.
            kind = Kind.SHORT if value in _MARKS else kinds.get(place, column.kind)
            stands_out = total or place in strong
            style = self._styles.body(kind, size, total=stands_out, fill_in=column.fill_in)
            cells.append(self._cell(value, style))
            if isinstance(value, str) and kind is not Kind.CODE:  # it is on one line
                said.append((value, column.width))
        height = min(row_height(said, size, lowest), self._plan.highest_row)
        self._append(cells, max(height, lowest), of_table=True)

    def write_end(self) -> None:
        """Write notes and foot; set what depends on the number of rows."""
        plan = self._plan
        if plan.filtered and not plan.is_paper:
            self.sheet.auto_filter.ref = f"A{self._header_row}:{self._last_column}{self.row}"
        self._write_lines(plan.after)
        if plan.notes or any(plan.foot):
            self.write_gap()
        for note in plan.notes:
            for said in self._in_lines(note):
                self.write_line((said,))
        if plan.notes and any(plan.foot):
            self.write_gap()
        if any(plan.foot):
            self.write_line(plan.foot)
        together = plan.on_one_page and self._keep_together()
        notes_alone = self._flow.end(None if together else self._room(), plan.grows)
        if not (plan.is_letter or notes_alone):
            self.sheet.print_title_rows = f"{self._first_repeated}:{self._header_row}"
        if not plan.for_screen:
            self.sheet.print_area = f"A1:{self._last_column}{self.row}"

    def _keep_together(self) -> bool:
        """Let everything be on one page, unless it would be too small to read there."""
        plan = self._plan
        high = page_points(landscape=plan.landscape) / self._flow.height(1, self.row)
        if plan.body_size * high < LEAST_SIZE:
            return False
        wide = printed_share(plan.columns, landscape=plan.landscape, paper=plan.paper)
        fit_one_page(self.sheet)
        write_footer(self.sheet, BODY_FONT, min(1.0, high, wide))
        return True

    def _room(self) -> PageRoom:
        """Return what a page has room for at the size that the sheet is printed."""
        plan = self._plan
        share = printed_share(plan.columns, landscape=plan.landscape, paper=plan.paper)
        titles = (self._first_repeated, self._header_row)
        return PageRoom(
            page_points(landscape=plan.landscape, paper=plan.paper) / share,
            0.0 if plan.is_letter else self._flow.height(*titles),
        )

    def _write_lines(self, lines: Sequence[TextLine]) -> None:
        for line in lines:
            style = self._styles.heading() if line.is_heading else self._styles.line("left")
            for said in self._in_lines(line.text):
                self._write_across([(said, style)], LINE_SIZE)

    def _in_lines(self, text: str) -> Sequence[str]:
        return in_rows(text, math.fsum(self._widths), LINE_SIZE)

    def write_gap(self) -> None:
        """Leave a little room."""
        self._append([], _GAP)

    def write_total(self, text: str) -> None:
        """Sum up a part of the table in words, in one row over the whole width."""
        size, width = self._plan.body_size, math.fsum(self._widths)
        style = self._styles.body(Kind.TEXT, size, total=True)
        for said in in_rows(text, width, size):
            row = self.row + 1
            self.sheet.merged_cells.add(f"A{row}:{self._last_column}{row}")
            rest = [self._cell(None, style) for _ in self._widths[1:]]  # each has its own border
            height = row_height([(said, width)], size, LOWEST_ROW)
            self._append([self._cell(said, style), *rest], height)

    def write_above(
        self,
        values: Sequence[Value],
        columns: Sequence[tuple[int, Kind]],
        *,
        is_header: bool = False,
    ) -> None:
        """Write a row of another table above this one, in the same grid.

        Each value stands over the places from that of its column, from 0, to the next one's.
        """
        size = HEADER_SIZE if is_header else self._plan.body_size
        cells: list[Cell | None] = []
        texts: list[tuple[str, float]] = []
        ends = [*(first for first, _ in columns[1:]), len(self._widths)]
        for value, (first, kind), end in zip(values, columns, ends, strict=True):
            style = self._styles.header() if is_header else self._styles.body(kind, size)
            if end > first + 1:
                row, letter = self.row + 1, self._letter
                self.sheet.merged_cells.add(f"{letter(first + 1)}{row}:{letter(end)}{row}")
            cells += [self._cell(value, style)]
            cells += [self._cell(None, style) for _ in range(first + 1, end)]
            if isinstance(value, str) and kind is not Kind.CODE:
                texts.append((value, math.fsum(self._widths[first:end])))
        height = min(row_height(texts, size, LOWEST_ROW), HIGHEST_ROW)
        self._append(cells, height)

    def begin_page(self, needed: float) -> None:
        """Leave what is left of the page where it may have no room for `needed` points."""
        room = self._room()
        left, unsure = room.capacity - self._flow.used(room), room.capacity * _UNSURE
        if left - unsure < needed:
            for _ in range(int(left / _GAP)):  # no row has room in what is left; a gap may go over
                self.write_gap()

    def write_room(self, height: float) -> None:
        """Leave `height` points for what floats above the cells, in rows of equal height."""
        count = math.ceil(height / HIGHEST_ROW)
        for _ in range(count):
            self._append([], height / count)

    def write_paragraph(self, text: str, style: str, *, is_end: bool = False) -> None:
        """Write a paragraph of a letter over the whole width, in several rows where it is long.

        What `is_end`, annexes and signature, stands on no page without a paragraph above it.
        """
        for said in in_rows(text, math.fsum(self._widths), LETTER_SIZE):
            self._write_across([(said, style)], LETTER_SIZE, of_table=not is_end)

    def write_line(
        self,
        parts: Sequence[str],
        lowest: float = 0,
        ends: Sequence[str] = (),
        *,
        goes_along: bool = False,
    ) -> None:
        """Write words outside the table, side by side, each at an end of its part of the width.

        The row is `lowest` points high or more. One that `goes_along` is enough above a foot that
        goes over to another page.
        """
        ends = ends or (("left", "right") if len(parts) == 2 else ("left", "center", "right"))
        styles = [self._styles.line(where) for where in ends]
        texts = list(zip(parts, styles, strict=False))
        self._write_across(texts, LINE_SIZE, lowest, goes_along=goes_along)

    def column_of(self, parts: int, part: int) -> int:
        """Return the column, from 0, in which part `part` of a line of `parts` begins."""
        return line_spans(self._widths, parts)[part][0]

    def _write_across(
        self,
        parts: list[tuple[str, str]],
        size: float,
        lowest: float = 0,
        *,
        of_table: bool = False,
        goes_along: bool = False,
    ) -> None:
        """Write texts with their styles side by side, each over an equal part of the width."""
        cells: list[Cell | None] = []
        texts: list[tuple[str, float]] = []
        row = self.row + 1
        for (text, style), (first, last) in zip(
            parts, line_spans(self._widths, len(parts)), strict=True
        ):
            if last > first:
                area = f"{self._letter(first + 1)}{row}:{self._letter(last + 1)}{row}"
                self.sheet.merged_cells.add(area)
            cells += [self._cell(text, style), *[None] * (last - first)]
            texts.append((text, sum(self._widths[first : last + 1])))
        height = row_height(texts, size, max(lowest, size * 1.8))
        height = min(height, HIGHEST_ROW)
        self._append(cells, height, of_table=of_table, goes_along=goes_along)

    def _append(
        self,
        cells: Sequence["Cell | None"],
        height: float,
        *,
        of_table: bool = False,
        goes_along: bool = False,
    ) -> None:
        self.row += 1
        for cut in self._cut:
            column = next(place for place, cell in enumerate(cells, 1) if cell is cut)
            papers_written().note_cut(self.sheet.title, f"{self._letter(column)}{self.row}")
        self._cut.clear()
        self._flow.add(cells, height, of_table=of_table, goes_along=goes_along)

    def _cell(self, value: Value, style: str) -> "Cell":
        text = cell_text(value) if isinstance(value, str) else None
        cell: Any = self._new_cell(self.sheet)
        array = self._arrays.get(style)
        if array is None:
            cell.style = style
            array = self._arrays[style] = cell._style
        cell._style = array  # shared: looking a named style up costs as much as the cell
        if text is None:
            cell._value, cell.data_type = value, "d" if isinstance(value, date) else "n"
        else:
            if text.endswith(CUT_NOTE):
                self._cut.append(cell)
            # As it is: openpyxl takes =1+1 for a formula and #N/A for an error.
            cell._value, cell.data_type = text, "s"
            if could_be_formula(text):
                cell._style = copy(array)
                cell.quotePrefix = True
        made: Cell = cell
        return made

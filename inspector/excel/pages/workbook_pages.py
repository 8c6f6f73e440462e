"""A workbook in a file as pages: how many there are, and each of them when it is asked for.

Only the cells of the workbook are held; a picture is read when its page is drawn.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from inspector.domain.errors import CannotReadError, NotAWorkbookError
from inspector.domain.papers.printed_page import PlacedChart, PlacedPicture, PrintedPage
from inspector.excel.pages.page_cuts import Axis, Fit, Run, cut_pages
from inspector.excel.pages.page_margins import Counted, margin_words, margins_taken
from inspector.excel.pages.page_reader import load_for_pages
from inspector.excel.pages.placed_cells import PlacedCells
from inspector.excel.pages.sheet_drawings import Drawing, sheet_drawings
from inspector.excel.pages.sheet_sizes import DigitWidth, SheetSizes
from inspector.excel.pages.workbook_colours import WorkbookColours
from inspector.excel.reading.package_parts import Package
from inspector.excel.reading.workbook_opening import Refusal

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_INCH = 72.0
_MM = 72 / 25.4
_A4 = 9
_PAPERS = {  # Excel's numbers, millimetres
    1: (215.9, 279.4), 5: (215.9, 355.6), 8: (297, 420), _A4: (210, 297), 11: (148, 210),
    12: (250, 353), 13: (176, 250), 70: (105, 148),
}  # fmt: skip
_LEAST_ROOM = 36.0
_UNREADABLE = (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError)
"""What openpyxl raises for a file that makes no sense to it."""

_LARGEST_PICTURE = 64_000_000  # bytes


@dataclass(frozen=True, slots=True)
class _Cut:
    """A page: of which sheet, its scale in percent, its rows and columns."""

    sheet: "_SheetPages"
    scale: int
    rows: Run
    columns: Run
    is_first: bool  # of its sheet


class WorkbookPages:
    """The pages of an open workbook, counted from 0."""

    def __init__(self, path: Path, archive: ZipFile, digit_width: DigitWidth) -> None:
        archive_file = archive.fp
        assert archive_file is not None
        try:
            book, parts = load_for_pages(archive_file)
        except _UNREADABLE as error:
            raise NotAWorkbookError(path, Refusal.DAMAGED) from error
        self._package = Package(archive)
        self._name, self._now = path.name, datetime.now()
        self.title: str = book.properties.title or path.stem
        """What the workbook says that it is."""
        self.made: datetime = book.properties.created or self._now
        """When it says that it was made."""
        colours = WorkbookColours(book)
        self._cuts: list[_Cut] = []
        self.blank: list[str] = []
        """The cells that print blank, as their formulas have no result stored: 汇总!D9."""
        for sheet in _printed(book.worksheets):
            if sheet.title in parts:
                part = parts[sheet.title]
                made = _SheetPages(sheet, part.name, self._package, digit_width, colours)
                self._cuts += made.cuts()
                self.blank += made.printed_of(part.blank)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._cuts)

    def begins_paper(self, number: int) -> bool:
        """Tell whether a page, from 0, is the first."""
        return number == 0

    def page(self, number: int) -> PrintedPage:
        """Return a page, from 0."""
        cut = self._cuts[number]
        sheet = cut.sheet
        at = Counted(number + 1, self.count, sheet.title, self._name, self._now)
        return sheet.page(cut, at)

    def size(self, number: int) -> tuple[float, float]:
        """Return the width and height of a page, from 0, in points."""
        return self._cuts[number].sheet.paper

    def picture(self, part: str) -> bytes | None:
        """Return the bytes of a picture; None when they are missing or damaged."""
        return self._package.bytes(part, _LARGEST_PICTURE)


@contextmanager
def opened_pages(path: Path, digit_width: DigitWidth) -> Iterator[WorkbookPages]:
    """Open a workbook as pages; `digit_width` measures the font that its columns are counted in.

    Raises CannotReadError or NotAWorkbookError.
    """
    try:
        with path.open("rb") as file, ZipFile(file) as archive:
            yield WorkbookPages(path, archive, digit_width)
    except BadZipFile as error:
        raise NotAWorkbookError(path, Refusal.DAMAGED) from error
    except OSError as error:
        raise CannotReadError(path, error.strerror or str(error)) from error


def _printed(sheets: Sequence["Worksheet"]) -> list["Worksheet"]:
    """Return the sheets that are printed.

    Left out is a list to be filtered, without an area to print, where another sheet has one.
    LibreOffice prints that list too when it converts; who prints by hand prints the first sheet.
    """
    visible = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
    if not any(sheet.print_area for sheet in visible):
        return visible
    return [sheet for sheet in visible if sheet.print_area or not sheet.auto_filter.ref]


class _SheetPages:
    """One sheet: its paper, and what is drawn on a page of it."""

    def __init__(self, sheet: "Worksheet", part: str, package: Package,
                 digit_width: DigitWidth, colours: WorkbookColours) -> None:  # fmt: skip
        self._sheet, self.title = sheet, sheet.title
        self._sizes = SheetSizes(sheet, digit_width)
        self._cells = PlacedCells(sheet, colours.rgb)
        self._drawings: Sequence[Drawing] = sheet_drawings(package, part, self._sizes)
        setup, margins = sheet.page_setup, sheet.page_margins
        number = int(setup.paperSize or _A4)
        width, height = (side * _MM for side in _PAPERS.get(number, _PAPERS[_A4]))
        if setup.orientation == "landscape":
            width, height = height, width
        self.paper = (width, height)
        self._left, self._right = margins.left * _INCH, margins.right * _INCH
        rows, columns = sheet._print_rows, sheet._print_cols  # type: ignore[attr-defined]
        self._title_rows = Run(int(rows.min_row), int(rows.max_row)) if rows else None
        self._title_columns = _column_run(columns.min_col, columns.max_col) if columns else None

    def cuts(self) -> list[_Cut]:
        """Return the pages of the sheet."""
        found: list[_Cut] = []
        for rows, columns in self._areas():
            down, along = self._axes(rows, columns)
            scale, pages = cut_pages(down, along, self._room, self._scale, self._fit)
            for row, column in pages:
                if self._is_seen(row, column):
                    found.append(_Cut(self, scale, row, column, is_first=not found))
        return found

    def printed_of(self, cells: Iterable[tuple[int, int]]) -> Iterator[str]:
        """Yield the places of those of some cells, by row and column, that are on a page."""
        from openpyxl.utils import get_column_letter

        is_named = bool(self._sheet.print_area)
        areas = self._areas() if is_named else []  # else all of it, and what is blank is in it
        for row, column in cells:
            is_inside = not is_named or any(
                rows.first <= row <= rows.last and columns.first <= column <= columns.last
                for rows, columns in areas
            )
            if is_inside and self._sizes.height(row) > 0 and self._sizes.width(column) > 0:
                yield f"{self.title}!{get_column_letter(column)}{row}"

    def _room(self, percent: int) -> tuple[float, float]:
        """Return how wide and high the body of a page is at a scale."""
        above, below = margins_taken(self._sheet, percent / 100)
        width, height = self.paper
        return (
            max(width - self._left - self._right, _LEAST_ROOM),
            max(height - above - below, _LEAST_ROOM),
        )

    def page(self, cut: _Cut, at: Counted) -> PrintedPage:
        """Return a page as it is drawn."""
        scale = cut.scale / 100
        down, along = self._axes(cut.rows, cut.columns)
        rows, high = _places(down, cut.rows)
        columns, wide = _places(along, cut.columns)
        drawn = self._cells.draw(rows, columns, self._sizes.height, self._sizes.width)
        placed = list(self._floating(cut, dict(rows), dict(columns)))
        left, (top, _) = self._left, margins_taken(self._sheet, scale)
        room = self._room(cut.scale)
        options = self._sheet.print_options
        if options.horizontalCentered:
            left += max(0.0, (room[0] - wide * scale) / 2)
        if options.verticalCentered:
            top += max(0.0, (room[1] - high * scale) / 2)
        return PrintedPage(
            *self.paper, left, top, scale, (wide * scale, high * scale),
            drawn.shades, drawn.strokes, drawn.texts,
            [each for each in placed if isinstance(each, PlacedPicture)],
            [each for each in placed if isinstance(each, PlacedChart)],
            margin_words(self._sheet, self.paper, at, scale, is_first=cut.is_first),
        )  # fmt: skip

    @property
    def _scale(self) -> int:
        return max(10, min(int(self._sheet.page_setup.scale or 100), 400))

    @property
    def _fit(self) -> Fit | None:
        properties = self._sheet.sheet_properties.pageSetUpPr
        if properties is None or not properties.fitToPage:
            return None
        setup = self._sheet.page_setup
        wide, high = setup.fitToWidth, setup.fitToHeight
        return Fit(1 if wide is None else int(wide), 1 if high is None else int(high))

    def _areas(self) -> list[tuple[Run, Run]]:
        """Return the areas that are printed: those that the sheet names, else all of it."""
        from openpyxl.utils import range_boundaries

        named = [each.coord for each in self._sheet._print_area.ranges]  # type: ignore[attr-defined]
        if named:
            return [
                (Run(top or 1, bottom or 1), Run(left or 1, right or 1))
                for left, top, right, bottom in map(range_boundaries, named)
            ]
        row, column = self._cells.last()
        for drawing in self._drawings:
            row = max(row, self._reaches(drawing.box.bottom, self._sizes.height))
            column = max(column, self._reaches(drawing.box.right, self._sizes.width))
        return [(Run(1, row), Run(1, column))] if row and column else []

    @staticmethod
    def _reaches(length: float, size: Callable[[int], float]) -> int:
        number = 0
        while length > 0.5 and number < 20_000:
            number += 1
            length -= size(number)
        return number

    def _axes(self, rows: Run, columns: Run) -> tuple[Axis, Axis]:
        return (
            Axis(rows, self._sizes.height, self._title_rows, _breaks(self._sheet.row_breaks)),
            Axis(columns, self._sizes.width, self._title_columns, _breaks(self._sheet.col_breaks)),
        )

    def _is_seen(self, rows: Run, columns: Run) -> bool:
        """Tell whether a page has something on it: an empty one is not printed."""
        if self._cells.has_something(
            range(rows.first, rows.last + 1), range(columns.first, columns.last + 1)
        ):
            return True
        top, left = self._before(rows, columns)
        down, along = self._axes(rows, columns)
        high, wide = down.length(rows), along.length(columns)
        return any(
            each.box.bottom > top + 0.5 and each.box.top < top + high - 0.5
            and each.box.right > left + 0.5 and each.box.left < left + wide - 0.5
            for each in self._drawings
        )  # fmt: skip

    def _before(self, rows: Run, columns: Run) -> tuple[float, float]:
        down, along = self._axes(rows, columns)
        before = down.length(Run(1, rows.first - 1)) if rows.first > 1 else 0.0
        beside = along.length(Run(1, columns.first - 1)) if columns.first > 1 else 0.0
        return before, beside

    def _floating(
        self, cut: _Cut, tops: dict[int, float], lefts: dict[int, float]
    ) -> Iterator[PlacedPicture | PlacedChart]:
        """Yield what floats above the rows of a page, and above those that are repeated on it."""
        down, along = self._axes(cut.rows, cut.columns)
        runs_down = [cut.rows, down.repeats_before(cut.rows.first)]
        runs_along = [cut.columns, along.repeats_before(cut.columns.first)]
        for rows in runs_down:
            for columns in runs_along:
                if rows is None or columns is None:
                    continue
                top, left = self._before(rows, columns)
                high, wide = down.length(rows), along.length(columns)
                for each in self._drawings:
                    box = each.box
                    if (
                        box.bottom > top and box.top < top + high
                        and box.right > left and box.left < left + wide
                    ):  # fmt: skip
                        yield each.placed(left - lefts[columns.first], top - tops[rows.first])


def _places(axis: Axis, run: Run) -> tuple[list[tuple[int, float]], float]:
    """Return where the rows or columns of a page begin, those repeated first, and how long all."""
    places: list[tuple[int, float]] = []
    at = 0.0
    for part in (axis.repeats_before(run.first), run):
        for number in range(part.first, part.last + 1) if part else ():
            size = axis.size(number)
            if size > 0:
                places.append((number, at))
            at += size
    return places, at


def _breaks(breaks: object) -> frozenset[int]:
    return frozenset(each.id + 1 for each in getattr(breaks, "brk", ()) or ())


def _column_run(first: str, last: str) -> Run:
    from openpyxl.utils import column_index_from_string

    return Run(column_index_from_string(first), column_index_from_string(last))

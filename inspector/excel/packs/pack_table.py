"""The table on one sheet of a pack: its header, found by name, and the rows below it."""

import re
from collections.abc import Collection, Iterator, Sequence

from inspector.domain.faults import Fault
from inspector.excel.packs.pack_draft import Draft, SheetCell
from inspector.excel.packs.pack_fields import EARLIER_NAMES
from inspector.excel.reading.plain_sheets import Cell, Row, Sheet
from inspector.excel.reading.sheet_table import SheetTable, texts_of
from inspector.excel.reading.typed_cells import comparable

_FEWEST = 2  # columns that make a row a header
_BRACKETED = re.compile(r"\(.*?\)")  # in a plain header


def plain_label(text: str) -> str:
    """Return what two ways to write a label have in common."""
    return comparable(text).replace("*", "").removesuffix(":")


def find_header(sheet: Sheet, labels: Sequence[str]) -> tuple[Row | None, dict[str, int]]:
    """Return the header of a sheet, and the column of each label that stands in it."""
    for row in sheet.rows:
        columns = _columns(row, labels)
        if len(columns) >= _FEWEST:
            return row, columns
    return None, {}


class PackTable(SheetTable[str]):
    """A sheet read by the labels of its columns; what is wrong with the header goes to `draft`.

    A value missing with its whole column is said to stand at the left of the header. Columns
    called otherwise are ignored, those in `skipped` without a word; those in `later` need not be
    there: they came after workbooks that are still sent in.
    """

    def __init__(
        self,
        draft: Draft,
        order: int,
        sheet: Sheet,
        labels: Sequence[str],
        skipped: Sequence[str] = (),
        later: Collection[str] = (),
    ) -> None:
        header, columns = find_header(sheet, labels)
        super().__init__(sheet, columns)
        self._order = order
        self._header_row = 1 if header is None else header.number
        self.complete = all(label in columns or label in later for label in labels)
        if header is None:
            draft.refuse(self.corner, Fault.MISSING, expected="、".join(labels))
            return
        for label in labels:
            if label not in self.columns and label not in later:
                draft.refuse(self.corner, Fault.MISSING, expected=label)
        for column, cell in sorted(header.cells.items()):
            text = str(cell.value)
            if column not in self.columns.values() and text not in skipped:
                self._refuse_or_ignore(draft, column, text)

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the header that say something in its columns."""
        for row in self.sheet.rows:
            if row.number > self._header_row and any(
                column in self.columns.values() and not _is_blank(cell)
                for column, cell in self.own(row).items()
            ):
                yield row

    def sheet_cell(self, row: Row, label: str) -> SheetCell:
        """Return where a value stands; without its column, the left of the header."""
        column = self.columns.get(label)
        return self.corner if column is None else self._sheet_cell(row.number, column)

    @property
    def corner(self) -> SheetCell:
        """The left of the header, or the top of the sheet where there is none."""
        return self._sheet_cell(self._header_row, 1)

    def _refuse_or_ignore(self, draft: Draft, column: int, text: str) -> None:
        for label, first in self.columns.items():
            if plain_label(label) == plain_label(text):
                first_place = self._sheet_cell(self._header_row, first).place
                again = self._sheet_cell(self._header_row, column)
                draft.refuse(again, Fault.DUPLICATE, label, first_place)
                return
        draft.ignore(self.sheet.name, text)

    def _sheet_cell(self, row: int, column: int) -> SheetCell:
        return SheetCell(self._order, row, column, self.sheet.place(row, column))


def _columns(row: Row, labels: Sequence[str]) -> dict[str, int]:
    """Return the column of every label that stands in a row, the first one of each.

    编号* is 编号, and where no column is called 时限（工作日） one called 时限（天） is it.
    """
    texts = {column: plain_label(text) for column, text in texts_of(row)}
    columns: dict[str, int] = {}
    for label in labels:
        wanted = plain_label(label)
        exact = [column for column, text in texts.items() if text == wanted]
        loose = [column for column, text in texts.items() if _bare(text) == _bare(wanted)]
        earlier = [column for column, text in texts.items() if text == EARLIER_NAMES.get(label)]
        if found := exact or loose or earlier:
            columns[label] = found[0]
    return columns


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell.value, str) and not cell.value.strip()


def _bare(plain: str) -> str:
    return _BRACKETED.sub("", plain)

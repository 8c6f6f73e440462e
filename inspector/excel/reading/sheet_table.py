"""A table on somebody's sheet: columns found by what their heads are called, cells by their names.

What a head may be called, which rows belong to the table and what they say, its room knows.
"""

import re
import unicodedata
from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from inspector.excel.reading.merged_cells import MergedCells
from inspector.excel.reading.plain_sheets import Cell, Row, Sheet

Name = TypeVar("Name", bound=Hashable)

_ASIDE = re.compile(r"[(\[【].*?[)\]】]|[*★:]")


@dataclass(frozen=True, slots=True)
class Header(Generic[Name]):
    """A row as a header: the first column of each name, and what stands over other columns."""

    row: Row
    columns: Mapping[Name, int]
    others: Mapping[int, str]  # by column, plain; a name that stands there again is one of them


class Heads(Generic[Name]):
    """What the heads of a kind of table may be called."""

    def __init__(self, aliases: Mapping[Name, str], aside: re.Pattern[str] = _ASIDE) -> None:
        """`aliases` have blanks between them; what matches `aside` does not count in a head."""
        self.names = {alias: name for name, words in aliases.items() for alias in words.split()}
        self._aside = aside

    def read(self, row: Row) -> Header[Name]:
        """Return a row as a header; most rows have none of the names."""
        columns: dict[Name, int] = {}
        others: dict[int, str] = {}
        for column, text in texts_of(row):
            plain = plain_head(text, self._aside)
            name = self.names.get(plain)
            if name is not None and name not in columns:
                columns[name] = column
            elif plain:
                others[column] = plain
        return Header(row, columns, others)


class SheetTable(Generic[Name]):
    """A sheet and the columns in which its names stand, merged areas resolved."""

    def __init__(
        self, sheet: Sheet, columns: Mapping[Name, int], others: Collection[int] = ()
    ) -> None:
        """`others` are columns that are asked for by number."""
        self.sheet, self.columns = sheet, columns
        self._cells = MergedCells(sheet, {*columns.values(), *others})

    def place(self, row: Row, name: Name) -> str:
        """Return where the cell of a name is; without its column, the left of the row."""
        return self.sheet.place(row.number, self.columns.get(name, 1))

    def cell(self, row: Row, name: Name) -> Cell | None:
        """Return the cell that counts for a name, possibly from the top of a merged area."""
        column = self.columns.get(name)
        return None if column is None else self.at(row, column)

    def at(self, row: Row, column: int) -> Cell | None:
        """Return the cell that counts in a column."""
        return self._cells.at(row.number, column)

    def own(self, row: Row) -> dict[int, Cell]:
        """Return the cells of a row that show something themselves, by column."""
        return self._cells.own(row)

    def is_merged(self, row: Row, name: Name) -> bool:
        """Tell whether that stands in a merged cell which begins in a row above."""
        column = self.columns.get(name)
        return column is not None and self._cells.continues(row.number, column)


def texts_of(row: Row) -> Iterator[tuple[int, str]]:
    """Yield the texts of a row by column, from the left."""
    return ((column, str(cell.value)) for column, cell in sorted(row.cells.items())
            if cell.type == "s")  # fmt: skip


def plain_head(text: str, aside: re.Pattern[str] = _ASIDE) -> str:
    """Return a head without spaces, brackets and marks: 整改要求（措施） is 整改要求."""
    return aside.sub("", "".join(unicodedata.normalize("NFKC", text).split()))

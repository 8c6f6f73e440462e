"""The part of a sheet below one header of a roster, asked by row and field."""

from inspector.excel.reading.merged_cells import MergedCells
from inspector.excel.reading.plain_sheets import Cell, Row, Sheet
from inspector.excel.rosters.roster_header import Field


class RosterTable:
    """A sheet and the columns in which its fields stand."""

    def __init__(self, sheet: Sheet, columns: dict[Field, int]) -> None:
        self.columns = columns
        self._sheet = sheet
        self._cells = MergedCells(sheet, set(columns.values()))

    def place(self, row: Row, field: Field) -> str:
        """Return where the cell of a field is."""
        return self._sheet.place(row.number, self.columns[field])

    def cell(self, row: Row, field: Field) -> Cell | None:
        """Return the cell that counts for a field, possibly from the top of a merged area."""
        return self._cells.at(row.number, self.columns[field])

    def own(self, row: Row) -> dict[int, Cell]:
        """Return the cells of a row that show something themselves, by column."""
        return self._cells.own(row)

    def names_window(self, row: Row) -> bool:
        """Tell whether both site and window are given, as only a line of the roster does."""
        return all(
            field in self.columns and self.cell(row, field) is not None
            for field in (Field.SITE, Field.WINDOW)
        )

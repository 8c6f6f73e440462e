"""What the columns of a returned sheet leave unsaid: lost or renamed ones, and those of its own."""

from collections.abc import Mapping

from inspector.domain.faults import Fault, Problem
from inspector.domain.papers.returned import Claim, Said
from inspector.excel.reading.plain_sheets import Sheet
from inspector.excel.reading.typed_cells import tidy
from inspector.excel.returned.own_heads import CLAIMED, OWN_HEADS
from inspector.excel.returned.returned_header import Field, ReturnedHeader
from inspector.excel.sheet.fill_in import PROBLEM, PROGRESS, REPLYING, SITE, WINDOW

_FILLED_IN = (Field.PROGRESS, Field.DONE_ON)


class ReturnedColumns:
    """The columns below one header of a sheet; `strange` are theirs, each with its place."""

    def __init__(self, sheet: Sheet, header: ReturnedHeader) -> None:
        self.place = sheet.place(header.row, header.columns[Field.NUMBER])
        self._unit = _unit_above(sheet, header.row)
        self._unsure = header.unsure
        self._missing = [field.value for field in _FILLED_IN if field not in header.columns]
        self.strange = {
            name: sheet.place(header.row, column)
            for name, column in header.others.items()
            if name not in OWN_HEADS
        }

    def missing(self) -> list[Problem]:
        """Return that there is no column for what is to be filled in."""
        return [Problem(self.place, Fault.MISSING_COLUMN, expected=name) for name in self._missing]

    def claim(self, place: str, others: Mapping[str, Said]) -> tuple[Claim, list[Problem]]:
        """Return what a line says its finding is, and the columns that it would be said in."""
        said = {
            name: next((others[alias] for alias in aliases if alias in others), None)
            for name, aliases in CLAIMED.items()
        }
        said[SITE] = said[SITE] or self._unit
        lacking = [
            Problem(self.place, Fault.NO_COLUMN, expected=name)
            for name, each in said.items()
            if each is None
        ]
        return Claim(place, said[SITE], said[WINDOW], said[PROBLEM]), lacking

    def unread(self, others: Mapping[str, Said]) -> list[Problem]:
        """Return the columns of theirs in which a line says something that one of ours may lack."""
        return [
            Problem(place, Fault.UNREAD_COLUMN, name, "、".join(self._missing))
            for name, place in self.strange.items()
            if self._missing and name in others and others[name].text
        ]

    def words_elsewhere(self, others: Mapping[str, Said]) -> list[Problem]:
        """Return the cells that may say what was done, of a line that is done without a word."""
        return [
            Problem(said.place, Fault.UNREAD_WORDS, said.text, PROGRESS)
            for name in self.strange
            if name in self._unsure and (said := others.get(name)) is not None and said.text
        ]


def _unit_above(sheet: Sheet, header_row: int) -> Said | None:
    """Return the unit that a reply slip names above its table."""
    for row in sheet.rows:
        if row.number >= header_row:
            break
        for column, cell in row.cells.items():
            text = tidy(str(cell.value)) if cell.type == "s" else ""
            _, mark, name = text.replace(":", "：").partition(REPLYING)
            if mark and name:
                return Said(name.strip(), sheet.place(row.number, column))
    return None

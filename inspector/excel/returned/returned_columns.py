"""What the columns of a returned sheet leave unsaid: lost or renamed ones, and those of its own."""

from collections.abc import Mapping

from inspector.domain.faults import Fault, Problem
from inspector.domain.papers.returned import Claim, Said
from inspector.excel.papers.ledger_workbook import LEDGER_HEADERS
from inspector.excel.papers.reply_sheet import REPLY_COLUMNS
from inspector.excel.reading.plain_sheets import Sheet
from inspector.excel.reading.sheet_table import plain_head
from inspector.excel.reading.typed_cells import tidy
from inspector.excel.returned.returned_header import Field, ReturnedHeader
from inspector.excel.sheet.fill_in import PROBLEM, REPLYING, SITE, WINDOW

_OURS = frozenset(
    plain_head(header) for header in (*LEDGER_HEADERS, *(column.header for column in REPLY_COLUMNS))
)
_ALIASES: Mapping[str, tuple[str, ...]] = {
    SITE: (SITE, "被检查单位", "受检单位", "单位名称", "整改单位"),
    WINDOW: (WINDOW, "窗口号", "窗口编号", "窗口名称"),
    PROBLEM: (PROBLEM, "存在的问题", "问题", "问题描述", "具体问题"),
}
_FILLED_IN = (Field.PROGRESS, Field.DONE_ON)


class ReturnedColumns:
    """The columns below one header of a sheet; `strange` are theirs, each with its place."""

    def __init__(self, sheet: Sheet, header: ReturnedHeader) -> None:
        self.place = sheet.place(header.row, header.columns[Field.NUMBER])
        self._unit = _unit_above(sheet, header.row)
        self._missing = [field.value for field in _FILLED_IN if field not in header.columns]
        self.strange = {
            name: sheet.place(header.row, column)
            for name, column in header.others.items()
            if name not in _OURS and all(name not in aliases for aliases in _ALIASES.values())
        }

    def missing(self) -> list[Problem]:
        """Return that there is no column for what is to be filled in."""
        return [Problem(self.place, Fault.MISSING_COLUMN, expected=name) for name in self._missing]

    def claim(self, place: str, others: Mapping[str, Said]) -> tuple[Claim, list[Problem]]:
        """Return what a line says its finding is, and the columns that it would be said in."""
        said = {
            name: next((others[alias] for alias in aliases if alias in others), None)
            for name, aliases in _ALIASES.items()
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

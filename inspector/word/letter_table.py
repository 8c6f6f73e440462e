"""A table in a letter: ruled, its header on each page, no row over two of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspector.domain.papers.letter import LetterTable
from inspector.word.letter_layout import (
    HEADING_FONT,
    LEFT_MM,
    PAGE_MM,
    RIGHT_MM,
    TABLE,
    TABLE_LINE,
    TEXT_FONT,
)
from inspector.word.lines import Line, set_line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Row

_SHORT = 13
"""Characters of a line of a cell; a column without a longer one is centred."""


def add_table(document: "Document", table: LetterTable) -> None:
    """Add a table as wide as the text."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    made = document.add_table(rows=0, cols=len(table.header))
    made.style = "Table Grid"
    made.alignment = WD_TABLE_ALIGNMENT.CENTER  # not out into the margin by its cells' own
    made.autofit = False
    centred = [_is_short(column) for column in zip(*table.rows, strict=True)]
    width, whole = PAGE_MM[0] - LEFT_MM - RIGHT_MM, sum(table.widths)
    for column, part in zip(made.columns, table.widths, strict=True):
        column.width = Mm(width * part / whole)
    for number, texts in enumerate((table.header, *table.rows)):
        row = made.add_row()
        _mark(row, is_header=number == 0)
        columns = zip(row.cells, texts, table.widths, centred or table.widths, strict=True)
        for cell, text, part, short in columns:
            cell.width = Mm(width * part / whole)
            font = HEADING_FONT if number == 0 else TEXT_FONT
            is_header = number == 0
            line = Line(
                text, font, TABLE, TABLE_LINE,
                centred=bool(is_header or short), ragged=True, keep=is_header,
            )  # fmt: skip
            set_line(cell.paragraphs[0], line)


def _is_short(column: Sequence[str]) -> bool:
    return all(len(line) <= _SHORT for text in column for line in text.splitlines())


def _mark(row: "_Row", *, is_header: bool) -> None:
    from docx.oxml import OxmlElement

    about = row._tr.get_or_add_trPr()
    about.append(OxmlElement("w:cantSplit"))
    if is_header:
        about.append(OxmlElement("w:tblHeader"))

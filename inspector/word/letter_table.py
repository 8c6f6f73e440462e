"""A table in a letter: ruled, its header on each page, no row over two of them."""

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

_SHORT = 12  # characters of a cell that is centred


def add_table(document: "Document", table: LetterTable) -> None:
    """Add a table as wide as the text."""
    from docx.shared import Mm

    made = document.add_table(rows=0, cols=len(table.header))
    made.style = "Table Grid"
    made.autofit = False
    width, whole = PAGE_MM[0] - LEFT_MM - RIGHT_MM, sum(table.widths)
    for column, part in zip(made.columns, table.widths, strict=True):
        column.width = Mm(width * part / whole)
    for number, texts in enumerate((table.header, *table.rows)):
        row = made.add_row()
        _mark(row, is_header=number == 0)
        for cell, text, part in zip(row.cells, texts, table.widths, strict=True):
            cell.width = Mm(width * part / whole)
            font = HEADING_FONT if number == 0 else TEXT_FONT
            centred = number == 0 or len(text) <= _SHORT
            line = Line(text, font, TABLE, TABLE_LINE, centred=centred)
            set_line(cell.paragraphs[0], line)


def _mark(row: "_Row", *, is_header: bool) -> None:
    from docx.oxml import OxmlElement

    about = row._tr.get_or_add_trPr()
    about.append(OxmlElement("w:cantSplit"))
    if is_header:
        about.append(OxmlElement("w:tblHeader"))

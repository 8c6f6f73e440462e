"""The contents: chapters, and below each what it tells; while one searches, what was found."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter

from inspector.gui.handbook.chapters import Section
from inspector.gui.theme import GRID, Colours, text_font
from inspector.gui.widgets.lists.drawn_list import DrawnList, RowDelegate, RowModel, elided
from inspector.translation import tr

_ROW = 32
"""Pixels."""


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A line of the contents."""

    section: Section

    @property
    def is_chapter(self) -> bool:
        return self.section.number == 0

    @property
    def said(self) -> str:
        return self.section.title

    @property
    def tip(self) -> str:
        return self.section.title


class _ContentsDelegate(RowDelegate[ContentsRow]):
    height = _ROW

    def draw(
        self, painter: QPainter, rect: QRect, row: ContentsRow, colours: Colours, selected: bool
    ) -> None:
        painter.setFont(text_font(bold=row.is_chapter))
        painter.setPen(colours.colour("text" if row.is_chapter or selected else "secondary"))
        inner = rect.adjusted((2 if row.is_chapter else 4) * GRID, 0, -GRID, 0)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle, elided(painter, row.said, inner.width()))


class ContentsList(DrawnList):
    """Stands on what is read; going through it turns the pages."""

    def __init__(self) -> None:
        self._contents: RowModel[ContentsRow] = RowModel()
        super().__init__("handbookContents", tr("Contents"), self._contents, _ContentsDelegate())

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these and no others."""
        self._contents.lay([ContentsRow(section) for section in sections])

    @property
    def current(self) -> Section | None:
        """The section one stands on."""
        row = self.currentIndex().row()
        return self._contents.rows[row].section if row >= 0 else None

    @property
    def sections(self) -> list[Section]:
        """What is listed."""
        return [row.section for row in self._contents.rows]

    def sizeHint(self) -> QSize:
        return QSize(30 * GRID, 0)

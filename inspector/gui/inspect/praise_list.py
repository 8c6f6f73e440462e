"""What was worth praising on a completed visit: hidden when there is nothing."""

from typing import TypeAlias

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.checklist import Item
from inspector.domain.inspection import Answer, Scorecard
from inspector.domain.inspection_sheet import InspectionSheet
from inspector.gui.labels import label
from inspector.gui.table import Column, TableModel, TableView
from inspector.gui.theme import GRID, HEADER_HEIGHT
from inspector.gui.words import praise_word, scorecard_title
from inspector.translation import tr

Praise: TypeAlias = tuple[Scorecard, Item, Answer]

_TALLEST = 3  # rows before it scrolls


class PraiseList(QWidget):
    """A title with how many there are, and a row for each."""

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "section")
        self._title.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        self.model: TableModel[Praise] = TableModel(_columns())
        self.table = TableView(self.model, "resultPraise", praise_word())
        self.table.horizontalHeader().hide()  # the title says what it is
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self.table)
        self.hide()

    def show_visit(self, sheet: InspectionSheet) -> None:
        """Show what was praised on a visit."""
        praised = sheet.praised()
        self.model.set_rows(praised)
        self._title.setText(tr("Highlights  {count}", count=len(praised)))
        self.table.setMinimumHeight(HEADER_HEIGHT)
        self.table.setMaximumHeight(min(len(praised), _TALLEST) * HEADER_HEIGHT)
        self.setVisible(bool(praised))
        self.table.selectRow(0)


def _columns() -> list[Column[Praise]]:
    return [
        Column(tr("Window"), lambda praise: scorecard_title(praise[0]), 112),
        Column(tr("Item"), lambda praise: praise[1].text),
        Column(tr("What was done well"), lambda praise: _text(praise[2])),
    ]


def _text(answer: Answer) -> str:
    return "；".join(part for part in ("、".join(answer.phrases), answer.note.strip()) if part)

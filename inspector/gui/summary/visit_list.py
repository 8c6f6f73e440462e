"""The visits that a figure was computed from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.figure_facts import VisitRow
from inspector.domain.inspection import InspectionKind
from inspector.domain.points import format_score
from inspector.gui.summary.figure_words import NONE
from inspector.gui.table import Column, TableModel, TableView
from inspector.gui.words import day_text, kind_word
from inspector.translation import tr


class VisitList(QWidget):
    """Enter opens a visit, Esc leads back."""

    opened = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model: TableModel[VisitRow] = TableModel(
            [
                Column(tr("Day"), lambda row: day_text(row.day), 144),
                Column(tr("Site"), lambda row: row.site_name),
                Column(tr("Kind of visit"), lambda row: kind_word(InspectionKind(row.kind)), 104),
                Column(tr("Checklist"), lambda row: row.pack.name, 168),
                Column(tr("Windows"), lambda row: str(row.windows), 64, number=True),
                Column(tr("Score"), lambda row: format_score(row.total), 80, number=True),
                Column(tr("Grade"), _grade, 104),
                Column(tr("Findings"), lambda row: str(row.findings), 72, number=True),
            ]
        )
        self.table = TableView(self.model, "summaryVisits", tr("Visits"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.opened.connect(lambda row: self.opened.emit(self.model.row_at(row).id))

    def show_rows(self, rows: Sequence[VisitRow]) -> None:
        """Show other visits, from the top."""
        self.model.set_rows(rows)
        if rows:
            self.table.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _grade(row: VisitRow) -> str:
    return f"★ {row.grade}" if row.vetoes else row.grade or NONE

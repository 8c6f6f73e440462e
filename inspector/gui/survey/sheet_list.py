"""The sheets of a site, the newest first; one that does not count any more is struck out."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from inspector.domain.survey.survey_sheet import SheetLine
from inspector.gui.survey.survey_words import channel_word, grade_word, standing_word
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.words import short_day_text
from inspector.translation import tr


class SheetModel(TableModel[SheetLine]):
    """Struck out is what another sheet stands for."""

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.FontRole and index.isValid():
            font = QFont()
            font.setStrikeOut(self.row_at(index.row()).replaced)
            return font
        return super().data(index, role)


def sheet_model() -> SheetModel:
    """Return the model of sheets."""
    return SheetModel(
        [
            Column(tr("Day"), lambda line: short_day_text(line.sheet.day), 104),
            Column(tr("Slip"), _slip, 48, number=True),
            Column(tr("Rating"), _grade, 104),
            Column(tr("Why"), lambda line: line.sheet.reason),
            Column(tr("Channel"), lambda line: channel_word(line.sheet.channel), 72),
            Column(tr("Window"), lambda line: line.sheet.window_number, 88),
            Column(tr("Standing"), standing_word, 128),
        ]
    )


def sheet_table(model: SheetModel) -> TableView:
    """Return the view of sheets."""
    table = TableView(model, "surveySheets", tr("Sheets"))
    table.setSelectionMode(TableView.SelectionMode.SingleSelection)
    fit_rows(table)
    return table


def _slip(line: SheetLine) -> str:
    return "" if line.sheet.slip is None else str(line.sheet.slip)


def _grade(line: SheetLine) -> str:
    return "—" if line.sheet.grade is None else grade_word(line.sheet.grade)

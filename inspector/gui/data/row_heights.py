"""Rows of a table that are as high as their longest text, broken into lines."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHeaderView

from inspector.gui.table import TableView
from inspector.gui.theme import HEADER_HEIGHT


def fit_rows(view: TableView) -> None:
    """Break long texts of `view` instead of cutting them, whatever the width of its columns."""
    view.setWordWrap(True)
    rows = view.verticalHeader()
    rows.setMinimumSectionSize(HEADER_HEIGHT)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    again = QTimer(view)  # once after all columns have their new width
    again.setSingleShot(True)
    again.timeout.connect(view.resizeRowsToContents)
    view.horizontalHeader().sectionResized.connect(again.start)

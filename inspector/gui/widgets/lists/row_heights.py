"""Rows of a table that are as high as their longest text, broken into lines."""

from PySide6.QtCore import QRect, Qt, QTimer

from inspector.gui.measures import measures
from inspector.gui.theme import GRID
from inspector.gui.widgets.lists.table import TableView

_SIDES = 4 * GRID  # left and right of a cell's text, as in the theme's sheet
_ABOVE_AND_BELOW = 3 * GRID // 2
_WRAP = Qt.TextFlag.TextWordWrap


def fit_rows(view: TableView) -> None:
    """Break long texts of `view` instead of cutting them, whatever the width of its columns.

    Qt's own resizing to contents does not know of the padding in a style sheet.
    """
    view.setWordWrap(True)
    again = QTimer(view)  # once, after all rows and columns are what they will be
    again.setSingleShot(True)
    again.timeout.connect(lambda: _fit(view))
    view.horizontalHeader().sectionResized.connect(again.start)
    view.model().modelReset.connect(again.start)


def _fit(view: TableView) -> None:
    model, metrics = view.model(), view.fontMetrics()
    shown = [column for column in range(model.columnCount()) if not view.isColumnHidden(column)]
    rooms = {column: QRect(0, 0, view.columnWidth(column) - _SIDES, 10_000) for column in shown}
    for row in range(model.rowCount()):
        texts = ((room, model.index(row, column).data()) for column, room in rooms.items())
        highest = max(metrics.boundingRect(room, _WRAP, text).height() for room, text in texts)
        height = max(measures().table_row, highest + _ABOVE_AND_BELOW)
        if height != view.rowHeight(row):
            view.setRowHeight(row, height)

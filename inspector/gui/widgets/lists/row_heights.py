"""Rows of a table that are as high as their longest text, broken into lines."""

from math import inf
from time import perf_counter

from PySide6.QtCore import QRect, Qt, QTimer

from inspector.gui.jobs.late_painting import paint_later
from inspector.gui.measures import measures
from inspector.gui.theme import GRID
from inspector.gui.widgets.lists.table import TableView

_SIDES = 4 * GRID  # left and right of a cell's text, as in the theme's sheet
_ABOVE_AND_BELOW = 3 * GRID // 2
_WRAP = Qt.TextFlag.TextWordWrap

_PIECE = 40
"""Rows between two keys: more than a screen of them, a few milliseconds."""

_LONGEST = 0.01
"""Seconds behind the first piece: beside a thread that works each row waits for Python's lock."""


def fit_rows(view: TableView) -> None:
    """Break long texts of `view` instead of cutting them, whatever the width of its columns.

    Qt's own resizing to contents does not know of the padding in a style sheet.
    """
    view.setWordWrap(True)
    fitting = _Fitting(view)
    view.horizontalHeader().sectionResized.connect(lambda *_: fitting.begin())
    view.model().modelReset.connect(fitting.begin)


class _Fitting(QTimer):
    """Begins once all rows and columns are what they will be; keys come between its pieces."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view, singleShot=True)
        self._view = view
        self._next = 0  # the first row that is not as high as it will be
        self._heights: dict[tuple[int, str], int] = {}  # by room and text, which many rows share
        self.timeout.connect(self._fit)

    def begin(self) -> None:
        """Begin anew."""
        self._next = 0
        self._heights.clear()
        self.start(0)
        paint_later(self._view)  # not with long texts cut in rows of one line

    def _fit(self) -> None:
        view, model = self._view, self._view.model()
        shown = [each for each in range(model.columnCount()) if not view.isColumnHidden(each)]
        rooms = {column: view.columnWidth(column) - _SIDES for column in shown}
        end = min(self._next + _PIECE, model.rowCount())
        until = perf_counter() + _LONGEST if self._next else inf
        for row in range(self._next, end):
            # Not asked by way of Qt, which gives Python's lock up for each.
            texts = ((room, model.data(model.index(row, column))) for column, room in rooms.items())
            highest = max(self._height(room, text) for room, text in texts)
            height = max(measures().table_row, highest + _ABOVE_AND_BELOW)
            if height != view.rowHeight(row):
                view.setRowHeight(row, height)
            self._next = row + 1
            if perf_counter() > until:
                break
        if self._next < model.rowCount():
            self.start(0)

    def _height(self, room: int, text: str) -> int:
        known = self._heights.get((room, text))
        if known is None:
            whole = QRect(0, 0, room, 10_000)
            known = self._view.fontMetrics().boundingRect(whole, _WRAP, text).height()
            self._heights[room, text] = known
        return known

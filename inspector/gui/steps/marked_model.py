"""Rows of which some are marked: a step is for all of them at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from inspector.domain.finding.urgency import Urgency
from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.translation import tr

CHECK = 0
"""The position of the column of check boxes: which rows are marked."""

CHECK_WIDTH = 36

URGENCY = Qt.ItemDataRole.UserRole
"""The role of how urgent a deadline is, which is painted beside it."""

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Look:
    """What of a cell is not as in every other: the colour and weight of its words, a bar."""

    colour: QColor | None = None
    bold: bool = False
    urgency: Urgency = Urgency.NONE


USUAL = Look()


class MarkedModel(TableModel[Row]):
    """The first column is that of the boxes; marks are kept by identifier."""

    _marks: frozenset[str] = frozenset()
    _all: Sequence[str] | None = None  # marked whole; a set of them is made when it is asked for

    @property
    def ids(self) -> Sequence[str]:
        """What the rows are, in their order."""
        raise NotImplementedError

    def id_at(self, row: int) -> str:
        """Return what a row is, by its position."""
        return self.ids[row]

    @property
    def marks(self) -> frozenset[str]:
        """What is marked. Of ten years' rows the set takes a while: `marked` is how many."""
        if self._all is not None and not self._marks:
            self._marks = frozenset(self._all)
        return self._marks

    @property
    def marked(self) -> int:
        """How many are marked."""
        return len(self._marks) if self._all is None else len(self._all)

    @property
    def are_all_marked(self) -> bool:
        """What is listed was marked whole, and nothing else is marked."""
        return self._all is not None and self._all is self.ids

    def is_marked(self, own: str) -> bool:
        """Tell whether something that is listed is marked."""
        return self.are_all_marked or own in self.marks

    def set_marks(self, ids: Iterable[str]) -> None:
        """Mark these and no others."""
        self._all, self._marks = None, frozenset(ids)
        self._tell_marks()

    def mark_all(self) -> None:
        """Mark all that is listed, none of which is looked at."""
        self._all, self._marks = self.ids, frozenset()
        self._tell_marks()

    def _tell_marks(self) -> None:
        if self.ids:
            last = self.index(len(self.ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def forget_marks(self) -> None:
        """Take off the marks of what is not listed: nobody works on what he does not see."""
        if self._all is not None and self._all == self.ids:
            self._all = self.ids
        elif self.marked:
            self._all, self._marks = None, self.marks & frozenset(self.ids)

    def look(self, row: int, column: int) -> Look:
        """Return what a cell looks like, by position."""
        return USUAL

    @property
    def copied_columns(self) -> Sequence[Column[Row]]:
        """All but the boxes."""
        return self.columns[CHECK + 1 :]

    def check(self, own: str, number: str, role: int) -> object:
        """Return what the box of a line shows and says."""
        is_marked = self.is_marked(own)
        if role == Qt.ItemDataRole.CheckStateRole:
            # PySide would hand the view an object that it does not take for a state.
            return (Qt.CheckState.Checked if is_marked else Qt.CheckState.Unchecked).value
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{number} marked", number=number) if is_marked else number
        return None

"""What is wanted of figures that are still being read: done once they are there, and not before.

To read a year of ten thousand visits takes a second and more; whoever copies its sentence
meanwhile does not wait with the keyboard.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector.gui.jobs.late_painting import do_later
from inspector.gui.session import Session
from inspector.gui.summary.sections.figure_cards import FigureCards
from inspector.gui.summary.summary_query import SummaryQuery
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.summary.summary_board import SummaryBoard

_Act = Callable[[], object]


class AwaitedFigures(QObject):
    """Keeps what was wanted last until it can be done, or is dropped."""

    waits = Signal(bool)
    """Something waits for the figures, or nothing any more."""

    def __init__(self, session: Session, query: SummaryQuery, board: "SummaryBoard") -> None:
        super().__init__(board)
        self._session, self._query, self._board = session, query, board
        self._act: _Act | None = None
        query.told.connect(lambda: do_later(self, self._look))
        query.failed.connect(self.drop)

    def do(self, act: _Act, at: QWidget) -> None:
        """Do something once the figures are there, if one is still at a part of the page then."""
        late = self._query.reads

        def do_there() -> None:
            if not late or at.isVisible():
                act()

        self._do(do_there, tr("It is done as soon as the figures are read."))

    def copy(self, act: _Act, told: str) -> None:
        """Copy something once they are there, and say so."""

        def copy_and_tell() -> None:
            act()
            self._session.told.emit(told, "")

        self._do(copy_and_tell, tr("It is copied as soon as the figures are read."))

    def copy_cards(self, cards: FigureCards) -> None:
        """Copy the key figures once they are there."""
        self.copy(cards.copy, tr("The key figures are on the clipboard."))

    def why_none_to_come(self) -> str:
        """Return why there are no figures, and none are being read either; '' when there are."""
        comes = self._board.figures is None and self._query.reads
        return "" if comes else self._board.why_no_figures()

    def drop(self) -> None:
        """Do it not at all."""
        self._taken()

    def _do(self, act: _Act, said: str = "") -> None:
        if self._query.reads:
            self._act = act
            self._session.hinted.emit(said)
            self.waits.emit(True)
        elif self._board.is_of_before:  # their reading was refused
            self._session.hinted.emit(tr("These figures could not be read."))
        elif why := self._board.why_no_figures():
            self._session.hinted.emit(why)
        else:
            act()

    def _look(self) -> None:
        """Something was read: do what waits, unless more is still to come."""
        if not self._query.reads and (act := self._taken()) is not None:
            self._do(act)

    def _taken(self) -> _Act | None:
        act, self._act = self._act, None
        if act is not None:
            self._session.taken.emit()  # what was said of it is over
            self.waits.emit(False)
        return act

"""汇总, as the rail knows it: its figures are built when they are first looked at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.page_frame import Page
from inspector.gui.session import Session

if TYPE_CHECKING:
    from inspector.gui.summary.summary_board import SummaryBoard


class SummaryPage(Page):
    """The fourth page of the rail. The window opens without the code of it."""

    chapter = "month-end"

    ledger_wanted = Signal(object)
    """A LedgerView."""

    visit_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summaryPage")
        self._session = session
        self._board: SummaryBoard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def board(self) -> "SummaryBoard":
        """The figures."""
        if self._board is None:
            from inspector.gui.summary.summary_board import SummaryBoard

            self._board = SummaryBoard(self._session, self)
            self._board.keys_changed.connect(self.keys_changed)
            self._board.turned.connect(self.turned)
            self._board.row_changed.connect(self.row_changed)
            self._board.ledger_wanted.connect(self.ledger_wanted)
            self._board.visit_wanted.connect(self.visit_wanted)
            self._column.addWidget(self._board)
            self._board.show()  # at once: the next key is for it
        return self._board

    def tables(self) -> Sequence[CommandTable]:
        return self.board.tables()

    def get_ready(self) -> None:
        self.board.draw()

    def enter(self) -> None:
        self.board.enter()

"""汇总, as the rail knows it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.page_frame import Page
from inspector.gui.session import Session
from inspector.gui.summary.summary_board import SummaryBoard


class SummaryPage(Page):
    """The fourth page of the rail: its figures, `board`."""

    chapter = "month-end"

    ledger_wanted = Signal(object)
    """A LedgerView."""

    visit_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summaryPage")
        self.board = SummaryBoard(session, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board)

    def build(self) -> Iterator[None]:
        yield from self.board.build()
        self.board.keys_changed.connect(self.keys_changed)
        self.board.turned.connect(self.turned)
        self.board.row_changed.connect(self.row_changed)
        self.board.ledger_wanted.connect(self.ledger_wanted)
        self.board.visit_wanted.connect(self.visit_wanted)

    def tables(self) -> Sequence[CommandTable]:
        return self.board.tables()

    def get_ready(self) -> Iterator[None]:
        self.board.draw()
        yield

    def enter(self) -> None:
        self.board.enter()

"""The table of the ledger: what it is ordered by, and its columns."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent

from inspector.domain.finding.ledger import LedgerOrder
from inspector.gui.rectify.ledger.column_layout import ColumnLayout
from inspector.gui.rectify.ledger.ledger_columns import PROBLEM, PlacedColumn
from inspector.gui.rectify.ledger.ledger_copying import LedgerCopying
from inspector.gui.rectify.ledger.ledger_model import COLOURED, LedgerModel
from inspector.gui.session import Session
from inspector.gui.steps.mark_table import MarkTable
from inspector.translation import tr


class LedgerTable(MarkTable):
    """Findings; a click on a head orders them."""

    order_wanted = Signal(object)

    _is_made = False

    def __init__(
        self, model: LedgerModel, places: Sequence[PlacedColumn], session: Session
    ) -> None:
        coloured = [at for at, place in enumerate(places) if place.by in COLOURED]
        super().__init__(model, "ledger", tr("Ledger"), PROBLEM, coloured)
        self.ledger = model
        self._places = places
        self._copying = LedgerCopying(session, model)
        self.horizontalHeader().sectionClicked.connect(self._on_header)
        self.columns = ColumnLayout(self, places, session)
        self._is_made = True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._is_made:  # another hand
            self.columns.make_room()
            self.box.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_made:
            self.columns.make_room()
            self.box.fit()

    def copy_rows(self) -> None:
        self._copying.copy(self.subjects())

    def begin_with(self, ids: Sequence[str]) -> None:
        """Show the first of other findings, from the top, while the others are being read."""
        self.ledger.show_first(ids)
        self.forget_range()
        self.selectRow(0)

    def show_order(self, order: LedgerOrder) -> None:
        """Show in the head what the rows are ordered by; that column is always in sight."""
        self.ledger.show_order(order)
        self.columns.show_order(order.column)

    def _on_header(self, section: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if by := self._places[section].by:
            self.order_wanted.emit(by)

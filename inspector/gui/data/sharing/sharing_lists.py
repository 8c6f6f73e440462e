"""The lists of 共享: laptops that are known, bundles that came, bundles that were handed on."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from inspector.domain.sharing.laptop import Contact, Laptop
from inspector.gui.data.sharing.bundle_rows import ReceivedModel, sent_model
from inspector.gui.data.sharing.contact_rows import contact_model
from inspector.gui.theme import GRID
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.stacked import stack
from inspector.gui.widgets.tab_row import TabRow
from inspector.storage.sharing.received_bundles import ReceivedBundle
from inspector.storage.sharing.sent_store import SentBundle
from inspector.translation import tr

CONTACTS, RECEIVED, SENT = range(3)


class SharingLists(QWidget):
    """A row of tabs, and the list of the one in front, or what to do where it is empty."""

    chosen = Signal()
    """Another list or row is in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contacts, self.received, self.sent = contact_model(), ReceivedModel(), sent_model()
        self._stack = inside = QStackedWidget(self)
        self.tables = (
            TableView(self.contacts, "laptops", tr("Other laptops"), inside),
            TableView(self.received, "receivedBundles", tr("Bundles that came"), inside),
            TableView(self.sent, "sentBundles", tr("Bundles that were handed on"), inside),
        )
        self.tabs = TabRow(
            (
                ("listLaptops", tr("Other laptops")),
                ("listReceived", tr("Came")),
                ("listSent", tr("Handed on")),
            ),
            tr("What is listed"),
        )
        for table in self.tables:
            table.setSelectionMode(TableView.SelectionMode.SingleSelection)
            fit_rows(table)
            self._stack.addWidget(table)
            table.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())
        self._notes: list[EmptyNote] = []
        row = stack(None, (self.tabs,), margin=(GRID // 2, 0, GRID // 2, 0), across=True)
        row.addStretch(1)
        stack(self, (row, hairline(), (self._stack, 1)))
        self.tabs.chosen.connect(lambda _: self._turn())

    def give(self, take_in: QPushButton, share: QPushButton) -> None:
        """Put buttons where a list is empty."""
        for title, text, buttons in (
            (
                tr("No other laptop is known yet"),
                tr("One appears here with the first bundle that comes from it."),
                (take_in,),
            ),
            (tr("No bundle came yet"), tr("Those that are taken in are listed here."), ()),
            (
                tr("Nothing was handed on yet"),
                tr("What was sealed here, and what became of it, goes to others as a file."),
                (share,),
            ),
        ):
            note = EmptyNote(title, text, buttons)
            self._notes.append(note)
            self._stack.addWidget(note)
        self._turn()

    def show_rows(
        self,
        contacts: Sequence[Contact],
        received: Sequence[ReceivedBundle],
        sent: Sequence[SentBundle],
        laptops: Mapping[str, Laptop],
    ) -> None:
        """List these; the row in front stays, by its place."""
        rows = [max(table.currentIndex().row(), 0) for table in self.tables]
        self.received.laptops = laptops
        self.contacts.set_rows(contacts)
        self.received.set_rows(received)
        self.sent.set_rows(sent)
        for table, row in zip(self.tables, rows, strict=True):
            if count := table.model().rowCount():
                table.selectRow(min(row, count - 1))
        self._turn()

    @property
    def table(self) -> TableView:
        """The list in front."""
        return self.tables[self.tabs.current]

    @property
    def is_empty(self) -> bool:
        """Nothing is in the list in front."""
        return self.table.model().rowCount() == 0

    @property
    def contact(self) -> Contact | None:
        """The laptop in front; None where another list is, or none."""
        row = self.tables[CONTACTS].currentIndex().row()
        if self.tabs.current != CONTACTS or not 0 <= row < self.contacts.rowCount():
            return None
        return self.contacts.row_at(row)

    def _turn(self) -> None:
        at = self.tabs.current
        if self._notes:
            self._stack.setCurrentWidget(self._notes[at] if self.is_empty else self.tables[at])
        self.chosen.emit()

"""The packs on the left, the chosen one on the right, and the line that copies it."""

from functools import cached_property

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from inspector.domain.checklist.checklist import Pack
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.checklists.copy_line import CopyLine
from inspector.gui.data.checklists.pack_faults import PackFaults
from inspector.gui.data.checklists.pack_model import COUNT_COLUMN, pack_model
from inspector.gui.data.checklists.pack_sentences import fault_lines
from inspector.gui.data.checklists.pack_view import PackView
from inspector.gui.measures import sized
from inspector.gui.session import Session
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr

WIDE = 1000
"""Pixels from which the list of packs has the width it wants."""

_LIST_WIDTH = 280
_NARROW_LIST = 232
_LEAST_LIST, _LOW = 216, 680
"""Pixels of the list on a page of fewer than so many."""


class PackBrowser(QWidget):
    """Reads the packs of the workspace; the keyboard begins in their list."""

    keys_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._versions: dict[str, list[str]] = {}
        self._model = pack_model()
        self.packs = TableView(self._model, "packs", tr("Checklists"), self)
        self.packs.setSelectionMode(TableView.SelectionMode.SingleSelection)
        fit_rows(self.packs)
        self.view = PackView(session, self)
        self._faults = PackFaults(self)
        row = stack(None, (self.packs, (self.view, 1)), across=True)
        stack(self, (self._faults, (row, 1)))
        self.packs.selectionModel().currentRowChanged.connect(self._show_pack)
        self.packs.opened.connect(lambda _: self.view.items.setFocus())
        self.view.keys_changed.connect(self.keys_changed)

    @cached_property
    def _copy_line(self) -> CopyLine:
        made = CopyLine(self)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(1, made)  # below what is said of faults
        made.confirmed.connect(self._make_copy)
        made.left.connect(self._close_line)
        return made

    @property
    def _names_copy(self) -> bool:
        """It is asked what a copy shall be called."""
        return "_copy_line" in self.__dict__ and not self._copy_line.isHidden()

    @property
    def chosen(self) -> Pack | None:
        """The pack in front."""
        index = self.packs.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    @property
    def count(self) -> int:
        """How many packs there are."""
        return self._model.rowCount()

    def redraw(self) -> None:
        """Read the packs again; the chosen one stays chosen."""
        before, packs = self.chosen, self._session.workspace.packs
        self._versions.clear()
        self._model.set_rows(packs.all())
        self._faults.show_faults(fault_lines(packs.faulty))
        self.choose(before.id if before else "")

    def choose(self, pack_id: str) -> None:
        """Choose a pack, or the first where there is no such pack."""
        ids = [self._model.row_at(row).id for row in range(self.count)]
        if ids:
            self.packs.selectRow(ids.index(pack_id) if pack_id in ids else 0)
        else:
            self.view.show_pack(None)

    @property
    def form(self) -> CommandTable | None:
        """The commands of what is filled in; None: the packs are read."""
        if self.view.strip.is_open:
            return self.view.strip.form.commands
        return self._copy_line.commands if self._names_copy else None

    def take_focus(self) -> None:
        """Give the keyboard to what is filled in, else to the packs."""
        if self.view.strip.is_open:
            self.view.strip.form.take_focus()
        elif self._names_copy:
            self._copy_line.take_focus()
        else:
            self.packs.setFocus()

    def ask_for_title(self) -> None:
        """Ask what a copy of the chosen pack shall be called."""
        pack = self.chosen
        if pack is not None:
            self._copy_line.ask(pack.title)
            self.keys_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= sized(WIDE)
        narrow = _NARROW_LIST if self.width() >= sized(_LOW) else _LEAST_LIST
        self.packs.setFixedWidth(sized(_LIST_WIDTH if wide else narrow))
        self.packs.setColumnHidden(COUNT_COLUMN, not wide)

    def _make_copy(self, title: str) -> None:
        pack, packs = self.chosen, self._session.workspace.packs
        if pack is None:
            return
        result = self._session.attempt(lambda: packs.copy(pack.id, title))
        if result is None:
            return
        self.choose(result[0].id)
        self._close_line()
        self._session.told.emit(
            tr("“{title}” is ready to be edited, here or as a workbook.", title=title), ""
        )

    def _close_line(self) -> None:
        self._copy_line.hide()
        self.packs.setFocus()
        self.keys_changed.emit()

    def _show_pack(self, index: QModelIndex) -> None:
        if not index.isValid():
            self.view.show_pack(None)
            return
        pack, workspace = self._model.row_at(index.row()), self._session.workspace
        sites, overrides = workspace.rosters.sites(), workspace.overrides
        self.view.filter.offer_sites(sites, overrides.counts(pack))
        if pack.id not in self._versions:
            known = workspace.packs.versions(pack.id)
            self._versions[pack.id] = [each.version for each in known]
        self.view.show_pack(pack, [v for v in self._versions[pack.id] if v != pack.version])

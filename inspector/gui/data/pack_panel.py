"""检查表: the packs one can inspect with, what is wrong with others, importing one."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.domain.checklist import Pack
from inspector.domain.errors import FaultyFileError
from inspector.gui.data.file_choice import folder_to_read
from inspector.gui.data.pack_model import COUNT_COLUMN, pack_model
from inspector.gui.data.pack_view import PackView
from inspector.gui.data.panel import Panel, key_button, table_keys
from inspector.gui.data.row_heights import fit_rows
from inspector.gui.data.text_box import TextBox
from inspector.gui.key_line import Keys
from inspector.gui.labels import hairline, label
from inspector.gui.session import Session
from inspector.gui.table import TableView
from inspector.gui.theme import GRID
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.sentences import problem_sentences

WIDE = 1000
"""Pixels from which the list of packs has the width it wants."""

_LIST_WIDTH = 280
_NARROW_LIST = 232


class PackPanel(Panel):
    """The packs on the left, the chosen one on the right."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._model = pack_model()
        self._packs = TableView(self._model, "packs", tr("Checklists"))
        self._packs.setSelectionMode(TableView.SelectionMode.SingleSelection)
        fit_rows(self._packs)
        self._view = PackView()
        self._faults = _Faults()
        self._import = key_button(tr("Import checklists…"), "Ctrl+O", "importPack", "primary")
        self.head_buttons = (self._import,)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._packs)
        row.addWidget(self._view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._faults)
        column.addLayout(row, 1)
        self._import.clicked.connect(self.open_file)
        self._packs.selectionModel().currentRowChanged.connect(self._show_pack)
        self._packs.opened.connect(lambda _: self._view.items.setFocus())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        self._packs.setFixedWidth(_LIST_WIDTH if wide else _NARROW_LIST)
        self._packs.setColumnHidden(COUNT_COLUMN, not wide)

    # What the page asks

    def concerns(self, changes: Changes) -> bool:
        return changes.packs

    def redraw(self) -> None:
        before = self._chosen()
        packs = self.session.workspace.packs.all()
        self._faults.show_faults(
            [
                line
                for error in self.session.workspace.packs.faulty
                for line in (_fault(error), *(f"    {p}" for p in problem_sentences(error)))
            ]
        )
        self._model.set_rows(packs)
        self._choose(before.id if before else "")

    @property
    def subtitle(self) -> str:
        return tr("{count} sets of checklists", count=self._model.rowCount())

    def keys(self) -> Keys:
        return (("Ctrl+O", tr("Import checklists…")), ("/", tr("Find")))

    def all_keys(self) -> Keys:
        return (*self.keys(), ("↵", tr("To the items")), *table_keys())

    def enter(self) -> None:
        self.draw()
        self._packs.setFocus()

    def open_file(self) -> None:
        folder = folder_to_read(self, tr("Import checklists: choose the folder with pack.toml"))
        if folder is None:
            return
        packs = self.session.workspace.packs
        preview = self.session.attempt(lambda: packs.preview(folder))
        if preview is None:
            return
        pack = preview.pack
        if self.session.attempt(lambda: packs.take_in(pack)) is None:
            return
        self._choose(pack.id)
        self._packs.setFocus()
        self.session.told.emit(_told(pack, packs.get(pack.id)), "")

    def go_to_search(self) -> None:
        self._view.search.setFocus()
        self._view.search.selectAll()

    def _chosen(self) -> Pack | None:
        index = self._packs.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    def _choose(self, pack_id: str) -> None:
        """Choose a pack, or the first where there is no such pack."""
        ids = [self._model.row_at(row).id for row in range(self._model.rowCount())]
        if ids:
            self._packs.selectRow(ids.index(pack_id) if pack_id in ids else 0)
        else:
            self._view.show_pack(None)

    def _show_pack(self, index: QModelIndex) -> None:
        self._view.show_pack(self._model.row_at(index.row()) if index.isValid() else None)


class _Faults(QWidget):
    """What is wrong with packs that cannot be used; hidden while there is nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lines = TextBox("packFaults", tr("Checklists that cannot be used"))
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(label("✗", "deducted"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._lines, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline())

    def show_faults(self, lines: list[str]) -> None:
        """Show these lines, or nothing."""
        self._lines.set_text("\n".join(lines))
        self.setVisible(bool(lines))


def _fault(error: FaultyFileError) -> str:
    return tr(
        "“{name}” cannot be used: {count} problems", name=error.name, count=len(error.problems)
    )


def _told(imported: Pack, in_use: Pack) -> str:
    if imported.version != in_use.version:
        return tr(
            "“{title}” {version} was imported; the newer {newer} stays in use.",
            title=imported.title,
            version=imported.version,
            newer=in_use.version,
        )
    return tr(
        "“{title}” {version} was imported: {count} items.",
        title=imported.title,
        version=imported.version,
        count=sum(1 for _ in imported.items()),
    )

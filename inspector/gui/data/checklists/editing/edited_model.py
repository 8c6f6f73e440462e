"""The items of a category while they are edited: in their order, those that are off struck out."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.translation import tr
from inspector.workspace.packs.pack_edit import FULL, EditedItem

MARK_COLUMN, TEXT_COLUMN = 0, 1


class EditedModel(TableModel[EditedItem]):
    """`is_wrong` tells of which items something is wrong."""

    moved: Collection[str] = ()
    """The ids of the items that stand elsewhere than before."""

    def __init__(self, is_wrong: Callable[[EditedItem], bool]) -> None:
        def mark(item: EditedItem) -> str:
            if item.off:
                return tr("Off")
            if is_wrong(item):
                return tr("! Check")
            if item.was is None:
                return tr("New")
            if item.typed != item.was:
                return tr("Edited, moved") if item.id in self.moved else tr("Edited")
            return tr("Moved") if item.id in self.moved else ""

        super().__init__(
            [
                Column(tr("State"), mark, 104),
                Column(tr("Item"), lambda item: item.text or tr("(not written yet)")),
                Column(tr("Points"), lambda item: item.typed.get(FULL, ""), 64, number=True),
            ]
        )

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.FontRole and index.column() != MARK_COLUMN:
            font = QFont()
            font.setStrikeOut(self.row_at(index.row()).off)
            return font
        return super().data(index, role)

    @property
    def is_marked(self) -> bool:
        """Any item has something to be said of: its column is worth its room."""
        mark = self.columns[MARK_COLUMN].text
        return any(mark(self.row_at(row)) for row in range(self.rowCount()))

    def refresh(self) -> None:
        """Show what is typed now; the same rows stay."""
        if not self.rowCount():
            return
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

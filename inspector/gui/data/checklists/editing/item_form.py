"""The form of an item beside the list: the fields that its kind of rule has, and no others."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from inspector.domain.checklist.item_fields import every_field
from inspector.domain.checklist.schema_fields import Key
from inspector.domain.faults import Problem
from inspector.gui.data.checklists.editing.item_field import ItemField
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.stacked import surface
from inspector.translation import tr
from inspector.workspace.packs.edit_words import is_missing, wrong_text
from inspector.workspace.packs.pack_edit import ID, TEXT, EditedItem


class ItemForm(QScrollArea):
    """Scrolls where the window is low; what is typed is told at once."""

    typed = Signal(tuple, str)
    """Into the field of this key."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("itemForm")
        self.setAccessibleName(tr("The chosen item"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._kinds: Sequence[str] = ()
        self._shown: tuple[Key, ...] = ()
        self._number = label("", "secondary")
        self._number.setObjectName("itemNumber")
        self._inside = inside = surface()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID)
        for side in (0, 1):
            self._grid.setColumnStretch(side, 1)
        column.addWidget(self._number)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.fields = {
            key: ItemField(key, field) for key, field in every_field().items() if key != ID
        }
        for key, each in self.fields.items():
            each.setParent(inside)
            each.hide()
            each.typed.connect(lambda text, key=key: self.typed.emit(key, text))
        self.setWidget(inside)

    def offer_kinds(self, titles: Sequence[str]) -> None:
        """Offer the window kinds of a pack."""
        self._kinds = titles
        for each in self.fields.values():
            each.offer_kinds(titles)

    def show_any(self, any_item: bool) -> None:
        """Show the fields, or nothing where there is no item."""
        self._inside.setVisible(any_item)

    def show_item(self, item: EditedItem, keys: Sequence[Key]) -> None:
        """Show what is typed of an item in the fields of these keys."""
        number = tr("Number {number}", number=item.id)
        new = tr("{number} (new)", number=number) if item.was is None else number
        self._number.setText(
            tr("{number} · no longer asked in the new version", number=new) if item.off else new
        )
        for key in keys:
            if key != ID:
                self.fields[key].show_text(item.typed.get(key, ""))
        self._lay_out(tuple(key for key in keys if key != ID))

    def show_faults(self, item: EditedItem, wrong: Sequence[tuple[Key, Problem]]) -> None:
        """Say beside each field what is wrong with it."""
        first: Mapping[Key, Problem] = dict(reversed(wrong))
        for key in self._shown:
            problem = first.get(key)
            typed = item.typed.get(key, "")
            said = wrong_text(key, problem, typed, self._kinds) if problem else ""
            self.fields[key].show_fault(said, problem is not None and is_missing(problem))

    def go_to(self, key: Key = TEXT) -> None:
        """Give the keyboard to a field, and show it."""
        field = self.fields[key]
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(field)

    def _lay_out(self, keys: tuple[Key, ...]) -> None:
        """Put the fields below each other, short ones side by side."""
        if keys == self._shown:
            return
        for key in self._shown:
            self._grid.removeWidget(self.fields[key])
            if key not in keys:
                self.fields[key].hide()
        self._shown = keys
        row = column = 0
        before: QWidget | None = None
        for key in keys:
            field = self.fields[key]
            if field.is_wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(field, row, column, 1, 2 if field.is_wide else 1)
            row, column = (row, 1) if not field.is_wide and not column else (row + 1, 0)
            field.show()
            if before is not None:
                self.setTabOrder(before, field.editor)
            before = field.editor

"""Fields below each other, made of the entries of a schema: those of an item, or of a head."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from inspector.domain.checklist.schema_fields import Field, Key
from inspector.gui.data.checklists.editing.item_field import ItemField
from inspector.gui.data.checklists.editing.rows_edit import RowsEdit
from inspector.gui.measures import sized
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import button
from inspector.gui.widgets.stacked import surface
from inspector.translation import tr
from inspector.workspace.packs.typed_fields import is_filled

FOUR_FROM = 560
"""Pixels from which there is room for four fields side by side."""


class FieldForm(QScrollArea):
    """Scrolls where the window is low; what is typed is told at once."""

    typed = Signal(tuple, str)
    """Into the field of this key."""

    def __init__(
        self,
        name: str,
        title: str,
        about: str,
        fields: Mapping[Key, Field],
        head: QLabel,
        wide: Collection[Key] = (),
        half: Collection[Key] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`about` and `wide` are as in ItemField; `head` stands above the fields.

        A number, tick or word takes one of four columns, what else is short two, as does what
        is in `half`, however long it may be. Where four have no room there are two.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[Key, ...] = ()
        self._rare = {key for key, each in fields.items() if each.rare}
        self._declared = fields
        self._last: tuple[Sequence[Key], Mapping[Key, str], Mapping[Key, str] | None] | None = None
        self._more = button("", f"{name}-more", "flat")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._turn)
        self._turn(False)
        self._columns, self._half = 4, half
        self._inside = inside = surface()
        self.setWidget(inside)  # before there is anything in it that Qt would dress once more
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID)
        self._stretch()
        column.addWidget(head)
        column.addLayout(self._grid)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.fields: dict[Key, ItemField] = {}
        self.pieces = self._make_fields(about, wide)
        """Makes a field each time; all are made before one is shown."""

    def _make_fields(self, about: str, wide: Collection[Key]) -> Iterator[None]:
        for key, each in self._declared.items():
            made = ItemField(key, each, about, key in wide, self._inside)
            made.hide()
            made.typed.connect(lambda text, key=key: self.typed.emit(key, text))
            self.fields[key] = made
            yield

    def show_texts(
        self, keys: Sequence[Key], typed: Mapping[Key, str], was: Mapping[Key, str] | None
    ) -> None:
        """Show what is typed into the fields of these keys, what differs from before marked."""
        self._last = (keys, typed, was)
        for key in keys:
            self.fields[key].show_text(typed.get(key, ""))
        self._lay_out(tuple(key for key in keys if self._is_shown(key, typed)))
        self._more.setVisible(any(key in self._rare for key in keys))
        self.mark(was)

    def mark(self, was: Mapping[Key, str] | None) -> None:
        """Mark the fields in which something else was; None: there was nothing."""
        for key in self._shown:
            self.fields[key].show_change(None if was is None else was.get(key, ""))

    def go_to(self, key: Key, row: int = 0) -> None:
        """Give the keyboard to a field, and show it."""
        field = self.fields[key]
        if key not in self._shown:
            self._more.setChecked(True)
        field.take_focus(row)
        self.ensureWidgetVisible(field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        columns = 4 if self.width() >= sized(FOUR_FROM) else 2
        if columns != self._columns:
            self._columns = columns
            self._stretch()
            shown, self._shown = self._shown, ()
            for key in shown:
                self._grid.removeWidget(self.fields[key])
            self._lay_out(shown)
        super().resizeEvent(event)

    def _stretch(self) -> None:
        for side in range(4):
            self._grid.setColumnStretch(side, int(side < self._columns))

    def _is_shown(self, key: Key, typed: Mapping[Key, str]) -> bool:
        """A rare field is shown where it says something, is written in, or was asked for."""
        if key not in self._rare or self._more.isChecked():
            return True
        editor = self.fields[key].editor
        return is_filled(key, self._declared[key], typed) or editor.hasFocus()

    def _turn(self, more: bool) -> None:
        words = tr("Fewer fields") if more else tr("More fields")
        self._more.setText(f"{words} {'▴' if more else '▾'}")
        self._more.setAccessibleName(words)
        if self._last is not None:
            self.show_texts(*self._last)

    def _span(self, field: ItemField) -> int:
        if field.key in self._half:
            return self._columns // 2
        if field.is_wide:
            return self._columns
        return 1 if field.is_short else self._columns // 2

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
        is_table = False
        for key in keys:
            field = self.fields[key]
            span = self._span(field)
            begins = is_table != isinstance(field.editor, RowsEdit)
            if column and (column + span > self._columns or begins):
                row, column = row + 1, 0
            is_table = isinstance(field.editor, RowsEdit)
            self._grid.addWidget(field, row, column, 1, span)
            column += span
            field.show()
            if before is not None and not isinstance(field.editor, RowsEdit):
                self.setTabOrder(before, field.editor)
            if not isinstance(field.editor, RowsEdit):
                before = field.editor

"""A short table of the head of a pack, a line for each row: its grades, its window kinds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QWidget

from inspector.domain.checklist.schema_fields import Record
from inspector.domain.checklist.value_kinds import Flag, Points, Texts, Whole
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.labels import button, label
from inspector.gui.widgets.note_edit import LineEdit
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.packs.typed_fields import CELL, YES

_NUMBER_WIDTH, _NAME_WIDTH = 96, 160


class RowsEdit(QWidget):
    """Its columns are the fields of a record; the id of a row is kept and not shown.

    Enter goes to the row below, a new one behind the last; a row that is left blank is none.
    """

    changed = Signal()

    def __init__(self, record: Record, name: str, title: str) -> None:
        super().__init__()
        self._name, self._record = name, record
        self._shown = [at for at, field in enumerate(record.fields) if field.key != "id"]
        self._ids: list[str] = []
        self._rows: list[list[LineEdit | QCheckBox]] = []
        self._others: list[QPushButton] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._heads: list[QLabel] = []
        for column, at in enumerate(self._shown):
            head = label(tr(record.fields[at].said.english), "small")
            self._heads.append(head)
            self._grid.addWidget(head, 0, column)
            if isinstance(record.fields[at].kind, Texts):
                self._grid.setColumnStretch(column, 1)
        self._grid.setColumnStretch(len(self._shown) + 1, 0 if self._stretches else 1)
        self._add = button(tr("Add a row"), f"{name}-add")
        self._add.clicked.connect(lambda: self._begin_row(0))
        foot = stack(None, (self._add,), across=True)
        foot.addStretch(1)
        stack(self, (self._grid, foot), spacing=GRID // 2)
        self.setAccessibleName(title)

    @property
    def _stretches(self) -> bool:
        return any(isinstance(self._record.fields[at].kind, Texts) for at in self._shown)

    def text(self) -> str:
        """Return the rows, a line each, their cells as `typed_fields` reads them."""
        return "\n".join(self._line(row) for row in range(len(self._rows)))

    def show_text(self, text: str) -> None:
        """Show other rows, without saying that they were typed here."""
        lines = [line.split(CELL) for line in text.split("\n")] if text else []
        while len(self._rows) > len(lines):
            self._drop(len(self._rows) - 1)
        while len(self._rows) < len(lines):
            self._append()
        self._show_heads()
        for row, cells in enumerate(lines):
            cells += [""] * (len(self._record.fields) - len(cells))
            own = [at for at in range(len(cells)) if at not in self._shown]
            self._ids[row] = cells[own[0]] if own else ""
            for cell, at in zip(self._rows[row], self._shown, strict=True):
                _show(cell, cells[at])

    def take_focus(self, row: int) -> None:
        """Give the keyboard to a row; without any, to the button that adds one."""
        if self._rows:
            self._rows[min(row, len(self._rows) - 1)][0].setFocus()
        else:
            self._add.setFocus()

    def _line(self, row: int) -> str:
        shown = dict(zip(self._shown, self._rows[row], strict=True))
        return CELL.join(
            _text(shown[at]) if at in shown else self._ids[row]
            for at in range(len(self._record.fields))
        )

    def _append(self) -> None:
        row = len(self._rows)
        lines: list[LineEdit | QCheckBox] = []
        for column, at in enumerate(self._shown):
            field = self._record.fields[at]
            title = tr("{field}, row {row}", field=tr(field.said.english), row=row + 1)
            if isinstance(field.kind, Flag):
                tick = QCheckBox()
                tick.setObjectName(f"{self._name}-{field.key}-{row + 1}")
                tick.setAccessibleName(title)
                tick.toggled.connect(self.changed)
                self._grid.addWidget(tick, row + 1, column, Qt.AlignmentFlag.AlignCenter)
                lines.append(tick)
                continue
            line = LineEdit(f"{self._name}-{field.key}-{row + 1}", title)
            if isinstance(field.kind, Points | Whole):
                fix_width(line, _NUMBER_WIDTH)
                line.setAlignment(Qt.AlignmentFlag.AlignRight)
            elif not isinstance(field.kind, Texts):
                fix_width(line, _NAME_WIDTH)
            line.textChanged.connect(self.changed)
            line.returnPressed.connect(lambda column=column, row=row: self._go_below(row, column))
            self._grid.addWidget(line, row + 1, column)
            lines.append(line)
        off = button(tr("Remove"), f"{self._name}-remove-{row + 1}")
        off.setAccessibleName(tr("Remove row {row}", row=row + 1))
        off.clicked.connect(lambda _, row=row: self._remove(row))
        self._grid.addWidget(off, row + 1, len(self._shown))
        self._rows.append(lines)
        self._others.append(off)
        self._ids.append("")

    def _show_heads(self) -> None:
        for head in self._heads:
            head.setVisible(bool(self._rows))

    def _drop(self, row: int) -> None:
        for each in (*self._rows.pop(row), self._others.pop(row)):
            self._grid.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._ids.pop(row)

    def _remove(self, row: int) -> None:
        lines = self.text().split("\n")
        self._add.setFocus()  # the button that was pressed may go
        self.show_text("\n".join([*lines[:row], *lines[row + 1 :]]))
        self.changed.emit()

    def _begin_row(self, column: int) -> None:
        self._append()
        self._show_heads()
        for each in self._rows[-1]:
            each.show()  # at once: what is not seen does not take the keyboard
        self._rows[-1][column].setFocus()
        self.changed.emit()

    def _go_below(self, row: int, column: int) -> None:
        if row + 1 == len(self._rows):
            self._begin_row(0)
        else:
            below = self._rows[row + 1][column]
            below.setFocus()
            if isinstance(below, LineEdit):
                below.selectAll()


def _text(cell: LineEdit | QCheckBox) -> str:
    if isinstance(cell, QCheckBox):
        return YES if cell.isChecked() else ""
    return cell.text()


def _show(cell: LineEdit | QCheckBox, text: str) -> None:
    cell.blockSignals(True)
    if isinstance(cell, QCheckBox):
        cell.setChecked(text == YES)
    else:
        cell.setText(text)
        cell.setCursorPosition(0)
    cell.blockSignals(False)

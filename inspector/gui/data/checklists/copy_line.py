"""The line that asks what a copied pack shall be called."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.theme import GRID
from inspector.gui.widgets.fields.text_limit import NAME
from inspector.gui.widgets.labels import hairline, label
from inspector.gui.widgets.note_edit import LineEdit
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr


class CopyLine(QWidget):
    """Hidden until it asks; Enter keeps, Esc leaves everything as it is."""

    confirmed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(area=self)
        self._name = LineEdit("copyTitle", tr("Name of our own checklist"), NAME)
        self._name.setMaximumWidth(360)
        self.commands = CommandTable(self)
        save, cancel = self.commands.add_answers(
            (tr("Save"), lambda: self.confirmed.emit(self._name.text().strip())),
            (tr("Cancel"), self.left.emit),
        )
        save.set_why_not(self._why_not_save)
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(label(tr("Name of our own checklist"), "secondary"))
        row.addWidget(self._name, 1)
        row.addWidget(command_button(save, "confirmCopy", steady=True))
        row.addWidget(command_button(cancel, "cancelCopy"))
        row.addStretch(1)
        stack(self, (row, hairline()))
        self._name.textChanged.connect(self.commands.look_again)
        self.hide()

    def _why_not_save(self) -> str:
        return "" if self._name.text().strip() else tr("Write a name for it first.")

    def ask(self, title: str) -> None:
        """Ask for a name; that of the pack it is copied from begins it."""
        self._name.setText(tr("{title} (our own)", title=title))
        self.show()
        self.take_focus()
        self._name.selectAll()

    def take_focus(self) -> None:
        """Go on with the name."""
        self._name.setFocus()

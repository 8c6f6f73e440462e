"""The line in which this laptop gets its name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from inspector.domain.sharing.laptop import LONGEST_NAME
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.editor_draft import Field
from inspector.gui.theme import GRID
from inspector.gui.widgets.fields.text_limit import TextLimit
from inspector.gui.widgets.labels import hairline, label
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr


class NameForm(QWidget):
    """Enter keeps `name`, Esc leaves it."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(area=self)
        title = tr("What others call this laptop")
        self._name = QLineEdit()
        self._name.setObjectName("laptopName")
        self._name.setAccessibleName(title)
        TextLimit(self._name, LONGEST_NAME)
        self.commands = CommandTable(self)
        keep, leave = self.commands.add_answers(
            (tr("Save"), self.confirmed.emit), (tr("Cancel"), self.left.emit)
        )
        named = stack(None, (label(title, "secondary"), self._name), spacing=GRID // 2)
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addLayout(named, 1)
        for made in (
            command_button(leave, "cancelLaptopName"),
            command_button(keep, "saveLaptopName", "primary"),
        ):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        stack(self, (hairline(), row))
        self.hide()

    @property
    def drafted(self) -> dict[str, Field]:
        """What is filled in, by name."""
        return {"name": self._name}

    @property
    def name(self) -> str:
        """What is written."""
        return self._name.text()

    def open_for(self, name: str) -> None:
        """Begin with a name, chosen as a whole."""
        self._name.setText(name)
        self.show()
        self.take_focus()

    def take_focus(self) -> None:
        """Take the keyboard, as when it was opened."""
        self._name.setFocus(Qt.FocusReason.TabFocusReason)
        self._name.selectAll()

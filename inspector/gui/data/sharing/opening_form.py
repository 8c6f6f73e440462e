"""The line for the passphrase of a bundle that came locked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.theme import GRID
from inspector.gui.widgets.fields.secret_field import SecretField
from inspector.gui.widgets.labels import breakable, hairline, label, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr

_MOST_FIELD = 240
"""Pixels."""


class OpeningForm(QWidget):
    """Hidden until it asks; what was typed is forgotten with the answer."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(area=self)
        self._said = wrapped()
        self._said.setObjectName("openingSaid")
        self._secret = SecretField("bundlePassphrase", tr("Passphrase of the bundle"))
        self._secret.setMaximumWidth(_MOST_FIELD)
        self.commands = CommandTable(self)
        done, leave = self.commands.add_answers(
            (tr("OK"), self._confirm), (tr("Cancel"), self.left.emit)
        )
        title = label(self._secret.accessibleName(), "secondary")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        self._secret.setMinimumWidth(_MOST_FIELD)
        row.addLayout(stack(None, (title, self._secret), spacing=GRID // 2))
        row.addStretch(1)
        for made in (
            command_button(leave, "cancelOpening"),
            command_button(done, "openBundle", "primary"),
        ):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        inside = stack(
            None, (self._said, row), margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=GRID
        )
        stack(self, (hairline(), inside))
        self.hide()

    @property
    def passphrase(self) -> str:
        """What is typed."""
        return self._secret.text()

    def ask(self, said: str) -> None:
        """Ask for the passphrase, saying why."""
        self._said.setText(breakable(said))
        self._secret.clear()
        self.show()
        self.take_focus()

    def take_focus(self) -> None:
        """Take the keyboard."""
        self._secret.setFocus(Qt.FocusReason.TabFocusReason)

    def stop(self) -> None:
        """Put it away; nothing that was typed stays."""
        self._secret.clear()
        self.hide()

    def _confirm(self) -> None:
        if self.passphrase:
            self.confirmed.emit()
        else:
            self.take_focus()

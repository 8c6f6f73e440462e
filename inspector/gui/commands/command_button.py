"""A button that does a command: its words, its key and its name for a screen reader."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton

from inspector.gui.commands.command import Command
from inspector.gui.widgets.labels import button


def command_button(
    command: Command, name: str, role: str = "", text: str = "", *, steady: bool = False
) -> QPushButton:
    """Return a button that does a command; `name`, `role`, `steady` are as in `button`."""
    made = button("", name, role, steady)
    give_command(made, command, text)
    return made


def give_command(
    made: QPushButton, command: Command, text: str = "", *, says_key: bool = True
) -> None:
    """Let a button do a command, and say its key, whether it can be done now, and why not.

    `text`, where there is less room than the words of the command take; it is then not changed
    with them.
    """

    def dress() -> None:
        words = text or command.text()
        made.setText(f"{words}  {command.key}" if command.key and says_key else words)
        made.setAccessibleName(words)
        made.setAccessibleDescription(command.told)
        made.setToolTip(command.toolTip())
        made.setEnabled(command.isEnabled() and not command.told)

    command.look_again()
    dress()
    command.changed.connect(dress)
    made.clicked.connect(command.trigger)
    _GreyButton(command, made)


class _GreyButton(QObject):
    """Tells why not, when a button that is grey is clicked or touched all the same."""

    def __init__(self, command: Command, made: QPushButton) -> None:
        super().__init__(made)
        self._command, self._button = command, made
        made.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonRelease and not self._button.isEnabled():
            self._command.trigger()
            return True
        return False

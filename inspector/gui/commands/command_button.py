"""A button that does a command: its words, its key and its name for a screen reader."""

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


def give_command(made: QPushButton, command: Command, text: str = "") -> None:
    """Let a button do a command, and say its key and whether it can be done now.

    `text`, where there is less room than the words of the command take; it is then not changed
    with them.
    """

    def dress() -> None:
        words = text or command.text()
        made.setText(f"{words}  {command.key}" if command.key else words)
        made.setAccessibleName(words)
        made.setToolTip(command.toolTip())
        made.setEnabled(command.isEnabled())

    dress()
    command.changed.connect(dress)
    made.clicked.connect(command.trigger)

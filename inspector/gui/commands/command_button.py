"""A button that does a command: its words, its key and its name for a screen reader."""

from PySide6.QtWidgets import QPushButton

from inspector.gui.commands.command import Command
from inspector.gui.widgets.labels import button


def command_button(command: Command, name: str, role: str = "", text: str = "") -> QPushButton:
    """Return a button that does a command, and says its key."""
    made = button("", name, role)
    give_command(made, command, text)
    return made


def give_command(made: QPushButton, command: Command, text: str = "") -> None:
    """Let a button do a command, and say its key.

    `text`, where there is less room than the words of the command take; it is then not changed
    with them.
    """

    def dress() -> None:
        words = text or command.text()
        key = command.keys.split("  ")[0]
        made.setText(f"{words}  {key}" if key else words)
        made.setAccessibleName(words)
        made.setToolTip(command.toolTip())

    dress()
    command.changed.connect(dress)
    made.clicked.connect(command.trigger)

"""A button that does a command: its words, its key and its name for a screen reader."""

from PySide6.QtWidgets import QPushButton

from inspector.gui.commands.command import Command
from inspector.gui.widgets.labels import button


def command_button(
    command: Command, name: str, role: str = "", text: str = "", *, steady: bool = False
) -> QPushButton:
    """Return a button that does a command, and says its key and whether it can be done now.

    `name`, `role` and `steady` are as in `button`; `text`, where there is less room than the
    words of the command take; it is then not changed with them.
    """
    made = button("", name, role, steady)

    def dress() -> None:
        words = text or command.text()
        made.setText(f"{words}  {command.key}" if command.key else words)
        made.setAccessibleName(words)
        made.setToolTip(command.toolTip())
        made.setEnabled(command.isEnabled())

    dress()
    command.changed.connect(dress)
    made.clicked.connect(command.trigger)
    return made

"""A button that does what a command does."""

from PySide6.QtWidgets import QPushButton

from inspector.gui.commands.command import Command
from inspector.gui.widgets.labels import button


def command_button(
    command: Command, name: str, role: str = "", *, steady: bool = False, text: str = ""
) -> QPushButton:
    """Return a button that says a command's words and key, and whether it can be done now.

    `name` and `role` are as in `button`; `text`, where its words are too long for a button.
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
    made.clicked.connect(lambda: command.trigger())
    return made

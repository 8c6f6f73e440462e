"""Buttons and menus beside the list of a visit: it has the keyboard before a command is done.

The command then works also if somebody was writing beside the list.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import CommandButton
from inspector.gui.commands.command_menu import give_context_menu


class BesideButton(CommandButton):
    """It is grey only where its command says why; never because somebody writes.

    While somebody does, its key is text, and not said.
    """

    def __init__(self, name: str, role: str = "", *, steady: bool = True) -> None:
        super().__init__(name, role, steady=steady)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click is the list's
        self._rows: QWidget | None = None
        self._measured: tuple[object, ...] = ()
        self._hint = QSize()

    def belong(self, command: Command, rows: QWidget, text: str = "") -> None:
        """Do a command of the list `rows`; `text` is as in `give`."""
        self._rows = rows
        self.give(command, text)

    def say(self, text: str) -> None:
        """Say other words than before, for the same command."""
        if self._command is not None and text != self._text:
            self.give(self._command, text)

    @property
    def done(self) -> Command:
        """What it does."""
        assert self._command is not None
        return self._command

    def sizeHint(self) -> QSize:
        measured = (self.text(), self._key, self.font().pixelSize())
        if measured != self._measured:  # it is asked for at every key
            self._measured, self._hint = measured, super().sizeHint()
        return self._hint

    @property
    def _key(self) -> str:
        return super()._key if self._command is not None and self._command.isEnabled() else ""

    def _dress(self) -> None:
        super()._dress()
        self.setEnabled(not self.done.told)

    def _ask(self) -> None:
        if self._rows is not None:
            self._rows.setFocus()
        self.done.trigger()


def give_menu_beside(at: QWidget, commands: Sequence[Command], rows: QWidget) -> None:
    """Let the right button open a menu of commands of the list `rows` on what is beside it."""

    def of_list() -> Sequence[Command]:
        rows.setFocus()
        return commands

    give_context_menu(at, of_list)

"""A button that does a command: its words, its key beside them, its name for a screen reader."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt

from inspector.gui.commands.chip_button import ChipButton
from inspector.gui.commands.command import Command
from inspector.gui.measures import measures
from inspector.gui.widgets.labels import PatientButton, plain_tip


class CommandButton(ChipButton):
    """Shows the words of a command and its key, and asks for it when it is pressed."""

    _shows_keys = True
    _lacks_room = False

    def __init__(self, name: str, role: str = "", *, steady: bool = False) -> None:
        super().__init__(name, role, steady=steady)
        self._command: Command | None = None
        self._text, self._says_key = "", True
        self.clicked.connect(self._ask)
        # No `event` of its own: the one that deletes it would then run inside a call of Python
        # on what it deletes, and a line of keys lets its buttons go often.
        self.installEventFilter(self)

    @property
    def command(self) -> Command | None:
        """What it does now; None before it was given something to do."""
        return self._command

    def give(self, command: Command, text: str = "", *, says_key: bool = True) -> None:
        """Do a command from now on, and say its key and whether it can be done now.

        `text`, where there is less room than the words of the command take; it is then not
        changed with them.
        """
        if self._command is not None:
            self._command.changed.disconnect(self._dress)
        self._command, self._text, self._says_key = command, text, says_key
        command.look_again()
        command.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        command = self._command
        assert command is not None
        self._shows_keys = measures().shows_keys
        words = self._text or command.text()
        self.setText(f"{words}  {self._key}" if self._key else words)
        self.setAccessibleName(words)
        self.setToolTip(command.toolTip())
        self.setAccessibleDescription(command.told)
        self.setEnabled(command.isEnabled() and not command.told)
        self.setCheckable(command.isCheckable())
        self.setChecked(command.isChecked())

    def _ask(self) -> None:
        command = self._command
        assert command is not None
        if command.isCheckable():
            self.setChecked(command.isChecked())  # the command says what is the case
        choices = command.choices()
        if not choices:
            command.trigger()
            return
        from inspector.gui.commands.command_menu import choice_menu

        menu = choice_menu(command, self)
        # Away from the nearer edge of the window, else it would lie on its own button.
        middle = self.mapTo(self.window(), self.rect().center()).y()
        above = middle > self.window().height() // 2
        menu.popup(
            self.mapToGlobal(QPoint(0, -menu.sizeHint().height() if above else self.height()))
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell why not, when it is grey and clicked or touched all the same."""
        if not self.isEnabled() and event.type() is QEvent.Type.MouseButtonRelease:
            if self._command is not None:
                self._command.trigger()
            return True
        return False

    # How it looks

    def show_key(self, shows: bool) -> None:
        """Leave the key out where there is no room for it, or say it again."""
        if shows is self._lacks_room:
            self._lacks_room = not shows
            self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        shows = measures().shows_keys
        is_other = event.type() is QEvent.Type.StyleChange and shows is not self._shows_keys
        if is_other and self._command is not None:
            self._dress()

    @property
    def _key(self) -> str:
        says = self._says_key and measures().shows_keys and not self._lacks_room
        return self._command.key if self._command is not None and says else ""


def command_button(
    command: Command,
    name: str,
    role: str = "",
    text: str = "",
    *,
    steady: bool = False,
    says_key: bool = True,
) -> CommandButton:
    """Return a button that does a command; `name`, `role`, `steady` are as in `button`."""
    made = CommandButton(name, role, steady=steady)
    made.give(command, text, says_key=says_key)
    return made


class MenuButton(PatientButton):
    """Opens a menu of commands: what there is no room for."""

    def __init__(self, words: str, name: str, role: str = "", *, above: bool = False) -> None:
        """`above`: at the foot of the window a menu opens upwards."""
        super().__init__(f"{words} ▾")
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        if role:
            self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self._above = above
        self.commands: Sequence[Command] = ()
        """What it is for; the list may become another one."""

        self.clicked.connect(self._open_menu)

    def offered(self) -> Sequence[Command]:
        """Return what its menu offers; asked for when it opens."""
        return self.commands

    def _open_menu(self) -> None:
        from inspector.gui.commands.command_menu import command_menu

        menu = command_menu(self.offered(), self)
        below = -menu.sizeHint().height() if self._above else self.height()
        menu.popup(self.mapToGlobal(QPoint(0, below)))


def menu_button(words: str, name: str, commands: list[Command], role: str = "") -> MenuButton:
    """Return a button that opens a menu of commands, which may become others."""
    made = MenuButton(words, name, role)
    made.commands = commands
    return made

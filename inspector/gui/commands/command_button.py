"""A button that does a command: its words, its key beside them, its name for a screen reader."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from inspector.gui.commands.command import Command
from inspector.gui.measures import measures, sized
from inspector.gui.theme import GRID, SMALL_SIZE, colours_for, text_font
from inspector.gui.widgets.labels import PatientButton, plain_tip

if TYPE_CHECKING:  # its enumerations take as long to load as a page
    from PySide6.QtWidgets import QStyleOptionButton

_KEY_SIDES = 4
"""Pixels left and right of a key's letters in its frame."""

_KEY_HEIGHT = 20
_MANY = 20

_BLANKS: dict[tuple[str, str], str] = {}
"""By font and key: measuring takes longer than the rest of what a button does."""


class CommandButton(PatientButton):
    """Shows the words of a command and its key, and asks for it when it is pressed.

    A double click opens and never judges: a `steady` button takes it for one click.
    """

    _shows_keys = True
    _lacks_room = False

    def __init__(self, name: str, role: str = "", *, steady: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAutoDefault(True)  # Enter presses the button in focus, as in a dialog
        self._steady = steady or role == "primary"
        self._command: Command | None = None
        self._text, self._says_key = "", True
        if role:
            self.setProperty("role", role)
        self.clicked.connect(self._ask)

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
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def event(self, event: QEvent) -> bool:
        """Tell why not, when it is grey and clicked or touched all the same."""
        if not self.isEnabled() and event.type() is QEvent.Type.MouseButtonRelease:
            if self._command is not None:
                self._command.trigger()
            return True
        return super().event(event)

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

    def sizeHint(self) -> QSize:
        """Leave room for what is drawn: Qt measures the text, whose key is drawn as a frame."""
        hint, key = super().sizeHint(), self._key
        if not key:
            return hint
        text, metrics = self.text(), self.fontMetrics()
        drawn = metrics.horizontalAdvance(self._drawn(text, key))
        return hint + QSize(max(0, drawn - metrics.horizontalAdvance(text)), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _key(self) -> str:
        says = self._says_key and measures().shows_keys and not self._lacks_room
        return self._command.key if self._command is not None and says else ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._steady:
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)

    def initStyleOption(self, option: "QStyleOptionButton") -> None:
        """Let the style leave room for the key behind the words."""
        super().initStyleOption(option)
        if key := self._key:
            option.text = self._drawn(option.text, key)

    def _drawn(self, text: str, key: str) -> str:
        """Return a text whose key is a blank as wide as the frame that is drawn there."""
        known = self.font().key(), key
        if known not in _BLANKS:
            room = self._width_of_key() + GRID // 2
            # One alone is a whole number of pixels, and many are not that many times as wide.
            many = max(1, self.fontMetrics().horizontalAdvance("\u2009" * _MANY))
            _BLANKS[known] = "\u2009" * -(-room * _MANY // many)
        return text.removesuffix(f"  {key}") + _BLANKS[known]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        key = self._key
        if not key:
            return
        words = self.fontMetrics().horizontalAdvance(self.text().removesuffix(f"  {key}"))
        chip = self._width_of_key()
        left = max(0, (self.width() - words - GRID // 2 - chip) // 2) + words + GRID // 2
        painter = QPainter(self)
        high = sized(_KEY_HEIGHT)
        self._draw_key(painter, QRect(left, (self.height() - high) // 2, chip, high))
        painter.end()

    def _width_of_key(self) -> int:
        """Return how wide the key in its frame is, in pixels."""
        small = QFontMetrics(text_font(SMALL_SIZE))
        return small.horizontalAdvance(self._key) + 2 * _KEY_SIDES

    def _draw_key(self, painter: QPainter, chip: QRect) -> None:
        # Of the application: a sheet gives a button the palette of its own background.
        colours = colours_for(QApplication.palette())
        primary = self.property("role") == "primary" and self.isEnabled()
        ink = colours.colour("on_accent" if primary else "secondary")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink if primary else colours.colour("hairline"))
        painter.setBrush(Qt.BrushStyle.NoBrush if primary else colours.colour("chip"))
        painter.drawRoundedRect(chip.adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), 3, 3)
        painter.setPen(ink)
        painter.setFont(text_font(SMALL_SIZE))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self._key)


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

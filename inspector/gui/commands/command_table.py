"""The commands of one page: the only place where a key of it is written.

From it come what a key does, the line of keys, the sheet behind `?`, menus, buttons and their
names for a screen reader.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.commands.command import Choices, Command, Do, WhyNot, nothing_forbids
from inspector.gui.commands.left_over_keys import LeftOverKeys
from inspector.gui.commands.shared_keys import CONFIRM, LEAVE
from inspector.gui.commands.typed_letters import TypedLetters
from inspector.translation import tr

ALWAYS = "*"
"""The mode of what can be done whatever is in front on the page."""

WRITING = "writing"
"""The mode of a page while letters are text: a field on it has the keyboard."""


class CommandTable(QObject):
    """Commands in the order in which the sheet of keys tells them.

    A page has modes ('' at first): while one writes beside a list, looks at a photo or fills in a
    form, other keys work. A command works in its own modes only.
    """

    changed = Signal()
    """Another mode is in front, or what can be done has changed: the line has others."""

    refused = Signal(str)
    """Something was wanted that cannot be done now; why."""

    def __init__(self, page: QWidget, *, of_window: bool = False) -> None:
        """`of_window`: `page` is a whole window (a page is one too, until it has its parent)."""
        super().__init__(page)
        self._page, self._of_window = page, of_window
        self._mode = ""
        self._turning = False  # to another mode, which is told once
        self._commands: dict[str, Command] = {}
        self._modes: dict[str, frozenset[str]] = {}
        self._gone: set[str] = set()

    def add(
        self,
        name: str,
        words: str,
        keys: str | Sequence[str] = (),
        do: Do | None = None,
        *,
        short: str = "",
        at: QWidget | Sequence[QWidget] = (),
        modes: str | Sequence[str] = "",
        repeats: bool = False,
        numbered: bool = False,
        choices: Choices = (),
        left_over: bool = False,
        why_not: WhyNot = nothing_forbids,
    ) -> Command:
        """Add what can be done; return it, for a button or a menu.

        Args:
            name: in English, for tests and menus: `pass`, `next-window`.
            words: what it does, for the sheet; as short as a menu.
            keys: in Qt's words (`Ctrl+Return`, `PgDown`); several do the same.
            do: without it the keys are a widget's own (arrows), and only told.
            short: its words in the line of keys; without them it does not stand there.
            at: the widgets of which one has to have the keyboard, itself or a widget in it; else
                the page. Letters and digits belong to the page, so that they work after any
                click; Enter, Space and the arrows to the widget that they are for.
            modes: in which it works; `ALWAYS` in all.
            repeats: a key that is held down does it again.
            numbered: each key does its own (`Alt+1` to `Alt+6`); `do` is told which, from 0.
            choices: what each of them does, in words: a button opens a menu of them.
            left_over: only where no widget in `at` takes the key: Enter of a form with buttons.
            why_not: asked whenever it is wanted or shown; what it says is told instead.
        """
        assert name not in self._commands, name
        each = (keys,) if isinstance(keys, str) else tuple(keys)
        made = Command(
            name, words, each, do, short=short, repeats=repeats, numbered=numbered,
            choices=choices, parent=self, why_not=why_not,
        )  # fmt: skip
        made.refused.connect(self.refused)
        if self._of_window:  # also while nothing in it has the keyboard
            made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._commands[name] = made
        self._modes[name] = frozenset((modes,) if isinstance(modes, str) else modes)
        widgets = (at,) if isinstance(at, QWidget) else at or (self._page,)
        for widget in widgets:
            widget.addAction(made)
            if left_over:
                LeftOverKeys(made, widget, each)
        if left_over:
            made.setShortcuts([])
        made.setVisible(self._works(name, self._mode))
        made.enabledChanged.connect(self._on_enabled)
        return made

    def add_answers(
        self,
        confirm: tuple[str, Do],
        leave: tuple[str, Do],
        enter: Sequence[str] = CONFIRM,
        modes: tuple[Sequence[str], Sequence[str]] = (("",), ("",)),
        *,
        leave_first: bool = False,
    ) -> tuple[Command, Command]:
        """Add what Enter and Esc do in a form or a question, in words; both are in the line.

        `modes` are those of Enter, and those of Esc. `leave_first`: in the line Esc comes first,
        where a click was on its way to what had that place before.
        """
        (yes, do), (no, undo) = confirm, leave
        confirms, leaves = modes
        add_leave = partial(
            self.add, "leave", no, LEAVE, undo, short=no, modes=leaves, left_over=True
        )
        first = add_leave() if leave_first else None
        confirming = self.add("confirm", yes, enter, do, short=yes, modes=confirms, left_over=True)
        return confirming, first or add_leave()

    def add_stop(
        self, stop: Do, asks: SignalInstance, at: QWidget | Sequence[QWidget] = ()
    ) -> None:
        """Add Esc, which takes a question back; it is there while `asks` last told True.

        Without a question Esc is for the page around it, or for what is under way.
        """
        self.add("stop", tr("Cancel the question"), LEAVE, stop, at=at, left_over=not at)
        self.set_there("stop", False)
        asks.connect(lambda does: self.set_there("stop", does))

    def hear_letters(self, widget: QWidget) -> None:
        """Let letters and digits that are typed in a list be commands also with Shift."""
        TypedLetters(self, widget)

    def __getitem__(self, name: str) -> Command:
        return self._commands[name]

    def __iter__(self) -> Iterator[Command]:
        """Return every command, of whatever mode."""
        return iter(self._commands.values())

    @property
    def has_keyboard(self) -> bool:
        """The keyboard is in the part whose commands these are."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self._page or self._page.isAncestorOf(focus))

    @property
    def asks(self) -> bool:
        """A form or a question is in front: its two answers can be given."""
        answers = (self._commands.get(each) for each in ("confirm", "leave"))
        return all(each is not None and each.isVisible() for each in answers)

    @property
    def mode(self) -> str:
        """What is in front on the page."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Let the commands of a mode work, and no others."""
        if mode == self._mode:
            return
        self._mode, self._turning = mode, True
        for name, command in self._commands.items():
            command.setVisible(self._works(name, mode))
            command.look_again()
        self._turning = False
        self.changed.emit()

    def look_again(self) -> None:
        """Let buttons and the line know what can be done, after something it depends on changed."""
        turned = [each for each in self if each.look_again()]
        if any(each.is_in_line for each in turned):
            self.changed.emit()

    def set_there(self, name: str, there: bool) -> None:
        """Let a command go, as if of another mode, or come back."""
        (self._gone.discard if there else self._gone.add)(name)
        self._commands[name].setVisible(self._works(name, self._mode))
        self._commands[name].look_again()

    @property
    def modes(self) -> frozenset[str]:
        """Every mode in which some command works, but `ALWAYS`."""
        return frozenset().union({""}, *self._modes.values()) - {ALWAYS}

    def of_mode(self, mode: str) -> list[Command]:
        """Return what works in a mode."""
        return [each for name, each in self._commands.items() if self._works(name, mode)]

    def sheet(self) -> list[Command]:
        """Return what can be done now, for the sheet of keys."""
        return [each for each in self if each.keys and each.can]

    def line(self) -> list[Command]:
        """Return the few that have a place in the line of keys, where each is a button."""
        return [
            each for each in self
            if each.is_in_line and each.keys and each.can and each.can_be_pressed
        ]  # fmt: skip

    def _works(self, name: str, mode: str) -> bool:
        return name not in self._gone and bool(self._modes[name] & {mode, ALWAYS})

    def _on_enabled(self) -> None:
        if not self._turning:
            self.changed.emit()

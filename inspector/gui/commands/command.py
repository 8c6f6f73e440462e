"""One thing that a page can do: words, keys, icon, whether it can be done now and why not."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QApplication

from inspector.gui.commands.held_keys import HeldKeys
from inspector.gui.commands.key_names import key_names
from inspector.gui.commands.shared_keys import pressed
from inspector.gui.widgets.labels import plain_tip

Do = Callable[..., object]
"""Does it, or says on the page why it is not done. Numbered, it is told which key, from 0."""

Choices = Sequence[str] | Callable[[], Sequence[str]]
"""What each key of a numbered command does, in words: for who has no keyboard."""

WhyNot = Callable[[], str]
"""Returns in a sentence why something cannot be done now; '' when it can."""


def nothing_forbids() -> str:
    """Return ''; of what can always be done."""
    return ""


def key_sequence(key: str) -> QKeySequence:
    """Return what a key of a table is to Qt, which asks for no translation of names like Ctrl."""
    return QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)


class Command(QAction):
    """`text` is said in full on the sheet of keys, `iconText` in short in the line of keys.

    Its shortcut calls `do` once for a press, while it is held down only if it `repeats`. Without
    `do` it is a key that a widget has of itself (the arrows of a list): told, and not dispatched.

    Where two widgets, one within the other, have a command for the same key, it is the one that
    is nearer to the keyboard: Esc leaves a photo before it leaves the page.
    """

    refused = Signal(str)
    """It was wanted while it cannot be done; why."""

    for_keys = False
    """Only who types has a use for it in the line: what a finger touches for it is in sight."""

    def __init__(
        self,
        name: str,
        words: str,
        keys: Sequence[str],
        do: Do | None,
        *,
        short: str,
        repeats: bool,
        numbered: bool,
        choices: Choices,
        parent: QObject,
        why_not: WhyNot = nothing_forbids,
    ) -> None:
        super().__init__(words, parent)
        self.setObjectName(name)
        self.set_short(short)
        self._do, self._why_not = do, why_not
        self.told = ""
        """Why it could not be done when it was looked at last: what its buttons say."""

        self._written = key_names(keys)
        self._next = self._written if numbered or do is None else key_names(keys[:1])
        self._numbered, self._choices = numbered, choices
        self._keys, self._from = tuple(keys), 0
        self._pressed = 0
        if do is not None:
            self.setShortcuts([key_sequence(each) for each in keys])
            self.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.setAutoRepeat(repeats)
            self.triggered.connect(self._run)
        self._tell()

    @property
    def keys(self) -> str:
        """All its keys as they are written on a keyboard: `F3  Ctrl+G`, `Alt+1…6`."""
        return self._written

    @property
    def key(self) -> str:
        """The key for where there is little room: `F3`, `Alt+1…6`."""
        return self._next

    def tell_from(self, place: int) -> None:
        """Tell its keys from one of them on: those before it are text where the keyboard is."""
        if place != self._from:
            self._from = place
            self._written = key_names(self._keys[place:])
            self._next = key_names(self._keys[place : place + 1])
            self._tell()

    def tell_first(self, count: int) -> None:
        """Tell the first of a numbered command's keys: those behind do nothing now. 0: all."""
        written = key_names(self._keys[:count] or self._keys)
        if written != self._written:
            self._written = self._next = written
            self._tell()

    @property
    def said(self) -> str:
        """How a sentence names it: “Edit” (F2)."""
        return pressed(self.iconText(), self._next)

    def choices(self) -> list[tuple[str, str]]:
        """Return the words and the key of each thing that a numbered command does.

        A key beyond the words does what another one does, or nothing now.
        """
        words = self._choices() if callable(self._choices) else self._choices
        each = [key_names([key]) for key in self._keys]
        return list(zip(words, each, strict=False))

    @property
    def can_be_pressed(self) -> bool:
        """A button can do it: it is not a key that a widget has of itself."""
        return self._do is not None

    @property
    def is_numbered(self) -> bool:
        """Each of its keys does its own."""
        return self._numbered

    @property
    def is_in_menus(self) -> bool:
        """A menu can do it now, or say why not: but where each key does its own without words.

        Such keys belong to what is in sight, and answers a click: the rail, the screens' marks.
        """
        said = self._choices and (self.choices() or self._why_not())
        return self.isVisible() and self.can_be_pressed and bool(said or not self._numbered)

    @property
    def is_in_line(self) -> bool:
        """It has a place in the line of keys."""
        return self.priority() is QAction.Priority.HighPriority

    @property
    def why_not(self) -> str:
        """Why it cannot be done now, in a sentence; '' when it can, and in another mode."""
        return self._why_not() if self.isEnabled() else ""

    @property
    def can(self) -> bool:
        """It can be done now."""
        return self.isEnabled() and not self._why_not()

    def set_words(self, words: str) -> None:
        """Say from now on that it does something else, in full and in the line of keys."""
        self.setText(words)
        self.set_short(words if self.is_in_line else "")
        self._tell()

    def set_short(self, words: str) -> None:
        """Stand in the line of keys with these words, or with '' not at all."""
        priority = QAction.Priority
        self.setIconText(words or self.text())
        self.setPriority(priority.HighPriority if words else priority.NormalPriority)

    def set_why_not(self, why_not: WhyNot) -> WhyNot:
        """Let another function say whether it can be done; return the one before.

        It stays enabled: who wants it all the same is told why.
        """
        before, self._why_not = self._why_not, why_not
        return before

    def look_again(self) -> bool:
        """Let buttons know whether it can be done now, and why not; False when they know."""
        before, self.told = self.told, self.why_not
        if before != self.told:
            self._tell()
        return before != self.told

    def press(self, key: QKeySequence) -> None:
        """Do it, as one of its keys asks for it."""
        self.press_at(self.shortcuts().index(key))

    def press_at(self, place: int) -> None:
        """Do it, as the key at a place of its keys asks for it."""
        self._pressed = place
        self.trigger()
        self._pressed = 0

    def _tell(self) -> None:
        key = f" ({self._written})" if self._written else ""
        why = f"\n{self.told}" if self.told else ""
        self.setToolTip(plain_tip(f"{self.text()}{key}{why}"))

    def event(self, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Shortcut or not isinstance(event, QShortcutEvent):
            return super().event(event)
        meant = _nearest(event.key()) if event.isAmbiguous() else self
        if meant is not None and (meant.autoRepeat() or not HeldKeys.repeats):
            meant.press(event.key())
        return True

    def _run(self) -> None:
        if why := self.why_not:
            self.refused.emit(why)
        elif self._do is not None:
            self._do(*(self._pressed,) if self._numbered else ())


def _nearest(key: QKeySequence) -> Command | None:
    """Return what a key does in the innermost widget around the keyboard that has a use for it."""
    widget = QApplication.focusWidget()
    while widget is not None:
        for action in widget.actions():
            if isinstance(action, Command) and action.isEnabled() and key in action.shortcuts():
                return action
        widget = None if widget.isWindow() else widget.parentWidget()
    return None

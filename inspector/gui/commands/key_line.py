"""The line at the bottom: what can be done next on the left, what is saved on the right."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import CommandButton, MenuButton, command_button
from inspector.gui.measures import measures, sized
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import label, plain_tip, set_role
from inspector.translation import tr, tr_count

_RESTS = Qt.WidgetAttribute.WA_TransparentForMouseEvents
"""Of a button that takes no tap."""

_BETWEEN = GRID // 2
"""Pixels between two buttons."""

FOLDER_WIDTH = 280
ROOM_FOR_FOLDER = 1200
"""Pixels. On a narrower line the keys need what there is."""


def _short(folder: Path) -> str:
    """Return a folder as a person would say it: from the home folder on."""
    try:
        return str("~" / folder.resolve().relative_to(Path.home().resolve()))
    except ValueError:
        return str(folder)


class _More(MenuButton):
    """What has no button in sight is looked for when its menu opens."""

    others: Callable[[], Sequence[Command]] = staticmethod(tuple)

    def offered(self) -> Sequence[Command]:
        return self.others()


class KeyStrip(QWidget):
    """Buttons, as many as there is room for; always the last one, which leads to all keys.

    Before it 更多 opens a menu of what has no button in sight. None of them takes the keyboard:
    who clicks one goes on where he was.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pairs: list[CommandButton] = []
        self._shown: list[tuple[Command, str]] = []  # what they do, in words
        self._tapped = QTimer(self, singleShot=True)  # one of them, just now
        self._tapped.setTimerType(Qt.TimerType.PreciseTimer)
        self._tapped.timeout.connect(self._answer_all)
        self._held = False  # a finger is on one of them
        self._next: tuple[Sequence[Command], Callable[[], Sequence[Command]]] | None = None
        self._more = _More(tr("More"), "line-more", "line", above=True)
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.setParent(self)

    def show_commands(
        self, commands: Sequence[Command], others: Callable[[], Sequence[Command]]
    ) -> None:
        """Show commands; `others` returns what is to stand behind 更多 when it opens.

        What a finger is on stays until it is lifted, and what comes to another place by its tap
        takes none for a moment: the second of two quick taps was meant for what was there.
        """
        if self._held and measures().by_finger and QApplication.mouseButtons():
            self._next = commands, others
            return
        self._next, self._held = None, False
        self._more.others = others
        shown = [(each, each.iconText()) for each in commands]
        if shown == self._shown:
            for each in commands:
                each.look_again()
            return
        self._shown = shown
        places = {pair: pair.x() for pair in self._pairs if pair.isVisible()}
        kept = {pair.command: pair for pair in self._pairs}
        self._pairs = [self._button(each, kept.pop(each, None)) for each in commands]
        for pair in kept.values():
            pair.hide()  # at once: it is deleted only when the event loop comes round
            pair.deleteLater()
        self.updateGeometry()
        self._arrange()
        if measures().by_finger and self._tapped.isActive():
            for pair in self._pairs:
                pair.setAttribute(_RESTS, pair.x() != places.get(pair))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear when one is pressed and let go, also one that has become grey meanwhile."""
        if event.type() is QEvent.Type.MouseButtonPress:
            self._held = True
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._held = False
            self._tapped.start(QApplication.doubleClickInterval())
            QTimer.singleShot(0, self, self._show_next)
        return False

    def _answer_all(self) -> None:
        for pair in self._pairs:
            pair.setAttribute(_RESTS, False)

    def _show_next(self) -> None:
        """The finger is lifted: show what was to come meanwhile."""
        if self._next is not None:
            self.show_commands(*self._next)

    def _button(self, command: Command, kept: CommandButton | None) -> CommandButton:
        if kept is not None:
            kept.give(command, command.iconText())
            return kept
        # A double click, as everything is opened with elsewhere, would answer what it has asked.
        once = not command.autoRepeat()
        name, words = f"line-{command.objectName()}", command.iconText()
        made = command_button(command, name, "line", words, steady=once)
        made.setParent(self)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.installEventFilter(self)
        return made

    def sizeHint(self) -> QSize:
        hints = [pair.sizeHint() for pair in (*self._pairs, self._more)]
        width = sum(hint.width() for hint in hints) + _BETWEEN * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        if not self._pairs:
            return QSize(0, 0)
        last, more = self._pairs[-1].sizeHint(), self._more.sizeHint()
        return QSize(last.width() + _BETWEEN + more.width(), max(last.height(), more.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # another theme, another font
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        if not self._pairs:
            return
        *most, last = self._pairs
        end, more = last.sizeHint(), self._more.sizeHint()
        room = self.width() - (end.width() + _BETWEEN + more.width())
        left = 0
        for index, pair in enumerate(most):
            hint = pair.sizeHint()
            if left + hint.width() + _BETWEEN > room:
                for hidden in most[index:]:
                    hidden.hide()
                break
            self._place(pair, left, hint)
            left += hint.width() + _BETWEEN
        self._place(self._more, left, more)
        self._place(last, left + more.width() + _BETWEEN, end)

    def _place(self, pair: QWidget, left: int, hint: QSize) -> None:
        pair.setGeometry(left, (self.height() - hint.height()) // 2, hint.width(), hint.height())
        pair.show()


class KeyLine(QWidget):
    """The keys of the page in front, the time of the last save, the data folder."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(measures().key_line)
        self._commands: Sequence[Command] = ()
        self._others: Callable[[], Sequence[Command]] = tuple
        self._by_finger = measures().by_finger
        self._keys = KeyStrip()
        self._unsaved = label("", "unsaved")
        self._unsaved.setObjectName("unsavedCount")
        self._unsaved.hide()
        self._saved = label("", "secondary")
        self._saved.setObjectName("savedTime")
        self._folder = ElidedLabel("small", Qt.TextElideMode.ElideMiddle, FOLDER_WIDTH)
        self._folder.setText(tr("Data folder: {path}", path=_short(folder)))
        self._backup = label("", "secondary")
        self._backup.setObjectName("backupState")
        self._backup.hide()
        self._backup_warns = False
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, 2 * GRID, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self._keys, 1)
        row.addWidget(self._folder)
        row.addWidget(self._backup)
        row.addWidget(self._unsaved)
        row.addWidget(self._saved)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:  # another hand
            self.setFixedHeight(measures().key_line)
            if self._by_finger is not measures().by_finger:
                self._by_finger = measures().by_finger
                QTimer.singleShot(0, self, lambda: self.show_commands(self._commands, self._others))

    def show_commands(
        self, commands: Sequence[Command], others: Callable[[], Sequence[Command]]
    ) -> None:
        """Show what can be done with what is in front; `others` is as in `KeyStrip`."""
        self._commands, self._others = commands, others
        by_finger = measures().by_finger
        shown = [each for each in commands if not (by_finger and each.for_keys)]
        self._keys.show_commands(shown, others)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def show_saved(self, moment: datetime) -> None:
        """Say when something was last committed to disk."""
        self._saved.setText(tr("Saved {time}", time=f"{moment:%H:%M:%S}"))

    def show_unsaved(self, count: int) -> None:
        """Say how much is not on disk, in the place of when something last was."""
        self._unsaved.setText(f"! {tr_count(count, '1 unsaved', '{count} unsaved')}")
        self._unsaved.setVisible(bool(count))
        self._saved.setVisible(not count)

    def show_backup(self, text: str, warns: bool = False, tip: str = "") -> None:
        """Say how the backup stands; a warning is said on a narrow line as well."""
        self._backup.setText(text)
        self._backup.setToolTip(plain_tip(tip))
        self._backup_warns = warns
        set_role(self._backup, "caution" if warns else "secondary")
        self._make_room()

    def _make_room(self) -> None:
        wide = self.width() >= sized(ROOM_FOR_FOLDER)
        self._folder.setVisible(wide)
        self._backup.setVisible(bool(self._backup.text()) and (wide or self._backup_warns))

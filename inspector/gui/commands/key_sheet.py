"""All keys of the page in front, over it, until any key closes them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QScrollBar, QWidget

from inspector.gui.commands.command import Command
from inspector.gui.commands.shared_keys import with_key
from inspector.gui.measures import sized
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import button, label, scroll
from inspector.gui.widgets.overlay import Overlay
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr

_MOST_ROWS = 12
_ROW, _AROUND = 30, 152
"""Pixels of a key with its distance to the next, and of what stands above and below them all."""

_KEY, _BESIDE = 128, 10 * GRID
"""Pixels of the widest key with its distances, and of what stands beside them all."""

_MEANING = 104
"""Pixels that a meaning has at least: with less there are fewer columns, and one scrolls."""

_SCROLLS = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -4, Qt.Key.Key_PageDown: 4,
}  # fmt: skip

_TOP = Qt.AlignmentFlag.AlignTop


class KeySheet(Overlay):
    """A list of keys in the middle of the window; from it one goes on to the handbook."""

    def __init__(self, commands: Sequence[Command], handbook: Command, parent: QWidget) -> None:
        super().__init__(tr("Keys of this page"), parent)
        self._handbook = handbook
        told = _told_once(commands)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        rows = max(1, min(_MOST_ROWS, (parent.height() - _AROUND) // sized(_ROW)))
        wide = parent.width() - _BESIDE
        columns = -(-len(told) // rows)
        most = max(1, wide // (sized(_KEY) + sized(_MEANING)))
        columns = min(columns, most)
        rows = -(-len(told) // columns)  # as many in each
        room = wide // columns - sized(_KEY)
        for index, (text, keys) in enumerate(told.items()):
            row, column = index % rows, index // rows * 2
            grid.addWidget(label(keys, "key"), row, column, _TOP | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self._meaning(text, room), row, column + 1, _TOP)
        self.column.addWidget(label(tr("Keys of this page"), "title"))
        self._bar: QScrollBar | None = None
        inside, height = QWidget(), parent.height() - _AROUND
        inside.setLayout(grid)
        inside.adjustSize()
        fits = inside.height() <= height
        self.column.addWidget(inside if fits else self._scrolled(inside, height))
        more = button(with_key(tr("Handbook"), handbook.key), "toHandbook", "quiet")
        more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # any key closes the list
        more.clicked.connect(self._go_on)
        closes = label(tr("A click or any key closes this list"), "small")
        self.column.addLayout(stack(None, ((closes, 1), more), across=True))
        self.appear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._bar is not None and event.key() in _SCROLLS:
            self._bar.setValue(self._bar.value() + _SCROLLS[Qt.Key(event.key())] * sized(_ROW))
        elif QKeySequence(event.keyCombination()) in self._handbook.shortcuts():
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """Close, so that what had the keyboard has it again and is come back to; then go on."""
        self._close_up()
        self._handbook.trigger()

    def _scrolled(self, inside: QWidget, height: int) -> QScrollArea:
        """Return the keys where they are more than there is room for; the arrows scroll."""
        area = QScrollArea()
        scroll(area, inside)
        for each in (inside, area.viewport()):
            each.setAutoFillBackground(False)  # the surface behind it shows
        self._bar = area.verticalScrollBar()
        area.setFixedSize(inside.width() + self._bar.sizeHint().width() + GRID, height)
        return area

    def _meaning(self, text: str, room: int) -> QLabel:
        made = label(text)
        if made.sizeHint().width() > room:
            made.setWordWrap(True)
            made.setFixedSize(room, made.heightForWidth(room))
        return made


def _told_once(commands: Sequence[Command]) -> dict[str, str]:
    """Return what can be done and by which keys: what two commands do alike stands once."""
    told: dict[str, str] = {}
    for each in commands:
        before = told.get(each.text())
        told[each.text()] = f"{before}  {each.keys}" if before else each.keys
    return told

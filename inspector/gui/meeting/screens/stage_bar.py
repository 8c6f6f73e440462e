"""The bar over a screen of a meeting: to the screen before and after, for who has no keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QHoverEvent
from PySide6.QtWidgets import QFrame, QWidget

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import command_button
from inspector.gui.theme import GRID
from inspector.gui.widgets.stacked import stack

_STAYS = 3000
"""Milliseconds that it stays after the mouse or finger moved last."""


class StageBar(QFrame):
    """Comes when the mouse moves over the screen or a finger touches it, and goes again.

    The audience looks at the screen: nothing of it is covered while nobody wants a button.
    """

    def __init__(self, over: QWidget, commands: Sequence[tuple[Command, str]]) -> None:
        """`commands` with the words of their buttons, from left to right."""
        super().__init__(over)
        self._over = over
        self._rests: QPoint | None = None  # where the mouse was seen last
        self.setObjectName("stageBar")
        buttons = [command_button(each, f"bar-{each.objectName()}", text=words)
                   for each, words in commands]  # fmt: skip
        for made in buttons:
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay with the screen
        stack(self, buttons, margin=(GRID,) * 4, spacing=GRID, across=True)
        self._clock = QTimer(self, interval=_STAYS, singleShot=True)
        self._clock.timeout.connect(self._go)
        over.setAttribute(Qt.WidgetAttribute.WA_Hover)  # which hears the mouse over its children
        over.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._rests = None  # a screen that comes under a mouse is no move of it
        elif isinstance(event, QHoverEvent) and event.type() is not QEvent.Type.HoverLeave:
            where = event.globalPosition().toPoint()
            moved, self._rests = self._rests not in (None, where), where
            if moved:
                self._come()
        elif event.type() is QEvent.Type.MouseButtonPress:  # a finger has no way to get there
            self._come()
        elif event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _come(self) -> None:
        if self.isHidden():
            self._place()
            self.show()
            self.raise_()
        self._clock.start()

    def _go(self) -> None:
        if self.rect().contains(self.mapFromGlobal(QCursor.pos())):
            self._clock.start()  # somebody is about to click
        else:
            self.hide()

    def _place(self) -> None:
        """In the middle, above the edge."""
        self.adjustSize()
        room = self._over.rect()
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - GRID)

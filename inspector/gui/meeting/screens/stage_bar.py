"""The bar over a screen of a meeting: to the screen before and after, for who has no keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QWidget

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import command_button
from inspector.gui.meeting.screens.mouse_rest import MouseRest
from inspector.gui.theme import GRID
from inspector.gui.widgets.stacked import stack


class StageBar(QFrame):
    """Comes when the mouse moves over the screen or a finger touches it, and goes again.

    The audience looks at the screen: nothing of it is covered while nobody wants a button.
    """

    def __init__(
        self, over: QWidget, mouse: MouseRest, commands: Sequence[tuple[Command, str]]
    ) -> None:
        """`commands` with the words of their buttons, from left to right."""
        super().__init__(over)
        self._over = over
        self.raised = 0
        """Pixels above the lower edge that something else has."""

        self._rests = False
        self.setObjectName("stageBar")
        self._buttons = [command_button(each, f"bar-{each.objectName()}", text=words)
                         for each, words in commands]  # fmt: skip
        for made in self._buttons:
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay with the screen
        stack(self, self._buttons, margin=(GRID,) * 4, spacing=GRID, across=True)
        over.installEventFilter(self)
        mouse.moved.connect(self._come)
        mouse.rested.connect(self.hide)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.place()
        return False

    def rests(self, rests: bool) -> None:
        """Stay away while something else is in front of the screen."""
        self._rests = rests
        self.setVisible(self.isVisible() and not rests)

    def look_again(self) -> None:
        """Have no button for what cannot be done at the screen that is in front now."""
        for each in self._buttons:
            each.setVisible(each.command is not None and each.command.can)
        self.place()

    def _come(self) -> None:
        self.look_again()
        if self.isHidden() and not self._rests:
            self.place()
            self.show()
            self.raise_()

    def place(self) -> None:
        """Stand in the middle, above the edge."""
        self.adjustSize()
        room = self._over.rect()
        left = (room.width() - self.width()) // 2
        self.move(left, room.height() - self.height() - GRID - self.raised)

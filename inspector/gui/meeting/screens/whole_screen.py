"""A meeting on the whole screen: its keys come with the mouse, over it, and go again."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.key_line import KeyStrip
from inspector.gui.commands.out_of_sight import out_of_sight
from inspector.gui.meeting.screens.mouse_rest import MouseRest
from inspector.gui.meeting.screens.stage import Stage
from inspector.gui.meeting.screens.stage_bar import StageBar
from inspector.gui.theme import GRID
from inspector.gui.widgets.stacked import stack, surface


class WholeScreen(QObject):
    """Of one presenter. Where the window has its own line of keys, a head stands above instead."""

    def __init__(self, presenter: QWidget, column: QBoxLayout, head: QWidget, stage: Stage,
                 mouse: MouseRest, bar: StageBar) -> None:  # fmt: skip
        super().__init__(presenter)
        self._presenter, self._column = presenter, column
        self._head, self._stage, self._bar = head, stage, bar
        self._mouse = mouse
        self._of_window: CommandTable | None = None
        self._covered = False
        self._strip = KeyStrip()
        self.keys = surface("keyLine", QWidget(presenter))
        stack(self.keys, (self._strip,), margin=(2 * GRID, GRID // 2, 2 * GRID, GRID // 2))
        self.keys.hide()
        mouse.brings((self.keys, bar))
        mouse.moved.connect(self._come)
        mouse.rested.connect(self._go)
        presenter.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """The window shows nothing but the meeting."""
        return self._of_window is not None

    def turn(self, of_window: CommandTable | None) -> None:
        """Have the whole screen, with what the window can do then; None: give it back."""
        self._of_window = of_window
        self._head.setVisible(not self.is_on)
        if self.is_on:
            self._mouse.move()
        else:
            self.keys.hide()
            self._stage.unsetCursor()
        self._place()

    def cover(self, covered: bool) -> None:
        """A tray is open or a photo lies over the screen: its keys stay, below it."""
        self._covered = covered
        self._place()
        self._bar.rests(covered)
        if self.is_on:
            self._come()
            self._mouse.move()

    def show_keys(self, front: CommandTable) -> None:
        """Show what can be done now, where the window does not."""
        if self._of_window is not None:
            tables: Sequence[CommandTable] = (front, self._of_window)
            line = [each for table in tables for each in table.line()]
            self._strip.show_commands(line, lambda: out_of_sight(tables, self._presenter))

    def _come(self) -> None:
        if not self.is_on:
            return
        self._stage.unsetCursor()
        self.keys.show()
        self.keys.raise_()
        self._place()

    def _go(self) -> None:
        if self.is_on and not self._covered:
            self.keys.hide()
            self._stage.setCursor(Qt.CursorShape.BlankCursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def _place(self) -> None:
        room, foot = self._presenter.rect(), self._stage.foot.height()
        high = self.keys.sizeHint().height()
        below = high if self.is_on and self._covered else 0
        if self._column.contentsMargins().bottom() != below:
            self._column.setContentsMargins(0, 0, 0, below)
        self._bar.raised = foot + (high if self.is_on else 0)
        self._bar.place()
        if self.is_on:
            above = 0 if self._covered else foot
            self.keys.setGeometry(0, room.height() - high - above, room.width(), high)

"""The line below the page that shows what goes on beside it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.jobs.busy_bar import BusyBar
from inspector.gui.jobs.runner import Runner
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr

SHOWN_AFTER = 300
"""Milliseconds: what is quicker needs no progress."""


class JobLine(QWidget):
    """What is under way, how far it is, and a way to stop."""

    def __init__(self, runner: Runner, table: CommandTable, parent: QWidget) -> None:
        """`table` is that of the window."""
        super().__init__(parent)
        surface(area=self)
        # The name of a file must not widen the window.
        self._said = ElidedLabel("secondary", Qt.TextElideMode.ElideMiddle)
        self._said.setObjectName("writingProgress")
        self._bar = BusyBar()
        self._bar.setMinimumWidth(20 * GRID)
        self._stop = table.add("stop", tr("Stop"), "Ctrl+.", runner.stop)
        self._stop.setVisible(False)
        runner.stop_key = self._stop.key
        stop = command_button(self._stop, "stopWriting", "quiet")
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        parts = (self._said, (self._bar, 1), stop)
        margin = (2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        row = stack(None, parts, margin=margin, spacing=2 * GRID, across=True)
        stack(self, (hairline(), row))  # a table above would seem to go on behind it
        self._show_late = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        # The whole page is laid out and painted anew above it.
        self._show_late.timeout.connect(runner.let_paint)
        self._show_late.timeout.connect(self.show)
        runner.began.connect(self._begin)
        runner.progressed.connect(self._show_progress)
        runner.freed.connect(self._end)
        self.hide()

    def _begin(self, said: str) -> None:
        """Say what is under way; how far it is nobody knows yet."""
        self._said.setText(said)
        self._bar.setRange(0, 0)
        self._stop.setVisible(True)
        self._show_late.start()

    def _show_progress(self, percent: int) -> None:
        self._bar.setRange(0, 100)
        self._bar.setValue(percent)

    def _end(self) -> None:
        self._show_late.stop()
        self._stop.setVisible(False)
        self.hide()

"""The line below the page that shows what goes on beside it, and then what was written last."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.jobs.busy_bar import BusyBar
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.banner import Banner, open_outside
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import button, hairline, label
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr

SHOWN_AFTER = 300
"""Milliseconds: what is quicker needs no progress."""


class JobLine(QWidget):
    """What is under way, how far it is, and a way to stop.

    What was written last stands here once the banner, which told of it, went with its page: until
    it is put away or something else begins.
    """

    def __init__(
        self, session: Session, banner: Banner, table: CommandTable, parent: QWidget
    ) -> None:
        """`table` is that of the window."""
        super().__init__(parent)
        surface(area=self)
        runner, self._banner = session.runner, banner
        self._written: tuple[str, Path] | None = None  # as it was told of
        self._shape = label("✓", "passed")
        # The name of a file must not widen the window.
        self._said = ElidedLabel("secondary", Qt.TextElideMode.ElideMiddle)
        self._said.setObjectName("writingProgress")
        self._bar = BusyBar()
        self._bar.setMinimumWidth(20 * GRID)
        self._stop = table.add("stop", tr("Stop"), "Ctrl+.", runner.stop)
        self._stop.setVisible(False)
        runner.stop_key = self._stop.key
        self._stop_button = command_button(self._stop, "stopWriting", "quiet")
        self._folder = button(tr("Open folder"), "writtenFolder", "quiet", steady=True)
        self._away = button(tr("Close"), "writtenAway", "quiet")
        for each in (self._stop_button, self._folder, self._away):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        buttons = (self._stop_button, self._folder, self._away)
        parts = (self._shape, (self._said, 1), (self._bar, 1), *buttons)
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
        session.told.connect(self._on_told)
        banner.says.connect(self._on_banner)
        banner.closed.connect(self._put_away)
        self._folder.clicked.connect(self._open_folder)
        self._away.clicked.connect(self._put_away)
        parent.window().installEventFilter(self)
        self._dress(is_written=False)
        self.hide()

    def _dress(self, *, is_written: bool) -> None:
        """Have the parts of what was written, or of what is under way."""
        of_written: tuple[QWidget, ...] = (self._shape, self._folder, self._away)
        for part in (*of_written, self._bar, self._stop_button):
            part.setVisible(is_written is (part in of_written))

    def _begin(self, said: str) -> None:
        """Say what is under way; how far it is nobody knows yet."""
        self._put_away()
        self._dress(is_written=False)
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
        self._show_written()

    # What was written last

    def _on_told(self, said: str, path: str) -> None:
        if path:
            self._written = said, Path(path)

    def _on_banner(self, says: bool) -> None:
        self._show_written()

    def _show_written(self) -> None:
        """Say what was written, while nothing else is said or under way, and nobody is shown it."""
        if self._stop.isVisible() or self._written is None:
            return
        self._said.setText(self._written[0])
        self._dress(is_written=True)
        self.setVisible(self._banner.isHidden() and not self.window().isFullScreen())

    def _put_away(self) -> None:
        if self._written is not None:
            self._written = None
            self.hide()

    def _open_folder(self) -> None:
        if self._written is not None:
            open_outside(self._written[1].parent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowStateChange:
            self._show_written()
        return False

"""What stands before the window while a folder is looked through, or brought to this version.

A small folder is ready before anybody could read a word: it shows itself after a second only.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout

from inspector.domain.errors import InspectorError
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import LEAVE
from inspector.gui.jobs.busy_bar import BusyBar
from inspector.gui.jobs.runner import Job, Runner
from inspector.gui.jobs.task import Hear, Outcome
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.storage.database.getting_ready import GettingReady, Tell
from inspector.translation import tr
from inspector.workspace.getting_ready_words import getting_ready_sentence

_SHOWN_AFTER, _SECOND = 1000, 1000
"""Milliseconds."""

_WIDTH = 560


class GettingReadyWindow(QDialog):
    """Runs what has to be done first; `run` waits for it."""

    _told = Signal()

    def __init__(self, work: Callable[[Tell], None], shown_after: int = _SHOWN_AFTER) -> None:
        """`work` runs on a thread; it shows itself when that takes more milliseconds."""
        super().__init__()
        self.setObjectName("gettingReady")
        self.setWindowTitle(tr("Service window inspection"))
        self._work = work
        self._outcome: Outcome | None = None
        self._raised: Exception | None = None
        self._loop = QEventLoop(self)
        self._runner = Runner(self)
        self._said = wrapped("")
        self._said.setObjectName("gettingReadySaid")
        self._bar = BusyBar()
        self._taken = label("", "secondary")
        self._taken.setObjectName("gettingReadyTaken")
        table = CommandTable(self, of_window=True)
        stop = command_button(table.add("quit", tr("Quit"), LEAVE), "gettingReadyQuit")
        stop.setAutoDefault(False)  # Enter, typed too early for the window, ends nothing
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(label(tr("Getting the data ready"), "title"))
        column.addWidget(self._said)
        column.addWidget(self._bar)
        column.addWidget(
            wrapped(
                tr(
                    "Nothing is lost if this is ended or the power fails: the data stays as it was,"
                    " and the next start begins anew."
                ),
                "secondary",
            )
        )
        column.addLayout(stack(None, ((self._taken, 1), stop), spacing=GRID, across=True))
        fix_width(self, _WIDTH)
        self._newest: tuple[GettingReady, int, int] = (GettingReady.CHECKING, 0, 1)
        self._told.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._show()
        self._begun = time.monotonic()
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self._count)
        self._shown_after = shown_after

    def run(self) -> bool:
        """Do the work; False when the person would not wait. Raises what the work raises."""
        self._clock.start()
        QTimer.singleShot(self._shown_after, self, self._appear)
        self._runner.run(
            Job(said="", work=self._do, done=lambda result: None, ended=self._on_ended)
        )
        self._loop.exec()
        self._clock.stop()
        self.hide()
        if self._raised is not None:
            raise self._raised
        return self._outcome is Outcome.DONE

    def reject(self) -> None:
        """Stop: what was begun is taken back before it ends."""
        self._runner.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def _do(self, hear: Hear) -> None:
        def tell(what: GettingReady, done: int, total: int) -> None:
            hear(done, total)
            if self._newest != (what, done, total):
                self._newest = (what, done, total)
                self._told.emit()

        try:
            self._work(tell)
        except Exception as error:  # told by who waits for it, also a slip of ours
            self._raised = error

    def _on_ended(self, outcome: Outcome, error: InspectorError | None) -> None:
        self._outcome = outcome
        self._loop.quit()

    def _appear(self) -> None:
        if self._outcome is None:
            self._count()
            self.show()

    def _show(self) -> None:
        what, done, total = self._newest
        self._said.setText(getting_ready_sentence(what, done, total))
        is_checked = what is GettingReady.COPYING and done >= total  # which tells no percent
        only_moves = what is GettingReady.CHECKING or is_checked
        self._bar.setMaximum(0 if only_moves else total)
        self._bar.setValue(done - 1 if what is GettingReady.UPDATING else done)

    def _count(self) -> None:
        seconds = int(time.monotonic() - self._begun)
        self._taken.setText(tr("{seconds} s so far", seconds=seconds))

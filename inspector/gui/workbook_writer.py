"""Workbooks written beside the window: where to, how far, stopped at a key, and where they are.

One at a time. The line with the progress lies below whatever page is in front, so that one can go
on working; the data folder is read once more, on the thread that writes.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from inspector.domain.errors import FileInUseError, InspectorError
from inspector.gui.labels import button, label
from inspector.gui.session import Session
from inspector.gui.task import Hear, Task
from inspector.gui.theme import GRID
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.workspace.reports import Reports

Write = Callable[["Reports", Path, Hear], Path]
"""Writes a workbook to a path, telling how far it is."""

SHOWN_AFTER = 300
"""Milliseconds: what is quicker needs no progress."""


class WorkbookWriter(QObject):
    """Asks where to, writes, and says where it is; `line` shows how far it is."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._task: Task | None = None
        self._path = Path()
        self._write: Write | None = None
        self._parent: QWidget | None = None
        self._written: Callable[[Path], object] = lambda path: None
        self._ended = False  # the task said what came of it
        self.line = WritingLine()
        self.line.stop.clicked.connect(self.stop)
        self._show_late = QTimer(self)
        self._show_late.setSingleShot(True)
        self._show_late.setInterval(SHOWN_AFTER)
        self._show_late.timeout.connect(self.line.show)
        for ends in (session.closing, session.destroyed):  # a thread must not outlive its window
            ends.connect(self.wait)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.wait)

    @staticmethod
    def of(session: Session) -> "WorkbookWriter":
        """Return the writer of a session, the same one each time."""
        return session.findChild(WorkbookWriter) or WorkbookWriter(session)

    def start(
        self,
        parent: QWidget,
        proposed: str | Path,
        write: Write,
        written: Callable[[Path], object] = lambda path: None,
    ) -> None:
        """Ask where to write a workbook, and begin to; `proposed` is a name, or a whole path.

        `written` is called here when it is done.
        """
        from inspector.gui.file_choice import workbook_to_write
        from inspector.workspace.last_folders import Purpose

        if self._task is not None:
            self._session.warned.emit(tr("Another workbook is being written; Ctrl+. stops it."))
            return
        path = workbook_to_write(
            self._session, parent, Purpose.REPORTS, tr("Save workbook"), proposed
        )
        if path is None:
            return
        self._path, self._write, self._parent = path, write, parent
        self._written = written
        self._ended = False
        task = self._task = Task(self._work, self)
        task.progressed.connect(self.line.show_progress)
        task.done.connect(self._on_done)
        task.refused.connect(self._on_refused)
        task.finished.connect(self._on_finished)
        self.line.begin(path.name)
        self._show_late.start()
        task.start()

    def stop(self) -> None:
        """Write no workbook after all; what was there stays as it was."""
        if self._task is not None:
            self._task.requestInterruption()

    def wait(self) -> None:
        """Stop writing, and return when nothing is being written any more."""
        if self._task is not None:
            self._task.stop()

    def _work(self, hear: Hear) -> Path:
        assert self._write is not None
        with self._session.workspace.reading_apart() as apart:
            return self._write(apart.reports, self._path, hear)

    def _on_done(self, path: Path) -> None:
        self._close()
        self._written(path)
        self._session.told.emit(tr("Written: {path}", path=path), str(path))

    def _on_refused(self, error: InspectorError) -> None:
        self._close()
        self._session.refused.emit(error)
        in_use = isinstance(error, FileInUseError)
        if (
            in_use and self._parent is not None and self._write is not None
        ):  # another name beside it is offered at once
            free = self._session.workspace.reports.free_path(self._path)
            self.start(self._parent, free, self._write, self._written)

    def _on_finished(self) -> None:
        if not self._ended:
            self._close()
            self._session.told.emit(tr("Stopped; no workbook was written."), "")

    def _close(self) -> None:
        self._ended = True
        self._show_late.stop()
        self.line.hide()
        if self._task is not None:
            self._task.wait()
            self._task.deleteLater()
            self._task = None


class WritingLine(QWidget):
    """What is being written, how far it is, and a way to stop."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._said = label("", "secondary")
        self._said.setObjectName("writingProgress")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(GRID)
        self._bar.setAccessibleName(tr("Progress"))
        self.stop = button(tr("Stop  Ctrl+."), "stopWriting", "quiet")
        self.stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QShortcut(QKeySequence("Ctrl+."), self).activated.connect(self.stop.click)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(2 * GRID)
        row.addWidget(self._said)
        row.addWidget(self._bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def begin(self, name: str) -> None:
        """Say what is being written."""
        shown = name if len(name) <= 40 else f"{name[:39]}…"
        self._said.setText(tr("Writing {name}", name=shown))
        self._bar.setRange(0, 0)  # nothing is known yet

    def show_progress(self, percent: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, 100)
        self._bar.setValue(percent)

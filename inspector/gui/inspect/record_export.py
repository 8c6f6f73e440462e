"""Writing a record from the window: photos take their time, and the window stays alive."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from inspector.domain.errors import FileInUseError, InspectorError
from inspector.gui.file_choice import workbook_to_write
from inspector.gui.labels import button, label
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.translation import tr
from inspector.workspace.last_folders import Purpose
from inspector.workspace.record_draft import RecordDraft


class _Stopped(Exception):
    """The user wants no workbook after all."""


class _Writing(QThread):
    """Writes a draft to a path; afterwards `error` says what was refused, if anything."""

    progressed = Signal(int, int)

    def __init__(self, draft: RecordDraft, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.path = path
        self.error: InspectorError | None = None
        self.stopped = False
        self._draft = draft

    def run(self) -> None:
        try:
            self._draft.write(self.path, self._progress)
        except _Stopped:
            self.stopped = True
        except InspectorError as error:
            self.error = error

    def _progress(self, done: int, total: int) -> None:
        if self.isInterruptionRequested():
            raise _Stopped
        self.progressed.emit(done, total)


class RecordExport(QObject):
    """Asks where to, writes, and says where it is; `line` shows how far it is."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._parent = session, parent
        self._writing: _Writing | None = None
        self._inspection_id = ""
        self.line = _ProgressLine()
        self.line.stop.clicked.connect(self.cancel)
        app = QCoreApplication.instance()
        assert app is not None
        for ends in (app.aboutToQuit, parent.destroyed):  # a thread must not outlive its window
            ends.connect(self.wait)

    def start(self, inspection_id: str) -> None:
        """Ask where to write the record of a visit and begin to."""
        if self._writing is None:
            reports = self._session.workspace.reports
            name = reports.record_name(inspection_id)
            self._inspection_id = inspection_id
            self._ask(name)

    def cancel(self) -> bool:
        """Stop writing; False when nothing is being written."""
        if self._writing is None:
            return False
        self._writing.requestInterruption()
        return True

    def wait(self) -> None:
        """Stop writing, and return when nothing is being written any more."""
        if self._writing is not None:
            self._writing.requestInterruption()
            self._writing.wait()

    def _ask(self, proposed: str | Path) -> None:
        session, title = self._session, tr("Save workbook")
        reports, inspection_id = self._session.workspace.reports, self._inspection_id
        path = workbook_to_write(session, self._parent, Purpose.REPORTS, title, proposed)
        if path is None:
            return
        draft = session.attempt(lambda: reports.record_draft(inspection_id, path))
        if draft is None:
            return
        self._writing = _Writing(draft, path, self)
        self._writing.progressed.connect(self.line.show_progress)
        self._writing.finished.connect(self._on_finished)
        self.line.show_progress(0, draft.photos)
        self._writing.start()

    def _on_finished(self) -> None:
        writing = self._writing
        assert writing is not None
        self._writing = None
        self.line.hide()
        writing.deleteLater()
        if writing.error is not None:
            self._session.refused.emit(writing.error)
            if isinstance(writing.error, FileInUseError):
                self._ask(self._session.workspace.reports.free_path(writing.path))
        elif writing.stopped:
            self._session.told.emit(tr("Stopped; no workbook was written."), "")
        else:
            path = writing.path
            self._session.told.emit(tr("Written: {path}", path=path), str(path))


class _ProgressLine(QWidget):
    """How many photos are done, and a way to stop."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._said = label("", "secondary")
        self._said.setObjectName("recordProgress")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(GRID)
        self.stop = button(tr("Stop  Esc"), "stopRecord", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(2 * GRID)
        row.addWidget(self._said)
        row.addWidget(self._bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._said.setText(
            tr("Writing the record sheet: photo {done} of {total}", done=done, total=total)
            if total
            else tr("Writing the record sheet…")
        )
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.show()

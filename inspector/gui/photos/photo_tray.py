"""Photos that go with a step: chosen, dropped or pasted; read beside the window, kept with it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.errors import InspectorError
from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.gui.frame.panel import key_button
from inspector.gui.jobs.background import Background
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.evidence_source import Source, from_mime, from_paths, is_evidence
from inspector.gui.widgets.file_choice import evidence_to_read
from inspector.gui.widgets.labels import wrapped
from inspector.translation import tr, tr_count
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.evidence_bytes import Prepared
from inspector.workspace.findings.close_out import Shown


class PhotoTray(QWidget):
    """`shown` is what was read so far; while `waiting`, the step has to wait."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._session = session
        self._work = Background(self)
        self._round = 0
        self.shown: list[Shown] = []
        self._add = key_button(tr("Add photos…"), "Ctrl+O", "addPhotos")
        self._said = wrapped("", "small")
        self._said.setObjectName("photosSaid")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._add)
        column.addWidget(self._said)
        self._add.clicked.connect(self.choose)

    @property
    def waiting(self) -> bool:
        """A photo is still being read."""
        return self._work.open_jobs > 0

    def clear(self) -> None:
        """Begin with no photo."""
        self._round += 1
        self.shown = []
        self._dress()

    def choose(self) -> None:
        """Ask for files."""
        paths = evidence_to_read(self._session, self, tr("Photos"))
        self.take(from_paths(paths), EvidenceOrigin.CHOSEN)

    def paste(self) -> None:
        """Take files or the picture of the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        self.take(from_mime(data), EvidenceOrigin.PASTED)

    def take(self, sources: list[Source], origin: EvidenceOrigin) -> None:
        """Read files or pictures, one after the other."""
        book = self._session.workspace.evidence  # loads its code here, not on the thread
        for source in sources:
            self._work.do(
                partial(_prepared, book, source),
                partial(self._keep, self._round, origin),
                self._refuse,
            )
        self._dress()

    def finish(self) -> None:
        """Wait for what is being read."""
        self._work.finish()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_evidence(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(from_mime(event.mimeData()), EvidenceOrigin.DROPPED)

    def _keep(self, asked_in: int, origin: EvidenceOrigin, prepared: Prepared) -> None:
        if asked_in == self._round:
            self.shown.append(Shown(prepared, origin))
        self._dress()

    def _refuse(self, error: InspectorError) -> None:
        self._dress()
        self._session.refused.emit(error)

    def _dress(self) -> None:
        names = "、".join(each.prepared.name for each in self.shown)
        said = tr_count(
            len(self.shown), "✓ 1 photo: {names}", "✓ {count} photos: {names}", names=names
        )
        reading = tr("Reading…") if self.waiting else ""
        self._said.setText("\n".join(part for part in (said if names else "", reading) if part))
        self._said.setVisible(bool(names or reading))
        self.changed.emit()


def _prepared(book: EvidenceBook, source: Source) -> Prepared:
    return book.prepare(source.for_store(), source.name)

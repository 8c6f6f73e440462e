"""Photos on a patrol or a recheck: pasted, dropped or chosen, read on a thread, then attached."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from inspector.domain.errors import InspectorError
from inspector.domain.visit.evidence import Evidence, EvidenceOrigin
from inspector.gui.jobs.background import Background
from inspector.gui.photos.photo_words import clock_words, reading
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.evidence_source import Source, from_mime, from_paths, is_evidence
from inspector.gui.widgets.file_choice import evidence_to_read
from inspector.translation import tr
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.evidence_bytes import Prepared
from inspector.workspace.evidence.pending_photos import PhotoPending

Make: TypeAlias = Callable[[Prepared, EvidenceOrigin], Evidence]


@dataclass(frozen=True, slots=True)
class RoundTarget:
    """What a photo belongs to for good: how it is made of a file, and where that is, in words."""

    make: Make
    words: str


_OVER = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class RoundPhotos(QObject):
    """What comes in belongs to what was in front when it came.

    `target` returns what that is, or None where nothing can be, after it has said why in the
    line; `attached` hears of every piece.
    """

    def __init__(
        self,
        session: Session,
        page: QWidget,
        line: AskLine,
        target: Callable[[], RoundTarget | None],
        attached: Callable[[Evidence], None],
    ) -> None:
        super().__init__(page)
        self._session, self._page, self._line = session, page, line
        self._target, self._attached = target, attached
        self._work = Background(self, keeps=True)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def finish(self) -> None:
        """Wait for what is being read and attach it."""
        self._work.finish()

    def paste(self) -> None:
        """Ctrl+V: what is on the clipboard."""
        if found := from_mime(QGuiApplication.clipboard().mimeData()):
            self.take(found, EvidenceOrigin.PASTED)
        else:
            self._line.ask(tr("There is no picture and no file on the clipboard."))

    def choose(self) -> None:
        """P: files from a dialog that opens where the last ones lay."""
        if self._target() is None:
            return
        if paths := evidence_to_read(self._session, self._page, tr("Photos or files")):
            self.take(from_paths(paths), EvidenceOrigin.CHOSEN)

    def take(self, sources: Sequence[Source], origin: EvidenceOrigin) -> None:
        """Take things in for what is in front."""
        target = self._target()
        if target is None:
            return
        book = self._session.workspace.evidence  # loads its code here, not on the thread
        self._line.mention(reading(len(sources)))

        def keep(prepared: Prepared) -> None:
            evidence = target.make(prepared, origin)
            if self._session.keep(PhotoPending(evidence), prepared.refused):
                self._say(evidence)
                self._attached(evidence)

        def refuse(source: Source, error: InspectorError) -> None:
            self._line.stop()
            if not self._session.missing.takes(source.name, target.words, error):
                self._session.refused.emit(error)

        for source in sources:
            self._work.do(partial(_read, book, source), keep, partial(refuse, source))

    def _say(self, evidence: Evidence) -> None:
        off = self._session.workspace.evidence.clock_difference(evidence)
        if self._line.waiting:
            return
        if off is not None:
            self._line.ask(clock_words(off))
        elif (evidence.id, "") in self._session.unsaved.spots:
            self._line.ask(tr("Added: {name}; not saved yet.", name=evidence.name))
        else:
            self._line.tell(tr("Added: {name}. Ctrl+Z undoes it.", name=evidence.name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or not is_evidence(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # never away from where it lies
        event.accept()
        if event.type() not in _OVER:
            self.take(from_mime(event.mimeData()), EvidenceOrigin.DROPPED)
        return True


def _read(book: EvidenceBook, source: Source) -> Prepared:
    """Examine a file and put it on disk; runs on the thread."""
    return book.take_in(source.for_store(), source.name)

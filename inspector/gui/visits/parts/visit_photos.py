"""Photos and files come into a visit: pasted, dropped, chosen, from the watched folder.

Each belongs to what was in front when it came, whatever happens while it is read.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.errors import NotTakenInError
from inspector.domain.visit.evidence import Evidence, EvidenceOrigin
from inspector.gui.photos import photo_words
from inspector.gui.photos.photo_intake import Batch, Intake
from inspector.gui.session import Session
from inspector.gui.visits.parts.undoable_visit import UndoableVisit
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.evidence_source import Source, from_mime, from_paths, is_evidence
from inspector.gui.widgets.file_choice import evidence_to_read
from inspector.translation import tr
from inspector.workspace.evidence.evidence_bytes import Prepared
from inspector.workspace.evidence.pending_photos import PhotoPending

if TYPE_CHECKING:
    from inspector.gui.photos.photo_viewer import PhotoViewer

_OVER = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


@dataclass(frozen=True, slots=True)
class Target:
    """What a photo belongs to for good: where that is, in words, and how it is made of a file."""

    words: str
    make: Callable[[Prepared, EvidenceOrigin], Evidence]


class VisitPhotos(QObject):
    """Reads in the background, attaches in the order of arrival, and says so."""

    def __init__(
        self,
        session: Session,
        page: QWidget,
        line: AskLine,
        visit: Callable[[], UndoableVisit | None],
        target: Callable[[], Target | None],
    ) -> None:
        """`visit` is the one in front; `target` is None where no photo can be, after it said why.

        What is dropped anywhere on `page` means what is in front.
        """
        super().__init__(page)
        self._session, self._page, self._line = session, page, line
        self._visit, self._target = visit, target
        self.viewer: PhotoViewer | None = None
        """The photo that may lie over the page."""
        self._intake = Intake(session, self._report, self)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def finish(self) -> None:
        """Wait for what is being read, and attach it."""
        self._intake.finish()

    def say(self, text: str, good: bool = True) -> None:
        """Say something where it is seen, without taking the place of a question."""
        if self.viewer is not None and self.viewer.is_open:
            self.viewer.say(text)
        elif self._visit() is None or self._line.waiting:
            self._session.told.emit(text, "")
        elif good:
            self._line.tell(text)
        else:
            self._line.ask(text)

    def paste(self) -> None:
        """Ctrl+V: what is on the clipboard."""
        if found := from_mime(QGuiApplication.clipboard().mimeData()):
            self.take(found, EvidenceOrigin.PASTED)
        else:
            self.say(tr("There is no picture and no file on the clipboard."), False)

    def choose(self) -> None:
        """P: files from a dialog that opens where the last ones lay."""
        if target := self._target():
            title = tr("Photos or files for {place}", place=target.words)
            if paths := evidence_to_read(self._session, self._page, title):
                self.take(from_paths(paths), EvidenceOrigin.CHOSEN)

    def may_take(self) -> bool:
        """Tell whether what is in front takes anything, saying so when it does not."""
        return self._target() is not None

    def take(
        self,
        sources: Sequence[Source],
        origin: EvidenceOrigin,
        each: Callable[[Evidence], None] = lambda evidence: None,
    ) -> None:
        """Take things in for what is in front; `each` hears of one that is attached."""
        target = self._target()
        if target is None:
            return

        def attach(prepared: Prepared) -> Evidence | None:
            evidence = target.make(prepared, origin)
            if not self._session.keep(PhotoPending(evidence), prepared.refused):
                return None
            visit = self._visit()
            if visit is not None and visit.id == evidence.inspection_id:
                visit.attached(evidence)
            each(evidence)
            return evidence

        self._line.stop()  # a question that waits is about the visit without this photo
        self._line.mention(photo_words.reading(len(sources)))
        self._intake.take(sources, target.words, attach)

    def _report(self, batch: Batch) -> None:
        """Tell what became of files that came in together."""
        if batch.refusals:
            self._session.refused.emit(NotTakenInError(batch.refusals))
        if not batch.attached:
            self._line.unmention()
            return
        said = photo_words.added(batch.attached, batch.words)
        book = self._session.workspace.evidence
        off = next(filter(None, map(book.clock_difference, batch.attached)), None)
        if off is not None:
            said = tr("{added}. {warning}", added=said, warning=photo_words.clock_words(off))
        elif self._waits(batch.attached):
            said = tr("{added}; not saved yet.", added=said)
        elif self._visit() is not None:
            said = tr("{added}. Ctrl+Z undoes it.", added=said)
        self.say(said, off is None and not self._waits(batch.attached))

    def _waits(self, evidence: Iterable[Evidence]) -> bool:
        """Tell whether the disk has not taken one of them yet."""
        return any((each.id, "") in self._session.unsaved.spots for each in evidence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):
            return self._on_drop(event)
        if event.type() == QEvent.Type.DragLeave:
            self._line.unmention()
        elif isinstance(event, QResizeEvent) and self.viewer is not None and self.viewer.is_open:
            self.viewer.resize(event.size())
        return False

    def _on_drop(self, event: QDropEvent) -> bool:
        """Say while something is held over the page where it would go, and take it in."""
        target = self._target() if is_evidence(event.mimeData()) else None
        if target is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # never away from where it lies
        event.accept()
        if event.type() in _OVER:
            self._line.mention(tr("Drop it for {place}", place=target.words))
        elif event.type() == QEvent.Type.Drop:
            self.take(from_mime(event.mimeData()), EvidenceOrigin.DROPPED)
        return True

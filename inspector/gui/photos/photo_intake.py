"""Photos and files come to a widget: chosen, pasted or dropped, and read on a thread."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from inspector.domain.errors import InspectorError, NotTakenInError
from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.gui.jobs.background import Background
from inspector.gui.session import Session
from inspector.gui.widgets.evidence_source import Source, from_mime, from_paths, is_evidence
from inspector.gui.widgets.file_choice import evidence_to_read
from inspector.translation import tr
from inspector.workspace.evidence.evidence_bytes import Prepared


class PhotoIntake(QObject):
    """Reads one file after the other, so that a hundred of them need the memory of one."""

    def __init__(self, session: Session, area: QWidget) -> None:
        """What is dropped anywhere on `area` comes in."""
        super().__init__(area)
        self._session, self._area = session, area
        self._work = Background(self, keeps=True)
        area.setAcceptDrops(True)
        area.installEventFilter(self)

    @property
    def waiting(self) -> int:
        """How many files are still being read."""
        return self._work.open_jobs

    def finish(self) -> None:
        """Wait for what is being read, and keep it; the window lives meanwhile."""
        self._work.wait()

    # Where it comes from

    def choose(self) -> None:
        """Ask for files in a dialog that opens where the last ones lay."""
        if (title := self.title()) and (
            paths := evidence_to_read(self._session, self._area, title)
        ):
            self.take(from_paths(paths), EvidenceOrigin.CHOSEN)

    def paste(self) -> None:
        """Take files or the picture of the clipboard."""
        if found := from_mime(QGuiApplication.clipboard().mimeData()):
            self.take(found, EvidenceOrigin.PASTED)
        else:
            self.say(tr("There is no picture and no file on the clipboard."), False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragLeave:
            self.held_over(False)
        if not isinstance(event, QDropEvent) or not is_evidence(event.mimeData()):
            return False
        if event.type() is QEvent.Type.DragEnter and not self.held_over(True):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # never away from where it lies
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self.take(from_mime(event.mimeData()), EvidenceOrigin.DROPPED)
        return True

    # What becomes of it

    def _read(
        self,
        sources: Sequence[Source],
        read: Callable[..., Prepared],
        place: str,
        keep: Callable[[Prepared], object],
        ended: Callable[[], object],
    ) -> None:
        """Read files with an operation of the evidence book; tell of those that are refused.

        `place` is where they belong, in words; `ended` hears when the last was read.
        """
        left, refusals = len(sources), list[InspectorError]()

        def end() -> None:
            nonlocal left
            left -= 1
            if not left:
                if refusals:
                    self._session.refused.emit(NotTakenInError(refusals))
                ended()

        def take(prepared: Prepared) -> None:
            keep(prepared)
            end()

        def refuse(source: Source, error: InspectorError) -> None:
            if not self._session.missing.takes(source.name, place, error):
                refusals.append(error)
            end()

        for source in sources:
            job = partial(_prepared, read, source)
            self._work.do(job, take, partial(refuse, source))

    @abstractmethod
    def title(self) -> str:
        """Return the title of the dialog; '' where nothing can be taken in, after it was said."""

    @abstractmethod
    def take(self, sources: Sequence[Source], origin: EvidenceOrigin) -> None:
        """Take things in for what is in front."""

    @abstractmethod
    def say(self, text: str, good: bool) -> None:
        """Say a sentence where it is seen; is it good news?"""

    def held_over(self, over: bool) -> bool:
        """Something is held over the widget, or no longer; tell whether it may be dropped."""
        return True


def _prepared(read: Callable[..., Prepared], source: Source) -> Prepared:
    """Examine a file and put it on a disk; runs on the thread."""
    return read(source.for_store(), source.name)

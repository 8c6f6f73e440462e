"""Keeping what was drawn on a photo: burnt into a copy on a thread, then shown instead of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from inspector.domain.errors import InspectorError
from inspector.domain.visit.evidence import Evidence
from inspector.gui.jobs.background import Background
from inspector.gui.photos.annotation import COPY_SIDE, Shape, annotated
from inspector.gui.photos.photo_cache import read_photo
from inspector.gui.session import Session


class MarkKeeper(QObject):
    """One copy after the other, finished before the program ends."""

    def __init__(
        self, session: Session, keep: Callable[[Evidence, bytes], None], parent: QObject
    ) -> None:
        """`keep` gets a photo and the JPEG to be shown instead of it."""
        super().__init__(parent)
        self._session = session
        self._keep = keep
        self._drawn: dict[tuple[str, str], tuple[Shape, ...]] = {}
        self._work = Background(self, keeps=True)

    def burn_in(self, evidence: Evidence, shapes: Sequence[Shape]) -> None:
        """Draw shapes on what is shown of a photo, at full size, and keep the copy."""
        book = self._session.workspace.evidence
        # Two in a row begin from the same picture: the later copy has the marks of both.
        key = (evidence.id, evidence.shown[0])
        shapes = self._drawn[key] = (*self._drawn.get(key, ()), *shapes)

        def job() -> bytes:
            return annotated(read_photo(book, evidence, COPY_SIDE), shapes)

        def refuse(error: InspectorError) -> None:
            self._session.refused.emit(error)

        def keep(picture: bytes) -> None:
            if not self._work.open_jobs:
                self._drawn.clear()
            self._keep(evidence, picture)

        self._work.do(job, keep, refuse)

    def finish(self) -> None:
        """Wait for every copy; the window lives meanwhile."""
        self._work.wait()

"""Photos large enough for a projector: read on a thread, the last few kept."""

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from inspector.domain.errors import InspectorError
from inspector.domain.visit.evidence import Evidence
from inspector.gui.background import Background
from inspector.gui.session import Session
from inspector.workspace.evidence.evidence_book import EvidenceBook

SIDE = 1600
"""Pixels of the longer side."""

MOST = 8
"""Photos kept, of 8 MB each: what is in front, and what comes next."""


class PhotoLoader(QObject):
    """Photos by the digest of what they show."""

    came = Signal()
    """A photo is there, or is known to be unreadable."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._photos: OrderedDict[str, QImage] = OrderedDict()
        self._wanted: set[str] = set()
        self._under_way: set[str] = set()
        self._work = Background(self)
        session.closing.connect(self.stop)

    def want(self, evidence: Sequence[Evidence]) -> None:
        """Say which photos are shown now or next; what was wanted before is not any more."""
        book = self._session.workspace.evidence  # loads its code here, not on the thread
        self._wanted = {each.shown[0] for each in evidence}
        for each in evidence:
            key = each.shown[0]
            if key in self._photos:
                self._photos.move_to_end(key)
            elif key not in self._under_way:
                self._under_way.add(key)
                self._work.do(
                    partial(self._read, book, key, each),
                    partial(self._keep, key),
                    partial(self._give_up, key),
                )

    def get(self, evidence: Evidence) -> tuple[QImage | None, bool]:
        """Return a photo, or none with whether it will never come."""
        photo = self._photos.get(evidence.shown[0])
        if photo is None or photo.isNull():
            return None, photo is not None
        return photo, False

    def stop(self) -> None:
        """Want nothing any more, and wait for what is being read."""
        self._wanted = set()
        self._work.finish()

    def _read(self, book: EvidenceBook, key: str, evidence: Evidence) -> QImage | None:
        """Read a photo, on the thread; None when it is not wanted any more."""
        return QImage.fromData(book.preview(evidence, SIDE)) if key in self._wanted else None

    def _give_up(self, key: str, error: InspectorError) -> None:
        self._keep(key, QImage())

    def _keep(self, key: str, photo: QImage | None) -> None:
        self._under_way.discard(key)
        if photo is None:
            return
        self._photos[key] = photo
        while len(self._photos) > MOST:
            self._photos.popitem(last=False)
        self.came.emit()

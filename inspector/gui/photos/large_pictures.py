"""Photos large enough to compare, read on a thread; the last ones are kept."""

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

SIDE = 1280
"""Pixels of the longer side."""

MOST = 16
"""Pictures kept, of 5 MB each."""


class LargePictures(QObject):
    """Pictures by the digest of what they show; a null picture is one that cannot be read."""

    loaded = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures: OrderedDict[str, QImage] = OrderedDict()
        self._wanted: dict[str, Evidence] = {}
        self._under_way: set[str] = set()
        self._work = Background(self)
        session.closing.connect(self.stop)

    def want(self, evidence: Sequence[Evidence]) -> None:
        """Say which photos are in sight now; what was wanted before is not any more."""
        self._wanted = {each.shown[0]: each for each in evidence}
        for key in self._wanted:
            self._ask_for(key)

    def get(self, evidence: Evidence) -> QImage | None:
        """Return a picture, None while it is being read."""
        return self._pictures.get(evidence.shown[0])

    def stop(self) -> None:
        """Want nothing any more, and wait for what is being read."""
        self._wanted = {}
        self._work.finish()

    def _ask_for(self, key: str) -> None:
        if key in self._pictures or key in self._under_way:
            return
        book = self._session.workspace.evidence  # loads its code here, not on the thread
        self._under_way.add(key)
        self._work.do(
            partial(self._read, book, self._wanted[key]),
            partial(self._keep, key),
            partial(self._give_up, key),
        )

    def _read(self, book: EvidenceBook, evidence: Evidence) -> QImage | None:
        """Read a picture, on the thread; None when it is not wanted any more."""
        if evidence.shown[0] not in self._wanted:
            return None
        return QImage.fromData(book.preview(evidence, SIDE))

    def _give_up(self, key: str, error: InspectorError) -> None:
        self._keep(key, QImage())

    def _keep(self, key: str, picture: QImage | None) -> None:
        self._under_way.discard(key)
        if picture is None:  # not wanted when its turn came, but may be again by now
            if key in self._wanted:
                self._ask_for(key)
            return
        self._pictures[key] = picture
        while len(self._pictures) > MOST:
            self._pictures.popitem(last=False)
        self.loaded.emit()

"""Thumbnails in memory, a bounded number of them; only what is in sight is ever loaded."""

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from inspector.domain.errors import CannotWriteError, InspectorError
from inspector.domain.visit.evidence import Evidence
from inspector.gui.background import Background
from inspector.gui.session import Session
from inspector.storage.evidence.thumbnails import THUMBNAIL_SIDE
from inspector.workspace.evidence.evidence_book import EvidenceBook

MOST = 240
"""Thumbnails kept: of 256 × 192 pixels at 4 bytes each, 47 MB."""

REST = 60
"""Milliseconds on an item before its photos are loaded: the arrow keys repeat faster."""


class ThumbnailCache(QObject):
    """Small pictures by the digest of what they show."""

    loaded = Signal()
    """Something that was wanted is there, or is known to be unreadable."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._wanted: dict[str, Evidence] = {}
        self._under_way: set[str] = set()
        self._work = Background(self)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._load)
        session.closing.connect(self.stop)
        self.jobs = 0
        """How many were read from disk so far."""

    def want(self, evidence: Sequence[Evidence]) -> None:
        """Say which photos are in sight now; what was wanted before is not any more."""
        self._wanted = {
            each.shown[0]: each
            for each in evidence
            if each.is_photo and each.shown[0] not in self._pictures
        }
        if self._wanted:
            self._rest.start()

    def get(self, evidence: Evidence) -> tuple[QPixmap | None, bool]:
        """Return a thumbnail, or none with whether it will never come."""
        key = evidence.shown[0]
        if key not in self._pictures:
            return None, False
        self._pictures.move_to_end(key)
        picture = self._pictures[key]
        return picture, picture is None

    def stop(self) -> None:
        """Want nothing any more, and wait for what is being read."""
        self._rest.stop()
        self._wanted = {}
        self._work.finish()

    def _load(self) -> None:
        book = self._session.workspace.evidence  # loads its code here, not on the thread
        for key, evidence in self._wanted.items():
            if key not in self._under_way:
                self._under_way.add(key)
                self._work.do(
                    partial(self._read, book, key, evidence),
                    partial(self._keep, key),
                    partial(self._give_up, key),
                )

    def _read(self, book: EvidenceBook, key: str, evidence: Evidence) -> QImage | None:
        """Read a thumbnail, on the thread; None when it is not wanted any more."""
        if key not in self._wanted:
            return None
        try:
            return QImageReader(str(book.thumbnail(evidence))).read()
        except CannotWriteError:  # the disk that photos wait for takes no small ones either
            return QImage.fromData(book.preview(evidence, THUMBNAIL_SIDE))

    def _give_up(self, key: str, error: InspectorError) -> None:
        self._keep(key, QImage())

    def _keep(self, key: str, image: QImage | None) -> None:
        self._under_way.discard(key)
        if image is None:  # not wanted when its turn came, but may be again by now
            if key in self._wanted:
                self._rest.start()
            return
        self.jobs += 1
        self._wanted.pop(key, None)
        self._pictures[key] = None if image.isNull() else QPixmap.fromImage(image)
        while len(self._pictures) > MOST:
            self._pictures.popitem(last=False)
        self.loaded.emit()

"""Photos of findings, read beside the window; the last few are kept."""

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from inspector.domain.visit.evidence import Evidence
from inspector.gui.background import Background
from inspector.gui.session import Session

SMALL, LARGE = 480, 1600
"""Pixels of the longer side."""

_MOST = 24


class PictureSource(QObject):
    """Ask with `get`; what is not there yet is read, and `loaded` says when it came."""

    loaded = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._work = Background(self)
        self._pictures: OrderedDict[tuple[str, int], QPixmap | None] = OrderedDict()
        self._under_way: set[tuple[str, int]] = set()
        session.closing.connect(self._work.finish)

    def get(self, evidence: Evidence, side: int) -> tuple[QPixmap | None, bool]:
        """Return a photo if it was read, and whether it cannot be."""
        key = (evidence.shown[0], side)
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key], self._pictures[key] is None
        if key not in self._under_way:
            self._under_way.add(key)
            book = self._session.workspace.evidence
            self._work.do(
                lambda: QImage.fromData(book.preview(evidence, side)),
                lambda image: self._keep(key, image),
                lambda _: self._keep(key, QImage()),
            )
        return None, False

    def finish(self) -> None:
        """Wait for what is being read."""
        self._work.finish()

    def _keep(self, key: tuple[str, int], image: QImage) -> None:
        self._under_way.discard(key)
        self._pictures[key] = None if image.isNull() else QPixmap.fromImage(image)
        while len(self._pictures) > _MOST:
            self._pictures.popitem(last=False)
        self.loaded.emit()

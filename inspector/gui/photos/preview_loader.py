"""Large views of photos: read on a thread, the last few kept."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from inspector.domain.errors import InspectorError
from inspector.domain.visit.evidence import Evidence
from inspector.gui.background import Background
from inspector.gui.session import Session

SIDE = 1920
"""Pixels of the longer side."""

MOST = 4
"""Views kept, of 11 MB each."""


class PreviewLoader(QObject):
    """One view is wanted at a time; what was wanted before is skipped if it was not begun."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._views: OrderedDict[str, QImage] = OrderedDict()
        self._wanted = ""
        self._work = Background(self)
        session.closing.connect(self.stop)

    def load(
        self,
        evidence: Evidence,
        done: Callable[[QImage], None],
        refused: Callable[[InspectorError], None],
    ) -> bool:
        """Hand over the view of a photo, at once (True) or when it was read (False)."""
        key = self._wanted = evidence.shown[0]
        if key in self._views:
            self._views.move_to_end(key)
            done(self._views[key])
            return True
        book = self._session.workspace.evidence

        def job() -> QImage | None:
            if key != self._wanted:
                return None
            return QImage.fromData(book.preview(evidence, SIDE))

        def keep(image: QImage | None) -> None:
            if image is not None:
                self._views[key] = image
                while len(self._views) > MOST:
                    self._views.popitem(last=False)
                if key == self._wanted:
                    done(image)

        def refuse(error: InspectorError) -> None:
            if key == self._wanted:
                refused(error)

        self._work.do(job, keep, refuse)
        return False

    def stop(self) -> None:
        """Want nothing any more, and wait for what is being read."""
        self._wanted = ""
        self._work.finish()

    def forget(self) -> None:
        """Let go of every view; nothing is wanted any more."""
        self._wanted = ""
        self._views.clear()

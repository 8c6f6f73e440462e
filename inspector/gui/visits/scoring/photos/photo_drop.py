"""Files and pictures dragged onto the scoring page; anywhere on it means the item in front."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QResizeEvent

from inspector.gui.photos.photo_words import place_words
from inspector.gui.widgets.evidence_source import from_mime, is_evidence
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.visits.scoring.photos.photo_desk import PhotoDesk
    from inspector.gui.visits.scoring.scoring_page import ScoringPage

_OVER = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class PhotoDrop(QObject):
    """Says while something is held over the page where it would go."""

    dropped = Signal(list)  # of Source

    def __init__(self, page: "ScoringPage", desk: "PhotoDesk") -> None:
        super().__init__(desk)
        self._page, self._desk = page, desk
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and watched is self._page:
            return self._on_drop(event)
        if event.type() == QEvent.Type.DragLeave:
            self._page.line.unmention()
        elif isinstance(event, QResizeEvent) and self._desk.viewer.is_open:
            self._desk.viewer.resize(event.size())
        return False

    def _on_drop(self, event: QDropEvent) -> bool:
        place = self._page.place
        if not place.is_open or place.item is None or not is_evidence(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # never away from where it lies
        event.accept()
        if event.type() in _OVER:
            words = place_words(place.card, place.item)
            self._page.line.mention(tr("Drop it for {place}", place=words))
        elif event.type() == QEvent.Type.Drop:
            self.dropped.emit(from_mime(event.mimeData()))
        return True

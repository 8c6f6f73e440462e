"""Photos large over the page, as found beside after; the arrows go through both sides."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.evidence import Evidence
from inspector.gui.photos.before_after import after, as_found, caption
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.photos.photo_pane import PhotoPane, ShownPhoto
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.overlay import Overlay
from inspector.translation import tr


class PhotoView(Overlay):
    """← → the photo as found before or after, ↑ ↓ the later one; any other key closes it."""

    def __init__(
        self, title: str, evidence: Sequence[Evidence], cache: PhotoCache, parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName("photoView")
        self._sides = [each for each in (as_found(evidence), after(evidence)) if each]
        self._at = [0 if side[0] in as_found(evidence) else len(side) - 1 for side in self._sides]
        self._pane = PhotoPane(cache, "photoPane")
        head = ElidedLabel("section")
        head.setText(title)
        self.column.addWidget(head)
        self.column.addWidget(self._pane, 1)
        self.column.addWidget(label(tr("← → before   ↑ ↓ after   Esc closes"), "secondary"))
        self._show_photos()

    def appear(self) -> None:
        """Cover the page with it; take the keyboard."""
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect().adjusted(2 * GRID, 2 * GRID, -2 * GRID, -2 * GRID))
        self.show()
        self.raise_()
        self.setFocus()

    @property
    def captions(self) -> list[str]:
        """What stands under the photos."""
        return [caption(side, at) for side, at in zip(self._sides, self._at, strict=True)]

    def _show_photos(self) -> None:
        photos = [side[at] for side, at in zip(self._sides, self._at, strict=True)]
        self._pane.show_photos(list(map(ShownPhoto, photos, self.captions)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, -1),
            Qt.Key.Key_Down: (-1, 1),
        }
        if (key := Qt.Key(event.key())) in steps:
            side, step = steps[key]
            self._at[side] = max(0, min(self._at[side] + step, len(self._sides[side]) - 1))
            self._show_photos()
        else:
            super().keyPressEvent(event)

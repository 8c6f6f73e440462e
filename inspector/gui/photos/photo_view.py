"""Photos large over the page, as found beside after; the arrows go through both sides."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.evidence import Evidence
from inspector.gui.photos.photo_pair import after, as_found, caption, paint_photo
from inspector.gui.photos.picture_source import LARGE, PictureSource
from inspector.gui.theme import GRID, SMALL_SIZE, colours_of, text_font
from inspector.gui.widgets.overlay import Overlay
from inspector.translation import tr

_HEAD = 32


class PhotoView(Overlay):
    """← → the photo as found before or after, ↑ ↓ the later one; any other key closes it."""

    def __init__(
        self, title: str, evidence: Sequence[Evidence], source: PictureSource, parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName("photoView")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = title
        self._source = source
        self._found, self._later = as_found(evidence), after(evidence)
        self._at = [0, len(self._later) - 1]
        source.loaded.connect(self.update)

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
        """What stands under the two photos."""
        return [
            caption(self._found, self._at[0], True),
            caption(self._later, self._at[1], False),
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colours = colours_of(self)
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), colours.colour("surface"))
        inside = self.rect().adjusted(2 * GRID, GRID, -2 * GRID, -2 * GRID)
        head = QRect(inside.left(), inside.top(), inside.width(), _HEAD)
        painter.setFont(text_font(bold=True))
        painter.setPen(colours.colour("text"))
        keys = tr("← → before   ↑ ↓ after   Esc closes")
        painter.setFont(text_font(SMALL_SIZE))
        room = head.width() - painter.fontMetrics().horizontalAdvance(keys) - 2 * GRID
        painter.setPen(colours.colour("secondary"))
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, keys)
        painter.setFont(text_font(bold=True))
        painter.setPen(colours.colour("text"))
        said = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)
        below = inside.adjusted(0, _HEAD + GRID, 0, 0)
        half = (below.width() - 2 * GRID) // 2
        for number, photos in enumerate((self._found, self._later)):
            place = QRect(
                below.left() + number * (half + 2 * GRID), below.top(), half, below.height()
            )
            photo = photos[self._at[number]] if photos else None
            said = self.captions[number]
            paint_photo(painter, place, photo, self._source, LARGE, said, colours)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (1, -1),
            Qt.Key.Key_Down: (1, 1),
        }
        if (key := Qt.Key(event.key())) in steps:
            side, step = steps[key]
            photos = (self._found, self._later)[side]
            self._at[side] = max(0, min(self._at[side] + step, len(photos) - 1))
            self.update()
        else:
            super().keyPressEvent(event)

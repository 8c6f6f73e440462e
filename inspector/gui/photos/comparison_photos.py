"""Photos of one side of a comparison, as large as there is room: one, or up to four in a grid."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector.domain.visit.evidence import Evidence
from inspector.gui.photos.large_pictures import LargePictures
from inspector.gui.theme import GRID, colours_of, text_font
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.translation import tr

MOST_SHOWN = 4


class _Grid(QWidget):
    """Draws the pictures."""

    def __init__(self, pictures: LargePictures) -> None:
        super().__init__()
        self._pictures = pictures
        self.evidence: Sequence[Evidence] = ()
        self.nothing = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        pictures.loaded.connect(self.update)

    def _cells(self, count: int) -> list[QRect]:
        columns = 1 if count == 1 or (count == 2 and self.height() > self.width()) else 2
        rows = -(-count // columns)
        width = (self.width() - (columns - 1) * GRID) // columns
        height = (self.height() - (rows - 1) * GRID) // rows
        return [
            QRect((at % columns) * (width + GRID), (at // columns) * (height + GRID), width, height)
            for at in range(count)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), colours_of(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(text_font())
        shown = self.evidence[:MOST_SHOWN]
        if not shown:
            painter.fillRect(self.rect(), colours.colour("chip"))
            painter.setPen(colours.colour("secondary"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            room = self.rect().adjusted(GRID, GRID, -GRID, -GRID)
            painter.drawText(room, int(flags), self.nothing)
            return
        for evidence, cell in zip(shown, self._cells(len(shown)), strict=True):
            painter.fillRect(cell, colours.colour("chip"))
            picture = self._pictures.get(evidence)
            if picture is None or picture.isNull():
                painter.setPen(colours.colour("secondary"))
                word = tr("Reading the photo…") if picture is None else evidence.name
                painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), word)
                continue
            size = picture.size().scaled(cell.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(cell.topLeft(), size)
            place.moveCenter(cell.center())
            painter.drawImage(place, picture)


class PhotoPane(QWidget):
    """A line that says what is seen, and the pictures under it."""

    def __init__(self, name: str, nothing: str, pictures: LargePictures) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = ElidedLabel("secondary")
        self._title.setObjectName(f"{name}Title")
        self._grid = _Grid(pictures)
        self._grid.nothing = nothing
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._grid, 1)

    @property
    def shown(self) -> Sequence[Evidence]:
        """The photos that are drawn."""
        return self._grid.evidence[:MOST_SHOWN]

    def show_photos(self, title: str, evidence: Sequence[Evidence]) -> None:
        """Show photos under `title`; more than fit are counted."""
        photos = [each for each in evidence if each.is_photo]
        more = len(photos) - MOST_SHOWN
        self._title.setText(tr("{title}, {count} more", title=title, count=more) if more > 0
                            else title)  # fmt: skip
        self._grid.evidence = photos
        self._grid.setAccessibleName(title)
        self._grid.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(48, 48)

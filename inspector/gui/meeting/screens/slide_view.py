"""A screen of the meeting: photos on the left where there are any, words on the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inspector.domain.visit.evidence import Evidence
from inspector.gui.meeting.screens.shown_photos import ShownPhotos
from inspector.gui.meeting.screens.stage_look import stage_sheet
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.photos.photo_pane import PhotoPane
from inspector.gui.theme import GRID, NARROW

_ONE_PHOTO, _TWO_PHOTOS = 52, 62
"""Hundredths of the width that photos have."""

_LARGER, _ROOM_FOR_LARGER = 1.3, 600
"""Words without a photo beside them are larger, on a screen of that many pixels in height."""

_WIDEST_WORDS = 1200
"""Pixels of lines without a photo beside them: longer ones are hard to follow."""


class SlideView(QWidget):
    """What every screen has; `words` is the column that a screen fills."""

    def __init__(self, cache: PhotoCache, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.pane = PhotoPane(cache, "photoPane")
        self.pane.setMinimumSize(160, 96)
        self._photos, self._turned, self._text_size = ShownPhotos(), 0, 20
        self._content = QWidget()
        self.words = QVBoxLayout(self._content)
        self.words.setContentsMargins(0, 0, GRID, 0)
        self.words.setSpacing(GRID)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._content)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._row.setSpacing(3 * GRID)
        self._row.addWidget(self.pane)
        self._row.addWidget(self.area)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 96)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_words()

    @property
    def announced(self) -> str:
        """What a screen reader is told when the screen comes to the front."""
        return self.accessibleName()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The photos of the screen, those that are not turned to as well."""
        return self._photos.evidence

    def show_photos(self, photos: ShownPhotos, text_size: int) -> None:
        """Show the photos of another screen, the first one in front."""
        self._photos, self._turned, self._text_size = photos, 0, text_size
        self._redraw()

    def turn_photo(self) -> None:
        """Bring the next photo of what was found to the front."""
        self._turned += 1
        self._redraw()

    def scroll_by(self, steps: int) -> None:
        """Move long words up or down."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + steps * 3 * self._text_size)

    def to_top(self) -> None:
        """Show the beginning of the words."""
        self.area.verticalScrollBar().setValue(0)

    def _redraw(self) -> None:
        pair = self._photos.pair(self._turned)
        self.pane.setVisible(bool(pair))
        self.pane.show_photos(pair, self._text_size)
        two = len(pair) > 1 and self.width() >= NARROW  # else the words need their half
        share = _TWO_PHOTOS if two else _ONE_PHOTO
        self._row.setStretch(0, share)
        self._row.setStretch(1, 100 - share)
        self._size_words()
        self._content.setMaximumWidth(16777215 if pair else _WIDEST_WORDS)

    def _size_words(self) -> None:
        larger = not self.pane.photos and self.height() >= _ROOM_FOR_LARGER
        sheet = stage_sheet(round(_LARGER * self._text_size)) if larger else ""
        if self._content.styleSheet() != sheet:
            self._content.setStyleSheet(sheet)

"""A screen of the meeting: photos on the left where there are any, words on the right."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.evidence import Evidence
from inspector.gui.meeting.screens.stage_look import stage_colours
from inspector.gui.meeting.slide.card_deck import CardDeck
from inspector.gui.meeting.slide.slide_content import SlideContent
from inspector.gui.meeting.slide.slide_layout import slide_places
from inspector.gui.meeting.slide.slide_photos import SlidePhotos
from inspector.gui.meeting.slide.stage_sizes import StageSizes, sizes_of
from inspector.gui.meeting.slide.text_column import TextColumn
from inspector.gui.photos.photo_cache import PhotoCache


class SlideView(QWidget):
    """Shows any content, at sizes that are found for the whole meeting."""

    def __init__(self, cache: PhotoCache) -> None:
        super().__init__()
        self.setObjectName("slide")
        self.pane = SlidePhotos(cache, "photoPane")
        self.words, self.cards = TextColumn(), CardDeck()
        for each in (self.pane, self.words, self.cards):
            each.setParent(self)
        self.content = SlideContent("", ())
        self._sizes, self._turned = sizes_of(768), 0

    def show_content(self, content: SlideContent, sizes: StageSizes) -> None:
        """Show another screen, the first of its photos in front."""
        self.content, self._sizes, self._turned = content, sizes, 0
        self.setAccessibleName(content.title)
        self.cards.show_cards(content.cards, sizes)
        self._show_pair()
        self._arrange()
        in_middle = not content.photos.evidence and not content.cards
        self.words.show_blocks(content.blocks, sizes, in_middle=in_middle)

    @property
    def announced(self) -> str:
        """What a screen reader is told when the screen comes to the front."""
        return self.content.said

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The photos of the screen, those that are not turned to as well."""
        return self.content.photos.evidence

    def turn_photo(self) -> None:
        """Bring the next photo of what was found to the front."""
        self._turned += 1
        self._show_pair()

    def scroll_by(self, steps: int) -> None:
        """Move long words up or down."""
        self.words.scroll_by(steps)

    def to_top(self) -> None:
        """Show the beginning of the words."""
        self.words.to_top()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 96)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), stage_colours(self).colour("window"))

    def _show_pair(self) -> None:
        pair = self.content.photos.pair(self._turned)
        self.pane.setVisible(bool(pair))
        self.pane.show_photos(pair, self._sizes.least)

    def _arrange(self) -> None:
        has_photos = bool(self.evidence)
        places = slide_places(self.size(), self._sizes.height, has_photos=has_photos)
        self.pane.setGeometry(places.photos)
        words = QRect(places.words)
        if self.content.cards:
            words.setHeight(round(self._sizes.problem * 1.3))
            cards = QRect(places.words)
            cards.setTop(words.bottom() + 2 * self._sizes.gap)
            self.cards.setGeometry(cards)
        self.words.setGeometry(words)

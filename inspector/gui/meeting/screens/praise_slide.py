"""Praise on the projector: a highlight with its photos, or everybody without a deduction."""

from inspector.gui.meeting.screens.meeting_words import praise_place, praise_title
from inspector.gui.meeting.screens.slide_view import SlideView
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label, wrapped
from inspector.workspace.meeting.slides import MOST_PRAISED, PraiseSlide


class PraiseSlideView(SlideView):
    """Who is praised, and for what."""

    def __init__(self, cache: PhotoCache) -> None:
        super().__init__(cache, "praiseSlide")
        self.title = label("", "title")
        self.title.setObjectName("praiseTitle")
        self.words.addWidget(self.title)
        self.words.addSpacing(GRID)
        self._lines = [wrapped() for _ in range(MOST_PRAISED)]
        for line in self._lines:
            self.words.addWidget(line)
        self.words.addStretch(1)

    @property
    def lines(self) -> list[str]:
        """What is said, line by line."""
        return [line.text() for line in self._lines if not line.isHidden()]

    @property
    def announced(self) -> str:
        """Who is praised and for what, too: the screen before may have had the same title."""
        return "; ".join((self.title.text(), *self.lines))

    def show_praise(self, slide: PraiseSlide) -> None:
        """Show some words of praise."""
        self.title.setText(f"☆ {praise_title(slide.praise[0].kind)}")
        texts = []
        for each in slide.praise:
            place = praise_place(each)
            texts.append(f"{place}    {each.text}" if each.text else place)
        for number, line in enumerate(self._lines):
            line.setText(texts[number] if number < len(texts) else "")
            line.setVisible(number < len(texts))
        self.setAccessibleName(self.title.text())

"""The screens of a meeting, one in front, each with the photos that belong to it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.meeting.minutes import Minutes
from inspector.gui.announcing import announce
from inspector.gui.meeting.screens.meeting_words import kind_word
from inspector.gui.meeting.screens.stage_foot import StageFoot
from inspector.gui.meeting.screens.stage_hand import StageHand
from inspector.gui.meeting.slide.contents import contents_of, photos_of
from inspector.gui.meeting.slide.slide_content import SlideContent
from inspector.gui.meeting.slide.slide_view import SlideView
from inspector.gui.meeting.slide.stage_fit import fitted
from inspector.gui.meeting.slide.stage_sizes import sizes_of
from inspector.gui.photos.photo_cache import LARGE, SMALL, PhotoCache
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.photos.photo_viewer import PhotoViewer
from inspector.gui.session import Session
from inspector.gui.touch.swipes import TurnsBySwipe
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.meeting.slides import (
    ClosingSlide,
    DrillSlide,
    FindingSlide,
    OpeningSlide,
    PraiseSlide,
    Slide,
)

MOST_AHEAD = 8
"""Photos read before they are turned to, of 11 MB each."""

MOST_SMALL = 200
"""Photos that are there small, of 0.2 MB, until the large one is read."""


class Stage(QWidget, TurnsBySwipe):
    """Shows a screen, and at its foot how far the meeting is."""

    def __init__(self, session: Session, *, is_alone: bool = True, of_itself: bool = False) -> None:
        """`is_alone`: no other stage tells a screen reader what is shown.

        `of_itself`: it is a small picture of a screen, whose words are parts of its own height.
        """
        super().__init__()
        self.setObjectName("stage")
        self._is_alone, self._of_itself = is_alone, of_itself
        self._announced = ""
        self._session = session
        self._cache = PhotoCache.of(session)
        self._contents: Sequence[SlideContent] = ()
        self.sizes = sizes_of(768)
        """Of the words, the same on every screen of a meeting."""

        self.view, self.foot = SlideView(self._cache), StageFoot()
        stack(self, ((self.view, 1), self.foot))
        self.viewer = PhotoViewer(session, self)
        self.hand = StageHand(self)
        self._fitted = QSize(), 0  # the window and the height it was fitted for

    def fit(self, slides: Sequence[Slide], minutes: Minutes) -> None:
        """Find the size of the words at which all these screens fit, before any is shown."""
        self._contents = contents_of(self._session.workspace, slides, minutes)
        photos = [photo for each in self._contents for photo in each.photos.evidence]
        self._cache.want(self.foot, photos[:MOST_SMALL], SMALL)  # whatever one jumps to
        self._fit_anew()

    def show_slide(self, slide: Slide, minutes: Minutes, neighbours: Sequence[Slide]) -> None:
        """Show a screen as things stand; the photos of its neighbours are read meanwhile."""
        workspace, view = self._session.workspace, self.view
        (content,) = contents_of(workspace, [slide], minutes)
        view.show_content(content, self.sizes)
        said = view.announced
        if self._is_alone and said != self._announced:  # also drawn when a step is taken
            self._announced = said
            announce(view, said)
        others = [photos_of(workspace, each, minutes) for each in neighbours]
        evidence = [each for some in (content.photos, *others) for each in some.evidence]
        self._cache.want(self, evidence[:MOST_AHEAD], LARGE)
        view.pane.want()  # what is in front comes first
        self.foot.show_meeting(minutes.meeting)

    def show_large(self, at: int = 0) -> None:
        """Lay the photos of the screen over it, first the one that stands there at `at`."""
        every, shown = self.view.evidence, self.view.pane.shown
        if shown:
            title = self.view.accessibleName()
            self.viewer.beside.text_size = self.sizes.least
            self.viewer.open(Subject(title, lambda: every), every.index(shown[at]))

    def forget(self) -> None:
        """Show no photo large, and want none of what follows any more."""
        self.viewer.close_viewer()
        self._cache.want(self, (), LARGE)
        self._cache.want(self.foot, (), SMALL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window, height = self._fitted
        if self._of_itself or window != self.window().size() or self.height() > height:
            self._fit_anew()

    def be_sized_by_itself(self, of_itself: bool) -> None:
        """Be a small picture of a screen from now on, or the screen itself."""
        if of_itself is not self._of_itself:
            self._of_itself = of_itself
            self._fit_anew()

    def _fit_anew(self) -> None:
        """Fit the words into the screen at its highest: what opens below it goes again.

        They are parts of the height of the whole window, which on a projector is the screen.
        """
        self._fitted = self.window().size(), self.height()
        height = self.window().height()
        if self._of_itself:
            height = max(1, min(self.height(), self.width() * 9 // 16))
        self.foot.dress(sizes_of(height))
        foot = 0 if self.foot.isHidden() else self.foot.height()
        room = QSize(self.width(), self.height() - foot)
        self.sizes = fitted(self._contents, room, height)
        self.foot.dress(self.sizes)

    # The mouse, and a finger

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hand.press(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hand.release(event)

    def take_swipe(self, *, forward: bool) -> None:
        (self.hand.forward if forward else self.hand.back).emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


def place_text(slide: Slide) -> str:
    """Return where in the meeting a screen is, and in which part of it."""
    match slide:
        case OpeningSlide():
            return tr("opening")
        case PraiseSlide():
            return tr("praise, screen {number} / {of}", number=slide.number, of=slide.of)
        case FindingSlide():
            return f"{slide.number} / {slide.of} · {kind_word(slide.kind)}"
        case DrillSlide():
            return tr("drill")
        case ClosingSlide():
            return tr("closing")

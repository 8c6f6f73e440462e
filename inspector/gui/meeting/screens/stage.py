"""The screens of a meeting, one in front, each with the photos that belong to it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from inspector.domain.meeting.minutes import Minutes
from inspector.gui.announcing import announce
from inspector.gui.meeting.screens.closing_slide import ClosingSlideView
from inspector.gui.meeting.screens.drill_slide import DrillSlideView
from inspector.gui.meeting.screens.finding_slide import FindingSlideView
from inspector.gui.meeting.screens.meeting_words import place_word
from inspector.gui.meeting.screens.praise_slide import PraiseSlideView
from inspector.gui.meeting.screens.shown_photos import (
    ShownPhotos,
    photos_of_finding,
    photos_of_praise,
)
from inspector.gui.meeting.screens.slide_view import SlideView
from inspector.gui.meeting.screens.stage_look import BASE
from inspector.gui.photos.photo_cache import LARGE, PhotoCache
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.photos.photo_viewer import PhotoViewer
from inspector.gui.session import Session
from inspector.translation import tr
from inspector.workspace.meeting.slides import (
    ClosingSlide,
    DrillSlide,
    FindingSlide,
    PraiseSlide,
    Slide,
)

MOST_AHEAD = 8
"""Photos read before they are turned to, of 11 MB each."""


class Stage(QStackedWidget):
    """Shows a screen; `text_size` is that of ordinary text, in pixels."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._announced = ""
        self._session = session
        self.text_size = BASE
        self._cache = PhotoCache.of(session)
        self.praise = PraiseSlideView(self._cache)
        self.finding = FindingSlideView(self._cache)
        self.drill = DrillSlideView(self._cache)
        self.closing = ClosingSlideView(self._cache)
        for view in (self.praise, self.finding, self.drill, self.closing):
            self.addWidget(view)
            view.pane.opened.connect(self.show_large)
        self.viewer = PhotoViewer(session, self)

    @property
    def view(self) -> SlideView:
        """The screen in front."""
        view = self.currentWidget()
        assert isinstance(view, SlideView)
        return view

    def show_slide(self, slide: Slide, minutes: Minutes, following: Sequence[Slide]) -> None:
        """Show a screen as things stand; the photos of the `following` ones are read meanwhile."""
        view, photos = self._filled(slide, minutes), self._photos_of(slide, minutes)
        view.show_photos(photos, self.text_size)
        self.setCurrentWidget(view)
        if (said := view.announced) != self._announced:  # also drawn when a step is taken
            self._announced = said
            announce(view, said)
        next_ones = [self._photos_of(each, minutes) for each in following]
        evidence = [each for some in (photos, *next_ones) for each in some.evidence]
        self._cache.want(self, evidence[:MOST_AHEAD], LARGE)
        view.pane.want()  # what is in front comes first

    def show_large(self, at: int = 0) -> None:
        """Lay the photos of the screen over it, first the one that stands there at `at`."""
        view = self.view
        every, shown = view.evidence, view.pane.shown
        if shown:
            title = view.accessibleName()
            self.viewer.beside.text_size = self.text_size
            self.viewer.open(Subject(title, lambda: every), every.index(shown[at]))

    def forget(self) -> None:
        """Show no photo large, and want none of what follows any more."""
        self.viewer.close_viewer()
        self._cache.want(self, (), LARGE)

    def _filled(self, slide: Slide, minutes: Minutes) -> SlideView:
        workspace = self._session.workspace
        match slide:
            case PraiseSlide():
                self.praise.show_praise(slide)
                return self.praise
            case FindingSlide():
                lines = slide.lines(minutes)
                people = workspace.minutes.people(minutes.meeting.site_id)
                places = "、".join(
                    place_word(each.finding.window_number, people.words(each.finding.staff_number))
                    for each in lines
                )
                self.finding.show_line(lines[0], places, minutes.meeting.started_at.date())
                return self.finding
            case DrillSlide():
                self.drill.show_drill(slide.drill, minutes.meeting.drill_note)
                return self.drill
            case ClosingSlide():
                self.closing.show_minutes(minutes)
                return self.closing

    def _photos_of(self, slide: Slide, minutes: Minutes) -> ShownPhotos:
        workspace = self._session.workspace
        match slide:
            case PraiseSlide():
                return photos_of_praise(workspace, slide.praise[0])
            case FindingSlide():
                return photos_of_finding(workspace, slide.lines(minutes)[0].finding)
        return ShownPhotos()


def place_text(slide: Slide) -> str:
    """Return where in the meeting a screen is."""
    match slide:
        case PraiseSlide():
            return tr("praise {number} / {of}", number=slide.number, of=slide.of)
        case FindingSlide():
            return f"{slide.number} / {slide.of}"
        case DrillSlide():
            return tr("drill")
        case ClosingSlide():
            return tr("closing")

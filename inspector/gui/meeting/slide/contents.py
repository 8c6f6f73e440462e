"""The content of every screen of a meeting, as things stand now."""

from collections.abc import Iterable

from inspector.domain.meeting.minutes import Minutes
from inspector.domain.meeting.people_names import People
from inspector.gui.meeting.slide.finding_content import finding_content
from inspector.gui.meeting.slide.other_contents import (
    closing_content,
    drill_content,
    opening_content,
)
from inspector.gui.meeting.slide.praise_content import praise_content
from inspector.gui.meeting.slide.shown_photos import (
    ShownPhotos,
    photos_of_finding,
    photos_of_praise,
)
from inspector.gui.meeting.slide.slide_content import SlideContent
from inspector.workspace.meeting.slides import (
    ClosingSlide,
    DrillSlide,
    FindingSlide,
    OpeningSlide,
    PraiseSlide,
    Slide,
)
from inspector.workspace.workspace import Workspace


def contents_of(
    workspace: Workspace, slides: Iterable[Slide], minutes: Minutes
) -> list[SlideContent]:
    """Return what each of some screens says and shows."""
    people = workspace.minutes.people(minutes.meeting.site_id)
    return [_content_of(workspace, each, minutes, people) for each in slides]


def _content_of(
    workspace: Workspace, slide: Slide, minutes: Minutes, people: People
) -> SlideContent:
    meeting = minutes.meeting
    match slide:
        case OpeningSlide():
            return opening_content(slide, minutes)
        case PraiseSlide():
            return praise_content(slide, photos_of(workspace, slide, minutes))
        case FindingSlide():
            return finding_content(
                slide.lines(minutes),
                lambda finding: people.words(finding.staff_number),
                meeting.started_at.date(),
                photos_of(workspace, slide, minutes),
            )
        case DrillSlide():
            return drill_content(slide.drill, meeting.drill_note)
        case ClosingSlide():
            return closing_content(minutes)


def photos_of(workspace: Workspace, slide: Slide, minutes: Minutes) -> ShownPhotos:
    """Return the photos of a screen; of several windows, those of the first that has any."""
    if isinstance(slide, PraiseSlide):
        return photos_of_praise(workspace, slide.cards[0].praise[0])
    if isinstance(slide, FindingSlide):
        for line in slide.lines(minutes):
            if (photos := photos_of_finding(workspace, line.finding)).evidence:
                return photos
    return ShownPhotos()

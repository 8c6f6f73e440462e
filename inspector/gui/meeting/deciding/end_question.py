"""The end of a meeting: asked once, with what was not shown yet."""

from collections.abc import Iterable

from inspector.domain.meeting.minutes import Minutes
from inspector.gui.commands.shared_keys import COMPLETE, press
from inspector.translation import tr, tr_count
from inspector.workspace.meeting.slides import FindingSlide, Slide


def end_question(minutes: Minutes, slides: Iterable[Slide]) -> str:
    """Return what to ask before a meeting ends.

    The place on a screen counts screens: where some have several findings, both are told.
    """
    waiting = sum(line.is_waiting for line in minutes.lines)
    screens = sum(
        any(line.is_waiting for line in slide.lines(minutes))
        for slide in slides
        if isinstance(slide, FindingSlide)
    )
    complete = press(COMPLETE, tr("End the meeting"))
    if not waiting:
        return tr(
            "{complete} again ends the meeting; its minutes are fixed then.", complete=complete
        )
    if 0 < screens < waiting:
        return tr_count(
            screens,
            "1 screen with {findings} findings was not shown yet. {complete} again ends the"
            " meeting.",
            "{count} screens with {findings} findings were not shown yet. {complete} again ends the"
            " meeting.",
            findings=waiting,
            complete=complete,
        )
    return tr_count(
        waiting,
        "1 finding was not shown yet. {complete} again ends the meeting.",
        "{count} findings were not shown yet. {complete} again ends the meeting.",
        complete=complete,
    )

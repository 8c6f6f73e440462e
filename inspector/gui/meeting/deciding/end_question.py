"""The end of a meeting: asked once, with what was not shown yet."""

from inspector.domain.meeting.minutes import Minutes
from inspector.gui.commands.shared_keys import COMPLETE, press
from inspector.translation import tr, tr_count


def end_question(minutes: Minutes) -> str:
    """Return what to ask before a meeting ends."""
    waiting = sum(line.is_waiting for line in minutes.lines)
    complete = press(COMPLETE, tr("End the meeting"))
    if not waiting:
        return tr(
            "{complete} again ends the meeting; its minutes are fixed then.", complete=complete
        )
    return tr_count(
        waiting,
        "1 finding was not shown yet. {complete} again ends the meeting.",
        "{count} findings were not shown yet. {complete} again ends the meeting.",
        complete=complete,
    )

"""The keys of the stage: what each screen allows, for the line at the foot and for `?`."""

from inspector.domain.finding.finding import Finding, FindingState
from inspector.gui.commands.key_line import Keys
from inspector.gui.meeting.screens.slides import ClosingSlide, DrillSlide, FindingSlide, Slide
from inspector.translation import tr


def next_keys(slide: Slide, finding: Finding | None, full_screen: bool) -> Keys:
    """Return the few keys of the screen in front."""
    keys: list[tuple[str, str]] = [("→", tr("Next"))]
    if isinstance(slide, FindingSlide) and finding is not None:
        keys += _finding_keys(finding)
    elif isinstance(slide, DrillSlide):
        keys.append(("N", tr("Meeting note")))
    elif isinstance(slide, ClosingSlide):
        keys = [("T", tr("Tasks")), ("A", tr("Attendance")), ("Ctrl+↵", tr("End the meeting"))]
    if full_screen:
        keys.append(("Esc", tr("Leave full screen")))
    else:
        keys.append(("F11", tr("Full screen")))
    return keys


def _finding_keys(finding: Finding) -> Keys:
    if finding.state.is_ended:
        return [("R", tr("Appeal")), ("N", tr("Meeting note")), ("Ctrl+Z", tr("Undo"))]
    reported = finding.state is FindingState.REPORTED
    keys = [("C", tr("Recheck passed") if reported else tr("Corrected"))]
    if reported:
        keys.append(("E", tr("Extend")))
    elif finding.state is FindingState.RECTIFYING:
        keys += [("E", tr("Extend")), ("T", tr("Assign"))]
    else:
        keys.append(("T", tr("Assign")))
    contested = finding.appealed_at is not None
    keys.append(("R", tr("Decide the appeal") if contested else tr("Appeal")))
    return [*keys, ("N", tr("Meeting note")), ("Ctrl+Z", tr("Undo"))]


def all_keys() -> Keys:
    """Return every key of the stage."""
    return (
        (tr("→ Space PgDn"), tr("Next screen; the finding counts as talked about")),
        ("← PgUp", tr("Screen before")),
        ("Home End", tr("First and last screen")),
        (tr("Digits ↵"), tr("To the finding with this number")),
        ("↑ ↓", tr("Scroll")),
        ("P", tr("Next photo")),
        ("C", tr("Corrected on the spot; what was reported done: recheck passed")),
        ("T", tr("Assign: owner, department, leader, type, deadline; last screen: tasks")),
        ("E", tr("Extend the deadline")),
        ("R", tr("Appeal, and decide it")),
        ("N", tr("Meeting note")),
        ("A", tr("Attendance")),
        ("Ctrl+Z", tr("Take back what the meeting decided last about this finding")),
        ("F11", tr("Full screen, on the second screen if there is one")),
        ("Esc", tr("Leave full screen, then the screens; the meeting goes on")),
        ("Ctrl+↵", tr("End the meeting")),
    )

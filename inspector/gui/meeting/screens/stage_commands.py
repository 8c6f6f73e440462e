"""What can be done at the screens of a meeting, by which keys, and what the line tells of it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from inspector.domain.finding.finding import Finding, FindingState
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import (
    ASSIGN,
    ATTENDANCE,
    COMPLETE,
    CONFIRM,
    EXTEND,
    LARGER,
    LEAVE,
    REFUSE_ASKED,
    SMALLER,
    UNDO,
    UP_DOWN,
)
from inspector.translation import tr
from inspector.workspace.meeting.slides import ClosingSlide, DrillSlide, FindingSlide, Slide

if TYPE_CHECKING:
    from inspector.gui.meeting.presenter import Presenter

COVERED = "covered"
"""The mode in which a tray is open, or a photo lies over the screen."""

IN_MENUS = (
    "correct", "assign", "extend", "refuse", "appeal", "note", "undo", "attendance",
    "photo", "large", "zoom-in", "zoom-out", "before", "next",
    "dark", "swap", "full-screen", "end", "leave",
)  # fmt: skip
"""What stands in the menu of a screen, by the names of the commands."""


def stage_commands(stage: "Presenter") -> CommandTable:
    """Return the commands of the screens."""
    made = CommandTable(stage)
    add, turn = made.add, partial(made.add, left_over=True, repeats=True)
    why, course = stage.deciding.why_not, stage.course

    def fresh(do: Callable[..., object]) -> Callable[..., None]:
        """Return what does a thing, and forgets the number that was begun and what was asked."""

        def anew(*place: int) -> None:
            course.forget()
            do(*place)

        return anew

    forward, back = ("Right", "Space", "PgDown"), ("Left", "PgUp")  # PgDn: of a remote control
    words = tr("Next screen; the finding counts as talked about")
    turn("next", words, forward, fresh(course.go_on))
    turn("before", tr("Screen before"), back, fresh(course.go_back))
    ends = fresh(course.go_to_end)
    first_last = tr("First screen"), tr("Last screen")
    words = tr("First and last screen")
    turn("ends", words, ("Home", "End"), ends, numbered=True, choices=first_last)
    digits = tuple("0123456789")
    add("number", tr("Number of a finding"), digits, course.add_digit, numbered=True)
    jump = tr("To the finding with this number")
    add("jump", jump, CONFIRM, course.jump, left_over=True)
    turn("scroll", tr("Scroll"), UP_DOWN, fresh(stage.scroll_page), numbered=True)
    for name, words, keys, way in (
        ("zoom-in", tr("Larger"), LARGER, 1), ("zoom-out", tr("Smaller"), SMALLER, -1),
    ):  # fmt: skip
        do, no_photo = fresh(partial(stage.zoom, way)), stage.why_no_photo
        add(name, words, keys, do, repeats=True, why_not=no_photo)
    for name, words, key in (
        ("photo", tr("Next photo"), "P"),
        ("large", tr("Photos large"), "V"),
        ("correct", tr("Corrected on the spot; what was reported done: recheck passed"), "C"),
        ("assign",
         tr("Assign: owner, department, leader, type, deadline; last screen: tasks"), ASSIGN),
        ("extend", tr("Extend the deadline"), EXTEND),
        ("refuse", tr("Do not grant the extension asked for"), REFUSE_ASKED),
        ("appeal", tr("Appeal, and decide it"), "R"),
        ("note", tr("Meeting note"), "N"),
        ("attendance", tr("Attendance"), ATTENDANCE),
    ):  # fmt: skip
        why_not = stage.why_no_photo if name in ("photo", "large") else partial(why, name)
        do = fresh(partial(stage.decide, name))
        add(name, words, key, do, why_not=why_not)
    undo = tr("Take back what the meeting decided last about this finding")
    add("undo", undo, UNDO, stage.undo, why_not=partial(why, "undo"))
    add("end", tr("End the meeting"), COMPLETE, stage.end)
    full = tr("Full screen; with a second screen, that of the audience")
    add("full-screen", full, "F11", stage.turn_full_screen, left_over=True)
    begin = tr("Begin to show, as a remote control asks for it")
    add("show", begin, ("F5", "Shift+F5"), stage.begin_to_show, left_over=True)
    screens = tuple(f"Alt+{number}" for number in range(1, 5))
    add(
        "screen", tr("Screen of the audience"), screens, fresh(stage.console.choose),
        numbered=True, choices=stage.console.screen_words,
    )  # fmt: skip
    add("swap", tr("Audience to the other screen"), "S", fresh(stage.console.swap))
    add("dark", tr("Dark screen, until a key or a click"), ("B", "."), stage.darken)
    leave = tr("Leave full screen, then the screens; the meeting goes on")
    add("leave", leave, LEAVE, stage.escape, left_over=True)
    made.hear_letters(stage)
    return made


def line_words(
    slide: Slide,
    finding: Finding | None,
    has_photos: bool,
    full_screen: bool,
    asks: bool,
    corrected: str,
) -> Mapping[str, str]:
    """Return what stands in the line of keys at a screen, by the names of the commands.

    `asks`: more time for the finding is asked for here, and granted elsewhere. `corrected` is what
    C does here.
    """
    words = {"next": tr("Next")} | ({"large": tr("Photos large")} if has_photos else {})
    if isinstance(slide, FindingSlide) and finding is not None:
        words |= _of_finding(finding, asks, corrected)
    elif isinstance(slide, DrillSlide):
        words["note"] = tr("Meeting note")
    elif isinstance(slide, ClosingSlide):
        words = {
            "assign": tr("Tasks"),
            "attendance": tr("Attendance"),
            "end": tr("End the meeting"),
        }
    if full_screen:
        return words | {"leave": tr("Leave full screen")}
    return words | {"full-screen": tr("Full screen")}


def _of_finding(finding: Finding, asks: bool, corrected: str) -> Mapping[str, str]:
    contested = finding.appealed_at is not None
    words = {
        "appeal": tr("Decide the appeal") if contested else tr("Appeal"),
        "note": tr("Meeting note"),
        "undo": tr("Undo"),
    }
    if finding.state.is_ended:
        return words | {"appeal": tr("Appeal")}
    reported = finding.state is FindingState.REPORTED
    words["correct"] = corrected
    if finding.asked_until is not None and not asks:
        words |= {"extend": tr("Grant extension"), "refuse": tr("Do not grant it")}
    elif reported or finding.state is FindingState.RECTIFYING:
        words["extend"] = tr("Ask for more time") if asks else tr("Extend")
    if not reported:
        words["assign"] = tr("Assign")
    return words

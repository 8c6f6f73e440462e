"""What can be done while photos lie over the page, and by which keys."""

from functools import partial
from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import (
    CONFIRM,
    LARGER,
    LEAVE,
    PASTE,
    REDO,
    SIDEWAYS,
    SMALLER,
    UNDO,
)
from inspector.gui.photos.annotation import Mark
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.photos.photo_viewer import PhotoViewer

PHOTO, DRAWING, FILE, BESIDE = "photo", "drawing", "file", "beside"
"""A photo, while a mark is placed on it, another file, as found beside after."""

MOVING, TYPING = "moving", "typing"
"""It is asked where a photo belongs, or for the text of a mark."""

FIXED = "fixed "
"""Before the mode of what can move nowhere else."""

_MOVABLE = (PHOTO, DRAWING, FILE)
_SEEN = (PHOTO, FIXED + PHOTO, DRAWING, FIXED + DRAWING)
_FILE = (FILE, FIXED + FILE)
_OWN = (*_SEEN, *_FILE)
_DRAWING = (DRAWING, FIXED + DRAWING)
_RESTING = (PHOTO, FIXED + PHOTO, *_FILE)
_ZOOMED = (*_SEEN, BESIDE)


def viewer_commands(viewer: "PhotoViewer") -> CommandTable:
    """Return the table of the viewer."""
    table = CommandTable(viewer)
    _add_arrows(table, viewer)
    draw, enter, arrow, box = viewer.drawing, CONFIRM, Mark.ARROW, Mark.BOX
    keep = tr("Keep the marks; without any, open the original with the system's program")
    for name, words, keys, do, modes in (
        ("remove", tr("Remove"), ("Del", "Backspace"), viewer.remove, _OWN),
        ("move", tr("Move to another window or item"), "M", viewer.move_elsewhere, _MOVABLE),
        ("arrow", tr("Arrow"), "A", partial(draw.draw, arrow), _SEEN),
        ("box", tr("Box"), "B", partial(draw.draw, box), _SEEN),
        ("blur", tr("Blur a face"), "F", partial(draw.draw, Mark.BLUR), _SEEN),
        ("text", tr("Text"), "T", draw.ask_text, _SEEN),
        ("keep", keep, enter, viewer.enter, _SEEN),
        ("open", tr("Open with the system's program"), enter, viewer.enter, _FILE),
        ("original", tr("Original or copy with marks"), "O", viewer.turn_original, _SEEN),
        ("zoom-in", tr("Larger"), LARGER, partial(viewer.zoom, 1), _ZOOMED),
        ("zoom-out", tr("Smaller"), SMALLER, partial(viewer.zoom, -1), _ZOOMED),
        ("undo", tr("Undo"), UNDO, viewer.take_back, _OWN),
        ("close", tr("Close"), LEAVE, viewer.escape, (*_OWN, BESIDE)),
    ):
        short = tr("Keep") if name == "keep" else words
        table.add(name, words, keys, do, short=short, modes=modes, repeats=name.startswith("zoom"))
    there, put, back = tr("Move it there"), tr("Put it on the photo"), tr("Back to the photo")
    for name, words, do, asked in (
        ("move-there", there, viewer.mover.choose, MOVING),
        ("put-text", put, draw.take_text, TYPING),
    ):
        table.add(name, words, enter, do, short=words, modes=asked, left_over=True)
    table.add(
        "back", back, LEAVE, viewer.back_to_photo, short=tr("Back"), modes=(MOVING, TYPING),
        left_over=True,
    )  # fmt: skip
    paste = tr("Photo or file from the clipboard")
    for name, words, keys, act, modes in (
        ("role", tr("As found, or after correction"), "C", lambda to, it: to.turn_role(it), _OWN),
        ("marks-off", tr("Take the marks off"), "U", lambda to, it: to.take_marks_off(it), _SEEN),
        ("copy", tr("Save a copy"), "S", lambda to, it: to.save_copy(viewer.shown or it), _OWN),
        ("paste", paste, PASTE, lambda to, it: to.intake.paste(), _OWN),
        ("redo", tr("Redo"), REDO, lambda to, it: to.travel(False), _OWN),
    ):
        table.add(name, words, keys, partial(viewer.do, act), short=words, modes=modes)
    table.hear_letters(viewer)
    return table


def _add_arrows(table: CommandTable, viewer: "PhotoViewer") -> None:
    sideways, arrows = SIDEWAYS, ("Up", "Down", "Left", "Right")
    corner = tuple(f"Shift+{each}" for each in arrows)
    beside, move = viewer.beside, viewer.drawing.move
    ways = tr("Photo before"), tr("Photo after")
    four = tr("Upwards"), tr("Downwards"), tr("To the left"), tr("To the right")
    found, later = partial(beside.turn, True), partial(beside.turn, False)
    for name, words, keys, do, modes, choices in (
        ("turn", tr("Photo before or after"), sideways, viewer.turn, _RESTING, ways),
        ("turn-found", tr("Another photo as found"), sideways, found, BESIDE, ways),
        ("turn-later", tr("Another photo after"), arrows[:2], later, BESIDE, ways),
        ("move-mark", tr("Move the mark"), arrows, partial(move, False), _DRAWING, four),
        ("stretch-mark", tr("Resize the mark"), corner, partial(move, True), _DRAWING, four),
    ):
        table.add(
            name, words, keys, do, short=words, modes=modes, repeats=True, numbered=True,
            choices=choices,
        )  # fmt: skip

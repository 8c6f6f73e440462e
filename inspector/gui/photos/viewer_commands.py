"""What can be done while photos lie over the page, and by which keys."""

from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.photos.annotation import Mark
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.photos.photo_viewer import PhotoViewer

PHOTO, DRAWING, FILE, BESIDE, TYPING = "photo", "drawing", "file", "beside", "typing"
"""A photo, while a mark is placed on it, another file, as found beside after, text is typed."""

FIXED = "fixed "
"""Before the mode of what can move nowhere else."""

_SEEN = (PHOTO, FIXED + PHOTO, DRAWING, FIXED + DRAWING)
_OWN = (*_SEEN, FILE, FIXED + FILE)
_MOVABLE = (PHOTO, DRAWING, FILE)
_DRAWING = (DRAWING, FIXED + DRAWING)
_RESTING = tuple(mode for mode in _OWN if mode not in _DRAWING)


def viewer_commands(viewer: "PhotoViewer") -> CommandTable:
    """Return the table of the viewer."""
    table = CommandTable(viewer)
    _add_ways(table, viewer)
    _add_acts(table, viewer)
    _add_marks(table, viewer)
    for name, words, keys, do, modes in (
        ("zoom-in", tr("Larger"), ("+", "="), lambda: viewer.zoom(1), (*_SEEN, BESIDE)),
        ("zoom-out", tr("Smaller"), "-", lambda: viewer.zoom(-1), (*_SEEN, BESIDE)),
        ("copy", tr("Save a copy"), "S", viewer.copy, _OWN),
        ("paste", tr("Photo or file from the clipboard"), "Ctrl+V", viewer.paste_wanted.emit, _OWN),
        ("undo", tr("Undo"), "Ctrl+Z", viewer.take_back, _OWN),
        ("redo", tr("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), viewer.redo_wanted.emit, _OWN),
        ("close", tr("Close"), "Esc", viewer.escape, (*_OWN, BESIDE)),
    ):
        short = "" if name in ("paste", "redo") else words
        table.add(name, words, keys, do, short=short, modes=modes, repeats=name.startswith("zoom"))
    return table


def _add_ways(table: CommandTable, viewer: "PhotoViewer") -> None:
    turn = tr("Photo before or after")
    table.add(
        "turn", turn, ("Left", "Right"), viewer.turn, short=turn, modes=_RESTING, repeats=True,
        numbered=True,
    )  # fmt: skip
    found, later = tr("Another photo as found"), tr("Another photo after")
    for name, words, keys, do in (
        ("turn-found", found, ("Left", "Right"), viewer.turn_found),
        ("turn-later", later, ("Up", "Down"), viewer.turn_later),
    ):
        table.add(name, words, keys, do, short=words, modes=BESIDE, repeats=True, numbered=True)


def _add_acts(table: CommandTable, viewer: "PhotoViewer") -> None:
    for name, words, keys, do, modes in (
        ("remove", tr("Remove"), ("Del", "Backspace"), viewer.remove, _OWN),
        (
            "move",
            tr("Move to another window or item"),
            "M",
            viewer.move_elsewhere,
            _MOVABLE,
        ),
        ("role", tr("As found, or after correction"), "C", viewer.turn_role, _OWN),
    ):
        table.add(name, words, keys, do, short=words, modes=modes)


def _add_marks(table: CommandTable, viewer: "PhotoViewer") -> None:
    for name, words, key, mark in (
        ("arrow", tr("Arrow"), "A", Mark.ARROW),
        ("box", tr("Box"), "B", Mark.BOX),
        ("blur", tr("Blur a face"), "F", Mark.BLUR),
    ):
        table.add(name, words, key, lambda mark=mark: viewer.draw(mark), short=words, modes=_SEEN)
    table.add("text", tr("Text"), "T", viewer.ask_text, short=tr("Text"), modes=_SEEN)
    arrows = ("Up", "Down", "Left", "Right")
    for name, words, keys, stretch in (
        ("move-mark", tr("Move the mark"), arrows, False),
        ("stretch-mark", tr("Move its corner"), tuple(f"Shift+{each}" for each in arrows), True),
    ):
        table.add(
            name, words, keys, lambda at, stretch=stretch: viewer.move_mark(at, stretch),
            short=words, modes=_DRAWING, repeats=True, numbered=True,
        )  # fmt: skip
    enter = ("Return", "Enter")
    keep = tr("Keep the marks; without any, open the original with the system's program")
    table.add("keep", keep, enter, viewer.enter, short=keep, modes=_SEEN)
    outside = tr("Open with the system's program")
    table.add("open", outside, enter, viewer.enter, short=outside, modes=(FILE, FIXED + FILE))
    original = tr("Original or copy with marks")
    table.add("original", original, "O", viewer.turn_original, short=original, modes=_SEEN)
    off = tr("Take the marks off")
    table.add("marks-off", off, "U", viewer.take_marks_off, short=off, modes=_SEEN)

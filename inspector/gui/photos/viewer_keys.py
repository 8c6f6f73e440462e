"""The keys of the photo viewer."""

from inspector.gui.commands.key_line import Keys
from inspector.translation import tr


def viewer_keys(is_photo: bool, may_move: bool = True) -> Keys:
    """Return the keys while a photo or a file is in front; `may_move`: it has other places."""
    move = (("M", tr("Move to another window or item")),) if may_move else ()
    both = (
        ("← →", tr("Photo before or after")),
        ("Del", tr("Remove")),
        *move,
        ("C", tr("As found, or after correction")),
    )
    more = (("S", tr("Save a copy")), ("Ctrl+Z", tr("Undo")), ("Esc", tr("Close")))
    if not is_photo:
        return (("↵", tr("Open with the system's program")), *both, *more)
    return (
        *both,
        ("A", tr("Arrow")),
        ("B", tr("Box")),
        ("F", tr("Blur a face")),
        ("T", tr("Text")),
        ("↑ ↓ ← →", tr("Move the mark; with Shift its corner")),
        ("↵", tr("Keep the marks; without any, open the original with the system's program")),
        ("O", tr("Original or copy with marks")),
        ("U", tr("Take the marks off")),
        *more,
    )

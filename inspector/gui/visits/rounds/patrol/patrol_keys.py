"""The keys of a patrol: the few worth a place in the line, and all of them."""

from inspector.gui.commands.key_line import Keys
from inspector.translation import tr


def next_keys() -> Keys:
    """Return the keys a patroller needs most."""
    return (
        ("1", tr("Nothing wrong")),
        ("2", tr("Something wrong")),
        ("C", tr("Handled")),
        ("M", tr("To the meeting")),
        ("P", tr("Photo")),
        ("⌫", tr("Take away")),
        ("A", tr("Rest fine")),
        ("Ctrl+↵", tr("Hand in")),
    )


def all_keys() -> Keys:
    """Return every key of the page."""
    return (
        ("1", tr("Nothing wrong, and on to the next place")),
        ("2", tr("Something wrong: write it, or choose by pinyin initials")),
        ("E", tr("Other words for it")),
        ("C", tr("Handled on the spot: how")),
        ("M", tr("To the meeting, or not")),
        ("P", tr("Photos or files")),
        ("V", tr("See the photos large: mark, tell apart, save a copy")),
        ("Ctrl+V", tr("Photo or file from the clipboard")),
        ("⌫", tr("Take away what is written")),
        ("← →", tr("Another finding of this place")),
        ("↑ ↓", tr("Place before or after")),
        ("↵", tr("Next place not seen yet")),
        ("A", tr("Nothing wrong at the rest")),
        ("Ctrl+Z", tr("Undo")),
        ("Ctrl+Y", tr("Redo")),
        ("Ctrl+↵", tr("Hand the patrol in")),
        ("Esc", tr("Back")),
    )

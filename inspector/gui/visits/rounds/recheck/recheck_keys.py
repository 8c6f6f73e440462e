"""The keys of a recheck: the few worth a place in the line, and all of them."""

from inspector.gui.commands.key_line import Keys
from inspector.translation import tr


def next_keys() -> Keys:
    """Return the keys a rechecker needs most."""
    return (
        ("1", tr("Passed, closed")),
        ("2", tr("Failed")),
        ("⌫", tr("Not looked at")),
        ("P", tr("Photo")),
        ("↑ ↓", tr("Another finding")),
        ("Ctrl+↵", tr("Complete the recheck")),
    )


def all_keys() -> Keys:
    """Return every key of the page."""
    return (
        ("1", tr("Passed: it is closed when the recheck is completed; on to the next")),
        ("2", tr("Failed: say what is still wrong; it goes back to be put right")),
        ("3 ⌫", tr("Not looked at yet")),
        ("P", tr("Photos or files")),
        ("Ctrl+V", tr("Photo or file from the clipboard")),
        ("Del", tr("Take the last photo of now away")),
        ("↑ ↓ ← →", tr("Another finding")),
        ("↵", tr("Next finding not looked at yet")),
        ("Ctrl+Z", tr("Undo")),
        ("Ctrl+Y", tr("Redo")),
        ("Ctrl+↵", tr("Complete the recheck")),
        ("Esc", tr("Back")),
    )

"""The keys of the scoring page: the few worth a place in the line, and all of them."""

from inspector.gui.commands.key_line import Keys
from inspector.translation import tr


def next_keys() -> Keys:
    """Return the keys an inspector needs most."""
    return (
        ("1", tr("Pass")),
        ("2", tr("Deduct")),
        ("3", tr("N/A")),
        ("4", tr("Highlight")),
        ("⌫", tr("Clear")),
        ("A", tr("Rest pass")),
        ("PgDn", tr("Next window")),
        ("Ctrl+F", tr("Find")),
        ("P", tr("Photo")),
        ("Ctrl+Z", tr("Undo")),
    )


def panel_keys() -> Keys:
    """Return the keys while one writes beside the list: there every letter is text."""
    return (
        ("1 … 9", tr("Choose, while nothing is written")),
        ("+ −", tr("Count")),
        ("↵", tr("Done, next item")),
        ("Esc", tr("Back to the list")),
        ("Alt+C", tr("Corrected on the spot")),
        ("Ctrl+V", tr("Photo")),
        ("Ctrl+Z", tr("Undo")),
    )


def all_keys() -> Keys:
    """Return every key of the page."""
    return (
        ("1", tr("Pass, and on to the next unanswered item")),
        ("2", tr("Deduct: digits, + −, then text")),
        ("3", tr("Not applicable, and on")),
        ("4", tr("Highlight; again, it is none")),
        ("C  Alt+C", tr("Deduction corrected on the spot")),
        ("⌫", tr("Clear the answer")),
        ("↵", tr("Next item; at the end the next window")),
        ("↑ ↓", tr("Move")),
        ("PgUp PgDn", tr("Window before or after")),
        ("A", tr("Mark the rest of this window as passed")),
        ("Ctrl+F  F3", tr("Find an item; the next one")),
        ("P", tr("Photos or files for this item, from a dialog")),
        ("Ctrl+V", tr("Paste photos or files; or drop them")),
        ("V", tr("See the photos of this item")),
        ("I", tr("Add the new photo; Shift: choose one")),
        ("T", tr("Stopwatch of a waiting time: start, and stop from anywhere")),
        ("=", tr("How the score comes about")),
        ("X", tr("Leave this window out, or take it in again")),
        ("R", tr("Why this window is left out; 1 … 4 choose what is usual")),
        ("Tab", tr("To the fields beside the list")),
        ("Esc", tr("Back to the list, then to the start")),
        ("Ctrl+Z  Y", tr("Undo, redo")),
        ("Ctrl+↵", tr("Complete the inspection")),
    )

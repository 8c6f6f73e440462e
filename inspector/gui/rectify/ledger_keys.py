"""The keys of the ledger."""

from inspector.gui.commands.key_line import Keys
from inspector.translation import tr

LETTERS = "tecdkronhpsf/z"
"""What the table passes on."""


def next_keys(from_summary: bool = False) -> Keys:
    """Return the few keys that are needed most."""
    return (
        *([("Esc", tr("Back to the summary"))] if from_summary else []),
        (tr("Space"), tr("Mark")),
        ("T", tr("Assign")),
        ("E", tr("Extend")),
        ("D", tr("Report done")),
        ("K", tr("Recheck")),
        ("←→", tr("Quick filter")),
        ("Ctrl+F", tr("Find")),
    )


def every_key() -> Keys:
    """Return every key of the page."""
    return (
        ("↑ ↓", tr("Choose")),
        (tr("Space"), tr("Mark")),
        ("Shift+↑ ↓", tr("Mark a range")),
        ("Ctrl+A", tr("Mark all of the filter")),
        ("Esc", tr("Take the marks off; back to the summary")),
        ("T", tr("Assign")),
        ("E", tr("Extend")),
        ("C", tr("Corrected on the spot")),
        ("D", tr("Report done")),
        ("K", tr("Recheck")),
        ("R", tr("Appeal, or decide it")),
        ("O", tr("Reopen")),
        ("N", tr("Note")),
        ("H  ↵", tr("To the history")),
        ("P", tr("Photos large")),
        ("Ctrl+Z", tr("Take the last step back")),
        ("← →", tr("Quick filter")),
        ("Ctrl+F  /", tr("Find")),
        ("F", tr("Filters")),
        ("Ctrl+S", tr("Save this filter")),
        ("Alt+1 … 9", tr("Saved filters")),
        ("S", tr("Order by the next column")),
        ("Shift+S", tr("Turn the order round")),
        ("Ctrl+C", tr("Copy rows")),
        ("Ctrl+E", tr("Export the ledger")),
        ("Ctrl+N", tr("Notices to units")),
        ("Ctrl+I", tr("Take in what came back")),
    )

"""The keys of the summary."""

from inspector.gui.commands.key_line import Keys
from inspector.translation import tr


def next_keys(sections: int) -> Keys:
    """Return the few keys that are needed most."""
    return (
        ("←→", tr("Period")),
        ("D W M Q Y", tr("Length")),
        (f"1–{sections}", tr("Section")),
        ("↵", tr("Open the rows")),
        ("Shift+←→", tr("Figure")),
        ("Ctrl+C", tr("Copy")),
        ("Ctrl+S", tr("Export")),
    )


def list_keys() -> Keys:
    """Return the keys of a list of visits."""
    return (("↵", tr("Open the visit")), ("Ctrl+C", tr("Copy")), ("Esc", tr("Back")))


def picker_keys() -> Keys:
    """Return the keys of the list that several sites are chosen in."""
    return (
        ("↑ ↓", tr("Choose")),
        ("A–Z", tr("Find a site")),
        ("Space", tr("Tick, also what was found")),
        ("Ctrl+A", tr("All or none of those shown")),
        ("↵", tr("Figures of those ticked")),
        ("Esc", tr("Back")),
    )


def every_key(sections: int) -> Keys:
    """Return every key of the page."""
    return (
        ("← →", tr("Period before, period after")),
        ("D  W  M  Q  Y", tr("Day, week, month, quarter, year")),
        ("P", tr("Phases")),
        ("F", tr("From … to …")),
        ("T", tr("Today's period")),
        ("S", tr("Site")),
        ("Shift+S", tr("Several sites")),
        ("K", tr("Checklist")),
        (f"1 … {sections}", tr("Section")),
        ("↑ ↓", tr("Choose")),
        ("Shift+← →", tr("Choose a figure of the row")),
        ("↵", tr("Open the rows of the figure")),
        ("G", tr("To the key figures")),
        ("Ctrl+C", tr("Copy rows")),
        ("Ctrl+Shift+C", tr("Copy the chart as a picture")),
        ("Ctrl+S", tr("Export the summary")),
        ("Ctrl+Shift+S", tr("Save the chart as a picture")),
    )

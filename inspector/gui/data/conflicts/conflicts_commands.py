"""What can be done with what waits for a choice, and by which keys."""

from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import CONFIRM, LEAVE, UP_DOWN
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.data.conflicts.conflicts_page import ConflictsPage

MOST_WAYS = 6
"""Ways to settle one thing that have a button and a key."""


def conflicts_commands(page: "ConflictsPage") -> CommandTable:
    """Return the commands of the page."""
    table = CommandTable(page)
    table.add("choose", tr("Choose"), UP_DOWN)
    settle, keys = tr("Settle"), [str(number) for number in range(1, MOST_WAYS + 1)]
    table.add(
        "settle", settle, keys, page.settle, short=settle, numbered=True,
        choices=page.ways, why_not=page.why_nothing,
    )  # fmt: skip
    shown = tr("Show the finding or complaint")
    table.add(
        "show", shown, CONFIRM, page.show_it, short=tr("Show"), at=page.table,
        why_not=page.why_not_shown,
    )  # fmt: skip
    table.add_stop(page.line.stop, page.line.says, at=(page.table, page.sides))
    table.add("leave", tr("Back"), LEAVE, page.go_back, short=tr("Back"), left_over=True)
    return table

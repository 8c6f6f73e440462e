"""What can be done with training suggestions, and by which keys."""

from functools import partial
from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import CONFIRM, LEAVE, UP_DOWN
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.training.training_page import TrainingPage

HELD, FORM = "held", "form"
"""The modes in which trainings that were held are in front, and in which one is entered."""


def training_commands(page: "TrainingPage") -> CommandTable:
    """Return the commands of the page."""
    table = CommandTable(page)
    add = partial(table.add, modes=("", HELD))
    views, enter, back = tr("Team, window kind, held"), tr("Record a training"), tr("Back")
    names = [tr("By team"), tr("By window kind"), tr("Held")]
    add("choose", tr("Choose"), UP_DOWN)
    add("view", views, ("1", "2", "3"), page.tabs.choose, numbered=True, short=views, choices=names)
    table.add("enter", enter, CONFIRM, page.begin, short=enter, at=page.table,
              why_not=page.why_no_suggestion)  # fmt: skip
    line = tr("Copy the line for a meeting")
    table.add("copy", line, "Ctrl+C", page.copy_line, short=tr("Copy"), at=page.table,
              why_not=page.why_no_suggestion)  # fmt: skip
    take_back = tr("Take back the entry")
    table.add("take-back", take_back, "Del", page.take_back, short=take_back, modes=HELD,
              why_not=page.why_no_training)  # fmt: skip
    add("export", tr("Export the suggestions"), "Ctrl+S", page.export, short=tr("Export"),
        why_not=page.why_empty)  # fmt: skip
    add("print", tr("Print the suggestions…"), "Ctrl+P", page.print_out, why_not=page.why_empty)
    table.add_stop(page.line.stop, page.line.says, at=(page.table, page.held))
    add("leave", back, LEAVE, page.left.emit, short=back, left_over=True)
    return table

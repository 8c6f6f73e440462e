"""Copying the chosen rows of tables: of several, of the one with the keyboard."""

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.widgets.lists.table import TableView
from inspector.translation import tr


def add_copy(commands: CommandTable, *tables: TableView, short: str = "") -> Command:
    """Add `copy`, which puts the chosen rows on the clipboard; `short` is as in `add`."""

    def copy() -> None:
        next((each for each in tables if each.hasFocus()), tables[0]).copy_rows()

    return commands.add("copy", tr("Copy rows"), "Ctrl+C", copy, at=tables, short=short)

"""The way out of a visit under way, for who has no Esc: at once, whatever has the keyboard."""

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_table import ALWAYS, CommandTable
from inspector.gui.visits.parts.visits_part import VisitPart
from inspector.translation import tr


def add_way_out(table: CommandTable, page: VisitPart) -> Command:
    """Add what ← in the head does: the visit is left as it stands, to be gone on with."""
    return table.add("to-start", tr("Back to the start"), do=page.left.emit, modes=ALWAYS)

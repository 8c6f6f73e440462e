"""What can be done with the holidays of a year, and by which keys."""

from functools import partial
from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import ALWAYS
from inspector.gui.commands.shared_keys import CONFIRM, SIDEWAYS, UNDO
from inspector.gui.frame.panel import add_table_keys
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.data.holidays.holiday_panel import HolidayPanel


def add_holiday_commands(panel: "HolidayPanel") -> None:
    """Add the commands of the panel to its table."""
    table, line = panel.commands, panel.line
    add, at_days = table.add, partial(table.add, at=panel.table)
    year, days, take_in = tr("Year"), tr("Add days"), tr("Import a year…")
    change, own, restore = tr("Edit"), tr("Take back your own entry"), tr("Restore the year")
    ways = tr("Year before"), tr("Year after")
    at_days("year", year, SIDEWAYS, panel.step, short=year, repeats=True, numbered=True,
            choices=ways)  # fmt: skip
    add("add", days, "Ctrl+N", panel.begin, short=days)
    add("import", take_in, "Ctrl+O", panel.open_file, short=take_in, modes=ALWAYS)
    at_days("change", change, CONFIRM, panel.change, short=change, why_not=panel.why_no_day)
    at_days("take-back", own, "Del", panel.take_back, short=own, why_not=panel.why_no_day)
    add("restore", restore, "Ctrl+R", panel.ask_restore, short=restore)
    back = tr("Bring back what was written")
    at_days("undo", back, UNDO, panel.bring_back, why_not=panel.why_no_undo)
    table.add_stop(line.stop, line.says, at=panel.table)
    add_table_keys(table, panel.table)

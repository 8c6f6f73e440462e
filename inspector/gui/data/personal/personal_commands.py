"""What can be done with personal data, and by which keys."""

from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import ALWAYS
from inspector.gui.frame.panel import add_table_keys
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.data.personal.personal_panel import PersonalPanel


def add_personal_commands(panel: "PersonalPanel") -> None:
    """Add the commands of the panel to its table."""
    table, line = panel.commands, panel.line
    add = table.add
    find, look, extract = tr("Find a person"), tr("Look up"), tr("Extract…")
    erase, due = tr("Erase this person…"), tr("Erase what is due…")
    add("find", find, "/", panel.go_to_name, short=find, modes=ALWAYS)
    add("look", look, "Ctrl+F", panel.look_up, short=look, modes=ALWAYS)
    add("extract", extract, "Ctrl+S", panel.save_extract, why_not=panel.why_nobody)
    add("erase", erase, "Del", panel.ask_person, at=panel.table, why_not=panel.why_not_person)
    add("due", due, "Ctrl+D", panel.ask_due, why_not=panel.why_not_due, modes=ALWAYS)
    add(
        "backups", tr("Delete older backups…"), "Ctrl+B", panel.ask_backups,
        why_not=panel.why_no_backups, modes=ALWAYS,
    )  # fmt: skip
    table.add_stop(line.stop, line.says, at=(panel.table, line))
    add_table_keys(table, panel.table)

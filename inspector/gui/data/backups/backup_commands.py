"""What can be done with backups, and by which keys."""

from functools import partial
from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import ALWAYS
from inspector.gui.commands.shared_keys import CONFIRM
from inspector.gui.frame.panel import add_table_keys
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.data.backups.backup_panel import BackupPanel


def add_backup_commands(panel: "BackupPanel") -> None:
    """Add the commands of the panel to its table."""
    table, line = panel.commands, panel.line
    always = partial(table.add, modes=ALWAYS)
    now, restore, look = tr("Back up now"), tr("Restore"), tr("Look over")
    always("back-up", now, "Ctrl+B", panel.back_up, short=now)
    table.add("restore", restore, CONFIRM, panel.ask_to_restore, short=restore, at=panel.table)
    always("look-over", look, "Ctrl+L", panel.look_over, short=look)
    always("one-file", tr("All in one file…"), "Ctrl+S", panel.save_file)
    always("restore-file", tr("Restore from a file…"), "Ctrl+O", panel.open_file)
    words = tr("Passphrase…")
    always("passphrase", words, "Ctrl+K", panel.passphrase.begin)
    table.add_stop(line.stop, line.says)
    add_table_keys(table, panel.table)

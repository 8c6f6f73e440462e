"""What can be done on 共享, and by which keys."""

from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import ALWAYS
from inspector.gui.commands.shared_keys import CONFIRM
from inspector.gui.frame.panel import add_table_keys
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.data.sharing.sharing_panel import SharingPanel


def add_sharing_commands(panel: "SharingPanel") -> None:
    """Add the commands of the panel to its table."""
    table, line = panel.commands, panel.line
    add = table.add
    name, code = tr("Name this laptop…"), tr("Draw another code…")
    tables, take_in = panel.lists.tables, tr("Take in a bundle…")
    confirm, read = tr("Confirm this laptop…"), tr("I have read it")
    add("confirm", confirm, CONFIRM, panel.ask_to_confirm, short=tr("Confirm"), at=tables[0],
        why_not=panel.why_not_confirm)  # fmt: skip
    share = tr("Hand on…")
    add("share", share, "Ctrl+S", panel.begin_share, short=share, modes=ALWAYS,
        why_not=panel.out.why_not)  # fmt: skip
    add("take-in", take_in, "Ctrl+O", panel.coming.choose, short=take_in, modes=ALWAYS)
    lists, titles = tr("Lists"), (tr("Other laptops"), tr("Came"), tr("Handed on"))
    add("lists", lists, ("1", "2", "3"), panel.show_list, numbered=True, choices=titles,
        short=lists)  # fmt: skip
    add("name", name, "Ctrl+N", panel.begin_name, modes=ALWAYS)
    add("code", code, "Ctrl+K", panel.ask_another_code, modes=ALWAYS)
    chosen = tr("What is to be chosen between laptops")
    add("conflicts", chosen, "Ctrl+J", panel.session.conflicts_wanted.emit, modes=ALWAYS)
    publish = tr("Publish to the city's ledger…")
    add("publish", publish, "Ctrl+U", panel.publishing.begin, short=tr("Publish…"), modes=ALWAYS,
        why_not=panel.out.why_not)  # fmt: skip
    add("read", read, (), panel.read_of_former, modes=ALWAYS)
    table.add_stop(line.stop, line.says, at=(*tables, line))
    add_table_keys(table, *tables)

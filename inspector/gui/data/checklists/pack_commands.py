"""What can be done with the checklists, and by which keys."""

from functools import partial
from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import ALWAYS
from inspector.gui.commands.shared_keys import UNDO
from inspector.gui.frame.panel import add_table_keys
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.data.checklists.pack_panel import PackPanel

FORM, DIFFERENCES = "form", "differences"
"""The modes in which something is filled in, and in which two packs are compared."""


def add_pack_commands(panel: "PackPanel") -> None:
    """Add the commands of the panel to its table."""
    table, view = panel.commands, panel.browser.view
    add, reading, strip = table.add, partial(table.add, modes=("", FORM)), view.strip
    take_in, find = tr("Import checklists…"), tr("Find")
    edit, copy = tr("Edit…"), tr("Copy…")
    add("new-pack", tr("New checklist…"), "Ctrl+N", panel.begin_new)
    adapt, undo = tr("On an item: adapt it for the chosen site"), tr("Bring back what was written")
    add("import", take_in, "Ctrl+O", panel.open_file, short=take_in, modes=ALWAYS)
    reading("export", tr("Export as Excel…"), "Ctrl+S", panel.save_file)
    reading("print", tr("Print…"), "Ctrl+P", panel.print_out)
    reading("find", find, "/", panel.go_to_search, short=find)
    add("items", tr("To the items"), "Return")
    add("adapt", adapt, "E", view.adapt, why_not=view.why_not_adapt)
    add("edit", edit, "F2", panel.edit, short=edit, why_not=panel.why_not_edit)
    add("copy-pack", copy, (), panel.browser.ask_for_title, why_not=panel.why_not_edit)
    costs, deduct = tr("What typical mistakes cost…"), tr("Bring over to direct deduction…")
    add("costs", costs, (), panel.show_costs, why_not=panel.why_not_edit)
    add("deduct", deduct, (), panel.bring_over, why_not=panel.why_not_bring_over)
    add("undo", undo, UNDO, strip.bring_back, at=view.items, why_not=strip.why_nothing_back)
    add_table_keys(table, view.items, panel.browser.packs)

"""What can be done with the list of inspectors, and by which keys."""

from typing import TYPE_CHECKING

from inspector.gui.commands.shared_keys import EVERY, UNDO
from inspector.gui.frame.panel import add_table_keys
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.data.inspectors.inspectors_panel import InspectorsPanel

FILLING, NOBODY = "filling in", "nobody"
"""The modes in which the form is open, and in which nobody is listed or something else is seen."""


def add_inspectors_commands(panel: "InspectorsPanel") -> None:
    """Add the commands of the panel to its table."""
    add, view, editing = panel.commands.add, panel.view, panel.editing
    table, row = view.table, editing.why_no_row
    new, change, end = tr("Add inspectors"), tr("Edit"), tr("End")
    take_in, out = tr("Import inspectors…"), tr("Export inspectors…")
    add("add", new, "Ctrl+N", editing.add, short=new, modes=("", NOBODY))
    add("change", change, "F2", editing.change, short=change, at=table, why_not=row)
    add("end", end, "Del", editing.end, at=table, why_not=editing.why_not_end)
    add("back", tr("Bring back"), "Ctrl+B", editing.back, at=table, why_not=editing.why_not_back)
    add("undo", tr("Undo"), UNDO, editing.undo, why_not=editing.why_not_undo)
    add("history", tr("Changes made"), "H", panel.show_history)
    add("figures", tr("What they found"), "G", panel.show_figures)
    add("ended", tr("Show ended"), "E", view.show_ended.toggle)
    add("all", tr("Choose all, or none"), EVERY, view.choose_all)
    add("import", take_in, "Ctrl+O", panel.open_file, short=take_in, modes=("", NOBODY))
    add("export", out, "Ctrl+S", panel.save_roster)
    add("find", tr("Find"), "/", panel.go_to_search, short=tr("Find"))
    add_table_keys(panel.commands, table)

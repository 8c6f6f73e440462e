"""What can be done at the result of a scored visit, and by which keys."""

from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import CommandTable
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.visits.record.result_view import ResultView


def result_commands(view: "ResultView") -> CommandTable:
    """Return the commands of the result."""
    table = CommandTable(view)
    add, amend, copy, back = table.add, tr("Amend"), tr("Copy rows"), tr("Back")
    add("sign", tr("Sign"), "S", view.sign_wanted.emit, why_not=view.why_not_sign)
    for name, words, short, keys, do in (
        ("record", tr("Record sheet…"), tr("Record sheet"), "Ctrl+R", view.record_wanted.emit),
        (
            "rectification", tr("Rectification list…"), tr("Rectification list"), "Ctrl+E",
            view.export_rectification,
        ),
        ("summary", tr("Summary…"), tr("Summary"), "Ctrl+S", view.export_summary),
    ):  # fmt: skip
        add(name, words, keys, do, short=short)
    add("amend", amend, "M", view.amend_wanted.emit, short=amend, why_not=view.why_not_amend)
    add("copy", copy, "Ctrl+C", short=copy)
    add("back", back, "Esc", view.left.emit, short=back)
    return table

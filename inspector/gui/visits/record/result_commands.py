"""What can be done at the result of a scored visit, and by which keys."""

from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import AMEND, PHOTO, SIGN
from inspector.gui.papers.paper_saving import RECTIFICATION, SUMMARY
from inspector.gui.visits.parts.visit_result import add_copy_and_back, add_paper, add_see
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.visits.record.result_view import ResultView


def result_commands(view: "ResultView") -> CommandTable:
    """Return the commands of the result."""
    table, amend = CommandTable(view), tr("Amend")
    table.add("sign", tr("Sign"), SIGN, view.sign_wanted.emit, why_not=view.why_not_sign)
    ledger, summary = tr("Rectification list"), tr("Summary")
    add_paper(table, "record", tr("Record sheet"), "Ctrl+R", view.record_wanted.emit)
    add_paper(table, "rectification", ledger, "Ctrl+E", lambda: view.save(RECTIFICATION))
    add_paper(table, "summary", summary, "Ctrl+S", lambda: view.save(SUMMARY))
    table.add(
        "amend", amend, AMEND, view.amend_wanted.emit, short=amend, why_not=view.why_not_amend
    )
    add_see(table, view)
    table.add("photos", tr("Photos large"), PHOTO, view.show_photos, why_not=view.why_no_photos)
    add_copy_and_back(table, view, view.table, view.cards)
    return table

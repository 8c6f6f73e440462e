"""What can be done at the result of a scored visit, and by which keys."""

from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import AMEND, PHOTO, SIGN
from inspector.gui.papers.paper_saving import RECTIFICATION, SUMMARY
from inspector.gui.session import Session
from inspector.gui.visits.parts.visit_result import add_copy_and_back, add_paper, add_see
from inspector.gui.visits.record.record_choice import RecordChoice
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.visits.record.result_view import ResultView


def result_commands(view: "ResultView", session: Session) -> tuple[CommandTable, RecordChoice]:
    """Return the commands of the result, and which edition of the record they write."""
    table, amend = CommandTable(view), tr("Amend")
    table.add("sign", tr("Sign"), SIGN, view.sign_wanted.emit, why_not=view.why_not_sign)
    choice = RecordChoice(session, table, view.record_wanted.emit)
    ledger, summary = tr("Rectification list"), tr("Summary")
    add_paper(table, "rectification", ledger, "Ctrl+E", lambda: view.save(RECTIFICATION))
    add_paper(table, "summary", summary, "Ctrl+S", lambda: view.save(SUMMARY))
    table.add("print", tr("Print the record…"), "Ctrl+P", view.print_wanted.emit)
    table.add(
        "amend", amend, AMEND, view.amend_wanted.emit, short=amend, why_not=view.why_not_amend
    )
    part = tr("Next part")
    table.add("part", part, "N", view.show_next_part, short=part)
    table.set_there("part", False)  # of a shared visit alone
    add_see(table, view)
    table.add("photos", tr("Photos large"), PHOTO, view.show_photos, why_not=view.why_no_photos)
    add_copy_and_back(table, view, view.table, view.cards)
    return table, choice

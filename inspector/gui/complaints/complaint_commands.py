"""What can be done with complaints, and by which keys."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from inspector.domain.complaint.complaint_event import ComplaintStep
from inspector.gui.commands.command import Command
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import EXTEND, LEAVE, SIDEWAYS, UNDO
from inspector.gui.frame.panel import add_table_keys
from inspector.gui.steps.mark_bar import MarkBar
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.complaints.complaints_page import ComplaintsPage

COVERED = "covered"
"""The mode in which a photo stands before the register."""

STEPS = (
    ComplaintStep.ACCEPTED, ComplaintStep.VERIFIED, ComplaintStep.RAISED, ComplaintStep.ANSWERED,
    ComplaintStep.FOLLOWED_UP, ComplaintStep.ARCHIVED, ComplaintStep.EXTENDED,
    ComplaintStep.REOPENED, ComplaintStep.VOIDED, ComplaintStep.NOTED, ComplaintStep.LINKED,
)  # fmt: skip
"""The steps in the order in which they are offered beside the register."""

OUT = ("register", "register-before", "register-year", "print", "send", "take-in")
"""What goes out and comes back, as workbooks."""

IN_BAR, BEHIND = (*STEPS[:2], *STEPS[3:6]), STEPS[6:10]
"""The steps that are buttons while complaints are marked, and those behind 更多 there."""

BESIDE = ("findings", "history", "photos")
"""What is always offered there."""


def named(made: CommandTable, names: Sequence[str]) -> list[Command]:
    """Return commands by their names."""
    return [made[str(name)] for name in names]


def mark_bar(made: CommandTable) -> MarkBar:
    """Return what can be done with marked complaints, as a bar below the rows."""
    title = tr("What to do with the marked complaints")
    return MarkBar(named(made, IN_BAR), named(made, BEHIND), made["unmark"], title)


def complaint_commands(page: "ComplaintsPage") -> CommandTable:
    """Return the commands of the page."""
    made = CommandTable(page)
    add, at_rows = made.add, partial(made.add, at=page.table)
    beside_form = partial(made.add, at=(page.table, page.panel, page.top))

    def no_row() -> str:
        return "" if page.model.rowCount() else tr("No complaint is listed.")

    def nothing_done() -> str:
        return "" if page.steps.can_take_back else no_row()

    table = page.table
    mark = tr("Mark")
    at_rows(
        "mark", mark, ("Space", "Shift+Space"), table.toggle, short=mark, repeats=True,
        why_not=no_row,
    )  # fmt: skip
    add("mark-range", tr("Mark a range"), ("Shift+Up", "Shift+Down"))
    at_rows("mark-all", tr("Mark all of the filter"), "Ctrl+A", table.mark_all, why_not=no_row)
    add("unmark", tr("Deselect"), (), partial(table.mark, ()))
    new, among = tr("New complaint"), tr("Quick filter")
    add("new", new, "Ctrl+N", page.begin_new, short=new, why_not=page.why_not_new)
    for step, words, key, in_line in (
        (ComplaintStep.ACCEPTED, tr("Accept"), "A", True),
        (ComplaintStep.VERIFIED, tr("Verify"), "K", True),
        (ComplaintStep.RAISED, tr("Put on the ledger"), "T", False),
        (ComplaintStep.ANSWERED, tr("Answer"), "D", True),
        (ComplaintStep.FOLLOWED_UP, tr("Follow up"), "C", True),
        (ComplaintStep.ARCHIVED, tr("Archive"), "G", False),
        (ComplaintStep.EXTENDED, tr("Extend"), EXTEND, False),
        (ComplaintStep.REOPENED, tr("Take it up again"), "O", False),
        (ComplaintStep.VOIDED, tr("Make it void"), "X", False),
        (ComplaintStep.NOTED, tr("Note, photos"), "N", False),
        (ComplaintStep.LINKED, tr("Link to a visit"), "L", False),
    ):
        short = words if in_line else ""
        do = partial(page.begin, step)
        beside_form(step.value, words, key, do, short=short, why_not=no_row)
    beside_form("history", tr("To the history"), "H", page.go_to_panel, why_not=no_row)
    add("open", tr("To the history"), "Return")
    beside_form("photos", tr("Photos large"), "P", page.show_photos, why_not=no_row)
    beside_form("findings", tr("Findings on the ledger"), "F", page.show_findings,
                why_not=page.why_no_finding)  # fmt: skip
    undo = tr("Take the last step back")
    add("undo", undo, UNDO, page.take_back, why_not=nothing_done)
    at_rows("among", among, SIDEWAYS, page.turn_among, short=among, repeats=True, numbered=True,
            choices=(tr("Filter before"), tr("Filter after")))  # fmt: skip
    exchange = page.exchange
    for name, words, key, act in (
        ("register", tr("Register of this month…"), "Ctrl+S", lambda: exchange.save_register(0)),
        ("register-before", tr("Register of last month…"), "", lambda: exchange.save_register(1)),
        ("register-year", tr("Register of this year…"), "", exchange.save_year),
        ("print", tr("Print the register of this month…"), "Ctrl+P", exchange.print_register),
        ("send", tr("For units to fill in…"), "Ctrl+E", exchange.save_to_fill_in),
        ("take-in", tr("Take in what units filled in…"), "Ctrl+O", exchange.choose),
    ):
        add(name, words, key or (), act)
    add("find", tr("Find"), ("Ctrl+F", "/"), page.go_to_search, short=tr("Find"))
    made.add_stop(page.line.stop, page.line.says, at=page.table)
    back = tr("Back")
    add("leave", back, LEAVE, page.go_back, short=back, left_over=True)
    add_table_keys(made, page.table)
    made.hear_letters(page.table)
    return made

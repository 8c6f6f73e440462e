"""What can be done at the ledger, and by which keys."""

from functools import partial
from typing import TYPE_CHECKING

from inspector.domain.finding.finding_event import EventKind
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.rectify.ledger.saved_bar import MOST_KEYS
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.rectify.ledger_page import RectifyPage

FORM, COVERED = "form", "covered"
"""The modes in which a step is filled in, and in which a paper is in front of the ledger."""

_BESIDE_A_FORM = ("", FORM)


def ledger_commands(page: "RectifyPage") -> CommandTable:
    """Return the commands of the ledger."""
    made = CommandTable(page)
    add, table, kept = made.add, page.table, page.kept
    add("back", tr("Take the marks off; back to the summary"), "Esc", page.back, at=table)
    add("choose", tr("Choose"), ("Up", "Down"))
    add("mark", tr("Mark"), ("Space", "Shift+Space"), table.toggle, short=tr("Mark"), at=table,
        repeats=True)  # fmt: skip
    add("mark-range", tr("Mark a range"), ("Shift+Up", "Shift+Down"))
    add("mark-all", tr("Mark all of the filter"), "Ctrl+A", table.mark_all, at=table)
    for kind, words, key, short in (
        (EventKind.ASSIGNED, tr("Assign"), "T", True),
        (EventKind.EXTENDED, tr("Extend"), "E", True),
        (EventKind.CORRECTED, tr("Corrected on the spot"), "C", False),
        (EventKind.REPORTED, tr("Report done"), "D", True),
        (EventKind.RECHECKED, tr("Recheck"), "K", True),
        (EventKind.APPEALED, tr("Appeal, or decide it"), "R", False),
        (EventKind.REOPENED, tr("Reopen"), "O", False),
        (EventKind.NOTED, tr("Note"), "N", False),
    ):
        add(kind.value, words, key, partial(page.begin, kind), short=words if short else "")
    add("history", tr("To the history"), "H", page.go_to_panel)
    add("open", tr("To the history"), "Return")
    add("photos", tr("Photos large"), "P", page.show_photos)
    add("undo", tr("Take the last step back"), "Ctrl+Z", page.take_back, modes=_BESIDE_A_FORM)
    quick = tr("Quick filter")
    add("quick-filter", quick, ("Left", "Right"), lambda way: page.step_quick(2 * way - 1),
        short=quick, at=table, repeats=True, numbered=True)  # fmt: skip
    add("find", tr("Find"), "Ctrl+F", page.go_to_search, short=tr("Find"), modes=_BESIDE_A_FORM)
    add("find-too", tr("Find"), "/", page.go_to_search)
    add("filters", tr("Filters"), "F", page.go_to_filters)
    add("save-filter", tr("Save this filter"), "Ctrl+S", page.saved.begin_name,
        modes=_BESIDE_A_FORM)  # fmt: skip
    add("saved", tr("Saved filters"), [f"Alt+{n}" for n in range(1, MOST_KEYS + 1)],
        lambda place: kept.use_numbered(place + 1), modes=_BESIDE_A_FORM, numbered=True)  # fmt: skip
    add("order", tr("Order by the next column"), "S", page.next_order)
    add("turn-order", tr("Turn the order round"), "Shift+S", page.turn_order)
    add("copy", tr("Copy rows"), "Ctrl+C")
    add("export", tr("Export the ledger"), "Ctrl+E", page.papers.export_ledger,
        modes=_BESIDE_A_FORM)  # fmt: skip
    add("notices", tr("Notices to units"), "Ctrl+N", page.papers.notify, modes=_BESIDE_A_FORM)
    add("take-in", tr("Take in what came back"), "Ctrl+I", page.papers.take_in,
        modes=_BESIDE_A_FORM)  # fmt: skip
    return made

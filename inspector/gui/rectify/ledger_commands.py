"""What can be done at the ledger, and by which keys."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from inspector.domain.finding.finding_event import EventKind
from inspector.gui.commands.command import Command
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import (
    ASSIGN,
    EXTEND,
    GRANT_ASKED,
    LEAVE,
    REFUSE_ASKED,
    SIDEWAYS,
    UNDO,
    UP_DOWN,
)
from inspector.gui.rectify.ledger.ledger_finding_facts import GRANT
from inspector.gui.rectify.ledger.ledger_words import short_word
from inspector.gui.rectify.ledger.saved_bar import MOST_KEYS
from inspector.gui.rectify.step_forms.steps import MOST_LOOKED_AT
from inspector.gui.steps.mark_bar import MarkBar
from inspector.gui.steps.step_buttons import StepButtons
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.rectify.ledger_page import RectifyPage

COVERED = "covered"
"""The mode in which a paper stands before the ledger."""


IN_BAR = (
    EventKind.ASSIGNED, EventKind.EXTENDED, EventKind.REPORTED, EventKind.RECHECKED,
    EventKind.APPEALED,
)  # fmt: skip
"""The steps that are buttons while findings are marked."""

ANSWERS = (GRANT, EventKind.EXTENSION_REFUSED.value)
"""What is answered where more time is asked for: it comes first."""

BEHIND = (EventKind.CORRECTED, EventKind.REOPENED, EventKind.NOTED)
"""The steps that stand behind 更多 there."""

BESIDE = ("history", "photos", "complaint")
"""What is always offered beside the ledger."""


def steps(made: CommandTable, kinds: Sequence[EventKind]) -> list[Command]:
    """Return the commands of steps."""
    return [made[kind.value] for kind in kinds]


def step_buttons(made: CommandTable) -> StepButtons:
    """Return what can be done with the current finding, as buttons beside the ledger."""
    more, title = [made[name] for name in BESIDE], tr("What to do with this finding")
    answers = [made[name] for name in ANSWERS]
    return StepButtons([*answers, *steps(made, (*IN_BAR, *BEHIND))], more, title, short_word)


def mark_bar(made: CommandTable) -> MarkBar:
    """Return what can be done with marked findings, as a bar below the rows."""
    title = tr("What to do with the marked findings")
    behind = [*(made[name] for name in ANSWERS), *steps(made, BEHIND)]
    return MarkBar(steps(made, IN_BAR), behind, made["unmark"], title, short_word)


def row_menu(page: "RectifyPage") -> list[Command]:
    """Return what the right button offers on a row; first, whether it is for marked ones."""
    made = page.commands
    marked = page.model.marked
    said = tr("Deselect ({count} marked)", count=marked)
    made["unmark"].set_words(said if marked else tr("Deselect"))
    first = ["unmark"] if marked else []
    answers = ANSWERS if made[GRANT].can else ()  # few rows have anything to be answered
    names = [*first, "mark", *answers, *(kind.value for kind in (*IN_BAR, *BEHIND)), *BESIDE,
             "copy", "mark-all"]  # fmt: skip
    return [made[name] for name in names]


def ledger_commands(page: "RectifyPage") -> CommandTable:
    """Return the commands of the ledger."""
    made = CommandTable(page)
    table, bar = page.table, page.saved
    add, at_rows = made.add, partial(made.add, at=table)

    def no_row() -> str:
        """Return why there is no finding to do something with."""
        return "" if page.model.ids else tr("No finding is listed.")

    def nothing_asked() -> str:
        """Return why no extension is to be answered; marked findings are looked at later."""
        at = table.currentIndex().row()
        if no_row() or page.model.marked or at < 0:
            return no_row()
        row = page.model.row_at(at)
        if row.asked_until is None:
            return tr("No extension was asked for.")
        return tr("Those who inspect answer it.") if page.steps.asks([row.id]) else ""

    def not_here(kind: EventKind) -> str:
        """Return why a step cannot be begun: on a site's laptop some are for those who inspect."""
        if no_row():
            return no_row()
        at = table.currentIndex().row()
        if kind is EventKind.APPEALED and not page.model.marked and at >= 0:
            kind = EventKind.APPEAL_DECIDED if page.model.row_at(at).is_appealed else kind
        return page.steps.why_not(kind, table.first_subjects(MOST_LOOKED_AT))

    def look_whose() -> None:
        """Call what gives more time by what it does here: on a site's laptop it asks for it."""
        acted_on = table.first_subjects(MOST_LOOKED_AT)
        words = tr("Ask for more time") if page.steps.asks(acted_on) else tr("Extend")
        if made[EventKind.EXTENDED.value].text() != words:
            made[EventKind.EXTENDED.value].set_words(words)
            made.changed.emit()
        made.look_again()

    def to_complaints() -> None:
        table.setFocus()  # who comes back has the rows' keys, whatever was clicked
        page.complaints_wanted.emit()

    def to_conflicts() -> None:
        table.setFocus()
        page.conflicts_wanted.emit()

    def nothing_done() -> str:
        return "" if page.steps.can_take_back else no_row()

    beside_form = partial(made.add, at=(table, page.panel, page.top))  # no letter is for the form
    add("choose", tr("Choose"), UP_DOWN)
    at_rows("back", tr("Take the marks off; back to the summary"), LEAVE, page.back)
    made.add_stop(page.papers.cancel_export, page.papers.asks)
    mark, quick = tr("Mark"), tr("Quick filter")
    at_rows(
        "mark", mark, ("Space", "Shift+Space"), table.toggle, short=mark, repeats=True,
        why_not=no_row,
    )  # fmt: skip
    add("mark-range", tr("Mark a range"), ("Shift+Up", "Shift+Down"))
    at_rows("mark-all", tr("Mark all of the filter"), "Ctrl+A", page.rows.mark_all, why_not=no_row)
    add("unmark", tr("Deselect"), (), partial(table.mark, ()))
    for kind, words, key, in_line in (
        (EventKind.ASSIGNED, tr("Assign"), ASSIGN, True),
        (EventKind.EXTENDED, tr("Extend"), EXTEND, True),
        (EventKind.CORRECTED, tr("Corrected on the spot"), "C", False),
        (EventKind.REPORTED, tr("Report done"), "D", True),
        (EventKind.RECHECKED, tr("Recheck"), "K", True),
        (EventKind.APPEALED, tr("Appeal, or decide it"), "R", False),
        (EventKind.REOPENED, tr("Reopen"), "O", False),
        (EventKind.NOTED, tr("Note"), "N", False),
    ):
        short = words if in_line else ""
        do = partial(page.begin, kind)
        beside_form(kind.value, words, key, do, short=short, why_not=partial(not_here, kind))
    grant = tr("Grant the extension asked for")
    beside_form(GRANT, grant, GRANT_ASKED, partial(page.begin, EventKind.EXTENDED),
                why_not=nothing_asked)  # fmt: skip
    refused = EventKind.EXTENSION_REFUSED
    beside_form(refused.value, tr("Do not grant the extension asked for"), REFUSE_ASKED,
                partial(page.begin, refused), why_not=nothing_asked)  # fmt: skip
    beside_form("history", tr("To the history"), "H", page.go_to_panel, why_not=no_row)
    add("open", tr("To the history"), "Return")
    beside_form("photos", tr("Photos large"), "P", page.show_photos, why_not=no_row)
    beside_form("complaint", tr("Complaint it came from"), "B", page.side.show_complaint,
                why_not=page.side.why_no_complaint)  # fmt: skip
    undo = tr("Take the last step back")
    add("undo", undo, UNDO, page.take_back, why_not=nothing_done)
    ways = SIDEWAYS
    at_rows("quick-filter", quick, ways, page.turn_quick, short=quick, repeats=True, numbered=True,
            choices=(tr("Filter before"), tr("Filter after")))  # fmt: skip
    add("find", tr("Find"), ("Ctrl+F", "/"), page.go_to_search, short=tr("Find"))
    beside_form("filters", tr("Filters"), "F", page.go_to_filters)
    add("save-filter", tr("Save this filter"), "Ctrl+S", bar.begin_name)
    numbers = [f"Alt+{number}" for number in range(1, MOST_KEYS + 1)]
    add("saved", tr("Saved filters"), numbers, page.kept.use_numbered, numbered=True,
        choices=page.kept.names, why_not=page.kept.why_none)  # fmt: skip
    beside_form("order", tr("Order by the next column"), "S", page.next_order)
    beside_form("turn-order", tr("Turn the order round"), "Shift+S", page.turn_order)
    beside_form("columns", tr("Choose columns"), "L", table.columns.choose)
    at_rows("copy", tr("Copy rows"), "Ctrl+C", table.copy_rows, why_not=no_row)
    for name, words, key, act in (
        ("export", tr("Export the ledger"), "Ctrl+E", page.papers.export_ledger),
        ("notices", tr("Notices to units"), "Ctrl+N", page.papers.notify),
        ("take-in", tr("Import what came back"), "Ctrl+I", page.papers.take_in),
        ("complaints", tr("Complaints and tip-offs"), "Ctrl+K", to_complaints),
        ("conflicts", tr("What is to be chosen between laptops"), "Ctrl+J", to_conflicts),
    ):
        add(name, words, key, act, why_not=page.papers.why_not)
    made.hear_letters(table)
    page.side.turned.connect(look_whose)
    return made

"""What can be done with an evaluation, and by which keys."""

from typing import TYPE_CHECKING

from inspector.domain.days.span import SpanKind
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import COMPLETE, CONFIRM, LEAVE, SIDEWAYS
from inspector.gui.frame.panel import add_table_keys
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.evaluation.evaluation_page import EvaluationPage

LENGTHS = (SpanKind.MONTH, SpanKind.QUARTER, SpanKind.YEAR)


def evaluation_commands(page: "EvaluationPage") -> CommandTable:
    """Return the commands of the page."""
    table = CommandTable(page)
    add, shown = table.add, page.sections
    tables = shown.tables
    add("period", tr("Period"), SIDEWAYS, page.step, short=tr("Period"), at=tables, repeats=True,
        numbered=True, choices=(tr("Period before"), tr("Period after")))  # fmt: skip
    add("length", tr("Month, quarter, year"), ("M", "Q", "Y"), page.turn, short=tr("Length"),
        numbered=True, choices=page.lengths)  # fmt: skip
    digits = [str(number + 1) for number in range(len(shown.titles))]
    add("section", tr("Section"), digits, shown.tabs.choose, short=tr("Section"), numbered=True,
        choices=shown.titles)  # fmt: skip
    arithmetic = tr("Show the arithmetic")
    add("open", arithmetic, CONFIRM, shown.sites.open_row, short=arithmetic, at=shown.sites,
        why_not=page.why_nothing)  # fmt: skip
    sites = tr("Site before, site after")
    add("site", sites, ("PgUp", "PgDown"), shown.step_site, short=tr("Site"), at=shown.parts,
        numbered=True, repeats=True,
        choices=(tr("Site before"), tr("Site after")))  # fmt: skip
    publish, weigh = tr("Publish"), tr("What is weighed")
    add("publish", publish, COMPLETE, page.begin_publishing, short=publish,
        why_not=page.why_not_publish)  # fmt: skip
    add("scheme", weigh, "W", page.edit_scheme, short=weigh)
    add("export", tr("Export the evaluation"), "Ctrl+S", page.write_paper, short=tr("Export"),
        why_not=page.why_nothing)  # fmt: skip
    add("print", tr("Print the evaluation…"), "Ctrl+P", page.print_paper,
        why_not=page.why_nothing)  # fmt: skip
    back = tr("Back")
    add("leave", back, LEAVE, page.go_back, short=back, left_over=True)
    add_table_keys(table, *tables)
    return table

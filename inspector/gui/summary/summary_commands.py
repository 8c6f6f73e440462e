"""What can be done at the summary, and by which keys."""

from functools import partial
from typing import TYPE_CHECKING

from inspector.domain.days.span import SpanKind
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import CONFIRM, LEAVE, SIDEWAYS, UP_DOWN
from inspector.gui.summary.sections.figure_words import kind_word
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.summary.summary_board import SummaryBoard

LETTERS = {
    SpanKind.DAY: "D", SpanKind.WEEK: "W", SpanKind.MONTH: "M", SpanKind.QUARTER: "Q",
    SpanKind.YEAR: "Y",
}  # fmt: skip
PHASE, PHASE_LETTER = "phase", "P"
FREE_LETTER = "F"
VISITS, PICKER, CIRCULAR = "visits", "picker", "circular"
"""The modes in which the visits of a figure are listed, several sites chosen, a text edited."""


def summary_commands(board: "SummaryBoard") -> CommandTable:
    """Return the commands of the figures."""

    def no_training() -> str:
        """Return why nothing can be suggested; while figures are read the page there reads too."""
        return "" if board.figures is None else board.why_no_figures()

    def no_circular() -> str:
        """Return why there is nothing to tell of the period; '' when there is."""
        if said := board.why_no_figures():
            return said
        if board.bar.pack.currentData() is not None:
            return tr("A circular is of all checklists: choose all of them first.")
        return ""

    made = CommandTable(board)
    add, add_here = made.add, partial(made.add, modes=("", VISITS))
    of_figures = partial(made.add, why_not=board.why_no_figures)
    awaiting = partial(made.add, why_not=board.awaited.why_none_to_come)
    no_more = tr("Do not wait for it")
    made.add("drop", no_more, LEAVE, board.awaited.drop, short=no_more, left_over=True)
    made.set_there("drop", False)
    board.awaited.waits.connect(lambda does: made.set_there("drop", does))
    period, ways = tr("Period before, period after"), SIDEWAYS
    add_here("period", period, ways, board.step, short=tr("Period"), repeats=True, numbered=True,
             choices=(tr("Period before"), tr("Period after")))  # fmt: skip
    kinds, words = tuple(LETTERS), tr("Day, week, month, quarter, year")
    letters, length = tuple(LETTERS.values()), tr("Length")
    add_here("length", words, letters, lambda n: board.turn(kinds[n]), short=length, numbered=True,
             choices=[kind_word(each) for each in kinds])  # fmt: skip
    add_here("phases", tr("Phases"), PHASE_LETTER, partial(board.turn, PHASE))
    add_here("days", tr("From … to …"), FREE_LETTER, partial(board.turn, SpanKind.FREE))
    add_here("today", tr("Today's period"), "T", board.go_to_today)
    add_here("site", tr("Site"), "S", board.bar.site.setFocus)
    add_here("sites", tr("Several sites"), "Shift+S", board.pick_sites)
    add_here("checklist", tr("Checklist"), "K", board.bar.pack.setFocus)
    section, digits = tr("Section"), [str(number + 1) for number in range(len(board.sections))]
    of_figures(
        "section", section, digits, board.go_to_section, short=section, modes=("", VISITS),
        numbered=True, choices=[each.title for each in board.sections],
    )  # fmt: skip
    add("choose", tr("Choose"), UP_DOWN)
    tables = [each.table for each in board.sections]
    awaiting("open", tr("Open the rows of the figure"), CONFIRM, board.open_figure, at=tables,
               short=tr("Open the rows"))  # fmt: skip
    figure = tr("Choose a figure of the row")
    add("figure", figure, ("Shift+Left", "Shift+Right"), short=tr("Figure"))
    of_figures("key-figures", tr("To the key figures"), "G", board.go_to_cards)
    copy = tr("Copy rows")
    awaiting("copy", copy, "Ctrl+C", board.copy_rows, at=tables, short=tr("Copy"))
    sentence = tr("Copy the sentence")
    awaiting("copy-sentence", sentence, "C", board.copy_sentence, short=sentence)
    everywhere = ("", VISITS, PICKER)  # a text has keys of its own
    add_always = partial(of_figures, modes=everywhere)
    awaiting("copy-chart", tr("Copy the chart as a picture"), "Ctrl+Shift+C", board.out.copy_chart,
             modes=everywhere)  # fmt: skip
    add_always("export", tr("Export the summary"), "Ctrl+S", board.out.write_summary,
               short=tr("Export"))  # fmt: skip
    add_always("print", tr("Print the summary…"), "Ctrl+P", board.out.print_summary)
    add_always("archive", tr("Archive the period"), "Ctrl+Shift+A", board.out.write_archive)
    circular = tr("Write the circular")
    add_here("circular", circular, "Ctrl+T", board.show_circular, short=circular,
             why_not=no_circular)  # fmt: skip
    training = tr("Training suggestions")
    made.add("training", training, "Ctrl+M", board.out.show_training, modes=("", VISITS),
             short=training, why_not=no_training)  # fmt: skip
    evaluation = tr("Evaluation")
    add_here("evaluation", evaluation, "Ctrl+E", board.out.show_evaluation, short=evaluation)
    add_here("conflicts", tr("What is to be chosen between laptops"), "Ctrl+J",
             board.filled.undecided.wanted.emit)  # fmt: skip
    awaiting("save-chart", tr("Save the chart as a picture"), "Ctrl+Shift+S", board.out.write_chart,
             modes=everywhere)  # fmt: skip
    return made

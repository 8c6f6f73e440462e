"""What the page of figures says of a period in its head."""

from inspector.gui.summary.sections.figure_words import DOT, visits_text
from inspector.translation import tr_count
from inspector.workspace.papers.period_figures import SummaryFigures


def counted_text(figures: SummaryFigures) -> str:
    """Write how many visits there were; where halls only inspected themselves, that as well."""
    own = sum(line.visits for line in figures.own_lines)
    made = visits_text(figures.key.visits)
    return DOT.join((made, tr_count(own, "1 self-check", "{count} self-checks"))) if own else made

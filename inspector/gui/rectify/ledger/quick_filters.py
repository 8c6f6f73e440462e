"""The quick filters of the ledger, in the order in which the arrow keys go round."""

from inspector.domain.finding.ledger_view import Quick
from inspector.gui.rectify.ledger.ledger_words import quick_word
from inspector.gui.widgets.chip_row import ChipRow

FRONT = (Quick.UNFINISHED, Quick.OVERDUE, Quick.DUE_TODAY, Quick.REPORTED, Quick.APPEALED)
"""What one asks every day."""

BEHIND = tuple(quick for quick in Quick if quick not in FRONT)


def quick_chips() -> ChipRow[Quick]:
    """Return them as a row of chips."""
    return ChipRow(FRONT, BEHIND, quick_word)

"""What is said of how large a paper prints."""

from typing import TYPE_CHECKING

from inspector.excel.sheet.printed_width import LEAST_SIZE
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.excel.papers.ledger.ledger_edition import LedgerEdition


def printed_sentence(edition: "LedgerEdition") -> str:
    """Return at how many points and on which paper a ledger prints, and what would be larger."""
    said = tr("Prints at about {size} pt, {paper} landscape", size=f"{edition.size:.1f}",
              paper=edition.paper.value)  # fmt: skip
    if not edition.is_legible:
        return tr(
            "{said}: smaller than {least} pt, too small to read on a wall. Choose A3 paper, or"
            " fewer columns.",
            said=said,
            least=f"{LEAST_SIZE:g}",
        )
    if edition.is_combined:
        return tr("{said}; some columns share a cell, on A3 each stands alone.", said=said)
    return tr("{said}.", said=said)

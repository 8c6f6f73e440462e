"""What the columns of our own papers are called, and what units call those that name a finding."""

from collections.abc import Mapping

from inspector.excel.papers.ledger.combined_columns import COMBINED_HEADS
from inspector.excel.papers.ledger.ledger_sheet_columns import LEDGER_HEADERS
from inspector.excel.papers.reply_sheet import REPLY_COLUMNS
from inspector.excel.reading.head_words import FINDING_HEADS
from inspector.excel.reading.sheet_table import plain_head
from inspector.excel.sheet.fill_in import PROBLEM, SITE, WINDOW

CLAIMED: Mapping[str, tuple[str, ...]] = {
    name: tuple(FINDING_HEADS[name].split()) for name in (SITE, WINDOW, PROBLEM)
}
"""By which a line says what its finding is."""

OWN_HEADS = frozenset(
    plain_head(header) for header in (*LEDGER_HEADERS, *(column.header for column in REPLY_COLUMNS))
).union(COMBINED_HEADS, *CLAIMED.values())
"""What is not read of a column of these was never asked for."""

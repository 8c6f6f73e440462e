"""The columns of the ledger, what they are ordered by, and which give way where room is short."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QFontMetrics

from inspector.domain.finding.ledger import LedgerColumn, LedgerRow
from inspector.gui.rectify.ledger.ledger_words import (
    column_word,
    deadline_text,
    deduction_text,
    due_text,
    state_text,
    times_text,
    window_text,
)
from inspector.gui.steps.deadline_words import (
    list_day,
    longest_asked,
    longest_days,
    longest_due,
    near_day,
)
from inspector.gui.steps.marked_model import CHECK_WIDTH
from inspector.gui.theme import TEXT_SIZE, exact_font
from inspector.gui.widgets.lists.table import Column
from inspector.translation import tr
from inspector.workspace.finding_state_words import owner_word, type_word
from inspector.workspace.packs.pack_scoring_words import category_word


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """A column in the ledger: what it is ordered by, and its turn to be hidden (0: never)."""

    column: Column[LedgerRow]
    by: LedgerColumn | None
    turn: int = 0
    asked: int = 0  # pixels of it where more time is asked for, in which it says until when

    @property
    def name(self) -> str:
        """What the column is kept under."""
        return self.by.value if self.by else "type"


PROBLEM = 5
"""The position of the column that takes the rest of the width."""

LEAST_PROBLEM = 208
"""Pixels of it before another column is hidden."""

_PADDING = 20
"""Pixels on both sides of a text."""


def ledger_places(today: Callable[[], date]) -> list[PlacedColumn]:
    """Return the columns from the left; `today` says which day overdue is reckoned on."""

    def titled(
        by: LedgerColumn, text: Callable[[LedgerRow], str], width: int, number: bool = False
    ) -> Column[LedgerRow]:
        return Column(column_word(by), text, width, number)

    by = LedgerColumn
    usual = QFontMetrics(exact_font(TEXT_SIZE)).horizontalAdvance
    bold = QFontMetrics(exact_font(TEXT_SIZE, bold=True)).horizontalAdvance
    found = max(map(usual, longest_days())) + _PADDING
    late = max(map(bold, longest_due())) + _PADDING
    asked = usual(longest_asked()) + _PADDING
    return [
        PlacedColumn(Column("", lambda row: "", CHECK_WIDTH), None),
        PlacedColumn(titled(by.NUMBER, lambda row: row.number, 124), by.NUMBER, 12),
        PlacedColumn(
            Column(
                column_word(by.DAY),
                lambda row: list_day(row.day, today()),
                found,
                copied=lambda row: near_day(row.day, today()),
            ),
            by.DAY,
            8,
        ),
        PlacedColumn(titled(by.SITE, lambda row: row.site_name, 120), by.SITE, 11),
        PlacedColumn(titled(by.WINDOW, window_text, 124), by.WINDOW, 10),
        PlacedColumn(titled(by.TEXT, lambda row: row.text, 0), by.TEXT),
        PlacedColumn(titled(by.TIMES, times_text, 72), by.TIMES, 5),
        PlacedColumn(
            titled(by.CATEGORY, lambda row: category_word(row.category), 88), by.CATEGORY, 3
        ),
        PlacedColumn(titled(by.DEDUCTION, deduction_text, 56, number=True), by.DEDUCTION, 4),
        PlacedColumn(titled(by.DEPARTMENT, lambda row: row.department, 104), by.DEPARTMENT, 2),
        PlacedColumn(titled(by.OWNER, lambda row: owner_word(row.owner), 80), by.OWNER, 7),
        PlacedColumn(
            Column(
                column_word(by.DEADLINE),
                lambda row: due_text(row, today()),
                late,
                copied=lambda row: deadline_text(row, today()),
            ),
            by.DEADLINE,
        ),
        PlacedColumn(
            Column(
                column_word(by.STATE),
                lambda row: state_text(row, today()),
                104,
                why=lambda row: state_text(row, today(), why=True),
            ),
            by.STATE,
            9,
            asked,
        ),
        PlacedColumn(Column(tr("Type"), lambda row: type_word(row.type), 88), None, 1),
    ]

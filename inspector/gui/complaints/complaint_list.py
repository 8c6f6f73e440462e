"""The register as a table: number, kind, site, what is said, who sees to it, deadline, state."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QSizePolicy

from inspector.domain.complaint.complaint import Complaint, ComplaintState
from inspector.domain.complaint.complaint_filter import Among
from inspector.gui.steps.deadline_words import deadline_words, due_words, longest_due
from inspector.gui.steps.marked_model import CHECK, CHECK_WIDTH, URGENCY, USUAL, Look, MarkedModel
from inspector.gui.theme import TEXT_SIZE, exact_font
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.lists.table import Column
from inspector.translation import tr
from inspector.workspace.stories.complaint_words import (
    complaint_kind_word,
    complaint_state_word,
)

CONTENT, DEADLINE = 4, 6
"""The columns of what is said and of the deadline."""

_NUMBER = "2611-WWW-T0000"  # as wide as most of them

_PADDING = 34
"""Pixels on both sides of a text."""

GIVES_WAY = (2, 5)
"""Columns that a narrow page has no room for: kind and owner."""

BESIDE_FORM = (DEADLINE, 7)
"""Columns that it has no room for beside a form either: deadline and state."""


def no_complaint_yet(first: QPushButton) -> EmptyNote:
    """Return what stands instead of an empty register, with the button that makes the first."""
    made = EmptyNote(
        tr("No complaint yet"),
        tr(
            "What people say by letter, telephone, box, QR code or hotline is taken down here,"
            " with its deadline; an anonymous one keeps no name."
        ),
        [first],
    )
    # Also while it is hidden it would else ask for room that the table does not need.
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made


def among_word(among: Among) -> str:
    """Return what a quick filter is called."""
    return {
        Among.UNANSWERED: tr("Not answered"),
        Among.OVERDUE: tr("Overdue"),
        Among.ANSWERED: tr("To follow up or archive"),
        Among.MONTH: tr("This month"),
        Among.ANONYMOUS: tr("Anonymous"),
        Among.ALL: tr("All"),
    }[among]


class ComplaintModel(MarkedModel[Complaint]):
    """Complaints; how urgent each deadline is stands beside it."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        super().__init__(
            [
                Column("", lambda row: "", CHECK_WIDTH),
                Column(tr("Number"), lambda row: row.number, _room_for(_NUMBER)),
                Column(tr("Kind"), lambda row: complaint_kind_word(row.kind), 64),
                Column(tr("Site"), _place, 160),
                Column(tr("What is said"), lambda row: row.content),
                Column(tr("Owner"), lambda row: row.owner or row.department, 80),
                Column(
                    tr("Deadline"),
                    self._due,
                    max(map(_room_for, longest_due())),
                    copied=self._deadline,
                    why=self._deadline,
                ),
                Column(tr("State"), _state, max(map(_room_for, _state_words()))),
            ]
        )

    @property
    def ids(self) -> Sequence[str]:
        return [row.id for row in self._rows]

    def id_at(self, row: int) -> str:
        return self._rows[row].id

    def set_rows(self, rows: Sequence[Complaint]) -> None:
        super().set_rows(rows)
        self.forget_marks()

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if index.isValid() and index.column() == CHECK:
            row = self.row_at(index.row())
            return self.check(row.id, row.number, role)
        if role == URGENCY and index.isValid() and index.column() == DEADLINE:
            return self.look(index.row(), DEADLINE).urgency
        return super().data(index, role)

    def look(self, row: int, column: int) -> Look:
        is_due = column == DEADLINE
        return Look(urgency=self.row_at(row).urgency_on(self._today())) if is_due else USUAL

    def _due(self, row: Complaint) -> str:
        return due_words(not row.state.is_unanswered, row.deadline, self._today())

    def _deadline(self, row: Complaint) -> str:
        return deadline_words(not row.state.is_unanswered, row.deadline, self._today())


def _state(row: Complaint) -> str:
    return complaint_state_word(row.state, anonymous=row.anonymous)


def _state_words() -> list[str]:
    return [complaint_state_word(each) for each in ComplaintState]


def _room_for(words: str) -> int:
    """Return the pixels of a column that cuts nothing of some words."""
    return QFontMetrics(exact_font(TEXT_SIZE)).horizontalAdvance(words) + _PADDING


def _place(row: Complaint) -> str:
    return " ".join(part for part in (row.site_name, row.window_number) if part)

"""What is read put in sight: rows, the one that one stood on, counts, or a note where none are."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Signal

from inspector.domain.finding.ledger_view import LedgerView, Quick
from inspector.gui.jobs.late_painting import paint_later
from inspector.gui.rectify.ledger.ledger_note import LedgerNote
from inspector.gui.rectify.ledger.ledger_query import LedgerQuery
from inspector.gui.rectify.ledger.ledger_table import LedgerTable
from inspector.gui.session import Session
from inspector.gui.widgets.chip_row import ChipRow
from inspector.gui.widgets.lists.reading_veil import ReadingVeil


class ShownRows(QObject):
    """Hears what a `query` reads. Rows are painted in a step of the loop of their own."""

    begun = Signal()
    """The first rows of another view are in sight."""

    known = Signal()
    """All rows are there, or it is said that there are none."""

    def __init__(
        self,
        session: Session,
        query: LedgerQuery,
        table: LedgerTable,
        chips: ChipRow[Quick],
        view: Callable[[], LedgerView],
    ) -> None:
        """`view` returns how one looks at the ledger."""
        super().__init__(table)
        self._session, self._table, self._chips, self._view = session, table, chips, view
        self._query, self._model = query, table.ledger
        self.note = LedgerNote(table)
        self.veil = ReadingVeil(table)
        self._to_top, self._anywhere = True, 0
        self._shows = False  # rows are put in sight just now
        self.is_chosen = False
        """The row in front, or what is marked, is what a person chose last, and not what rows that
        came had in its place."""
        self._all_wanted = False  # marked, of what is still being read
        query.begun.connect(self._show_first)
        query.found.connect(self._show_ids)
        query.counted.connect(self._show_counts)
        query.failed.connect(self._give_up)
        table.selectionModel().currentRowChanged.connect(self._on_other)
        table.marked.connect(self._on_other)

    def begin_anew(self, *, same_counts: bool) -> None:
        """Another view is asked for: it is shown from the top, and what is marked was of this.

        Unless it has the `same_counts` none is known before they are told.
        """
        self._to_top, self._all_wanted = True, False
        if not same_counts:
            self._anywhere = 0
            self._chips.show_counts(dict.fromkeys(Quick))

    def cover(self) -> None:
        """Cover the rows of the view before while those of another are read."""
        if self._query.is_reading:
            self.veil.fall()
        else:
            self.veil.lift()

    def _on_other(self) -> None:
        self.is_chosen = not (self._shows or self._to_top)

    def _give_up(self) -> None:
        """Show what was there before: no other can be read."""
        self.veil.lift()
        self.begun.emit()

    def ask_first(self) -> None:
        """Ask what the page shows that comes to the front just now: behind it, but before a key."""
        self._table.installEventFilter(self)
        self._query.ask(self._view(), in_front=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            self._query.answer_few()
        return False

    def mark_all(self) -> None:
        """Mark all of the filter: while it is being read the rows are of the one before."""
        self._all_wanted = self._query.is_reading
        if not self._all_wanted:
            paint_later(self._table)  # which makes room for what can be done with them
            self._table.mark_all()

    def _show_first(self, ids: list[str]) -> None:
        """Show what a new view begins with; after a change the rows stay until all are known."""
        if self._to_top and not self._model.marked:
            self._to_top = False
            paint_later(self._table)
            self.veil.lift()
            self._shows = True
            self._table.begin_with(ids)
            self._shows = False
            self.note.hide()
            self.begun.emit()

    def _show_ids(self, ids: list[str]) -> None:
        before, row = self._table.current_id(), self._table.currentIndex().row()
        if self._to_top or not before:
            row = 0
        elif before in ids:
            row = ids.index(before)
        self._to_top, self._shows = False, True
        self._table.removeEventFilter(self)
        paint_later(self._table)
        self.veil.lift()
        self._model.show_ids(ids)
        if self._all_wanted:
            self._model.mark_all()
        self._all_wanted = False
        self._table.forget_range()
        self.note.hide()
        if ids:
            self._table.selectRow(max(0, min(row, len(ids) - 1)))
        elif self._session.workspace.findings.ledger(limit=1):
            self.note.say_none(self._view(), self._anywhere)
        else:
            self.note.say_empty()
        self._shows = False
        self.known.emit()

    def _show_counts(self, counts: Mapping[Quick, int | None]) -> None:
        self._chips.show_counts(counts)
        self._table.columns.show_counts(counts)
        self._anywhere = counts.get(Quick.ALL, self._anywhere) or 0
        if Quick.ALL in counts and not self._model.ids and self._anywhere:
            self.note.say_none(self._view(), self._anywhere)

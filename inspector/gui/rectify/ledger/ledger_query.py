"""Asking the ledger what a view shows: what is unfinished at once, all the past beside the window.

Of a hundred thousand findings a few hundred are unfinished, and an index leads to them; counting
and ordering all of them takes longer than a key may wait.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import InspectorError
from inspector.domain.finding.ledger import UNFINISHED, LedgerCounts
from inspector.domain.finding.ledger_view import LedgerView, Quick, counted
from inspector.gui.background import Background
from inspector.gui.session import Session
from inspector.workspace.findings.ledger_reader import LedgerReading

AT_ONCE = (
    Quick.UNFINISHED, Quick.OPEN, Quick.RECTIFYING, Quick.REPORTED, Quick.OVERDUE, Quick.DUE_TODAY,
)  # fmt: skip
"""The quick filters whose findings are all unfinished."""

Counts = Mapping[Quick, int | None]


class LedgerQuery(QObject):
    """Only the answer to the latest question is told."""

    found = Signal(object)
    """The findings of the view, in their order."""

    counted = Signal(object)
    """How many each quick filter shows; None: still being counted."""

    choices = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._work = Background(self)
        self._question = 0

    @property
    def busy(self) -> bool:
        """Something is still being read."""
        return self._work.open_jobs > 0

    def ask(self, view: LedgerView) -> None:
        """Ask what a view shows."""
        self._question += 1
        question, today = self._question, self._today()
        workspace = self._session.workspace
        reader = workspace.ledger_reader
        if view.quick in AT_ONCE:
            self._answer_at_once(view, today)

            def count() -> LedgerCounts | None:
                return reader.counts(view, today) if question == self._question else None

            self._work.do(count, lambda counts: self._tell_counts(question, counts), self._refuse)
            return

        def read() -> LedgerReading | None:
            return reader.read(view, today) if question == self._question else None

        def tell(reading: LedgerReading | None) -> None:
            if reading is not None and question == self._question:
                self._tell_counts(question, reading.counts)
                self.found.emit(reading.ids)

        self._work.do(read, tell, self._refuse)

    def ask_choices(self, site_id: str) -> None:
        """Ask what filters can choose from."""
        reader = self._session.workspace.ledger_reader
        self._work.do(lambda: reader.choices(site_id), self.choices.emit, self._refuse)

    def finish(self) -> None:
        """Wait for the answers."""
        self._work.finish()

    def _answer_at_once(self, view: LedgerView, today: date) -> None:
        findings = self._session.workspace.findings

        def read() -> tuple[LedgerCounts, list[str]]:
            few = findings.counts(replace(view.base(today), states=UNFINISHED))
            return few, findings.ids(view.asked(today), view.order)

        answer = self._session.attempt(read)
        if answer is not None:
            few, ids = answer
            self.counted.emit({quick: counted(few, quick) for quick in AT_ONCE})
            self.found.emit(ids)

    def _tell_counts(self, question: int, counts: LedgerCounts | None) -> None:
        if counts is not None and question == self._question:
            self.counted.emit({quick: counted(counts, quick) for quick in Quick})

    def _refuse(self, error: InspectorError) -> None:
        self._session.refused.emit(error)

    def _today(self) -> date:
        return self._session.workspace.now().date()

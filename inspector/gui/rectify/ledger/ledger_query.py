"""Asking the ledger what a view shows: what is unfinished at once, all the past beside the window.

Of a hundred thousand findings a few hundred are unfinished, and an index leads to them; counting
and ordering all of them takes longer than a key may wait. So the first of many are told before.
A folder that takes in a city's laptops has ten thousand unfinished: those are read beside, too.
"""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import InspectorError
from inspector.domain.finding.ledger import LedgerCounts
from inspector.domain.finding.ledger_view import LedgerView, Quick, counted
from inspector.gui.jobs.late_painting import once_painted
from inspector.gui.jobs.newest_answer import NewestAnswer
from inspector.gui.rectify.ledger.ledger_model import PAGE
from inspector.gui.session import Session
from inspector.workspace.findings.ledger_reader import LedgerReading, of_unfinished

AT_ONCE = (
    Quick.UNFINISHED, Quick.OPEN, Quick.RECTIFYING, Quick.REPORTED, Quick.OVERDUE, Quick.DUE_TODAY,
)  # fmt: skip
"""The quick filters whose findings are all unfinished."""

MANY = 2000
"""Unfinished findings, above which they are read beside the window as well."""


class LedgerQuery(NewestAnswer):
    """Only the answer to the latest question is told."""

    found = Signal(object)
    """The findings of the view, in their order."""

    begun = Signal(object)
    """The first of them, some screens, while the others are still being read."""

    counted = Signal(object)
    """How many each quick filter shows; None: still being counted."""

    choices = Signal(object)

    failed = Signal()
    """What was asked cannot be read, as was said."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(self._refused, parent)
        self._session = session
        self._is_first = False  # rows come, or are painted: what else is asked waits for them
        self._others: Callable[[], object] | None = None  # asks what follows the first rows
        self._choices: Callable[[], object] | None = None
        self.is_reading = False
        """What a view shows is not all known yet: the rows are its first, or of the view before."""

    def ask(self, view: LedgerView, *, in_front: bool = True) -> None:
        """Ask what a view shows; not `in_front` is a page that comes there in this step."""
        self._begin()
        workspace = self._session.workspace
        today, reader = workspace.now().date(), workspace.ledger_reader
        if view.quick not in AT_ONCE or self._are_many(view.site_id):
            self._ask_beside(view, today)
            return
        self._others = partial(
            self._ask, partial(reader.counts, view, today, reader.written()), self._tell_counts
        )
        if not in_front:  # a disk that was not read yet takes its time
            self._ask(partial(reader.few, view, today, PAGE), self._tell_few)
        elif (few := self._session.attempt(lambda: self._few(view, today))) is not None:
            self._tell_few(few)
        else:
            self.is_reading = False
            once_painted(self, self._ask_behind)

    def answer_few(self) -> None:
        """Wait for the first answer: a key is for what it brings."""
        super().finish()

    def ask_choices(self, site_id: str) -> None:
        """Ask what filters can choose from; behind rows that are asked for as well."""
        reader = self._session.workspace.ledger_reader
        read = partial(reader.choices, site_id)
        self._choices = partial(self._work.do, read, self.choices.emit, self._refuse)
        if not self._is_first:
            self._ask_behind()

    def _ask_beside(self, view: LedgerView, today: date) -> None:
        """Read the first of many, and all of them once those are painted."""
        reader = self._session.workspace.ledger_reader
        all_of_it = partial(reader.read, view, today, reader.written())

        def tell(answer: list[str] | LedgerReading) -> None:
            if isinstance(answer, LedgerReading):
                self._tell(answer)
            else:
                self.begun.emit(answer)
                self._others = partial(self._ask, all_of_it, self._tell)
            once_painted(self, self._ask_behind)

        self._ask(lambda: reader.first(view, today) or all_of_it(), tell)

    def _ask_behind(self) -> None:
        """Ask what nobody looks at yet.

        Each cell that is painted asks Python, and would wait for whoever reads beside it.
        """
        others, choices = self._others, self._choices
        self._is_first, self._others, self._choices = False, None, None
        for ask in (others, choices):
            if ask is not None:
                ask()

    def _begin(self) -> None:
        super()._begin()
        self._is_first, self._others, self.is_reading = True, None, True

    @property
    def reads(self) -> bool:
        waiting = self._others, self._choices
        return super().reads or any(each is not None for each in waiting)

    def finish(self) -> None:
        super().finish()
        self._ask_behind()
        super().finish()

    def _are_many(self, site_id: str) -> bool:
        """Tell whether so many are unfinished that even those take longer than a key may wait."""
        findings = self._session.workspace.findings
        return bool(self._session.attempt(lambda: findings.are_unfinished(MANY, site_id)))

    def _few(self, view: LedgerView, today: date) -> LedgerReading:
        """Read now how many unfinished ones stand where, and which the view shows."""
        findings = self._session.workspace.findings
        counts = findings.counts(of_unfinished(view, today))
        return LedgerReading(counts, findings.ids(view.asked(today), view.order))

    def _tell_few(self, few: LedgerReading) -> None:
        self.is_reading = False
        self.counted.emit({quick: counted(few.counts, quick) for quick in AT_ONCE})
        self.found.emit(few.ids)
        once_painted(self, self._ask_behind)

    def _refused(self, error: InspectorError) -> None:
        self.is_reading = False
        self._ask_behind()
        self._session.refused.emit(error)
        self.failed.emit()

    def _tell(self, reading: LedgerReading) -> None:
        self.is_reading = False
        self._tell_counts(reading.counts)
        self.found.emit(reading.ids)

    def _tell_counts(self, counts: LedgerCounts) -> None:
        self.counted.emit({quick: counted(counts, quick) for quick in Quick})

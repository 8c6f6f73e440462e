"""Taking photos and files in: read on a thread, attached to where the inspector stood then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject

from inspector.domain.errors import InspectorError
from inspector.domain.visit.evidence import Evidence
from inspector.gui.background import Background
from inspector.gui.session import Session
from inspector.gui.widgets.evidence_source import Source
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.evidence_bytes import Prepared


@dataclass(slots=True)
class Batch:
    """Files that came in together, and what became of them."""

    words: str  # of what they belong to
    waiting: int
    attached: list[Evidence] = field(default_factory=list)
    refusals: list[InspectorError] = field(default_factory=list)


Attach = Callable[[Prepared], Evidence | None]
Report = Callable[[Batch], None]


class Intake(QObject):
    """Reads one file after the other, so that a hundred of them need the memory of one."""

    def __init__(self, session: Session, report: Report, parent: QObject) -> None:
        """`report` tells of files that came in together."""
        super().__init__(parent)
        self._session = session
        self._report = report
        self._work = Background(self, keeps=True)

    @property
    def waiting(self) -> int:
        """How many files are still being read."""
        return self._work.open_jobs

    def take(self, sources: Sequence[Source], words: str, attach: Attach) -> None:
        """Take files in for what `words` say; `attach` lets one that was read belong to it."""
        book = self._session.workspace.evidence  # loads its code here, not on the thread
        batch = Batch(words, len(sources))

        def keep(prepared: Prepared) -> None:
            evidence = attach(prepared)
            if evidence is not None:
                batch.attached.append(evidence)
            end()

        def refuse(source: Source, error: InspectorError) -> None:
            if not self._session.missing.takes(source.name, words, error):
                batch.refusals.append(error)
            end()

        def end() -> None:
            batch.waiting -= 1
            if not batch.waiting:
                self._report(batch)

        for source in sources:
            self._work.do(partial(_prepared, book, source), keep, partial(refuse, source))

    def finish(self) -> None:
        """Wait for what is being read and attach it; the program ends."""
        self._work.finish()


def _prepared(book: EvidenceBook, source: Source) -> Prepared:
    return book.take_in(source.for_store(), source.name)

"""Taking photos and files in: read on a thread, attached to where the inspector stood then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject

from inspector.domain.checklist.checklist import Item
from inspector.domain.errors import InspectorError
from inspector.domain.visit.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.domain.visit.inspection import Scorecard
from inspector.gui.jobs.background import Background
from inspector.gui.photos.photo_words import place_words
from inspector.gui.session import Session
from inspector.gui.widgets.evidence_source import Source
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.evidence_bytes import Prepared


@dataclass(frozen=True, slots=True)
class Target:
    """What a photo belongs to for good: an item of a window of a visit, and what it shows."""

    card: Scorecard
    item: Item
    role: EvidenceRole
    origin: EvidenceOrigin

    @property
    def words(self) -> str:
        """Where that is."""
        return place_words(self.card, self.item)


@dataclass(slots=True)
class Batch:
    """Files that came in together, and what became of them."""

    target: Target
    waiting: int
    attached: list[Evidence] = field(default_factory=list)
    refusals: list[InspectorError] = field(default_factory=list)


Attach = Callable[[Prepared, Target], Evidence | None]
Report = Callable[[Batch], None]


class Intake(QObject):
    """Reads one file after the other, so that a hundred of them need the memory of one."""

    def __init__(self, session: Session, attach: Attach, report: Report, parent: QObject) -> None:
        """`attach` lets a file that was read belong to its target; `report` tells of a batch."""
        super().__init__(parent)
        self._session = session
        self._attach = attach
        self._report = report
        self._work = Background(self, keeps=True)

    @property
    def waiting(self) -> int:
        """How many files are still being read."""
        return self._work.open_jobs

    def take(
        self,
        sources: Sequence[Source],
        target: Target,
        each: Callable[[Evidence], None] = lambda evidence: None,
    ) -> None:
        """Take files in; `each` hears of one that is attached."""
        book = self._session.workspace.evidence  # loads its code here, not on the thread
        batch = Batch(target, len(sources))

        def attach(prepared: Prepared) -> None:
            evidence = self._attach(prepared, target)
            if evidence is not None:
                batch.attached.append(evidence)
                each(evidence)
            end()

        def refuse(source: Source, error: InspectorError) -> None:
            if not self._session.missing.takes(source.name, target.words, error):
                batch.refusals.append(error)
            end()

        def end() -> None:
            batch.waiting -= 1
            if not batch.waiting:
                self._report(batch)

        for source in sources:
            self._work.do(partial(_prepared, book, source), attach, partial(refuse, source))

    def finish(self) -> None:
        """Wait for what is being read and attach it; the program ends."""
        self._work.finish()


def _prepared(book: EvidenceBook, source: Source) -> Prepared:
    return book.take_in(source.for_store(), source.name)

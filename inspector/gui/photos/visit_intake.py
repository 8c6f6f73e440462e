"""Photos and files come in on a visit. Each belongs to what was in front when it came."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from inspector.domain.visit.evidence import Evidence, EvidenceOrigin
from inspector.gui.commands.shared_keys import UNDO, press
from inspector.gui.photos import photo_words
from inspector.gui.photos.photo_intake import PhotoIntake
from inspector.gui.photos.photo_visit import PhotoVisit, Target
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.evidence_source import Source
from inspector.translation import tr
from inspector.workspace.evidence.evidence_bytes import Prepared
from inspector.workspace.evidence.pending_photos import PhotoPending

Say = Callable[[str, bool], None]
"""Says a sentence where it is seen; whether it is good news."""


class VisitIntake(PhotoIntake):
    """Attaches in the order of arrival, also to a visit that was left meanwhile."""

    def __init__(
        self,
        session: Session,
        page: QWidget,
        line: AskLine,
        visit: Callable[[], PhotoVisit | None],
        target: Callable[[], Target | None],
        say: Say,
    ) -> None:
        """`target` returns what photos belong to that come now; None, after it has said why."""
        super().__init__(session, page)
        self._line, self._visit, self._say = line, visit, say
        self.target = target

    def title(self) -> str:
        target = self.target()
        return tr("Photos or files for {place}", place=target.words) if target else ""

    def say(self, text: str, good: bool) -> None:
        self._say(text, good)

    def held_over(self, over: bool) -> bool:
        target = self.target() if over else None
        if target is not None:
            self._line.mention(tr("Drop it for {place}", place=target.words))
        elif not over:
            self._line.unmention()
        return target is not None

    def take(
        self,
        sources: Sequence[Source],
        origin: EvidenceOrigin,
        each: Callable[[Evidence], None] = lambda evidence: None,
    ) -> None:
        """Take things in for what is in front; `each` hears of one that is attached."""
        target = self.target()
        if target is None:
            return
        self._line.stop()  # a question that waits is about the visit without this photo
        self._line.mention(photo_words.reading(len(sources)))
        book = self._session.workspace.evidence  # loads its code here, not on the thread
        attached: list[Evidence] = []

        def keep(prepared: Prepared) -> None:
            evidence = target.made(book, prepared, origin)
            if self._session.keep(PhotoPending(evidence), prepared.refused):
                visit = self._visit()
                if visit is not None and visit.sheet.inspection.id == target.inspection_id:
                    visit.attached(evidence)
                attached.append(evidence)
                each(evidence)

        self._read(
            sources, book.take_in, target.words, keep, lambda: self._tell(attached, target.words)
        )

    def _tell(self, attached: list[Evidence], words: str) -> None:
        """Tell what became of files that came in together."""
        if not attached:
            self._line.unmention()
            return
        said, book = photo_words.added(attached, words), self._session.workspace.evidence
        off = next(filter(None, map(book.clock_difference, attached)), None)
        waits = any((each.id, "") in self._session.unsaved.targets for each in attached)
        if off is not None:
            said = tr("{added}. {warning}", added=said, warning=photo_words.clock_words(off))
        elif waits:
            said = tr("{added}; not saved yet.", added=said)
        elif self._visit() is not None:
            said = tr("{added}. {undo} undoes it.", added=said, undo=press(UNDO))
        self._say(said, off is None and not waits)

"""Photos and files come in: pasted, dropped, chosen, from the watched folder. What is said of it.

Each belongs to the item that was in front when it came, whatever happens while it is read.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from inspector.domain.errors import NotTakenInError
from inspector.domain.visit.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.gui.photos import photo_words
from inspector.gui.photos.photo_intake import Batch, Intake, Target
from inspector.gui.session import Session
from inspector.gui.visits.scoring.judging import scoring_questions as questions
from inspector.gui.widgets.evidence_source import Source, from_mime, from_paths
from inspector.gui.widgets.file_choice import evidence_to_read
from inspector.translation import tr
from inspector.workspace.evidence.evidence_bytes import Prepared
from inspector.workspace.evidence.pending_photos import PhotoPending

if TYPE_CHECKING:
    from inspector.gui.visits.scoring.scoring_page import ScoringPage

Say = Callable[[str, bool], None]
"""Says a sentence where it is seen; whether it is good news."""


class PhotoInlet(QObject):
    """Reads in the background, attaches in the order of arrival."""

    def __init__(self, session: Session, page: "ScoringPage", say: Say, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._page, self._say = session, page, say
        self._intake = Intake(session, self._attach, self._report, self)

    def finish(self) -> None:
        """Wait for what is being read, and attach it."""
        self._intake.finish()

    def paste(self) -> None:
        """Ctrl+V: what is on the clipboard."""
        found = from_mime(QGuiApplication.clipboard().mimeData())
        if found:
            self.take(found, EvidenceOrigin.PASTED)
        else:
            self._say(tr("There is no picture and no file on the clipboard."), False)

    def choose(self) -> None:
        """P: files from a dialog that opens where the last ones lay."""
        place = self._page.place
        if self.may_take() and place.item is not None:
            words = photo_words.place_words(place.card, place.item)
            title = tr("Photos or files for {place}", place=words)
            paths = evidence_to_read(self._session, self._page, title)
            if paths:
                self.take(from_paths(paths), EvidenceOrigin.CHOSEN)

    def may_take(self) -> bool:
        """Tell whether the item in front takes anything, saying so when it does not."""
        place = self._page.place
        if not place.is_open or place.item is None:
            return False
        if place.card.left_out:
            self._say(questions.card_left_out(place.card), False)
            return False
        return True

    def take(
        self,
        sources: list[Source],
        origin: EvidenceOrigin,
        each: Callable[[Evidence], None] = lambda evidence: None,
    ) -> None:
        """Take things in for the item in front; `each` hears of one that is attached."""
        place = self._page.place
        item = place.item if self.may_take() else None
        if item is None:
            return
        answer = place.scoring.sheet.answers_of(place.card).get(item.id)
        # What is photographed once it is corrected shows how it was put right.
        corrected = answer is not None and answer.correction is not None
        role = EvidenceRole.CORRECTED if corrected else EvidenceRole.FOUND
        self._page.line.stop()  # a question that waits is about the visit without this photo
        self._page.line.mention(photo_words.reading(len(sources)))
        self._intake.take(sources, Target(place.card, item, role, origin), each)

    def _attach(self, prepared: Prepared, target: Target) -> Evidence | None:
        card, book = target.card, self._session.workspace.evidence
        evidence = book.made(
            prepared,
            target.origin,
            target.role,
            inspection_id=card.inspection_id,
            scorecard_id=card.id,
            item_id=target.item.id,
        )
        if not self._session.keep(PhotoPending(evidence), prepared.refused):
            return None
        place = self._page.place
        if place.is_open and place.scoring.sheet.inspection.id == card.inspection_id:
            place.scoring.attached(evidence)
        return evidence

    def _report(self, batch: Batch) -> None:
        """Tell what became of files that came in together."""
        words = batch.target.words
        if batch.refusals:
            self._session.refused.emit(NotTakenInError(batch.refusals))
        if not batch.attached:
            self._page.line.unmention()
            return
        said, book = photo_words.added(batch.attached, words), self._session.workspace.evidence
        off = next(filter(None, map(book.clock_difference, batch.attached)), None)
        if off is not None:
            said = tr("{added}. {warning}", added=said, warning=photo_words.clock_words(off))
        elif self._waits(batch.attached):
            said = tr("{added}; not saved yet.", added=said)
        elif self._page.place.is_open:
            said = tr("{added}. Ctrl+Z undoes it.", added=said)
        self._say(said, off is None and not self._waits(batch.attached))

    def _waits(self, evidence: Iterable[Evidence]) -> bool:
        """Tell whether the disk has not taken one of them yet."""
        return any((each.id, "") in self._session.unsaved.spots for each in evidence)

"""Everything about photos on the scoring page, put together: strip, viewer, folder, keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector.domain.visit.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.gui.commands.key_line import Keys
from inspector.gui.photos.inbox_bar import InboxBar
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.photos.photo_words import place_words
from inspector.gui.session import Session
from inspector.gui.visits.parts.photo_acts import PhotoActs
from inspector.gui.visits.parts.visit_photos import Target, VisitPhotos
from inspector.gui.visits.scoring.judging import scoring_questions as questions
from inspector.gui.visits.scoring.judging.visit_scoring import Scoring
from inspector.gui.visits.scoring.panel.photo_section import PhotoSection
from inspector.gui.visits.scoring.photos.inbox_keys import InboxKeys
from inspector.gui.visits.scoring.photos.photo_undo_words import travelled
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.evidence.evidence_bytes import Prepared

if TYPE_CHECKING:
    from inspector.gui.visits.scoring.scoring_page import ScoringPage


class PhotoDesk(QObject):
    """Beside a scoring page, which asks it for `bar` and keys, opens and closes it."""

    keys_changed = Signal()

    def __init__(self, session: Session, page: "ScoringPage") -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self.bar = InboxBar()
        self.section = PhotoSection()
        self.inlet = VisitPhotos(session, page, page.line, self._visit, self._target)
        self._acts = PhotoActs(session, page, self.inlet, self._visit, self._travel)
        self.viewer = self._acts.viewer
        self.inbox = InboxKeys(session, page, self.bar, self.inlet, self)
        page.panel.add_section(self.section, before=page.panel.facts)
        self.section.strip.use(session)
        self._connect()

    def _connect(self) -> None:
        strip, viewer, page = self.section.strip, self.viewer, self._page
        self.section.add_wanted.connect(self.inlet.choose)
        strip.opened.connect(self.view)
        strip.removed.connect(lambda at: self._acts.remove(self._evidence[at]))
        strip.left.connect(page.panel.left)
        viewer.closed.connect(self._on_viewer_closed)
        viewer.turned.connect(self.keys_changed)
        self._session.changed.connect(self._on_changed)

    # What the page asks

    def keys(self) -> Keys:
        """Return the keys of the viewer while it is open; else none."""
        return self.viewer.keys() if self.viewer.is_open else ()

    def open(self, scoring: Scoring) -> None:
        """A visit is in front."""
        scoring.evidence_changed.connect(self._on_evidence)
        self.inbox.offers.open(scoring.sheet.inspection)

    def close(self) -> None:
        """The visit is left; what is still being read is attached all the same."""
        self.viewer.close_viewer()
        self.inbox.offers.close()

    def finish(self) -> None:
        """Wait for what is being read or drawn: the visit is about to be completed."""
        self.viewer.close_viewer()
        self.inlet.finish()
        self._acts.finish()

    def take_focus(self) -> None:
        """Give the keyboard to what is in front."""
        (self.viewer if self.viewer.is_open else self._page.items).setFocus()

    @property
    def _evidence(self) -> tuple[Evidence, ...]:
        shown = self._page.place.shown() if self._page.place.is_open else None
        return shown.evidence if shown is not None else ()

    def _visit(self) -> Scoring | None:
        return self._page.place.scoring if self._page.place.is_open else None

    def _target(self) -> Target | None:
        place = self._page.place
        if not place.is_open or place.item is None:
            return None
        card, item = place.card, place.item
        if card.left_out:
            self.inlet.say(questions.card_left_out(card), False)
            return None
        answer = place.scoring.sheet.answers_of(card).get(item.id)
        # What is photographed once it is corrected shows how it was put right.
        corrected = answer is not None and answer.correction is not None
        role = EvidenceRole.CORRECTED if corrected else EvidenceRole.FOUND
        book = self._session.workspace.evidence

        def make(prepared: Prepared, origin: EvidenceOrigin) -> Evidence:
            return book.made(
                prepared,
                origin,
                role,
                inspection_id=card.inspection_id,
                scorecard_id=card.id,
                item_id=item.id,
            )

        return Target(place_words(card, item), make)

    # Seeing

    def view(self, at: int = 0) -> None:
        """V or a click: the photos of the item in front, large; a file opens at once."""
        self._page.line.stop()
        place, evidence = self._page.place, self._evidence
        if not evidence or place.item is None:
            said = tr("This item has no photo yet: Ctrl+V pastes one, P chooses files.")
            self.inlet.say(said, False)
        else:
            words = place_words(place.card, place.item)
            self._acts.view(Subject(place.card, place.item.id, words, place.item), evidence, at)

    def _on_viewer_closed(self) -> None:
        self._page.items.setFocus()
        self.keys_changed.emit()

    def _travel(self, back: bool) -> None:
        (self._page.undo if back else self._page.redo)()
        self.take_focus()

    def tell_travelled(
        self, change: tuple[Evidence | None, Evidence | None], *, back: bool
    ) -> None:
        """Say what an undo or redo did to a photo or file."""
        self.inlet.say(travelled(*change, self._page.scoring.sheet, back=back))

    # Following

    def _on_evidence(self, card_id: str, item_id: str, travelling: bool) -> None:
        place = self._page.place
        if place.is_open:
            place.follow(card_id, "")
            if travelling and not self.viewer.is_open:
                place.show_card(card_id, item_id)
            self._page.typed.show_item()
            self.inbox.offers.follow(place.scoring.sheet)
            self.viewer.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.preferences:
            self.inbox.offers.watch_anew()

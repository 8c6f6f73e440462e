"""Everything about photos on the scoring page, put together: strip, viewer, folder, keys."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.gui.commands.shared_keys import PASTE, PHOTO, press
from inspector.gui.photos.inbox_bar import InboxBar
from inspector.gui.photos.photo_inbox import PhotoInbox
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.photos.photo_visit import Target
from inspector.gui.photos.photo_words import place_words
from inspector.gui.photos.visit_photos import VisitPhotos
from inspector.gui.session import Session
from inspector.gui.visits.scoring.judging import scoring_questions as questions
from inspector.gui.visits.scoring.judging.visit_scoring import Scoring
from inspector.gui.visits.scoring.lists.item_list import ItemList
from inspector.gui.visits.scoring.panel.answer_panel import AnswerPanel
from inspector.gui.visits.scoring.panel.photo_section import PhotoSection
from inspector.gui.visits.scoring.panel_entry import PanelEntry
from inspector.gui.visits.scoring.photos.photo_undo_words import travelled
from inspector.gui.visits.scoring.position_in_visit import VisitPosition
from inspector.gui.widgets.ask_line import AskLine
from inspector.translation import tr
from inspector.workspace.changes import Changes


class ScoringParts(Protocol):
    """What photos have to do with on the scoring page."""

    line: AskLine
    position: VisitPosition
    items: ItemList
    panel: AnswerPanel
    typed: PanelEntry

    def travel(self, back: bool) -> object:
        """Undo or redo."""


class PhotoDesk(VisitPhotos):
    """Beside a scoring page, which asks it for `bar`, opens and closes it."""

    def __init__(self, session: Session, page: QWidget, parts: ScoringParts) -> None:
        super().__init__(session, page, parts.line, self._scoring, self._target, parts.travel)
        self._parts = parts
        self.bar = InboxBar()
        self.section = PhotoSection()
        self.inbox = PhotoInbox(session, self.bar, parts.line, self.intake, self)
        parts.panel.add_section(self.section, before=parts.panel.facts)
        strip = self.section.strip
        strip.use(session)
        strip.opened.connect(self.view_item)
        strip.removed.connect(lambda at: self.remove(self._evidence[at]))
        strip.left.connect(parts.panel.left)
        self.bar.left.connect(parts.items.setFocus)
        session.changed.connect(self._on_changed)

    def _scoring(self) -> Scoring | None:
        return self._parts.position.scoring if self._parts.position.is_open else None

    def _target(self) -> Target | None:
        position = self._parts.position
        if not position.is_open or position.item is None:
            return None
        card, item = position.card, position.item
        if card.left_out:
            self.say(questions.card_left_out(card), False)
            return None
        answer = position.scoring.sheet.answers_of(card).get(item.id)
        # What is photographed once it is corrected shows how it was put right.
        corrected = answer is not None and answer.correction is not None
        role = EvidenceRole.CORRECTED if corrected else EvidenceRole.FOUND
        return Target(place_words(card, item), role, card.inspection_id, card.id, item.id)

    # What the page asks

    def open(self, scoring: Scoring) -> None:
        """A visit is in front."""
        scoring.evidence_changed.connect(self._on_evidence)
        self.inbox.open(scoring.sheet.inspection)

    @property
    def _evidence(self) -> tuple[Evidence, ...]:
        shown = self._parts.position.shown() if self._parts.position.is_open else None
        return shown.evidence if shown is not None else ()

    # Seeing

    def view_item(self, at: int = 0) -> None:
        """V or a click: the photos of the item in front, large; a file opens at once."""
        self._parts.line.stop()
        position, subject = self._parts.position, None
        if position.is_open and position.item is not None:
            card, item, scoring = position.card, position.item, position.scoring
            subject = Subject(
                place_words(card, item),
                lambda: scoring.sheet.evidence_of(card, item.id),
                self,
                (card, item),
                lambda: scoring.sheet,
            )
        nothing = tr(
            "This item has no photo yet: {paste} pastes one, {choose} chooses files.",
            paste=press(PASTE, tr("Paste photo")),
            choose=press(PHOTO, tr("Photo")),
        )
        self.view(subject, nothing, at)

    def tell_travelled(
        self, change: tuple[Evidence | None, Evidence | None], *, back: bool
    ) -> None:
        """Say what an undo or redo did to a photo or file."""
        self.say(travelled(*change, self._parts.position.scoring.sheet, back=back), True)

    # Following

    def _on_evidence(self, card_id: str, item_id: str, travelling: bool) -> None:
        position = self._parts.position
        if position.is_open:
            position.follow(card_id, "")
            if travelling and not self.are_large:
                position.show_card(card_id, item_id)
            self._parts.typed.show_item()
            self.inbox.follow(position.scoring.sheet)
            self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.preferences:
            self.inbox.watch_anew()

"""Everything about photos on the scoring page, put together: strip, viewer, folder, keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector.domain.visit.evidence import Evidence, EvidenceOrigin
from inspector.gui.commands.key_line import Keys
from inspector.gui.photos.inbox_bar import InboxBar
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.photos.photo_viewer import PhotoViewer
from inspector.gui.photos.photo_words import place_words
from inspector.gui.session import Session
from inspector.gui.visits.scoring.judging.visit_scoring import Scoring
from inspector.gui.visits.scoring.panel.photo_section import PhotoSection
from inspector.gui.visits.scoring.photos.inbox_keys import InboxKeys
from inspector.gui.visits.scoring.photos.photo_acts import PhotoActs
from inspector.gui.visits.scoring.photos.photo_drop import PhotoDrop
from inspector.gui.visits.scoring.photos.photo_inlet import PhotoInlet
from inspector.gui.visits.scoring.photos.photo_undo_words import travelled
from inspector.translation import tr
from inspector.workspace.changes import Changes

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
        self.viewer = PhotoViewer(session, page)
        self.inlet = PhotoInlet(session, page, self._say, self)
        self._acts = PhotoActs(session, page, self.viewer, self._say, self)
        self.inbox = InboxKeys(session, page, self.bar, self.inlet, self)
        self._drop = PhotoDrop(page, self)
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
        viewer.paste_wanted.connect(self.inlet.paste)
        viewer.undo_wanted.connect(lambda: self._travel(back=True))
        viewer.redo_wanted.connect(lambda: self._travel(back=False))
        self._drop.dropped.connect(lambda found: self.inlet.take(found, EvidenceOrigin.DROPPED))
        self._session.changed.connect(self._on_changed)
        self._session.closing.connect(self.finish)

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

    # Seeing

    def view(self, at: int = 0) -> None:
        """V or a click: the photos of the item in front, large; a file opens at once."""
        self._page.line.stop()
        place, evidence = self._page.place, self._evidence
        if not evidence or place.item is None:
            said = tr("This item has no photo yet: Ctrl+V pastes one, P chooses files.")
            self._say(said, False)
        elif at < len(evidence) and not evidence[at].is_photo:
            self._acts.open(evidence[at])
        else:
            words = place_words(place.card, place.item)
            subject = Subject(place.card, place.item.id, words, place.item)
            self.viewer.open(place.scoring, subject, at)

    def _on_viewer_closed(self) -> None:
        self._page.items.setFocus()
        self.keys_changed.emit()

    def _travel(self, back: bool) -> None:
        """Undo or redo from the viewer: photos only, since nothing else is in sight."""
        scoring = self._page.scoring
        if scoring.photo_change(back=back) is None:
            self.viewer.say(tr("Nothing about photos is left to undo; Esc closes the photo."))
            return
        if back:
            self._page.undo()
        else:
            self._page.redo()
        self.take_focus()

    def tell_travelled(
        self, change: tuple[Evidence | None, Evidence | None], *, back: bool
    ) -> None:
        """Say what an undo or redo did to a photo or file."""
        self._say(travelled(*change, self._page.scoring.sheet, back=back), True)

    def _say(self, text: str, good: bool) -> None:
        """Say something where it is seen, without taking the place of a question."""
        line = self._page.line
        if self.viewer.is_open:
            self.viewer.say(text)
        elif not self._page.place.is_open or line.waiting:
            self._session.told.emit(text, "")
        elif good:
            line.tell(text)
        else:
            line.ask(text)

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

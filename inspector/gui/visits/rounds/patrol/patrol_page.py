"""A patrol: place after place, a key when nothing is wrong, a line when something is."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.checklist import Category
from inspector.domain.visit.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.domain.visit.inspection import Inspection, Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.patrol import PatrolEntry
from inspector.gui.commands.key_line import Keys
from inspector.gui.editor_draft import Dropped, not_handed_in
from inspector.gui.frame.page_head import PageHead
from inspector.gui.photos.thumbnail_cache import ThumbnailCache
from inspector.gui.session import Session
from inspector.gui.theme import NARROW
from inspector.gui.visits.parts.names_bar import NamesBar
from inspector.gui.visits.parts.round_rows import RoundDelegate, RoundModel
from inspector.gui.visits.parts.visits_part import VisitPart
from inspector.gui.visits.rounds.patrol import patrol_questions as questions
from inspector.gui.visits.rounds.patrol.patrol_drafts import PatrolDrafts, Unkept
from inspector.gui.visits.rounds.patrol.patrol_keys import all_keys, next_keys
from inspector.gui.visits.rounds.patrol.patrol_panel import PatrolPanel
from inspector.gui.visits.rounds.patrol.patrol_photos import PatrolPhotos
from inspector.gui.visits.rounds.patrol.patrol_round import PatrolRound
from inspector.gui.visits.rounds.patrol.patrol_rows import place_rows
from inspector.gui.visits.rounds.round_layout import add_round_shortcuts, attend_line, lay_out_round
from inspector.gui.visits.rounds.round_photos import RoundPhotos, RoundTarget
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.labels import button, label
from inspector.gui.widgets.lists.command_list import CommandList
from inspector.gui.words import kind_word, moment_text, scorecard_title, slot_word
from inspector.translation import tr
from inspector.workspace.evidence.evidence_bytes import Prepared

PLACES_WIDTH, NARROW_PLACES_WIDTH = 280, 208


class PatrolPage(VisitPart):
    """The places on the left, the one in front on the right; the keyboard stays on the left."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._round: PatrolRound | None = None
        self._entry_id = ""  # the entry that keys act on
        self._editing: PatrolEntry | None = None  # the entry whose words are written anew
        self.head = PageHead()
        self._figures = label("", "secondary")
        self._figures.setObjectName("figures")
        self._hand_in = button(tr("Hand in  Ctrl+↵"), "handIn", "primary")
        self.head.add(self._figures)
        self.head.add(self._hand_in)
        self.model = RoundModel()
        self.places = CommandList("places", tr("Places of the round"), self.model, RoundDelegate())
        self.panel = PatrolPanel()
        self.drafts = PatrolDrafts(session, self.panel, self)
        self._unkept: frozenset[str] = frozenset()  # the places where something is not kept yet
        self.line = AskLine()
        self.line.setObjectName("roundLine")
        self.photos = RoundPhotos(session, self, self.line, self._target, self._on_photo)
        self.panel.photos.use(ThumbnailCache(session, self), session.unsaved)
        self.pictures = PatrolPhotos(session, self)
        self.names = NamesBar(session, self.line, self.places)
        lay_out_round(self, self.head, self.names, self.places, self.panel, self.line)
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        self.places.setFixedWidth(NARROW_PLACES_WIDTH if is_narrow else PLACES_WIDTH)

    def _connect(self) -> None:
        self.places.set_commands(
            {
                "1": self._clean,
                "2": self._write,
                "e": self._rewrite,
                "c": self._handle,
                "m": self._toggle_meeting,
                "p": self.photos.choose,
                "v": self._view,
                "a": self._ask_rest,
                int(Qt.Key.Key_Backspace): self._drop,
                int(Qt.Key.Key_Delete): self._drop,
                int(Qt.Key.Key_Left): lambda: self._step_entry(-1),
                int(Qt.Key.Key_Right): lambda: self._step_entry(1),
                int(Qt.Key.Key_Return): self._confirm_or_next,
                int(Qt.Key.Key_Escape): self._escape,
            }
        )
        self.places.selectionModel().currentChanged.connect(self._on_place)
        self.panel.editor.written.connect(self._on_written)
        self.panel.handling.written.connect(self._on_handled)
        self.panel.left.connect(self._back_to_places)
        self.panel.given_up.connect(self._give_up)
        self.panel.cards.chosen.connect(self._choose_entry)
        self.panel.photos.opened.connect(self.pictures.view)
        self.panel.photos.removed.connect(self._remove_photo)
        self.pictures.viewer.turned.connect(self.keys_changed)
        self.pictures.viewer.closed.connect(self._on_viewer_closed)
        attend_line(self.line, self.places)
        self.names.named.connect(self._on_named)
        self._hand_in.clicked.connect(self._ask_hand_in)
        add_round_shortcuts(
            self, self.places, self._ask_hand_in, self._undo, self._redo, self.photos.paste
        )
        self._session.unsaved.changed.connect(self._on_unsaved)

    def keys(self) -> Keys:
        """Return the few keys worth a place in the line at the bottom."""
        return self._viewer_keys() or next_keys()

    def all_keys(self) -> Keys:
        """Return every key of the page."""
        return self._viewer_keys() or all_keys()

    def _viewer_keys(self) -> Keys:
        return self.pictures.viewer.keys() if self.pictures.viewer.is_open else ()

    # Opening and closing

    def open(self, sheet: InspectionSheet) -> None:
        """Show a patrol where its patroller stood."""
        self.close_visit()
        round_ = self._round = PatrolRound(self._session, sheet, self)
        round_.changed.connect(self._show)
        inspection = sheet.inspection
        said = [kind_word(inspection.kind), moment_text(inspection.started_at)]
        if inspection.slot is not None:
            said.insert(1, slot_word(inspection.slot))
        self.head.set_texts(inspection.site_name, " · ".join(said))
        self.line.stop()
        self.panel.close_editors()
        self._unkept = frozenset(each.card_id for each in self.drafts.unkept(round_))
        self.model.show(place_rows(round_, self._unkept))
        self.places.go_to(self.model.position(inspection.cursor_scorecard or ""))
        self._show()
        self.take_focus()
        if here := self._unkept_here():
            self._go_on_with(here)

    def close_visit(self) -> None:
        """Let go of the patrol; everything of it is on disk, or waits in the session to be."""
        if self._round is not None:
            self.pictures.finish()
            self.photos.finish()
            self.drafts.leave()
            self._round.deleteLater()
            self._round = None

    def take_focus(self) -> None:
        """Put the keyboard back where work goes on."""
        (self.pictures.viewer if self.pictures.viewer.is_open else self.places).setFocus()

    @property
    def round(self) -> PatrolRound:
        """The patrol in front."""
        assert self._round is not None
        return self._round

    @property
    def place(self) -> Scorecard:
        """The place in front."""
        return self.round.places[max(self.places.currentIndex().row(), 0)]

    @property
    def entry(self) -> PatrolEntry | None:
        """The entry that keys act on: the one chosen, else the last at the place."""
        wrong = self.round.wrong_at(self.place.id)
        chosen = next((entry for entry in wrong if entry.id == self._entry_id), None)
        return chosen or (wrong[-1] if wrong else None)

    # What was seen

    def _clean(self) -> None:
        self.line.stop()
        place = self.place
        if self.round.wrong_at(place.id):
            self._next(questions.kept_findings(place))
        elif self.round.entries_at(place.id) or self.round.mark_clean([place.id]):
            self._next()

    def _write(self) -> None:
        self.line.stop()
        self._editing = None
        self._begin_writing()

    def _rewrite(self) -> None:
        self.line.stop()
        if entry := self._entry_or_say():
            self._editing = entry
            self._begin_writing()

    def _begin_writing(self) -> None:
        self.drafts.leave()
        self.panel.handling.hide()
        self.panel.editor.begin(self.place, self.round.suggestions(self.place), self._editing)
        self._begin_draft(handled=False)

    def _begin_handling(self, entry: PatrolEntry) -> None:
        self.drafts.leave()
        self.panel.editor.hide()
        self.panel.handling.begin(entry.handled or "")
        self._begin_draft(handled=True)

    def _begin_draft(self, *, handled: bool) -> None:
        entry = self._editing.id if self._editing else ""
        self.drafts.begin(self.round.id, Unkept(self.place.id, entry, handled))
        self._show_place()

    def _on_written(self, text: str, place: str, item_id: str, category: Category) -> None:
        known = {entry.id for entry in self.round.entries}
        if self.round.note(self.place.id, text, place, item_id, category, self._editing):
            new = [entry.id for entry in self.round.entries if entry.id not in known]
            self._entry_id = new[0] if new else self._entry_id
            self.line.stop()
            self.drafts.drop()
            self._back_to_places()

    def _handle(self) -> None:
        self.line.stop()
        if entry := self._entry_or_say():
            self._editing = entry
            self._begin_handling(entry)

    def _on_handled(self, how: str) -> None:
        if self._editing and self.round.put(replace(self._editing, handled=how or None)):
            self.line.stop()
            self.drafts.drop()
            self._back_to_places()

    def _toggle_meeting(self) -> None:
        self.line.stop()
        if entry := self._entry_or_say():
            self.round.put(replace(entry, to_meeting=not entry.to_meeting))

    def _drop(self) -> None:
        """Take the current entry away, or 未发现问题."""
        self.line.stop()
        entry = self.entry or next(iter(self.round.entries_at(self.place.id)), None)
        if entry is not None and self.round.drop(entry):
            self.line.tell(tr("Taken away. Ctrl+Z puts it back."))

    def _entry_or_say(self) -> PatrolEntry | None:
        entry = self.entry
        if entry is None:
            self.line.ask(questions.no_entry())
        return entry

    def _ask_rest(self) -> None:
        if self.line.waits_for(self._clean_rest):
            self.line.confirm()
        elif self.round.not_seen:
            self._wait(self._clean_rest, questions.confirm_rest(self.round.not_seen))
        else:
            self.line.tell(questions.all_seen())

    def _clean_rest(self) -> None:
        if self.round.mark_clean([card.id for card in self.round.not_seen]):
            self.line.tell(questions.all_seen())

    # Photos

    def _target(self) -> RoundTarget | None:
        entry = self._entry_or_say() if self._round is not None else None
        if entry is None:
            return None
        book = self._session.workspace.evidence
        # What is photographed once it is handled shows how it was put right.
        role = EvidenceRole.FOUND if entry.handled is None else EvidenceRole.CORRECTED

        def make(prepared: Prepared, origin: EvidenceOrigin) -> Evidence:
            return book.made(
                prepared,
                origin,
                role,
                inspection_id=entry.inspection_id,
                scorecard_id=entry.scorecard_id,
                item_id=entry.id,
            )

        return RoundTarget(make, scorecard_title(self.place))

    def _on_photo(self, evidence: Evidence) -> None:
        if self._round is not None:
            self._round.attached(evidence)

    def _view(self) -> None:
        self.line.stop()
        if self._entry_or_say() is not None:
            self.pictures.view()

    def _on_viewer_closed(self) -> None:
        self.places.setFocus()
        self.keys_changed.emit()

    def _remove_photo(self, at: int) -> None:
        if self.entry is not None:
            self.pictures.remove(self.round.evidence_of(self.entry.id)[at])
            self.places.setFocus()

    # Moving

    def _next(self, said: str = "") -> None:
        """Go to the next place without a word; say so when there is none."""
        following = self.round.next_unseen(self.place.id)
        if following is not None:
            self._go_to(following.id)
        said = said or ("" if following else questions.all_seen())
        if said:
            self.line.tell(said)

    def _go_to(self, place_id: str) -> None:
        self.places.go_to(self.model.position(place_id))

    def _confirm_or_next(self) -> None:
        if self.line.waiting:
            self.line.confirm()
        elif here := self._unkept_here():
            self.line.stop()
            self._go_on_with(here)
        else:
            self.line.stop()
            self._next()

    def _on_place(self, current: QModelIndex, before: QModelIndex) -> None:
        if self._round is not None and current.isValid():
            self._entry_id = ""
            self.drafts.leave()
            if self.panel.is_writing:
                self._show_unkept()
            self.panel.close_editors()
            self.round.stand_at(self.place.id)
            self._show_place()

    def _step_entry(self, step: int) -> None:
        wrong = [entry.id for entry in self.round.wrong_at(self.place.id)]
        if self.entry is not None:
            at = wrong.index(self.entry.id) + step
            self._choose_entry(max(0, min(at, len(wrong) - 1)))

    def _choose_entry(self, at: int) -> None:
        self._entry_id = self.round.wrong_at(self.place.id)[at].id
        self._show_place()

    def _back_to_places(self) -> None:
        self.places.setFocus()
        self.drafts.leave()
        self.panel.close_editors()
        self._editing = None
        self._show_unkept()
        self._show_place()

    # Written and not kept

    def _unkept_here(self) -> Unkept | None:
        if self.place.id not in self._unkept:
            return None
        unkept = self.drafts.unkept(self.round)
        return next((each for each in unkept if each.card_id == self.place.id), None)

    def _go_on_with(self, where: Unkept) -> None:
        """Go to where something is written, with the keyboard in its line."""
        self._go_to(where.card_id)
        entries = {entry.id: entry for entry in self.round.entries}
        self._editing = entries.get(where.entry_id)
        self._entry_id = where.entry_id
        if where.handled and self._editing is not None:
            self._begin_handling(self._editing)
        else:
            self._begin_writing()

    def _give_up(self) -> None:
        """Esc in a line: what is in it goes, and Ctrl+Z brings it back."""
        if gone := self.drafts.let_go():
            where, dropped = gone
            self.round.add_step(
                lambda: self._bring_back(where, dropped), self._put_away, where.card_id
            )
            self.line.tell(tr("What was written is put away. Ctrl+Z brings it back."))
        self._back_to_places()

    def _bring_back(self, where: Unkept, dropped: Dropped) -> bool:
        if where.entry_id and where.entry_id not in {entry.id for entry in self.round.entries}:
            where = replace(where, entry_id="")
        self._go_on_with(where)
        self.drafts.bring_back(where, dropped)
        return True

    def _put_away(self) -> bool:
        self.drafts.drop()
        self._back_to_places()
        return True

    def _stops_at_unkept(self) -> bool:
        """Go to the first that is written and not kept; False when there is none."""
        unkept = self.drafts.unkept(self.round)
        if unkept:
            self._go_on_with(unkept[0])
            self.line.ask(not_handed_in(len(unkept)))
        return bool(unkept)

    def _show_unkept(self) -> None:
        self._unkept = frozenset(each.card_id for each in self.drafts.unkept(self.round))
        self.model.show(place_rows(self.round, self._unkept))

    def _escape(self) -> None:
        if self.line.isVisible():
            self.line.stop()
        else:
            self.left.emit()

    # Undo

    def _undo(self) -> None:
        self._travel(self.round.undo)

    def _redo(self) -> None:
        self._travel(self.round.redo)

    def _travel(self, through: Callable[[], str | None]) -> None:
        self.line.stop()
        place = through()
        if place:
            self._go_to(place)

    # Handing in

    def _ask_hand_in(self) -> None:
        if self._round is None:
            return
        if self.line.waits_for(self._complete):
            self.line.confirm()
            return
        if self._stops_at_unkept():
            return
        if self.panel.is_writing:
            self._back_to_places()
        if not self.round.entries:
            self.line.ask(questions.nothing_seen())
            return
        if self.names.stops(self.round.sheet.inspection):
            return
        self._wait(self._complete, questions.confirm_hand_in(self.round))

    def _on_named(self, inspection: Inspection) -> None:
        if self._round is not None:
            self._round.sheet = replace(self._round.sheet, inspection=inspection)
            self._ask_hand_in()

    def _complete(self) -> None:
        self.pictures.finish()
        self.photos.finish()  # one may have been pasted since the question
        patrol, patrols = self.round.id, self._session.workspace.patrols
        if self._stops_at_unkept() or not self._session.settle():
            return
        if self._session.attempt(lambda: patrols.complete(patrol)) is not None:
            self.close_visit()
            self.completed.emit(patrol)

    def _wait(self, action: Callable[[], None], question: str) -> None:
        self.line.wait(action, question, tr("Confirm"))
        self.places.setFocus()

    # Showing

    def _on_unsaved(self) -> None:
        if self._round is not None:
            self.model.show(place_rows(self.round, self._unkept))

    def _show(self) -> None:
        round_ = self.round
        self.model.show(place_rows(round_, self._unkept))
        wrong = sum(not entry.clean for entry in round_.entries)
        self._figures.setText(
            tr(
                "Places {seen} / {places}   Findings {wrong}",
                seen=len(round_.places) - len(round_.not_seen),
                places=len(round_.places),
                wrong=wrong,
            )
        )
        self._show_place()
        self.pictures.viewer.refresh()

    def _show_place(self) -> None:
        unkept = self.place.id in self._unkept
        self.panel.show_place(self.round, self.place, self.entry, unkept)

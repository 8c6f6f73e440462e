"""Scoring a visit: its windows, the items of one, and what is wrong with the current item."""

from collections.abc import Iterator
from functools import cached_property

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from inspector.domain.checklist.category import Scope
from inspector.domain.visit.answer_move import AnswerMove
from inspector.domain.visit.asking import is_found_or_not
from inspector.domain.visit.draft import DraftKey
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.rest_of_window import says_methods
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import WRITING
from inspector.gui.commands.shared_keys import LEAVE_OUT, UNDO, press
from inspector.gui.session import Session
from inspector.gui.visits.parts.beside_button import BesideButton, give_menu_beside
from inspector.gui.visits.parts.on_duty_bar import OnDutyBar, on_duty_words
from inspector.gui.visits.parts.visit_drafts import Lines
from inspector.gui.visits.parts.visit_frame import VisitFrame
from inspector.gui.visits.scoring.completion import Completion
from inspector.gui.visits.scoring.find_bar import FindBar
from inspector.gui.visits.scoring.item_commands import ItemCommands
from inspector.gui.visits.scoring.judging import rest_questions
from inspector.gui.visits.scoring.judging import scoring_questions as questions
from inspector.gui.visits.scoring.judging.running_stopwatch import Timing
from inspector.gui.visits.scoring.judging.visit_scoring import Scoring
from inspector.gui.visits.scoring.lists.card_list import CardList, CardModel
from inspector.gui.visits.scoring.lists.item_list import ItemList
from inspector.gui.visits.scoring.lists.item_model import ItemModel
from inspector.gui.visits.scoring.lists.obstacle_list import ObstacleList
from inspector.gui.visits.scoring.move_bar import MoveBar
from inspector.gui.visits.scoring.panel.answer_panel import AnswerPanel
from inspector.gui.visits.scoring.panel_entry import PanelEntry
from inspector.gui.visits.scoring.photos.photo_desk import PhotoDesk
from inspector.gui.visits.scoring.position_in_visit import VisitPosition
from inspector.gui.visits.scoring.reason_bar import ReasonBar
from inspector.gui.visits.scoring.score_sheet import ScoreSheet
from inspector.gui.visits.scoring.scoring_commands import (
    ASKING,
    INBOX,
    LIST,
    MENU_OF_ITEM,
    MENU_OF_WINDOW,
    scoring_commands,
)
from inspector.gui.visits.scoring.verdicts import IN_RED_ROW, IN_ROW, item_verdicts
from inspector.gui.visits.scoring.visit_arrangement import VisitArrangement
from inspector.gui.visits.scoring.visit_head import VisitHead, visit_figures
from inspector.gui.words import scorecard_title
from inspector.translation import tr, tr_count

CLOCK_TICK = 20_000
"""Milliseconds between two looks at the clock."""

_BESIDE_WHO = 88
"""Pixels of the button that says who is on duty for its arrow, its key and its edges."""

_WHO_IN_HEAD = 160
"""Pixels of that button at most where it stands in the head."""

_REASON = "left-out"
"""The line that asks why a window is left out: a draft of its window until Enter keeps it."""


class ScoringPage(VisitFrame[Scoring]):
    """The page an inspector spends twenty minutes on.

    Its keys stand in `scoring_commands`; others may add sections to `panel`. Where one stands is
    `position`, what is open is `scoring`.
    """

    head: VisitHead
    photos: PhotoDesk

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        model = ItemModel()
        items = ItemList(model)
        lines: Lines = {_REASON: lambda: {"reason": self.reason.field}}
        super().__init__(session, VisitHead(), items, lines, parent)
        self.model, self.items = model, items
        self.cards_model = CardModel()
        self.cards = CardList(self.cards_model)
        self.line.setObjectName("scoringLine")
        self.position = VisitPosition(self.cards, self.cards_model, items, model, self)
        self.left.connect(self.position.stand)  # before anybody else hears that it is left

    def build(self) -> Iterator[None]:
        items = self.items
        self.panel = AnswerPanel(self)
        yield
        self.photos = PhotoDesk(self._session, self, self)
        self.typed = PanelEntry(
            self.panel, self.line, self.position.entry, self.position.shown, self
        )
        self.acts = ItemCommands(self.position, self.typed, self.line, self)
        self.completion = Completion(self.position, self.line, items.setFocus, self)
        self.timing = Timing(self)
        self._clock = QTimer(self, interval=CLOCK_TICK)
        table = self.commands = scoring_commands(self)
        yield
        self.head.add(
            command_button(table["complete"], "complete", "primary", tr("Complete"), steady=True)
        )
        red_line = item_verdicts(table, red_line=True)[:IN_RED_ROW]
        items.segment.use(item_verdicts(table)[:IN_ROW], red_line, self._judges_nothing)
        self.head.lead_back(table["to-start"])
        self.panel.give_commands(table, items)
        beside = self.photos.section
        beside.add.belong(table["photo"], items)
        beside.correct.belong(table["correct"], items, tr("Corrected on the spot…"))
        self._who = BesideButton("onDuty")
        self._who.belong(table["on-duty"], items)
        self._arrangement = VisitArrangement(
            self.head, self.cards, self._who, self.panel, self.photos.section
        )
        self._lay_out(
            (self._arrangement.windows, (items, 1), self.panel),
            writing=(self.photos.bar.commands, *self.panel.tables),
        )
        self._above.addWidget(self.photos.bar)
        self._connect()

    def _connect(self) -> None:
        self.items.tabbed.connect(self.typed.begin)
        self.items.doubleClicked.connect(self._open_item)
        self.cards.clicked.connect(self._on_card_clicked)
        self._give_menus()
        self.position.moved.connect(self.typed.show_other)
        self.position.turned.connect(self._on_turned)
        self.typed.finished.connect(self._finish_panel)
        self.panel.left_out.chosen.connect(self.acts.write_reason)
        self.panel.left.connect(self._leave_panel)
        self.acts.asking.connect(self.items.setFocus)
        self.completion.unexplained.connect(self.typed.begin_reason)
        self.completion.missing.connect(lambda these: self.obstacles.show_found_items(these))
        self._clock.timeout.connect(self._show_head)
        self.timing.ticked.connect(self._show_watch)
        self.head.stopped.connect(self.time)

    def _give_menus(self) -> None:
        """Let the right button open menus on items, windows and photos."""
        table, cards = self.commands, self.cards
        give_context_menu(self.items, [table[name] for name in MENU_OF_ITEM])
        cards.customContextMenuRequested.connect(
            lambda where: self._on_card_clicked(cards.indexAt(where))
        )  # before its menu is made
        give_menu_beside(cards, [table[name] for name in MENU_OF_WINDOW], self.items)
        photos = [table[name] for name in ("view", "photo", "paste")]
        give_menu_beside(self.photos.section.strip, photos, self.items)

    # What comes and goes

    @cached_property
    def finder(self) -> FindBar:
        """Finds an item."""
        made = self._put_above(FindBar(self.position))
        made.arrived.connect(self._on_found)
        made.left.connect(self.items.setFocus)
        return made

    @cached_property
    def reason(self) -> ReasonBar:
        """Asks why a window is left out."""
        made = self._put_above(ReasonBar())
        made.written.connect(self._on_reason)
        made.given_up.connect(self._give_up)
        return made

    @cached_property
    def on_duty(self) -> OnDutyBar:
        """Asks who is on duty at the window in front."""
        made = self._put_above(OnDutyBar())
        made.written.connect(self._name_on_duty)
        made.left.connect(self.items.setFocus)
        return made

    @cached_property
    def mover(self) -> MoveBar:
        """Asks to which window the answers in front belong."""
        made = self._put_above(MoveBar())
        made.moved.connect(self._move)
        made.left.connect(self.items.setFocus)
        return made

    @cached_property
    def obstacles(self) -> ObstacleList:
        """Lists what is missing."""
        made = ObstacleList(self.items)
        self._below.addWidget(made)
        self._write_with(made.commands)
        made.stood.connect(self.position.show_card)
        made.entered.connect(self.completion.to_item)
        made.left.connect(self.completion.go_back)
        return made

    # Opening and closing

    def _made(self, sheet: InspectionSheet) -> Scoring:
        scoring = Scoring(self._session, sheet, self)
        scoring.answered.connect(self._on_answered)
        scoring.left_out.connect(self._on_left_out)
        scoring.on_duty_changed.connect(self._on_other_person)
        return scoring

    def _opened(self) -> None:
        self.position.open(self.scoring)
        self.photos.open(self.scoring)
        self._clock.start()
        self.items.setFocus()
        pack = self.scoring.sheet.pack
        says = says_methods(pack)
        self.commands["rest"].set_short(rest_questions.rest_word(says))
        self.commands["rest-unseen"].set_short(rest_questions.rest_unseen_word() if says else "")
        red_lines = any(is_found_or_not(pack, item) for item in pack.items())
        self.commands["none-found"].set_short(rest_questions.none_found_word() if red_lines else "")
        if said := self.timing.open(self.scoring):
            self.line.tell(said)

    @property
    def chapter(self) -> str:
        return "photos" if self.photos.are_large else "scoring"

    def _closing(self) -> None:
        self.photos.inbox.close()
        self._hide_made("reason", "on_duty", "mover")
        self._clock.stop()
        self.timing.close()
        self.position.close()
        if "finder" in self.__dict__:
            self.finder.clear()

    @property
    def scoring(self) -> Scoring:
        """The visit in front."""
        return self.in_front

    @property
    def card(self) -> Scorecard:
        """The scorecard in front."""
        return self.position.card

    # From one part of the page to another

    def _mode(self) -> str:
        if QApplication.focusWidget() is self.photos.bar:
            return INBOX
        if any(each.has_keyboard for each in self.panel.tables):
            return WRITING
        return ASKING if self._writing() else LIST

    def _finish_panel(self) -> None:
        """Enter in the panel: go on to the next unanswered item."""
        self.items.setFocus()
        self.acts.next_unanswered()

    def _leave_panel(self) -> None:
        """Esc in the panel: back to the list, the fields as they are on disk."""
        self.line.stop()
        self.items.setFocus()
        self.typed.show_afresh()

    def turn_window(self, step: int) -> None:
        """Go to the window after (1) or before (-1)."""
        self.line.stop()
        self.position.turn(step)

    def _on_card_clicked(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        self.line.stop()
        self.position.show_card(self.cards_model.card(index.row()).id)
        self.items.setFocus()

    def _open_item(self, index: QModelIndex) -> None:
        """A double click: to what is written of an item; it judges nothing."""
        row = self.model.item_row(index)
        if row is not None and row.answer is not None:
            self.typed.begin()

    def _judges_nothing(self) -> bool:
        """Tell that no verdict is given in the list: no visit is in front, or a window left out."""
        return not self.is_open or self.card.left_out

    def open_find(self) -> None:
        """Ask which item to find."""
        if self.is_open:
            self.line.stop()
            self.finder.open()

    def find_next(self) -> None:
        """Go to the next item with what was looked for."""
        if self.is_open:
            self.line.stop()
            self.finder.next()

    def _on_found(self, said: str) -> None:
        self.items.setFocus()
        if said:
            self.line.tell(said)

    def _go_to(self, stop_id: str) -> None:
        self.position.show_card(stop_id)

    # Why a window is left out

    def open_reason(self) -> None:
        """Ask why a window is left out."""
        if self.card.left_out:
            self.line.stop()
            self._write_in(DraftKey(_REASON, self.scoring.id, self.card.id))
        else:
            self._session.hinted.emit(
                tr(
                    "This window is not left out; {leave_out} leaves it out.",
                    leave_out=press(LEAVE_OUT, tr("Not inspected")),
                )
            )

    def _open_line(self, key: DraftKey) -> None:
        self.reason.open(self.card.left_out_reason)

    def _close_lines(self) -> None:
        self._hide_made("reason")

    def _on_reason(self, reason: str) -> None:
        self.drafts.drop()
        self.acts.write_reason(reason)
        self._back()

    # Who is on duty

    def why_nobody(self) -> str:
        """Return why nobody can be on duty in front."""
        if self.is_open and self.card.scope is Scope.PUBLIC:
            return tr("Nobody is on duty at the public area.")
        return ""

    def open_on_duty(self) -> None:
        """Ask who is on duty at the window in front."""
        self.line.stop()
        rosters = self._session.workspace.rosters
        site = self.scoring.sheet.inspection.site_id
        self.on_duty.open(self.card, *rosters.people_at(site, self.card.window_id))

    def _name_on_duty(self, number: str, name: str) -> None:
        self.items.setFocus()
        self.scoring.name_on_duty(self.card, number, name)

    def _on_other_person(self, card_id: str) -> None:
        self.position.follow_left_out(card_id)
        self._show_on_duty()
        self.typed.show_item()
        who = on_duty_words(self.card)
        self.line.tell(tr("On duty at {window}: {who}", window=self.card.window_number, who=who))

    def _show_on_duty(self) -> None:
        in_head, metrics = self._arrangement.in_head, self._who.fontMetrics()
        room = (_WHO_IN_HEAD if in_head else self._who.width()) - _BESIDE_WHO
        who = on_duty_words(self.card)
        ways = [who, self.card.staff_number or who]  # a number is whole before it is called one
        if not in_head:  # there its window is beside it
            ways.insert(0, f"{tr('On duty')} {who}")
        fits = (each for each in ways if metrics.horizontalAdvance(each) <= room)
        said = next(fits, metrics.elidedText(ways[-1], Qt.TextElideMode.ElideMiddle, room))
        self._who.give(self.commands["on-duty"], f"{said} ▾")
        self._who.setVisible(self.card.scope is not Scope.PUBLIC)

    # Answers of another window

    def why_not_move(self) -> str:
        """Return why nothing in front can belong to another window."""
        if not self.is_open:
            return ""
        sheet, card = self.scoring.sheet, self.card
        if not any(each.id != card.id and each.scope == card.scope for each in sheet.inspected):
            return tr("There is no other window in this visit that answers could be moved to.")
        if card.left_out or not (sheet.answers_of(card) or sheet.evidence_count(card)):
            return tr("Nothing is answered at this window yet.")
        return ""

    def open_move(self) -> None:
        """Ask to which window the answers in front belong."""
        self.line.stop()
        self.mover.open(lambda: self.scoring.sheet, self.card, self.position.item)

    def _move(self, planned: AnswerMove) -> None:
        self.items.setFocus()
        if not self.scoring.move(planned):
            return
        self.position.show_card(planned.target.id, planned.items[0])
        self.line.tell(
            tr_count(
                len(planned.items),
                "1 item was moved from {source} to {target}; {undo} takes it back.",
                "{count} items were moved from {source} to {target}; {undo} takes it back.",
                source=scorecard_title(planned.source),
                target=scorecard_title(planned.target),
                undo=press(UNDO),
            )
        )

    # Completing

    def _why_not_complete(self) -> str:
        return self.completion.why_not()

    def _completion(self) -> tuple[str, str]:
        return self.completion.question(), tr("Complete")

    def _complete_visit(self, visit: str) -> object:
        return self._session.workspace.inspections.complete(visit)

    # The stopwatch and the score

    def time(self) -> None:
        """Start the stopwatch on the current item, or stop the one that runs."""
        self.line.stop()
        if self.timing.watch is not None:
            if said := self.timing.stop():
                self.line.tell(said)
        elif not self.timing.start(self.card, self.position.item):
            self.line.ask(tr("This item is not timed; the stopwatch is for waiting times."))

    def _show_watch(self) -> None:
        watch = self.timing.watch
        self.head.show_watch(watch, self.scoring.sheet if watch is not None else None)
        self.panel.say_timing(watch is not None)
        self.commands.look_again()  # its start can be taken back

    def expand_score(self) -> None:
        """Show how the score of the window comes about."""
        ScoreSheet(self.scoring.sheet, self.card, self)

    # Undo

    def why_no_undo(self) -> str:
        return "" if self.timing.just_started else super().why_no_undo()

    def undo(self) -> None:
        """Take the last change back, or the start of the stopwatch."""
        if self.timing.take_back():
            self.line.tell(tr("The stopwatch was stopped; no time was taken."))
        else:
            super().undo()

    def travel(self, back: bool) -> str | None:
        before = (self.position.card_id, self.position.item)
        photo = self.scoring.photo_change(back=back)
        place = super().travel(back)
        if place is not None and photo:
            self.photos.tell_travelled(photo, back=back)
        self.typed.show_afresh()
        moved = (self.position.card_id, self.position.item) != before
        if moved and not ("reason" in self.__dict__ and self.reason.field.hasFocus()):
            self.take_focus()  # else one would go on typing into the note of another item
        return place

    # Showing

    def _on_turned(self) -> None:
        if self.card.left_out:
            self.panel.left_out.offer(self._session.workspace.left_out_reasons.offered())
        self._hide_made("on_duty", "mover")
        self._show_on_duty()
        self.drafts.leave()
        self._close_lines()
        self._show_head()
        self.typed.show_item()

    def _on_answered(self, card_id: str, item_id: str) -> None:
        self.position.follow(card_id, item_id)
        self.typed.show_item()
        self._show_head()

    def _show_unsaved(self) -> None:
        self.position.mark_unsaved()

    def _on_left_out(self, card_id: str) -> None:
        self.position.follow_left_out(card_id)
        if self.card.left_out:
            reasons = self._session.workspace.left_out_reasons.offered()
            self.line.tell(questions.why_left_out(self.card, reasons))

    def _show_head(self) -> None:
        if self.is_open:
            window = scorecard_title(self.card) if self._arrangement.in_head else ""
            self.head.show_visit(self.scoring.sheet, self._session.workspace.now(), window)
            self.figures.setText(visit_figures(self.scoring.sheet))

    def _give_way(self, is_narrow: bool) -> None:
        self._arrangement.arrange(self._middle, self.size(), is_narrow)
        self.figures.setVisible(not (self._arrangement.in_head and is_narrow))
        if self.is_open:
            self._show_on_duty()
            self._show_head()

"""Scoring a visit: its windows, the items of one, and what is wrong with the current item."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from inspector.domain.visit.inspection import Inspection, Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import WRITING, CommandTable
from inspector.gui.editor_draft import Dropped, not_handed_in
from inspector.gui.session import Session
from inspector.gui.theme import NARROW
from inspector.gui.visits.parts.names_bar import NamesBar
from inspector.gui.visits.parts.visits_part import VisitPart
from inspector.gui.visits.scoring.completion import Completion
from inspector.gui.visits.scoring.find_bar import FindBar
from inspector.gui.visits.scoring.item_commands import ItemCommands
from inspector.gui.visits.scoring.judging import scoring_questions as questions
from inspector.gui.visits.scoring.judging.running_stopwatch import Timing
from inspector.gui.visits.scoring.judging.visit_scoring import Scoring
from inspector.gui.visits.scoring.left_out_reason import LeftOutReason
from inspector.gui.visits.scoring.lists.card_list import (
    LIST_WIDTH,
    NARROW_LIST_WIDTH,
    CardList,
    CardModel,
)
from inspector.gui.visits.scoring.lists.item_list import ItemList
from inspector.gui.visits.scoring.lists.item_model import ItemModel
from inspector.gui.visits.scoring.lists.obstacle_list import ObstacleList
from inspector.gui.visits.scoring.panel.answer_panel import (
    NARROW_PANEL_WIDTH,
    PANEL_WIDTH,
    AnswerPanel,
)
from inspector.gui.visits.scoring.panel_entry import PanelEntry
from inspector.gui.visits.scoring.photos.photo_desk import PhotoDesk
from inspector.gui.visits.scoring.position_in_visit import VisitPosition
from inspector.gui.visits.scoring.reason_bar import ReasonBar
from inspector.gui.visits.scoring.score_sheet import ScoreSheet
from inspector.gui.visits.scoring.scoring_commands import (
    ASKING,
    INBOX,
    LIST,
    VIEWER,
    scoring_commands,
)
from inspector.gui.visits.scoring.visit_head import VisitHead
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr

CLOCK_TICK = 20_000
"""Milliseconds between two looks at the clock."""


class ScoringPage(VisitPart):
    """The page an inspector spends twenty minutes on.

    Its keys stand in `scoring_commands`; others may add sections to `panel`. Where one stands is
    `position`, what is open is `scoring`.
    """

    commands: CommandTable

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.head = VisitHead()
        self.cards_model = CardModel()
        self.cards = CardList(self.cards_model)
        self.model = ItemModel()
        self.items = ItemList(self.model)
        self.panel = AnswerPanel()
        self.line = AskLine()
        self.line.setObjectName("scoringLine")
        self.position = VisitPosition(self.cards, self.cards_model, self.items, self.model, self)
        self.finder = FindBar(self.position)
        self.reason = ReasonBar()
        self.names = NamesBar(session, self.line, self.items)
        self.left_out = LeftOutReason(session, self.reason, self._keep_reason, self)
        self.obstacles = ObstacleList(self.items)
        self.photos = PhotoDesk(session, self, self)
        self._lay_out()
        self.typed = PanelEntry(
            self.panel, self.line, self.position.entry, self.position.shown, self
        )
        self.acts = ItemCommands(self.position, self.typed, self.line, self)
        self.completion = Completion(
            session, self.position, self.line, self.obstacles, self.names, self
        )
        self.timing = Timing(self)
        self._clock = QTimer(self, interval=CLOCK_TICK)
        table = self.commands = scoring_commands(self)
        self.head.add(
            command_button(table["complete"], "complete", "primary", tr("Complete"), steady=True)
        )
        self._connect()

    def _lay_out(self) -> None:
        # The hairline between the columns is the window behind them.
        middle = stack(None, (self.cards, (self.items, 1), self.panel), spacing=1, across=True)
        above = (self.head, self.finder, self.reason, self.names, self.photos.bar)
        stack(self, (*above, (middle, 1), self.obstacles, self.line))

    def _connect(self) -> None:
        self.items.pressed_other.connect(self.line.stop)
        self.items.tabbed.connect(self.typed.begin)
        self.items.clicked.connect(lambda index: self.line.stop())
        self.items.doubleClicked.connect(self._open_item)
        self.cards.clicked.connect(self._on_card_clicked)
        self.position.moved.connect(self.typed.show_other)
        self.position.turned.connect(self._on_turned)
        self.typed.finished.connect(self._finish_panel)
        self.panel.left.connect(self._leave_panel)
        self.line.left.connect(self.items.setFocus)
        self.acts.asking.connect(self.items.setFocus)
        self.completion.asking.connect(self.items.setFocus)
        self.completion.unexplained.connect(self.typed.begin_reason)
        self.completion.completed.connect(self._close_completed)
        self.finder.arrived.connect(self._on_found)
        self.finder.left.connect(self.items.setFocus)
        self.reason.left.connect(self.items.setFocus)
        self.names.named.connect(self._on_named)
        self.reason.given_up.connect(self._give_reason_up)
        self._clock.timeout.connect(self._show_head)
        self.timing.ticked.connect(self._show_watch)
        self._session.unsaved.changed.connect(self._mark_unsaved)
        self.commands.changed.connect(self.keys_changed)
        self.photos.keys_changed.connect(self._follow_keyboard)
        self.photos.keys_changed.connect(self.keys_changed)
        asking = (self.finder, self.reason, self.names, self.obstacles)
        self._hear_lines(*(each.commands for each in asking), *self.panel.tables)

    # Opening and closing

    def open(self, sheet: InspectionSheet) -> None:
        """Show a visit where its inspector stood."""
        self.close_visit()
        scoring = Scoring(self._session, sheet, self)
        scoring.answered.connect(self._on_answered)
        scoring.left_out.connect(self._on_left_out)
        self.position.open(scoring)
        self.photos.open(scoring)
        self._clock.start()
        self.items.setFocus()
        if said := self.timing.open(scoring):
            self.line.tell(said)

    def tables(self) -> Sequence[CommandTable]:
        return (self.photos.viewer.commands, *self._written, self.commands)

    def take_focus(self) -> None:
        self.photos.take_focus()

    def close_visit(self) -> None:
        """Let go of the visit; everything of it is on disk, or waits in the session to be."""
        if self.position.is_open:
            scoring = self.scoring
            self.photos.close()
            self.left_out.leave()
            self._clock.stop()
            self.timing.close()
            self.position.close()
            self.finder.clear()
            self.names.hide()
            scoring.deleteLater()

    @property
    def scoring(self) -> Scoring:
        """The visit in front."""
        return self.position.scoring

    @property
    def card(self) -> Scorecard:
        """The scorecard in front."""
        return self.position.card

    # From one part of the page to another

    def _mode(self) -> str:
        if self.photos.viewer.is_open:
            return VIEWER
        if QApplication.focusWidget() is self.photos.bar:
            return INBOX
        if any(each.has_keyboard for each in self.panel.tables):
            return WRITING
        return ASKING if self._written else LIST

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
        self.line.stop()
        self.position.show_card(self.cards_model.card(index.row()).id)
        self.items.setFocus()

    def _open_item(self, index: QModelIndex) -> None:
        """A double click: to what is written of an item; it judges nothing."""
        row = self.model.item_row(index)
        if row is not None and row.answer is not None:
            self.typed.begin()

    def escape(self) -> None:
        """Take a question back, go back to the list, or leave the visit."""
        if self.line.isVisible():
            self.line.stop()
        elif not self.items.hasFocus():
            self.items.setFocus()
        else:
            self.position.stand()
            self.left.emit()

    def open_find(self) -> None:
        """Ask which item to find."""
        if self.position.is_open:
            self.line.stop()
            self.finder.open()

    def find_next(self) -> None:
        """Go to the next item with what was looked for."""
        if self.position.is_open:
            self.line.stop()
            self.finder.next()

    def _on_found(self, said: str) -> None:
        self.items.setFocus()
        if said:
            self.line.tell(said)

    def ask_completion(self) -> None:
        """Ask whether the visit is complete, or complete it."""
        if self.position.is_open:
            self.photos.finish()  # what is still being read counts
            if self._stops_at_reason():
                return
            self.completion.ask(lambda: self.scoring.sheet)

    def _on_named(self, inspection: Inspection) -> None:
        if self.position.is_open:
            self.scoring.take_named(inspection)
            self.ask_completion()

    def _stops_at_reason(self) -> bool:
        """Go to the first window whose reason is written and not kept; False without any."""
        sheet = self.scoring.sheet
        left_out = {card.id for card in sheet.scorecards if card.left_out}
        waiting = [each for each in self.left_out.waiting(sheet.inspection.id) if each in left_out]
        if waiting:
            self.position.show_card(waiting[0])
            self.open_reason()
            self.line.ask(not_handed_in(len(waiting)))
        return bool(waiting)

    def _give_reason_up(self) -> None:
        if dropped := self.left_out.give_up():
            self.scoring.add_step(dropped.key.place, dropped, None, self._let_reason_be)
            self.line.tell(tr("What was written is put away. Ctrl+Z brings it back."))

    def _let_reason_be(self, dropped: Dropped | None) -> bool:
        """Let a reason be in its line again, or (None) be put away again."""
        if dropped is None:
            self.left_out.put_away()
            self.items.setFocus()
        else:
            self.position.show_card(dropped.key.place)
            self.open_reason()
            self.left_out.bring_back(dropped)
        return True

    def _keep_reason(self, card_id: str, reason: str) -> None:
        card = self.scoring.sheet.scorecard(card_id)
        if card.left_out:
            self.scoring.leave_out(card, True, reason)

    def _close_completed(self, inspection_id: str) -> None:
        self.close_visit()
        self.completed.emit(inspection_id)

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

    def expand_score(self) -> None:
        """Show how the score of the window comes about."""
        ScoreSheet(self.scoring.sheet, self.card, self)

    # Undo

    def undo(self) -> None:
        """Take the last change back, or the start of the stopwatch."""
        if self.timing.take_back():
            self.line.tell(tr("The stopwatch was stopped; no time was taken."))
        else:
            self._travel(self.scoring.undo, back=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._travel(self.scoring.redo, back=False)

    def _travel(self, through_history: Callable[[], str | None], *, back: bool) -> None:
        self.line.stop()
        before = (self.position.card_id, self.position.item)
        photo = self.scoring.photo_change(back=back)
        if through_history() is not None and photo:
            self.photos.tell_travelled(photo, back=back)
        self.typed.show_afresh()
        moved = (self.position.card_id, self.position.item) != before
        if moved and not self.reason.field.hasFocus():
            self.items.setFocus()  # else one would go on typing into the note of another item

    # Showing

    def _on_turned(self) -> None:
        self.left_out.leave()
        self._show_head()
        self.typed.show_item()

    def _on_answered(self, card_id: str, item_id: str) -> None:
        self.position.follow(card_id, item_id)
        self.typed.show_item()
        self._show_head()

    def _mark_unsaved(self) -> None:
        if self.position.is_open:
            self.position.mark_unsaved()

    def _on_left_out(self, card_id: str) -> None:
        self.position.follow_left_out(card_id)
        if self.card.left_out:
            reasons = self._session.workspace.left_out_reasons.offered()
            self.line.tell(questions.why_left_out(self.card, reasons))

    def open_reason(self) -> None:
        """Ask why a window is left out."""
        if self.card.left_out:
            self.line.stop()
            self.left_out.ask(self.scoring.sheet.inspection.id, self.card)

    def _show_head(self) -> None:
        if self.position.is_open:
            self.head.show_visit(self.scoring.sheet, self._session.workspace.now())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        self.cards.setFixedWidth(NARROW_LIST_WIDTH if is_narrow else LIST_WIDTH)
        self.panel.setFixedWidth(NARROW_PANEL_WIDTH if is_narrow else PANEL_WIDTH)

"""Scoring a visit: its windows, the items of one, and what is wrong with the current item."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from inspector.domain.checklist import Item
from inspector.domain.inspection import (
    Answer,
    Scorecard,
    Verdict,
    not_applicable,
    passed,
)
from inspector.domain.inspection_sheet import InspectionSheet
from inspector.gui.inspect import questions
from inspector.gui.inspect.answer_panel import NARROW_PANEL_WIDTH, PANEL_WIDTH, AnswerPanel, Shown
from inspector.gui.inspect.ask_line import AskLine
from inspector.gui.inspect.card_list import LIST_WIDTH, NARROW_LIST_WIDTH, CardList, CardModel
from inspector.gui.inspect.completion import Completion
from inspector.gui.inspect.entry import Entry
from inspector.gui.inspect.item_list import ItemList
from inspector.gui.inspect.item_model import ItemModel
from inspector.gui.inspect.panel_entry import PanelEntry
from inspector.gui.inspect.score_sheet import ScoreSheet
from inspector.gui.inspect.scoring import Scoring
from inspector.gui.inspect.timing import Timing
from inspector.gui.inspect.visit_head import VisitHead
from inspector.gui.session import Session
from inspector.gui.theme import NARROW
from inspector.translation import tr

STAND_DELAY = 150
"""Milliseconds on an item before that is remembered: the arrow keys repeat faster."""

SEEN_AHEAD = 3
"""Rows below the current item that stay in sight: an inspector reads on while looking up."""

CLOCK_TICK = 20_000
"""Milliseconds between two looks at the clock."""


class ScoringPage(QWidget):
    """The page an inspector spends twenty minutes on."""

    left = Signal()
    completed = Signal(str)  # the inspection's id

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._scoring: Scoring | None = None
        self._card_id = ""
        self.head = VisitHead()
        self.cards_model = CardModel()
        self.cards = CardList(self.cards_model)
        self.model = ItemModel()
        self.items = ItemList(self.model)
        self.panel = AnswerPanel()
        self.line = AskLine()
        self.line.setObjectName("scoringLine")
        self.typed = PanelEntry(
            self.panel, self.line, lambda: self._entry, lambda: self._shown, self
        )
        self.completion = Completion(
            session, self.line, lambda card, item: self._show_card(card.id, item.id), self
        )
        self._lay_out()
        self._stand_timer = QTimer(self, singleShot=True, interval=STAND_DELAY)
        self._clock = QTimer(self, interval=CLOCK_TICK)
        self.timing = Timing(self)
        self._connect()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(1)  # the hairline between the columns is the window behind them
        middle.addWidget(self.cards)
        middle.addWidget(self.items, 1)
        middle.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(middle, 1)
        column.addWidget(self.line)

    def _connect(self) -> None:
        self.items.set_commands(
            {
                "1": lambda: self._answer_and_move(passed),
                "3": lambda: self._answer_and_move(not_applicable),
                "2": self._deduct,
                "a": self._ask_rest,
                "t": self._time,
                "=": self._expand_score,
                "x": self._toggle_left_out,
                int(Qt.Key.Key_Backspace): lambda: self.typed.act(Entry.clear),
                int(Qt.Key.Key_Delete): lambda: self.typed.act(Entry.clear),
                int(Qt.Key.Key_Return): self._confirm_or_next,
                int(Qt.Key.Key_Escape): self._escape,
                int(Qt.Key.Key_PageDown): lambda: self._turn(1),
                int(Qt.Key.Key_PageUp): lambda: self._turn(-1),
                int(Qt.Key.Key_Home): lambda: self._select(self.model.index_of(None)),
                int(Qt.Key.Key_End): lambda: self._select(self.model.last_item()),
            }
        )
        self.items.pressed_other.connect(self.line.stop)
        self.items.tabbed.connect(self.typed.begin)
        self.items.selectionModel().currentChanged.connect(self._on_item)
        self.items.clicked.connect(lambda index: self.line.stop())
        self.items.doubleClicked.connect(lambda index: self._deduct())
        self.cards.clicked.connect(self._on_card_clicked)
        self.typed.finished.connect(self._finish_panel)
        self.panel.left.connect(self._leave_panel)
        self.panel.undo_wanted.connect(self.undo)
        self.panel.redo_wanted.connect(self.redo)
        self.line.left.connect(self.items.setFocus)
        self.completion.asking.connect(self.items.setFocus)
        self.completion.unexplained.connect(self.panel.begin)
        self.completion.completed.connect(self._close_completed)
        self.head.complete.clicked.connect(self._ask_completion)
        self._stand_timer.timeout.connect(self._stand)
        self._clock.timeout.connect(self._show_head)
        self.timing.ticked.connect(self._show_watch)
        for keys, slot in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Return", self._ask_completion),
            ("Ctrl+Enter", self._ask_completion),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            # Held down, the second press would be the answer to the question of the first.
            shortcut.setAutoRepeat(slot != self._ask_completion)
            shortcut.activated.connect(slot)

    # Opening and closing

    def open(self, sheet: InspectionSheet) -> None:
        """Show a visit where its inspector stood."""
        self.close_visit()
        scoring = Scoring(self._session, sheet, self)
        scoring.answered.connect(self._on_answered)
        scoring.left_out.connect(self._on_left_out)
        self._scoring = scoring
        self._card_id = ""
        self.cards_model.show(sheet)
        ids = [card.id for card in sheet.scorecards]
        at = sheet.inspection.cursor_scorecard
        self._show_card(at if at in ids else ids[0], sheet.inspection.cursor_item)
        self._clock.start()
        self.items.setFocus()
        if said := self.timing.open(scoring):
            self.line.tell(said)

    def close_visit(self) -> None:
        """Let go of the visit; everything of it is on disk."""
        if self._scoring is not None:
            self._stand_timer.stop()
            self._clock.stop()
            self.timing.close()
            self._scoring.deleteLater()
            self._scoring = None

    @property
    def scoring(self) -> Scoring:
        """The visit in front."""
        assert self._scoring is not None
        return self._scoring

    @property
    def card(self) -> Scorecard:
        """The scorecard in front."""
        return self.scoring.sheet.scorecard(self._card_id)

    # Answering

    @property
    def _item(self) -> Item | None:
        row = self.model.item_row(self.items.currentIndex())
        return row.item if row else None

    @property
    def _entry(self) -> Entry | None:
        item = self._item
        return Entry(self.scoring, self.card, item) if item is not None else None

    def _answer_and_move(self, make: Callable[[Item], Answer]) -> None:
        self.line.stop()
        item = self._item
        if item is None or self.card.left_out:
            return
        answer = make(item)
        following = self.scoring.sheet.next_item(self.card, item, answer)
        target = following.id if following is not None else item.id
        if self.scoring.record(self.card, [answer], next_item=target):
            self._go_to(following)

    def _go_to(self, item: Item | None) -> None:
        """Go to an item of this scorecard; None: there is none left, say so."""
        if item is None:
            self._say_card_done()
        else:
            self._select(self.model.index_of(item.id))

    def _deduct(self) -> None:
        entry = self._entry
        if entry is None or self.card.left_out:
            self.line.stop()
            return
        vetoed = entry.answer is not None and entry.answer.verdict is Verdict.DEDUCT
        if entry.item.veto and not vetoed and not self.line.waits_for(self.typed.begin_deduction):
            self._wait(
                self.typed.begin_deduction,
                questions.confirm_veto(self.scoring.sheet.pack),
                tr("Confirm"),
            )
            return
        self.line.stop()
        self.typed.begin_deduction()

    def _finish_panel(self) -> None:
        """Enter in the panel: go on to the next unanswered item."""
        self.items.setFocus()
        if item := self._item:
            self._go_to(self.scoring.sheet.next_item(self.card, item))

    def _leave_panel(self) -> None:
        """Esc in the panel: back to the list, the fields as they are on disk."""
        self.line.stop()
        self.items.setFocus()
        self.typed.show_afresh()

    # Timing

    def _time(self) -> None:
        """Start the stopwatch on the current item, or stop the one that runs."""
        self.line.stop()
        if self.timing.watch is not None:
            if said := self.timing.stop():
                self.line.tell(said)
        elif not self.timing.start(self.card, self._item):
            self.line.ask(tr("This item is not timed; the stopwatch is for waiting times."))

    def _show_watch(self) -> None:
        watch = self.timing.watch
        self.head.show_watch(watch, self.scoring.sheet if watch is not None else None)

    def _expand_score(self) -> None:
        ScoreSheet(self.scoring.sheet, self.card, self)

    # Moving

    def _select(self, index: QModelIndex) -> None:
        self.items.setCurrentIndex(index)
        for row in (index.row() + SEEN_AHEAD, index.row() - 1, index.row()):
            ahead = self.model.index(min(max(row, 0), self.model.rowCount() - 1))
            self.items.scrollTo(ahead, QListView.ScrollHint.EnsureVisible)

    def _show_card(self, card_id: str, item_id: str | None = None) -> None:
        if card_id != self._card_id:
            self._card_id = card_id
            self.model.show(self.scoring.sheet, self.card)
            position = self.cards_model.index(self.cards_model.position(card_id))
            self.cards.setCurrentIndex(position)
            self.cards.scrollTo(position)
        target = self.model.index_of(item_id)
        if item_id is None:
            open_one = self.model.first(lambda row: row.answer is None and not row.item.is_bonus)
            target = open_one if open_one.isValid() else target
        self._select(target)
        self._show_head()
        self.typed.show_item()

    def _turn(self, step: int) -> None:
        self.line.stop()
        cards = self.scoring.sheet.scorecards
        at = [card.id for card in cards].index(self._card_id) + step
        if 0 <= at < len(cards):
            self._show_card(cards[at].id)

    def _on_card_clicked(self, index: QModelIndex) -> None:
        self.line.stop()
        self._show_card(self.cards_model.card(index.row()).id)
        self.items.setFocus()

    def _confirm_or_next(self) -> None:
        if self.line.waiting:
            self.line.confirm()
            return
        index = self.items.currentIndex()
        below = self.model.next_item(index)
        done = self.card.left_out or self.scoring.sheet.progress(self.card).complete
        if done or below == index:
            self._go_on()
        else:
            self._select(below)

    def _go_on(self) -> None:
        """Go to the next scorecard with something unanswered, wrapping; stay when all is done."""
        card = self.scoring.sheet.next_card(self.card)
        if card is None:
            self._say_card_done()
        else:
            self.line.stop()
            self._show_card(card.id)

    def _on_item(self, current: QModelIndex, before: QModelIndex) -> None:
        if self._scoring is not None and current.isValid():
            self.typed.show_other()
            self._stand_timer.start()

    def _stand(self) -> None:
        if self._scoring is not None and (item := self._item):
            self.scoring.stand_at(self.card, item.id)

    def _escape(self) -> None:
        if self.line.isVisible():
            self.line.stop()
        elif not self.items.hasFocus():
            self.items.setFocus()
        else:
            self._stand_timer.stop()
            self._stand()
            self.left.emit()

    # What waits for an answer

    def _ask_rest(self) -> None:
        if self.line.waits_for(self._pass_rest):
            self.line.confirm()
            return
        sheet, card = self.scoring.sheet, self.card
        if sheet.progress(card).complete or card.left_out:
            self.line.stop()
            return
        self._wait(self._pass_rest, questions.confirm_rest(sheet, card), tr("Confirm"))

    def _pass_rest(self) -> None:
        if self.scoring.pass_rest(self.card):
            self._say_card_done()

    def _ask_completion(self) -> None:
        if self._scoring is not None:
            self.completion.ask(lambda: self.scoring.sheet)

    def _close_completed(self, inspection_id: str) -> None:
        self.close_visit()
        self.completed.emit(inspection_id)

    def _toggle_left_out(self) -> None:
        self.line.stop()
        self.scoring.leave_out(self.card, not self.card.left_out)

    def _wait(self, action: Callable[[], None], question: str, word: str) -> None:
        self.line.wait(action, question, word)
        self.items.setFocus()

    def _say_card_done(self) -> None:
        self.line.tell(questions.card_done(self.scoring.sheet, self.card))

    # Undo

    def undo(self) -> None:
        """Take the last change back, or the start of the stopwatch."""
        if self.timing.take_back():
            self.line.tell(tr("The stopwatch was stopped; no time was taken."))
        else:
            self._travel(self.scoring.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._travel(self.scoring.redo)

    def _travel(self, through_history: Callable[[], None]) -> None:
        self.line.stop()
        place = (self._card_id, self._item)
        through_history()
        self.typed.show_afresh()
        if (self._card_id, self._item) != place:
            self.items.setFocus()  # else one would go on typing into the note of another item

    # Showing

    def _on_answered(self, card_id: str, item_id: str) -> None:
        self.cards_model.refresh(self.scoring.sheet, card_id)
        if card_id != self._card_id and item_id:
            self._show_card(card_id, item_id)  # an undo leads back to where it changes something
        elif card_id == self._card_id:
            self.model.refresh(self.scoring.sheet, self.card)
            item = self._item
            if item_id and item is not None and item.id != item_id and not self._moving_on(item_id):
                self._select(self.model.index_of(item_id))
        self.typed.show_item()
        self._show_head()

    def _moving_on(self, item_id: str) -> bool:
        """Many answers at once (the rest passed) do not move the inspector."""
        return self.scoring.sheet.answers_of(self.card).get(item_id) is not None and (
            self.scoring.sheet.progress(self.card).complete
        )

    def _on_left_out(self, card_id: str) -> None:
        self.cards_model.refresh(self.scoring.sheet, card_id)
        item = self._item
        self._show_card(card_id, item.id if item and card_id == self._card_id else None)
        if self.card.left_out:
            self.line.tell(questions.card_left_out(self.card))

    @property
    def _shown(self) -> Shown | None:
        row = self.model.item_row(self.items.currentIndex())
        if row is None:
            return None
        sheet = self.scoring.sheet
        day = sheet.inspection.started_at.date()
        calendar = self._session.workspace.holidays.calendar()
        return Shown(self.card, row.item, row.score, day, sheet.pack, calendar)

    def _show_head(self) -> None:
        if self._scoring is not None:
            self.head.show_visit(self.scoring.sheet, self._session.workspace.now())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        self.cards.setFixedWidth(NARROW_LIST_WIDTH if is_narrow else LIST_WIDTH)
        self.panel.setFixedWidth(NARROW_PANEL_WIDTH if is_narrow else PANEL_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

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
from inspector.domain.points import Hundredths
from inspector.gui.inspect import questions
from inspector.gui.inspect.answer_panel import NARROW_PANEL_WIDTH, PANEL_WIDTH, AnswerPanel
from inspector.gui.inspect.ask_line import AskLine
from inspector.gui.inspect.card_list import LIST_WIDTH, NARROW_LIST_WIDTH, CardList, CardModel
from inspector.gui.inspect.entry import Entry
from inspector.gui.inspect.item_list import ItemList
from inspector.gui.inspect.item_model import ItemModel
from inspector.gui.inspect.measured_text import measured_value
from inspector.gui.inspect.score_sheet import ScoreSheet
from inspector.gui.inspect.scoring import Scoring
from inspector.gui.inspect.shown import Shown
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
        self._settled: tuple[Hundredths, ...] = ()  # samples behind which the next one is typed
        self.head = VisitHead()
        self.cards_model = CardModel()
        self.cards = CardList(self.cards_model)
        self.model = ItemModel()
        self.items = ItemList(self.model)
        self.panel = AnswerPanel()
        self.line = AskLine()
        self.line.setObjectName("scoringLine")
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
                int(Qt.Key.Key_Backspace): lambda: self._with_entry(Entry.clear),
                int(Qt.Key.Key_Delete): lambda: self._with_entry(Entry.clear),
                int(Qt.Key.Key_Return): self._confirm_or_next,
                int(Qt.Key.Key_Escape): self._escape,
                int(Qt.Key.Key_PageDown): lambda: self._turn(1),
                int(Qt.Key.Key_PageUp): lambda: self._turn(-1),
                int(Qt.Key.Key_Home): lambda: self._select(self.model.index_of(None)),
                int(Qt.Key.Key_End): lambda: self._select(self.model.last_item()),
            }
        )
        self.items.pressed_other.connect(self.line.stop)
        self.items.tabbed.connect(self._to_panel)
        self.items.selectionModel().currentChanged.connect(self._on_item)
        self.items.clicked.connect(lambda index: self.line.stop())
        self.items.doubleClicked.connect(lambda index: self._deduct())
        self.cards.clicked.connect(self._on_card_clicked)
        self.panel.digit.connect(lambda digit: self._with_entry(lambda entry: entry.choose(digit)))
        self.panel.step.connect(lambda step: self._with_entry(lambda entry: entry.count(step)))
        self.panel.measured.connect(self._on_measured)
        self.panel.noted.connect(self._on_noted)
        self.panel.another.connect(self._on_another)
        self.panel.finished.connect(self._finish_panel)
        self.panel.left.connect(self._leave_panel)
        self.panel.undo_wanted.connect(self.undo)
        self.panel.redo_wanted.connect(self.redo)
        self.line.left.connect(self.items.setFocus)
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

    def close_visit(self) -> None:
        """Let go of the visit; everything of it is on disk."""
        if self._scoring is not None:
            self._stand_timer.stop()
            self._clock.stop()
            self.timing.drop()
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

    def _with_entry(self, act: Callable[[Entry], None]) -> None:
        self.line.stop()
        if entry := self._entry:
            act(entry)

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
        if entry.item.veto and not vetoed and not self.line.waits_for(self._begin_deduction):
            self._wait(
                self._begin_deduction,
                questions.confirm_veto(self.scoring.sheet.pack),
                tr("Confirm"),
            )
            return
        self.line.stop()
        self._begin_deduction()

    def _begin_deduction(self) -> None:
        if (entry := self._entry) and entry.deduct():
            self._settled = ()
            self.panel.begin()

    def _to_panel(self) -> None:
        """Tab: to the fields of an answered item; without an answer there are none."""
        if self.panel.note.isVisible():
            self.panel.begin()
        else:
            self.line.ask(tr("First answer the item: 1, 2 or 3."))

    def _on_measured(self, text: str) -> bool:
        """Keep a measured value; False when it is no number, or could not be kept."""
        self.line.stop()
        if text.strip() and measured_value(text) is None:
            self.line.ask(questions.no_number(text))
            return False
        entry = self._entry
        kept = entry is None or entry.measure(text, self._settled)
        self.panel.value.setModified(not kept)
        return kept

    def _on_noted(self, text: str) -> bool:
        """Keep a note; False when it could not be kept."""
        self.line.stop()
        entry = self._entry
        return entry is None or entry.note(text)

    def _on_another(self) -> None:
        """Keep the value in the field as a sample; the next one is typed from an empty field."""
        entry = self._entry
        answer = entry.answer if entry else None
        if answer is not None and answer.measured is not None:
            self._settled = answer.samples or (answer.measured,)
            self.panel.value.clear()

    def _finish_panel(self) -> None:
        """Enter in the panel: this item is done, go on to the next unanswered one."""
        note, value = self.panel.note, self.panel.value
        if not self._on_noted(note.text) or (
            value.isModified() and not self._on_measured(value.text())
        ):
            return  # what is not on disk is not left behind unseen
        if (entry := self._entry) and entry.lacks_reason:
            self.line.ask(questions.needs_reason())
            return
        self.items.setFocus()
        if item := self._item:
            self._go_to(self.scoring.sheet.next_item(self.card, item))

    def _leave_panel(self) -> None:
        """Esc in the panel: back to the list, the fields as they are on disk."""
        self.line.stop()
        self.items.setFocus()
        self.panel.show_afresh(self._shown)

    # Timing

    def _time(self) -> None:
        """Start the stopwatch on the current item, or stop the one that runs."""
        self.line.stop()
        if self.timing.watch is not None:
            self.timing.stop(self.scoring)
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
        self.panel.show_item(self._shown)

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
            self._settled = ()
            self.panel.show_item(self._shown)
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
        if self._scoring is None:
            return
        if self.line.waits_for(self._complete_visit):
            self.line.confirm()
            return
        self.line.stop()
        self.items.setFocus()
        sheet = self.scoring.sheet
        missing, unexplained = sheet.missing(), sheet.unexplained()
        if obstacles := missing or unexplained:
            card, item = obstacles[0]
            self._show_card(card.id, item.id)
            if missing:
                self.line.ask(questions.still_missing(missing))
            else:
                self.line.ask(questions.needs_reason())
                self.panel.begin()
            return
        self._wait(self._complete_visit, questions.confirm_completion(sheet), tr("Complete"))

    def _complete_visit(self) -> None:
        inspection_id = self.scoring.sheet.inspection.id
        inspections = self._session.workspace.inspections
        if self._session.attempt(lambda: inspections.complete(inspection_id)) is not None:
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
        """Take the last change back."""
        self._travel(self.scoring.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._travel(self.scoring.redo)

    def _travel(self, through_history: Callable[[], None]) -> None:
        self.line.stop()
        place = (self._card_id, self._item)
        through_history()
        self._settled = ()
        self.panel.show_afresh(self._shown)
        if (self._card_id, self._item) != place:
            self.items.setFocus()  # else one would go on typing into the note of another item

    # Showing

    def _on_answered(self, card_id: str, item_id: str) -> None:
        self.cards_model.refresh(self.scoring.sheet, card_id)
        if card_id != self._card_id:
            self._show_card(card_id, item_id)  # an undo leads back to where it changes something
        else:
            self.model.refresh(self.scoring.sheet, self.card)
            item = self._item
            if item_id and item is not None and item.id != item_id and not self._moving_on(item_id):
                self._select(self.model.index_of(item_id))
        self.panel.show_item(self._shown)
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
        return Shown(self.card, row.item, row.score, day, sheet.pack)

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

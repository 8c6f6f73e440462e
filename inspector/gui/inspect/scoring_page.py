"""Scoring a visit: its windows, the items of one, and what is wrong with the current item."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from unicodedata import normalize

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from inspector.domain.checklist import ChoiceRule, Item, MeasureRule
from inspector.domain.inspection import (
    Answer,
    Scorecard,
    Verdict,
    chosen,
    counted,
    deducted,
    measured,
    next_unanswered,
    not_applicable,
    noted,
    passed,
    with_phrase,
)
from inspector.domain.inspection_sheet import InspectionSheet
from inspector.domain.points import Hundredths, format_score, to_hundredths
from inspector.gui.banner import Banner
from inspector.gui.inspect.answer_panel import AnswerPanel, Shown
from inspector.gui.inspect.card_list import CardDelegate, CardModel
from inspector.gui.inspect.item_list import ItemList
from inspector.gui.inspect.item_model import ItemModel
from inspector.gui.inspect.scoring import Scoring
from inspector.gui.key_line import Keys
from inspector.gui.labels import button, label
from inspector.gui.page_head import PageHead
from inspector.gui.session import Session
from inspector.gui.words import kind_word, moment_text, scorecard_title
from inspector.translation import tr

CARDS_WIDTH = 208
LONGEST_VISIT = 240
"""Minutes; what was started longer ago is being resumed, and its duration says nothing."""

STAND_DELAY = 150
"""Milliseconds on an item before that is remembered: the arrow keys repeat faster."""

SEEN_AHEAD = 3
"""Rows below the current item that stay in sight: an inspector reads on while looking up."""

CLOCK_TICK = 20_000
"""Milliseconds between two looks at the clock in the head."""


class ScoringPage(QWidget):
    """The page an inspector spends twenty minutes on."""

    left = Signal()
    completed = Signal(str)  # the inspection's id

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._scoring: Scoring | None = None
        self._card_id = ""
        self._waiting: Callable[[], None] | None = None  # what A or Ctrl+Enter asked about
        self.head = PageHead()
        self._figures = label("", "secondary")
        self._figures.setObjectName("figures")
        self._complete = button(tr("Complete  Ctrl+↵"), "complete", "primary")
        self.head.add(self._figures)
        self.head.add(self._complete)
        self.cards_model = CardModel(session.workspace.packs.kind_title)
        self.cards = QListView()
        self.cards.setObjectName("cards")
        self.cards.setAccessibleName(tr("Windows"))
        self.cards.setModel(self.cards_model)
        self.cards.setItemDelegate(CardDelegate(self.cards))
        self.cards.setFixedWidth(CARDS_WIDTH)
        self.cards.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cards.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model = ItemModel()
        self.items = ItemList(self.model)
        self.panel = AnswerPanel()
        self.line = Banner()
        self.line.setObjectName("scoringLine")
        self._lay_out()
        self._stand_timer = QTimer(self, singleShot=True, interval=STAND_DELAY)
        self._clock = QTimer(self, interval=CLOCK_TICK)
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
                "x": self._toggle_left_out,
                int(Qt.Key.Key_Backspace): self._clear,
                int(Qt.Key.Key_Delete): self._clear,
                int(Qt.Key.Key_Return): self._confirm_or_next,
                int(Qt.Key.Key_Escape): self._escape,
                int(Qt.Key.Key_PageDown): lambda: self._turn(1),
                int(Qt.Key.Key_PageUp): lambda: self._turn(-1),
            }
        )
        self.items.pressed_other.connect(self._stop_waiting)
        self.items.selectionModel().currentChanged.connect(self._on_item)
        self.items.clicked.connect(lambda index: self._stop_waiting())
        self.items.doubleClicked.connect(lambda index: self._deduct())
        self.cards.clicked.connect(self._on_card_clicked)
        self.panel.digit.connect(self._on_digit)
        self.panel.step.connect(self._on_step)
        self.panel.measured.connect(self._on_measured)
        self.panel.noted.connect(self._on_noted)
        self.panel.finished.connect(self._finish_panel)
        self.panel.left.connect(self.items.setFocus)
        self.panel.undo_wanted.connect(self.undo)
        self.line.acted.connect(self._confirm)
        self._complete.clicked.connect(self._ask_completion)
        self._stand_timer.timeout.connect(self._stand)
        self._clock.timeout.connect(self._show_head)
        for keys, slot in (
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
            (QKeySequence("Ctrl+Return"), self._ask_completion),
            (QKeySequence("Ctrl+Enter"), self._ask_completion),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
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

    def keys(self) -> Keys:
        """Return the keys an inspector needs most."""
        return (
            ("1", tr("Pass")),
            ("2", tr("Deduct")),
            ("3", tr("N/A")),
            ("⌫", tr("Clear")),
            ("A", tr("Rest pass")),
            ("PgDn", tr("Next window")),
            ("Ctrl+Z", tr("Undo")),
        )

    def all_keys(self) -> Keys:
        """Return every key of the page."""
        return (
            ("1", tr("Pass, and on to the next unanswered item")),
            ("2", tr("Deduct: digits choose phrases, + − count, letters go to the note")),
            ("3", tr("Not applicable, and on")),
            ("⌫", tr("Clear the answer")),
            ("↵", tr("Next item; at the end the next window")),
            ("↑ ↓", tr("Move")),
            ("PgUp PgDn", tr("Window before or after")),
            ("A", tr("Mark the rest of this window as passed")),
            ("X", tr("Leave this window out, or take it in again")),
            ("Tab", tr("To the fields beside the list")),
            ("Esc", tr("Back to the list, then to the start")),
            ("Ctrl+Z", tr("Undo")),
            ("Ctrl+Y", tr("Redo")),
            ("Ctrl+↵", tr("Complete the inspection")),
        )

    # Answering

    @property
    def _item(self) -> Item | None:
        row = self.model.item_row(self.items.currentIndex())
        return row.item if row else None

    def _answer(self, item: Item) -> Answer | None:
        return self.scoring.sheet.answers_of(self.card).get(item.id)

    def _answer_and_move(self, make: Callable[[Item], Answer]) -> None:
        self._stop_waiting()
        item = self._item
        if item is None or self.card.left_out:
            return
        items = self.scoring.sheet.items(self.card)
        answers = {**self.scoring.sheet.answers_of(self.card), item.id: make(item)}
        position = next_unanswered(items, answers, items.index(item))
        target = items[position].id if position is not None else item.id
        if self.scoring.record(self.card, [make(item)], next_item=target):
            if position is None:
                self._say_card_done()
            else:
                self._select(self.model.index_of(target))

    def _deduct(self) -> None:
        self._stop_waiting()
        item = self._item
        if item is None or self.card.left_out:
            return
        answer = deducted(item, self._answer(item))
        same = answer == self._answer(item)
        if same or self.scoring.record(self.card, [answer], next_item=item.id):
            self.panel.begin()

    def _clear(self) -> None:
        self._stop_waiting()
        item = self._item
        if item is not None and self._answer(item) is not None:
            self.scoring.record(self.card, [], [item.id])

    def _on_digit(self, digit: int) -> None:
        item = self._item
        if item is None:
            return
        answer = self._answer(item) or deducted(item)
        if answer.verdict is not Verdict.DEDUCT and not item.is_bonus:
            answer = deducted(item, answer)  # a phrase says what is wrong
        if isinstance(item.rule, ChoiceRule):
            if digit <= len(item.rule.options):
                self.scoring.record(self.card, [chosen(item, answer, digit - 1)])
        elif digit <= len(item.phrases):
            self.scoring.record(self.card, [with_phrase(item, answer, digit - 1)])

    def _on_step(self, step: int) -> None:
        item = self._item
        answer = self._answer(item) if item else None
        if item is None or answer is None or isinstance(item.rule, ChoiceRule | MeasureRule):
            return
        self.scoring.record(self.card, [counted(answer, answer.count + step)])

    def _on_measured(self, text: str) -> None:
        item = self._item
        answer = self._answer(item) if item else None
        value = _value(text)
        if item is None or answer is None or not isinstance(item.rule, MeasureRule):
            return
        if value is None:
            if text.strip():
                self.line.ask(tr("“{text}” is not a number of at most two decimals.", text=text))
            return
        self.line.hide()
        self.scoring.record(self.card, [measured(item, answer, value)], typing=True)

    def _on_noted(self, text: str) -> None:
        item = self._item
        answer = self._answer(item) if item else None
        if answer is not None and answer.note != text:
            self.scoring.record(self.card, [noted(answer, text)], typing=True)

    def _finish_panel(self) -> None:
        """Enter in the panel: this item is done, go on to the next unanswered one."""
        self.items.setFocus()
        item = self._item
        if item is None:
            return
        items, sheet = self.scoring.sheet.items(self.card), self.scoring.sheet
        position = next_unanswered(items, sheet.answers_of(self.card), items.index(item))
        if position is None:
            self._say_card_done()
        else:
            self._select(self.model.index_of(items[position].id))

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
        self._show_panel()

    def _turn(self, step: int) -> None:
        self._stop_waiting()
        cards = self.scoring.sheet.scorecards
        at = [card.id for card in cards].index(self._card_id) + step
        if 0 <= at < len(cards):
            self._show_card(cards[at].id)

    def _on_card_clicked(self, index: QModelIndex) -> None:
        self._stop_waiting()
        self._show_card(self.cards_model.card(index.row()).id)
        self.items.setFocus()

    def _confirm_or_next(self) -> None:
        if self._waiting is not None:
            self._confirm()
            return
        index = self.items.currentIndex()
        below = self.model.next_item(index)
        if self.scoring.sheet.progress(self.card).complete or below == index:
            self._go_on()
        else:
            self._select(below)

    def _go_on(self) -> None:
        """Go to the next scorecard with something unanswered, wrapping; stay when all is done."""
        sheet = self.scoring.sheet
        ids = [card.id for card in sheet.scorecards]
        at = ids.index(self._card_id)
        for card_id in [*ids[at + 1 :], *ids[:at]]:
            card = sheet.scorecard(card_id)
            if not card.left_out and not sheet.progress(card).complete:
                self._stop_waiting()
                self._show_card(card_id)
                return
        self._say_card_done()

    def _on_item(self, current: QModelIndex, before: QModelIndex) -> None:
        if self._scoring is not None and current.isValid():
            self._show_panel()
            self._stand_timer.start()

    def _stand(self) -> None:
        item = self._item
        if self._scoring is not None and item is not None:
            self.scoring.stand_at(self.card, item.id)

    def _escape(self) -> None:
        if self._waiting is not None or self.line.isVisible():
            self._stop_waiting()
        else:
            self._stand_timer.stop()
            self._stand()
            self.left.emit()

    # What waits for an answer

    def _ask_rest(self) -> None:
        if self._waiting == self._pass_rest:
            self._confirm()
            return
        progress = self.scoring.sheet.progress(self.card)
        if progress.complete or self.card.left_out:
            self._stop_waiting()
            return
        self._wait(
            self._pass_rest,
            tr(
                "Mark the remaining {count} items of {window} as passed? A again confirms,"
                " Esc cancels.",
                count=progress.total - progress.done,
                window=scorecard_title(self.card),
            ),
            tr("Confirm"),
        )

    def _pass_rest(self) -> None:
        if self.scoring.pass_rest(self.card):
            self._say_card_done()

    def _ask_completion(self) -> None:
        if self._scoring is None:
            return
        if self._waiting == self._complete_visit:
            self._confirm()
            return
        self.items.setFocus()
        sheet = self.scoring.sheet
        missing = sheet.missing()
        if missing:
            card, item = missing[0]
            self._show_card(card.id, item.id)
            cards = {each.id for each, _ in missing}
            self.line.ask(
                tr(
                    "{count} items of {cards} windows are still unanswered; this is the first.",
                    count=len(missing),
                    cards=len(cards),
                )
            )
            return
        score = sheet.site_score()
        findings = sum(sheet.deductions(card) for card in sheet.inspected)
        self._wait(
            self._complete_visit,
            tr(
                "Score {score} {grade}, {findings} findings. A completed inspection cannot be"
                " changed: Ctrl+↵ again completes, Esc goes back.",
                score=format_score(score.total),
                grade=score.grade.title if score.grade else "",
                findings=findings,
            ),
            tr("Complete"),
        )

    def _complete_visit(self) -> None:
        inspection_id = self.scoring.sheet.inspection.id
        inspections = self._session.workspace.inspections
        if self._session.attempt(lambda: inspections.complete(inspection_id)) is not None:
            self.close_visit()
            self.completed.emit(inspection_id)

    def _toggle_left_out(self) -> None:
        self._stop_waiting()
        self.scoring.leave_out(self.card, not self.card.left_out)

    def _wait(self, action: Callable[[], None], question: str, word: str) -> None:
        self._waiting = action
        self.line.ask(question, word)
        self.items.setFocus()

    def _confirm(self) -> None:
        action = self._waiting
        self._stop_waiting()
        if action is not None:
            action()

    def _stop_waiting(self) -> None:
        self._waiting = None
        self.line.hide()

    def _say_card_done(self) -> None:
        if self.scoring.sheet.missing():
            self.line.tell(tr("{window} is done. ↵ next window", window=scorecard_title(self.card)))
        else:
            self.line.tell(tr("Every window is done. Ctrl+↵ completes the inspection."))

    # Undo

    def undo(self) -> None:
        """Take the last change back."""
        self._stop_waiting()
        self.scoring.undo_stack.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._stop_waiting()
        self.scoring.undo_stack.redo()

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
        self._show_panel()
        self._show_head()

    def _moving_on(self, item_id: str) -> bool:
        """Many answers at once (the rest passed) do not move the inspector."""
        return self.scoring.sheet.answers_of(self.card).get(item_id) is not None and (
            self.scoring.sheet.progress(self.card).complete
        )

    def _on_left_out(self, card_id: str) -> None:
        self.cards_model.refresh(self.scoring.sheet, card_id)
        self._show_card(card_id)
        if self.card.left_out:
            self.line.tell(
                tr("{window} is left out of this visit; X takes it in again.",
                   window=scorecard_title(self.card))
            )  # fmt: skip

    def _show_panel(self) -> None:
        row = self.model.item_row(self.items.currentIndex())
        if row is None:
            self.panel.show_item(None)
            return
        day = self.scoring.sheet.inspection.started_at.date()
        self.panel.show_item(Shown(self.card, row.item, row.score, day))

    def _show_head(self) -> None:
        if self._scoring is None:
            return
        sheet = self.scoring.sheet
        inspection = sheet.inspection
        minutes = (self._session.workspace.now() - inspection.started_at).total_seconds() // 60
        said = [kind_word(inspection.kind), moment_text(inspection.started_at)]
        if 0 <= minutes < LONGEST_VISIT:
            said.append(tr("{minutes} min", minutes=int(minutes)))
        self.head.set_texts(inspection.site_name, " · ".join(said))
        progress = sheet.total_progress()
        done = sum(sheet.progress(card).complete for card in sheet.inspected)
        self._figures.setText(
            tr(
                "Windows {done} / {cards}   Items {answered} / {items}   Score {score}",
                done=done,
                cards=len(sheet.inspected),
                answered=progress.done,
                items=progress.total,
                score=format_score(sheet.site_score().total),
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)


def _value(text: str) -> Hundredths | None:
    """Read a measured value; full-width digits are as good as others."""
    try:
        value = to_hundredths(Decimal(normalize("NFKC", text).strip()))
    except (ValueError, InvalidOperation):
        return None
    return value if 0 <= value < 10_000_000 else None

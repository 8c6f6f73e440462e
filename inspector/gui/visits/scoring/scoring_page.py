"""Scoring a visit: its windows, the items of one, and what is wrong with the current item."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from inspector.domain.visit.inspection import Inspection, Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.commands.key_line import Keys
from inspector.gui.editor_draft import not_handed_in
from inspector.gui.session import Session
from inspector.gui.theme import NARROW
from inspector.gui.visits.parts.names_bar import NamesBar
from inspector.gui.visits.parts.visits_part import VisitPart
from inspector.gui.visits.scoring.completion import Completion
from inspector.gui.visits.scoring.find_bar import FindBar
from inspector.gui.visits.scoring.item_commands import ItemCommands
from inspector.gui.visits.scoring.judging import scoring_questions as questions
from inspector.gui.visits.scoring.judging.answering import Entry
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
from inspector.gui.visits.scoring.position_in_visit import Place
from inspector.gui.visits.scoring.reason_bar import ReasonBar
from inspector.gui.visits.scoring.score_sheet import ScoreSheet
from inspector.gui.visits.scoring.scoring_keys import all_keys as every_key
from inspector.gui.visits.scoring.scoring_keys import next_keys, panel_keys
from inspector.gui.visits.scoring.visit_head import VisitHead
from inspector.gui.widgets.ask_line import AskLine
from inspector.translation import tr

CLOCK_TICK = 20_000
"""Milliseconds between two looks at the clock."""


class ScoringPage(VisitPart):
    """The page an inspector spends twenty minutes on.

    Others may add keys of the list to `list_keys`, shortcuts by `add_shortcut`, sections to
    `panel`; where one stands is `place`, what is open is `scoring`.
    """

    writing_changed = Signal()
    """One began or ended to write beside the list, where letters are text and no keys."""

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
        self.place = Place(self.cards, self.cards_model, self.items, self.model, self)
        self.finder = FindBar(self.place)
        self.reason = ReasonBar()
        self.names = NamesBar(session, self.line, self.items)
        self.left_out = LeftOutReason(session, self.reason, self._keep_reason, self)
        self.obstacles = ObstacleList(self.items)
        self.photos = PhotoDesk(session, self)
        self._lay_out()
        self.typed = PanelEntry(self.panel, self.line, self.place.entry, self.place.shown, self)
        self.acts = ItemCommands(self.place, self.typed, self.line, self)
        self.completion = Completion(
            session, self.place, self.line, self.obstacles, self.names, self
        )
        self.timing = Timing(self)
        self._clock = QTimer(self, interval=CLOCK_TICK)
        self.is_writing = False
        self.list_keys: dict[str | int, Callable[[], None]] = self._own_commands()
        self.items.set_commands(self.list_keys)
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
        column.addWidget(self.finder)
        column.addWidget(self.reason)
        column.addWidget(self.names)
        column.addWidget(self.photos.bar)
        column.addLayout(middle, 1)
        column.addWidget(self.obstacles)
        column.addWidget(self.line)

    def _own_commands(self) -> dict[str | int, Callable[[], None]]:
        return {
            "1": self.acts.pass_item,
            "2": self.acts.deduct,
            "3": self.acts.not_applicable,
            "4": self.acts.praise,
            "c": self.acts.correct,
            "a": self.acts.ask_rest,
            "t": self._time,
            "=": self._expand_score,
            "x": self.acts.toggle_left_out,
            "r": self._open_reason,
            int(Qt.Key.Key_Backspace): lambda: self.typed.act(Entry.clear),
            int(Qt.Key.Key_Delete): lambda: self.typed.act(Entry.clear),
            int(Qt.Key.Key_Return): self.acts.confirm_or_next,
            int(Qt.Key.Key_Escape): self._escape,
            int(Qt.Key.Key_PageDown): lambda: self._turn(1),
            int(Qt.Key.Key_PageUp): lambda: self._turn(-1),
            int(Qt.Key.Key_Home): self.place.first,
            int(Qt.Key.Key_End): self.place.last,
            **self.photos.commands(),
        }

    def _connect(self) -> None:
        self.items.pressed_other.connect(self.line.stop)
        self.items.tabbed.connect(self.typed.begin)
        self.items.clicked.connect(lambda index: self.line.stop())
        self.items.doubleClicked.connect(self._open_item)
        self.cards.clicked.connect(self._on_card_clicked)
        self.place.moved.connect(self.typed.show_other)
        self.place.turned.connect(self._on_turned)
        self.typed.finished.connect(self._finish_panel)
        self.panel.left.connect(self._leave_panel)
        self.panel.undo_wanted.connect(self.undo)
        self.panel.redo_wanted.connect(self.redo)
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
        self.head.complete.clicked.connect(self._ask_completion)
        self._clock.timeout.connect(self._show_head)
        self.timing.ticked.connect(self._show_watch)
        self._session.unsaved.changed.connect(self._mark_unsaved)
        self.add_shortcut("Ctrl+Z", self.undo, repeats=True)
        self.add_shortcut("Ctrl+Y", self.redo, repeats=True)
        self.add_shortcut("Ctrl+Shift+Z", self.redo, repeats=True)
        self.add_shortcut("Ctrl+F", self._open_find)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self.add_shortcut("Alt+C", self.acts.correct)
        self.add_shortcut("F3", self._find_next)
        self.add_shortcut("Ctrl+G", self._find_next)
        # Held down, the second press would be the answer to the question of the first.
        self.add_shortcut("Ctrl+Return", self._ask_completion)
        self.add_shortcut("Ctrl+Enter", self._ask_completion)

    def add_shortcut(self, keys: str, slot: Callable[[], None], repeats: bool = False) -> None:
        """Let `keys` do something wherever the keyboard is on this page."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(repeats)
        shortcut.activated.connect(slot)

    # Opening and closing

    def open(self, sheet: InspectionSheet) -> None:
        """Show a visit where its inspector stood."""
        self.close_visit()
        scoring = Scoring(self._session, sheet, self)
        scoring.answered.connect(self._on_answered)
        scoring.left_out.connect(self._on_left_out)
        self.place.open(scoring)
        self.photos.open(scoring)
        self._clock.start()
        self.items.setFocus()
        if said := self.timing.open(scoring):
            self.line.tell(said)

    def keys(self) -> Keys:
        return self.photos.keys() or (panel_keys() if self.is_writing else next_keys())

    def all_keys(self) -> Keys:
        return self.photos.keys() or every_key()

    def take_focus(self) -> None:
        self.photos.take_focus()

    def close_visit(self) -> None:
        """Let go of the visit; everything of it is on disk, or waits in the session to be."""
        if self.place.is_open:
            scoring = self.scoring
            self.photos.close()
            self.left_out.leave()
            self._clock.stop()
            self.timing.close()
            self.place.close()
            self.finder.clear()
            self.names.hide()
            scoring.deleteLater()

    @property
    def scoring(self) -> Scoring:
        """The visit in front."""
        return self.place.scoring

    @property
    def card(self) -> Scorecard:
        """The scorecard in front."""
        return self.place.card

    # From one part of the page to another

    def _on_focus(self, _: QWidget | None, focused: QWidget | None) -> None:
        is_field = isinstance(focused, QPlainTextEdit | QLineEdit)
        is_writing = is_field and focused is not None and self.panel.isAncestorOf(focused)
        if is_writing != self.is_writing:
            self.is_writing = is_writing
            self.writing_changed.emit()

    def _finish_panel(self) -> None:
        """Enter in the panel: go on to the next unanswered item."""
        self.items.setFocus()
        self.acts.next_unanswered()

    def _leave_panel(self) -> None:
        """Esc in the panel: back to the list, the fields as they are on disk."""
        self.line.stop()
        self.items.setFocus()
        self.typed.show_afresh()

    def _turn(self, step: int) -> None:
        self.line.stop()
        self.place.turn(step)

    def _on_card_clicked(self, index: QModelIndex) -> None:
        self.line.stop()
        self.place.show_card(self.cards_model.card(index.row()).id)
        self.items.setFocus()

    def _open_item(self, index: QModelIndex) -> None:
        """A double click: to what is written of an item; it judges nothing."""
        row = self.model.item_row(index)
        if row is not None and row.answer is not None:
            self.typed.begin()

    def _escape(self) -> None:
        if self.line.isVisible():
            self.line.stop()
        elif not self.items.hasFocus():
            self.items.setFocus()
        else:
            self.place.stand()
            self.left.emit()

    def _open_find(self) -> None:
        if self.place.is_open:
            self.line.stop()
            self.finder.open()

    def _find_next(self) -> None:
        if self.place.is_open:
            self.line.stop()
            self.finder.next()

    def _on_found(self, said: str) -> None:
        self.items.setFocus()
        if said:
            self.line.tell(said)

    def _ask_completion(self) -> None:
        if self.place.is_open:
            self.photos.finish()  # what is still being read counts
            if self._stops_at_reason():
                return
            self.completion.ask(lambda: self.scoring.sheet)

    def _on_named(self, inspection: Inspection) -> None:
        if self.place.is_open:
            self.scoring.take_named(inspection)
            self._ask_completion()

    def _stops_at_reason(self) -> bool:
        """Go to the first window whose reason is written and not kept; False without any."""
        sheet = self.scoring.sheet
        left_out = {card.id for card in sheet.scorecards if card.left_out}
        waiting = [each for each in self.left_out.waiting(sheet.inspection.id) if each in left_out]
        if waiting:
            self.place.show_card(waiting[0])
            self._open_reason()
            self.line.ask(not_handed_in(len(waiting)))
        return bool(waiting)

    def _give_reason_up(self) -> None:
        if self.left_out.give_up():
            self.line.tell(tr("What was written is put away. Ctrl+Z brings it back."))

    def _keep_reason(self, card_id: str, reason: str) -> None:
        card = self.scoring.sheet.scorecard(card_id)
        if card.left_out:
            self.scoring.leave_out(card, True, reason)

    def _close_completed(self, inspection_id: str) -> None:
        self.close_visit()
        self.completed.emit(inspection_id)

    def _time(self) -> None:
        """Start the stopwatch on the current item, or stop the one that runs."""
        self.line.stop()
        if self.timing.watch is not None:
            if said := self.timing.stop():
                self.line.tell(said)
        elif not self.timing.start(self.card, self.place.item):
            self.line.ask(tr("This item is not timed; the stopwatch is for waiting times."))

    def _show_watch(self) -> None:
        watch = self.timing.watch
        self.head.show_watch(watch, self.scoring.sheet if watch is not None else None)

    def _expand_score(self) -> None:
        ScoreSheet(self.scoring.sheet, self.card, self)

    # Undo

    def undo(self) -> None:
        """Take the last change back, or the start of the stopwatch."""
        if self.timing.take_back():
            self.line.tell(tr("The stopwatch was stopped; no time was taken."))
        elif (dropped := self.left_out.put_away) is not None:
            self.place.show_card(dropped.key.place)
            self._open_reason()
            self.left_out.bring_back(dropped)
        else:
            self._travel(self.scoring.undo, back=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._travel(self.scoring.redo, back=False)

    def _travel(self, through_history: Callable[[], str | None], *, back: bool) -> None:
        self.line.stop()
        before = (self.place.card_id, self.place.item)
        photo = self.scoring.photo_change(back=back)
        if through_history() is not None and photo:
            self.photos.tell_travelled(photo, back=back)
        self.typed.show_afresh()
        if (self.place.card_id, self.place.item) != before:
            self.items.setFocus()  # else one would go on typing into the note of another item

    # Showing

    def _on_turned(self) -> None:
        self.left_out.leave()
        self._show_head()
        self.typed.show_item()

    def _on_answered(self, card_id: str, item_id: str) -> None:
        self.left_out.put_away = None  # an undo is of what came last
        self.place.follow(card_id, item_id)
        self.typed.show_item()
        self._show_head()

    def _mark_unsaved(self) -> None:
        if self.place.is_open:
            self.place.mark_unsaved()

    def _on_left_out(self, card_id: str) -> None:
        self.left_out.put_away = None
        self.place.follow_left_out(card_id)
        if self.card.left_out:
            reasons = self._session.workspace.left_out_reasons.offered()
            self.line.tell(questions.why_left_out(self.card, reasons))

    def _open_reason(self) -> None:
        if self.card.left_out:
            self.line.stop()
            self.left_out.ask(self.scoring.sheet.inspection.id, self.card)

    def _show_head(self) -> None:
        if self.place.is_open:
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

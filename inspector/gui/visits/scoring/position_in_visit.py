"""Where an inspector stands in a visit: its window, its item, and the ways from one to another."""

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal
from PySide6.QtWidgets import QListView

from inspector.domain.checklist.checklist import Item
from inspector.domain.visit.inspection import Scorecard
from inspector.gui.visits.scoring.judging.answering import Entry
from inspector.gui.visits.scoring.judging.visit_scoring import Scoring
from inspector.gui.visits.scoring.lists.card_list import CardList, CardModel
from inspector.gui.visits.scoring.lists.item_list import ItemList
from inspector.gui.visits.scoring.lists.item_model import ItemModel
from inspector.gui.visits.scoring.panel.shown_item import Shown

STAND_DELAY = 150
"""Milliseconds on an item before that is remembered: the arrow keys repeat faster."""

SEEN_AHEAD = 3
"""Rows below the current item that stay in sight: an inspector reads on while looking up."""


class VisitPosition(QObject):
    """The scorecard and the item in front, in both lists and on disk."""

    moved = Signal()
    """Another item is in front."""

    turned = Signal()
    """A scorecard was brought to the front, perhaps the one that was there."""

    def __init__(
        self,
        cards: CardList,
        cards_model: CardModel,
        items: ItemList,
        model: ItemModel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._cards, self._cards_model = cards, cards_model
        self._items, self._model = items, model
        self._scoring: Scoring | None = None
        self._card_id = ""
        self._stand_timer = QTimer(self, singleShot=True, interval=STAND_DELAY)
        self._stand_timer.timeout.connect(self._stand_once_kept)
        items.selectionModel().currentChanged.connect(self._on_item)

    # What is in front

    def open(self, scoring: Scoring) -> None:
        """Stand in a visit where its inspector stood."""
        self._scoring = scoring
        self._card_id = ""
        sheet = scoring.sheet
        self._model.unsaved = self._cards_model.unsaved = scoring.session.unsaved.targets
        self._cards_model.show(sheet)
        ids = [card.id for card in sheet.scorecards]
        at = sheet.inspection.cursor_scorecard
        self.show_card(at if at in ids else ids[0], sheet.inspection.cursor_item)

    def close(self) -> None:
        """Stand in no visit."""
        self._stand_timer.stop()
        if self._scoring is not None:
            self._scoring.own.leave(self._scoring.sheet)
        self._scoring = None

    @property
    def is_open(self) -> bool:
        """A visit is in front."""
        return self._scoring is not None

    @property
    def scoring(self) -> Scoring:
        """The visit in front."""
        assert self._scoring is not None
        return self._scoring

    @property
    def card_id(self) -> str:
        """The id of the scorecard in front."""
        return self._card_id

    @property
    def card(self) -> Scorecard:
        """The scorecard in front."""
        return self.scoring.sheet.scorecard(self._card_id)

    @property
    def item(self) -> Item | None:
        """The current item."""
        row = self._model.item_row(self._items.currentIndex())
        return row.item if row else None

    def entry(self) -> Entry | None:
        """Return what answers the current item."""
        item = self.item
        return Entry(self.scoring, self.card, item) if item is not None else None

    def shown(self) -> Shown | None:
        """Return the current item with all that is said of it."""
        row = self._model.item_row(self._items.currentIndex())
        if row is None:
            return None
        sheet = self.scoring.sheet
        day = sheet.inspection.started_at.date()
        calendar = self.scoring.session.workspace.holidays.calendar()
        own = self.scoring.own.of(row.item.id)
        evidence = sheet.evidence_of(self.card, row.item.id)
        return Shown(self.card, row.item, row.score, day, sheet.pack, calendar, own, evidence)

    # Moving

    def go_to(self, item_id: str) -> None:
        """Go to an item of the scorecard in front."""
        self.select(self._model.index_of(item_id))

    def select(self, index: QModelIndex) -> None:
        """Go to a row of the list, with what is around it in sight."""
        self._items.setCurrentIndex(index)
        for row in (index.row() + SEEN_AHEAD, index.row() - 1, index.row()):
            ahead = self._model.index(min(max(row, 0), self._model.rowCount() - 1))
            self._items.scrollTo(ahead, QListView.ScrollHint.EnsureVisible)

    def show_card(self, card_id: str, item_id: str | None = None) -> None:
        """Go to an item of any scorecard; without one, to the first that is unanswered."""
        if card_id != self._card_id:
            self._card_id = card_id
            self._model.show(self.scoring.sheet, self.card)
            position = self._cards_model.index(self._cards_model.position(card_id))
            self._cards.setCurrentIndex(position)
            self._cards.scrollTo(position)
        target = self._model.index_of(item_id)
        if item_id is None:
            open_one = self._model.first(lambda row: row.answer is None and not row.item.is_bonus)
            target = open_one if open_one.isValid() else target
        self.select(target)
        self.turned.emit()

    def turn(self, step: int) -> None:
        """Go to the scorecard `step` further on, where there is one."""
        cards = self.scoring.sheet.scorecards
        at = [card.id for card in cards].index(self._card_id) + step
        if 0 <= at < len(cards):
            self.show_card(cards[at].id)

    def first(self) -> None:
        """Go to the first item."""
        self.select(self._model.index_of(None))

    def last(self) -> None:
        """Go to the last item."""
        self.select(self._model.last_item())

    def below(self) -> bool:
        """Go to the item below; False at the end."""
        index = self._items.currentIndex()
        below = self._model.next_item(index)
        if below == index:
            return False
        self.select(below)
        return True

    def stand(self) -> None:
        """Remember on disk where the inspector stands."""
        self._stand_timer.stop()
        if self._scoring is not None and (item := self.item):
            self._scoring.stand_at(self._card_id, item.id)

    def _stand_once_kept(self) -> None:
        """Keep the place behind what was entered here, which a busy disk may not have yet."""
        if self._scoring is not None and self._scoring.session.is_committing:
            self._stand_timer.start()
        else:
            self.stand()

    # Following what changed

    def follow(self, card_id: str, item_id: str) -> None:
        """Draw what changed on a scorecard; go there, unless `item_id` is empty.

        An undo leads back to where it changes something.
        """
        sheet = self.scoring.sheet
        self._cards_model.refresh(sheet, card_id)
        if card_id != self._card_id:
            if item_id:
                self.show_card(card_id, item_id)
            return
        self._model.refresh(sheet, self.card)
        item = self.item
        if item_id and item is not None and item.id != item_id and not self._moving_on(item_id):
            self.go_to(item_id)

    def follow_left_out(self, card_id: str) -> None:
        """Go to a scorecard that was left out or taken in again."""
        self._cards_model.refresh(self.scoring.sheet, card_id)
        item = self.item
        self.show_card(card_id, item.id if item and card_id == self._card_id else None)

    def mark_unsaved(self) -> None:
        """Draw again which answers are not on the disk."""
        targets = self.scoring.session.unsaved.targets
        if targets != self._model.unsaved:
            self._model.unsaved = targets
            self._cards_model.mark_unsaved(self.scoring.sheet, targets)
            self._model.refresh(self.scoring.sheet, self.card)

    def _moving_on(self, item_id: str) -> bool:
        """Many answers at once (the rest passed) do not move the inspector."""
        return self.scoring.sheet.answers_of(self.card).get(item_id) is not None and (
            self.scoring.sheet.progress(self.card).complete
        )

    def _on_item(self, current: QModelIndex, before: QModelIndex) -> None:
        if self._scoring is not None and current.isValid():
            self._stand_timer.start()
            if item := self.item:
                self._scoring.own.arrive(self._scoring.sheet, self._card_id, item)
            self.moved.emit()

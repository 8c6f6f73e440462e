"""A line that asks to which window answers belong: those of this item, or all of the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal

from inspector.domain.checklist.checklist import Item
from inspector.domain.visit.answer_move import AnswerMove, move_between
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.commands.command_button import command_button
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.field_bar import Bar
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.gui.words import scorecard_title
from inspector.translation import join_sentences, tr, tr_count

_LONGEST_ITEM = 24  # characters
_LONGEST_TITLE = 200  # pixels


class MoveBar(Bar):
    """Says before it moves what goes, what is replaced and what stays; Esc moves nothing."""

    moved = Signal(object)
    """An AnswerMove."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheet: Callable[[], InspectionSheet] | None = None
        self._card: Scorecard | None = None
        self._title = ElidedLabel("", Qt.TextElideMode.ElideMiddle, _LONGEST_TITLE)
        self.what = Choice("moveWhat", tr("What to move"))
        self.target = Choice("moveTarget", tr("Move to which window"))
        for each in (self.what, self.target):
            each.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            each.setMinimumContentsLength(6)  # whatever windows are called
            each.currentIndexChanged.connect(self._say)
        self._told = wrapped("", "secondary")
        self._told.setObjectName("moveTold")
        move, leave = self.commands.add_answers((tr("Move"), self._move), (tr("Back"), self._back))
        move.set_why_not(self._why_not)
        self._confirm = command_button(move, "confirmMove", steady=True)
        row = stack(
            None,
            (self._title, (self.what, 1), label("→"), (self.target, 1),
             command_button(leave, "leaveMove"), self._confirm),
            spacing=GRID, across=True,
        )  # fmt: skip
        margin = (2 * GRID, GRID, 2 * GRID, GRID)
        stack(self, (row, self._told), margin=margin, spacing=GRID // 2)

    def open(
        self, sheet: Callable[[], InspectionSheet], card: Scorecard, item: Item | None
    ) -> None:
        """Take the keyboard: from a window, all to begin with, or of the item in front."""
        self._sheet, self._card = sheet, card
        now = sheet()
        self._title.setText(tr("Move from {window}", window=scorecard_title(card)))
        self.what.offer(self._offers(now, card, item))
        self.what.setCurrentIndex(0)
        cards = [each for each in now.inspected if each.id != card.id and each.scope == card.scope]
        self.target.offer([(scorecard_title(each), each.id) for each in cards])
        at = [each.id for each in now.scorecards].index(card.id)
        later = [n for n, each in enumerate(cards) if now.scorecards.index(each) > at]
        self.target.setCurrentIndex(later[0] if later else 0)
        self._say()
        self.show()
        self.target.setFocus()

    def _offers(
        self, sheet: InspectionSheet, card: Scorecard, item: Item | None
    ) -> list[tuple[str, object]]:
        count = len(sheet.answers_of(card))
        offers: list[tuple[str, object]] = [
            (tr_count(count, "1 answer of this window", "All {count} answers of this window"), "")
        ]
        if item is not None and move_between(sheet, card, card, [item.id]).moves_anything:
            text = item.text.replace("\n", " ")
            short = text if len(text) <= _LONGEST_ITEM else f"{text[: _LONGEST_ITEM - 1]}…"
            offers.append((tr("Only “{item}”", item=short), item.id))
        return offers

    @property
    def _planned(self) -> AnswerMove | None:
        if self._sheet is None or self._card is None or not self.target.count():
            return None
        sheet, item = self._sheet(), str(self.what.currentData() or "")
        target = sheet.scorecard(self.target.currentData())
        return move_between(sheet, self._card, target, [item] if item else None)

    def _say(self) -> None:
        """Tell what goes, what is replaced and what stays."""
        planned = self._planned
        if planned is None:
            return
        window = scorecard_title(planned.target)
        told: list[str] = []
        if planned.moves_anything:
            count, photos = len(planned.items), len(planned.photos)
            goes = tr_count(count, "1 item goes to {window}", "{count} items go to {window}",
                            window=window)  # fmt: skip
            along = tr_count(photos, "with 1 photo", "with {count} photos")
            with_photos = tr("{goes}, {along}.", goes=goes, along=along)
            told.append(with_photos if photos else tr("{goes}.", goes=goes))
        if planned.over:
            told.append(
                tr_count(
                    len(planned.over),
                    "1 answer that is there already is replaced.",
                    "{count} answers that are there already are replaced.",
                )
            )
        if planned.staying:
            texts = "、".join(item.text for item in planned.staying[:3])
            told.append(
                tr_count(
                    len(planned.staying),
                    "1 item is not asked there and stays: {items}",
                    "{count} items are not asked there and stay: {items}",
                    items=texts,
                )
            )
        self._told.setText(join_sentences(told))
        words = tr("Replace and move") if planned.over else tr("Move")
        self.commands["confirm"].set_words(words)
        self.commands.look_again()

    def _why_not(self) -> str:
        planned = self._planned
        can = planned is not None and planned.moves_anything
        return "" if can else tr("None of it is asked at that window.")

    def _move(self) -> None:
        planned = self._planned
        if planned is not None:
            self.hide()
            self.moved.emit(planned)

    def _back(self) -> None:
        self.hide()
        self.left.emit()

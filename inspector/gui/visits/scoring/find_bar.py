"""Finding an item by a part of its text or by its pinyin initials, in a line on the page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import CONFIRM, FIND_NEXT, LEAVE, UP_DOWN, key_name, press
from inspector.gui.measures import measures
from inspector.gui.visits.parts.field_bar import FieldBar
from inspector.gui.visits.scoring.lists.found_item_list import TALLEST, FoundItemList
from inspector.gui.visits.scoring.lists.items_at_windows import ItemAtWindow, found
from inspector.gui.visits.scoring.position_in_visit import VisitPosition
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.note_edit import LineEdit
from inspector.translation import tr, tr_count

_GONE_FOR_A_WHILE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class FindEdit(LineEdit):
    """What is looked for."""

    forsaken = Signal()  # the keyboard is elsewhere, by a click

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _GONE_FOR_A_WHILE:
            self.forsaken.emit()


class FindBar(FieldBar):
    """The line and what it found. Nothing moves before Enter."""

    arrived = Signal(str)
    """One stands on what was looked for; a sentence on which of how many it is."""

    left = Signal()
    """Esc: one is where one was."""

    def __init__(self, position: VisitPosition) -> None:
        field = FindEdit("find", tr("Find an item"))
        super().__init__(tr("Find"), field, tr("A part of the item, or pinyin initials"))
        self._position = position
        self._count = ElidedLabel("secondary")
        self._count.setObjectName("foundCount")
        self.found_items = FoundItemList("found", tr("Items found"))
        self.found_items.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._add_commands(self.commands)
        self._row.addWidget(self._count, 1)
        self._column.addWidget(self.found_items)
        field.textChanged.connect(self._narrow)
        field.forsaken.connect(self.hide)
        self.found_items.clicked.connect(lambda index: self._go())
        self._before: QWidget | None = None  # had the keyboard

    def _add_commands(self, table: CommandTable) -> None:
        along, page = tr("Along the list"), TALLEST
        steps = tr("Item above"), tr("Item below")
        for name, keys, by, short, choices in (
            ("along", UP_DOWN, 1, along, steps), ("pages", ("PgUp", "PgDown"), page, "", ()),
        ):  # fmt: skip
            table.add(
                name, along, keys, lambda at, by=by: self.found_items.step((-by, by)[at]),
                short=short, repeats=True, numbered=True, choices=choices, left_over=True,
                why_not=self._why_not,
            )  # fmt: skip
        go, _ = table.add_answers((tr("Go there"), self._go), (tr("Back"), self._leave))
        go.set_why_not(self._why_not)

    def _why_not(self) -> str:
        return "" if self.found_items.found_item_model.rows else tr("No item is found like that.")

    def open(self) -> None:
        """Take the keyboard; what was looked for last is there to be typed over."""
        if not self.field.hasFocus():
            self._before = self.window().focusWidget()
        self._narrow()
        self._take_keyboard()

    def clear(self) -> None:
        """Forget what was looked for: another visit is in front."""
        self.field.clear()
        self.hide()

    def next(self) -> None:
        """Go to the next item that matches, or ask what to look for."""
        found_items = found(self._position.scoring.sheet, self._position.card, self.field.text())
        if not found_items:
            self.open()
            return
        here = (self._position.card_id, self._position.item.id if self._position.item else "")
        order = self._in_sheet_order(found_items)
        keys = [self._rank(found_item.card.id, found_item.item.id) for found_item in order]
        after = [
            found_item
            for found_item, key in zip(order, keys, strict=True)
            if key > self._rank(*here)
        ]
        self._arrive((after or order)[0], order)

    def _go(self) -> None:
        if found_item := self.found_items.current:
            self._arrive(
                found_item, self._in_sheet_order(list(self.found_items.found_item_model.rows))
            )

    def _arrive(self, found_item: ItemAtWindow, order: list[ItemAtWindow]) -> None:
        self._position.show_card(found_item.card.id, found_item.item.id)
        at = [(each.card.id, each.item.id) for each in order].index(
            (found_item.card.id, found_item.item.id)
        )
        self.arrived.emit(
            tr(
                "Found {at} of {count}. {following} goes to the next.",
                at=at + 1,
                count=len(order),
                following=key_name(FIND_NEXT),
            )
            if len(order) > 1 and measures().shows_keys
            else tr("Found {at} of {count}.", at=at + 1, count=len(order))
            if len(order) > 1
            else ""
        )
        self.hide()

    def _leave(self) -> None:
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        else:
            self.left.emit()
        self.hide()

    def _narrow(self) -> None:
        if not self._position.is_open:
            return
        query = self.field.text()
        found_items = found(self._position.scoring.sheet, self._position.card, query)
        self.found_items.show_found_items(found_items)
        self.commands.look_again()
        if found_items:
            self._count.setText(
                tr_count(len(found_items), "1 found", "{count} found")
                if not measures().shows_keys
                else tr_count(
                    len(found_items),
                    "1 found   {enter} or a click goes there",
                    "{count} found   {arrows} {enter} or a click goes there",
                    enter=key_name(CONFIRM),
                    arrows=key_name(UP_DOWN),
                )
            )
        else:
            self._count.setText(
                tr("No such item")
                if query.strip()
                else tr("{esc} goes back", esc=press(LEAVE, tr("Back")))
            )

    def _in_sheet_order(self, found_items: list[ItemAtWindow]) -> list[ItemAtWindow]:
        return sorted(
            found_items, key=lambda found_item: self._rank(found_item.card.id, found_item.item.id)
        )

    def _rank(self, card_id: str, item_id: str) -> tuple[int, int]:
        sheet = self._position.scoring.sheet
        cards = [card.id for card in sheet.scorecards]
        items = [item.id for item in sheet.items(sheet.scorecard(card_id))]
        return cards.index(card_id), items.index(item_id) if item_id in items else -1

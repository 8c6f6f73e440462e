"""Where a photo belongs instead: a window and an item, found by a few letters."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from inspector.domain.checklist.checklist import Item
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.photos.photo_words import place_words
from inspector.gui.theme import GRID
from inspector.gui.widgets.fields.keyed_edit import KeyedEdit
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.stacked import stack
from inspector.gui.words import scorecard_title
from inspector.translation import tr
from inspector.workspace.pinyin import matches

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_IN_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

Seat = tuple[Scorecard, Item]
"""What a photo belongs to: an item of a window."""


class PhotoMover(QWidget):
    """A field and a list; Enter chooses, Esc leaves everything as it is."""

    chosen = Signal(object)  # a Seat
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheet: InspectionSheet | None = None
        self._from = ("", "")
        self._places: list[Seat] = []
        self._model = QStringListModel()
        self.search = KeyedEdit(self._on_key)
        self.search.setObjectName("moveSearch")
        self.search.setPlaceholderText(tr("Window and item, also by pinyin initials: 2 qs"))
        self.search.setAccessibleName(tr("Move to which window and item"))
        self.list = QListView()
        self.list.setObjectName("movePlaces")
        self.list.setAccessibleName(tr("Windows and items"))
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys go to the field
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        parts = (label(tr("Move to which window and item"), "section"), self.search, (self.list, 1))
        stack(self, parts, margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=GRID)
        self.search.textChanged.connect(self._narrow)
        self.list.clicked.connect(lambda index: self.choose())

    def open(self, sheet: InspectionSheet, card: Scorecard, item: Item) -> None:
        """Offer every place of a visit but the one it is at."""
        self._sheet, self._from = sheet, (card.id, item.id)
        self.search.clear()
        self._narrow()
        self.search.setFocus()

    def _narrow(self) -> None:
        if self._sheet is None:
            return
        parts = self.search.text().split()
        places = [
            (card, item)
            for card in self._sheet.inspected
            for item in self._sheet.items(card)
            if (card.id, item.id) != self._from and all(_fits(card, item, part) for part in parts)
        ]
        self._places = sorted(places, key=self._distance)
        self._model.setStringList([place_words(*place) for place in self._places])
        if self._places:
            self.list.setCurrentIndex(self._model.index(0))

    def _distance(self, place: Seat) -> int:
        """The same item of another window is the likeliest slip, then another of the same."""
        card, item = place
        return 0 if item.id == self._from[1] else 1 if card.id == self._from[0] else 2

    def choose(self) -> None:
        """Take the place that is chosen."""
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._places):
            self.chosen.emit(self._places[row])

    def _on_key(self, event: QKeyEvent) -> bool:
        """Take a key of the field that is meant for the list; False when it is text."""
        if event.key() in _IN_LIST:
            self.list.keyPressEvent(event)
        elif event.key() in _ENTER:
            self.choose()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True


def _fits(card: Scorecard, item: Item, part: str) -> bool:
    """Tell whether a word is of the window or of the item; a number is that of a window."""
    of_window = matches(scorecard_title(card), part)
    return of_window or (not part.isdecimal() and matches(item.text, part))

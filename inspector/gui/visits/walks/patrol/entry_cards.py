"""What was wrong at a place, one block under the other; the current one has the accent's edge."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.patrol import PatrolEntry
from inspector.gui.theme import EDGE, GRID, colours_of
from inspector.gui.visits.parts.patrol_standing import entry_facts, entry_text
from inspector.gui.widgets.labels import breakable, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr


class _Card(QWidget):
    """One entry."""

    clicked = Signal()

    def __init__(self, entry: PatrolEntry, photos: int, current: bool) -> None:
        super().__init__()
        self._current = current
        facts = entry_facts(entry)
        if photos:
            facts = tr("{facts} · {count} photos or files", facts=facts, count=photos)
        text = wrapped(breakable(entry_text(entry)))
        text.setObjectName("entryText")
        said = wrapped(breakable(facts), "small")
        said.setObjectName("entryFacts")
        self.setAccessibleName(entry_text(entry))
        margin = (2 * GRID, GRID, 2 * GRID, GRID)
        stack(self, (text, said), margin=margin, spacing=GRID // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), colours_of(self)
        if self._current:
            painter.fillRect(self.rect(), colours.colour("selection"))
            painter.fillRect(0, 0, EDGE, self.height(), colours.colour("accent"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.colour("hairline"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()


class EntryCards(QWidget):
    """The entries of the place in front."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("entries")
        self._cards: list[_Card] = []
        self._column = stack(self, ())
        self.customContextMenuRequested.connect(self._choose_at)  # before its menu is made

    def _choose_at(self, where: QPoint) -> None:
        at = [card.geometry().contains(where) for card in self._cards]
        if True in at:
            self.chosen.emit(at.index(True))

    def show_entries(
        self, entries: Sequence[PatrolEntry], current: int, photos: Callable[[str], int]
    ) -> None:
        """Show entries; `photos` says how many each has."""
        for card in self._cards:
            card.hide()  # at once: it is deleted only when the event loop comes walk
            card.deleteLater()
        self._cards = []
        for position, entry in enumerate(entries):
            card = _Card(entry, photos(entry.id), position == current)
            card.clicked.connect(lambda position=position: self.chosen.emit(position))
            self._column.addWidget(card)
            self._cards.append(card)

"""The running stopwatch of a visit: one at a time, its face shown every second."""

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.domain.checklist import Item
from inspector.domain.inspection import Scorecard
from inspector.gui.inspect.entry import Entry
from inspector.gui.inspect.scoring import Scoring
from inspector.gui.inspect.stopwatch import Stopwatch, can_be_timed


class Timing(QObject):
    """Starts on an item, runs while others are scored, stops from anywhere."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.watch: Stopwatch | None = None
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.ticked)

    def start(self, card: Scorecard, item: Item | None) -> bool:
        """Start on an item; False when it measures no time or its window is left out."""
        if item is None or card.left_out or not can_be_timed(item):
            return False
        self.watch = Stopwatch.start(card.id, item)
        self._second.start()
        self.ticked.emit()
        return True

    def stop(self, scoring: Scoring) -> None:
        """Stop, and take the time as a sample of its item."""
        watch = self.watch
        self.drop()
        if watch is not None:
            card = scoring.sheet.scorecard(watch.scorecard_id)
            Entry(scoring, card, watch.item).add_sample(watch.value())

    def drop(self) -> None:
        """Stop without taking the time."""
        self.watch = None
        self._second.stop()
        self.ticked.emit()

"""A box for all topics of a meeting, and one for each kind of them that there is."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.domain.meeting.topic import Topic, TopicKind
from inspector.gui.commands.chip_button import KEY_HEIGHT, draw_key, key_width
from inspector.gui.commands.key_names import key_names
from inspector.gui.commands.shared_keys import EVERY
from inspector.gui.measures import sized
from inspector.gui.meeting.screens.meeting_words import kind_word
from inspector.gui.theme import GRID
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr


class KindBoxes(QWidget):
    """Says of each kind how many are ticked of how many, and asks for all or none of it."""

    asked = Signal(object)
    """A box was clicked: of this kind, or of all (None)."""

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[TopicKind | None, _ShownBox] = {
            kind: _ShownBox(f"shown-{kind or 'all'}") for kind in (None, *TopicKind)
        }
        for kind, box in self._boxes.items():
            box.clicked.connect(partial(self.asked.emit, kind))
        self.kinds: list[TopicKind] = []
        """Those that there are, in the order of their boxes: by their numbers with Alt."""
        self._boxes[None].show_key(key_names(EVERY))
        self._row = FlowRow(list(self._boxes.values()))
        stack(self, (self._row,), margin=(2 * GRID, GRID // 2, 2 * GRID, GRID // 2))

    def show_ticks(self, topics: Sequence[Topic], ticked: Sequence[Topic]) -> None:
        """Say what is ticked."""
        self.kinds = [kind for kind in TopicKind if any(each.kind is kind for each in topics)]
        there, shown = (Counter(each.kind for each in some) for some in (topics, ticked))
        for kind, box in self._boxes.items():
            if kind in self.kinds:
                box.show_key(key_names([f"Alt+{self.kinds.index(kind) + 1}"]))
            every = len(topics) if kind is None else there[kind]
            chosen = len(ticked) if kind is None else shown[kind]
            state = Qt.CheckState
            some = state.PartiallyChecked if chosen else state.Unchecked
            box.setCheckState(state.Checked if chosen == every else some)
            box.setText(_words(kind, chosen, every))
            box.keep_room(f"{_name(kind)} {every} / {every}")
            box.setVisible(every > 0)
        self._row.arrange()


class _ShownBox(QCheckBox):
    """Shows what is the case; a click asks."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._key = self._widest = ""
        self.setTristate(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay with the list

    def sizeHint(self) -> QSize:
        """Keep more room after the words than before them."""
        lacks = max(0, self._width_of(self._widest) - self._width_of(self.text()))
        return super().sizeHint() + QSize(GRID + lacks + (self._wide if self._key else 0), 0)

    def keep_room(self, words: str) -> None:
        """Be as wide as these words need: a click must not move what the next one is aimed at."""
        self._widest = words

    def _width_of(self, words: str) -> int:
        """Return the pixels that Qt reckons with."""
        shown = Qt.TextFlag.TextShowMnemonic
        return self.style().itemTextRect(self.fontMetrics(), QRect(), shown, False, words).width()

    def show_key(self, key: str) -> None:
        """Say behind the words which key asks the same."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    @property
    def _wide(self) -> int:
        return key_width(self._key) + GRID // 2

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._key:
            high, left = sized(KEY_HEIGHT), super().sizeHint().width() + GRID // 2
            frame = QRect(left, (self.height() - high) // 2, key_width(self._key), high)
            painter = QPainter(self)
            draw_key(painter, frame, self._key)
            painter.end()

    def nextCheckState(self) -> None:
        """Nothing by itself: the rows say what it shows."""


def _words(kind: TopicKind | None, chosen: int, every: int) -> str:
    count = str(every) if chosen == every else f"{chosen} / {every}"
    return f"{_name(kind)} {count}"


def _name(kind: TopicKind | None) -> str:
    return tr("All") if kind is None else kind_word(kind)

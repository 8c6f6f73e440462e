"""A box for all topics of a meeting, and one for each kind of them that there is."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.domain.meeting.topic import Topic, TopicKind
from inspector.gui.meeting.choosing.topic_model import kind_word
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
        self._boxes: dict[TopicKind | None, QCheckBox] = {
            kind: _ShownBox(f"shown-{kind or 'all'}") for kind in (None, *TopicKind)
        }
        for kind, box in self._boxes.items():
            box.clicked.connect(partial(self.asked.emit, kind))
        self._row = FlowRow(list(self._boxes.values()))
        stack(self, (self._row,), margin=(2 * GRID, GRID // 2, 2 * GRID, GRID // 2))

    def show_ticks(self, topics: Sequence[Topic], ticked: Sequence[Topic]) -> None:
        """Say what is ticked."""
        there, shown = (Counter(each.kind for each in some) for some in (topics, ticked))
        for kind, box in self._boxes.items():
            every = len(topics) if kind is None else there[kind]
            chosen = len(ticked) if kind is None else shown[kind]
            state = Qt.CheckState
            some = state.PartiallyChecked if chosen else state.Unchecked
            box.setCheckState(state.Checked if chosen == every else some)
            box.setText(_words(kind, chosen, every))
            box.setVisible(every > 0)
        self._row.arrange()


class _ShownBox(QCheckBox):
    """Shows what is the case; a click asks."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTristate(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay with the list

    def sizeHint(self) -> QSize:
        """Keep more room after the words than before them."""
        return super().sizeHint() + QSize(GRID, 0)

    def nextCheckState(self) -> None:
        """Nothing by itself: the rows say what it shows."""


def _words(kind: TopicKind | None, chosen: int, every: int) -> str:
    count = str(every) if chosen == every else f"{chosen} / {every}"
    return f"{tr('All') if kind is None else kind_word(kind)} {count}"

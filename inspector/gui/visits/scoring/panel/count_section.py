"""In the panel: how many were found, one more, one fewer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from inspector.gui.visits.scoring.panel.panel_section import PanelSection, row
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.labels import button, label
from inspector.translation import tr


class CountSection(PanelSection):
    """A figure between − and +."""

    step = Signal(int)  # +1 or −1

    def __init__(self) -> None:
        super().__init__()
        fewer = _button("−", "fewer", tr("One fewer"))
        more = _button("+", "more", tr("One more"))
        self._count = label("", "section")
        self._count.setObjectName("count")
        self._row = row(label(tr("Count"), "small"), fewer, self._count, more)
        self.column.addWidget(self._row)
        fewer.clicked.connect(lambda: self.step.emit(-1))
        more.clicked.connect(lambda: self.step.emit(1))

    def wanted(self, shown: Shown) -> bool:
        return shown.counts

    def fill(self, shown: Shown, other: bool) -> None:
        assert shown.answer is not None
        self._row.setDisabled(shown.card.left_out)
        self._count.setText(str(shown.answer.count))


def _button(sign: str, name: str, meaning: str) -> QPushButton:
    made = button(sign, name)
    made.setAccessibleName(meaning)
    made.setToolTip(meaning)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
    return made

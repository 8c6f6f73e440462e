"""In the panel: how many were found, one more, one fewer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from inspector.domain.checklist.checklist import BonusRule, CasesRule, DeductRule
from inspector.gui.theme import GRID
from inspector.gui.visits.scoring.panel.panel_section import PanelSection
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import button, label
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr


class CountSection(PanelSection):
    """A figure between − and +; of several named deductions, the one that was chosen last."""

    step = Signal(int)  # +1 or −1

    def __init__(self) -> None:
        super().__init__()
        fewer = step_button("−", "fewer", tr("One fewer"))
        more = step_button("+", "more", tr("One more"))
        self._title = ElidedLabel("small")
        self._count = label("", "section")
        self._count.setObjectName("count")
        parts = (fewer, self._count, more, (self._title, 1))
        self.column.addLayout(stack(None, parts, spacing=GRID, across=True))
        fewer.clicked.connect(lambda: self.step.emit(-1))
        more.clicked.connect(lambda: self.step.emit(1))

    def wanted(self, shown: Shown) -> bool:
        return shown.counts

    def fill(self, shown: Shown, other: bool) -> None:
        assert shown.answer is not None
        self.setDisabled(shown.card.left_out)
        count, title = shown.answer.count, tr("Count")
        if isinstance(shown.item.rule, DeductRule | BonusRule):
            title = shown.item.rule.unit or title
        if isinstance(shown.item.rule, CasesRule) and shown.counted_case is not None:
            case = shown.item.rule.cases[shown.counted_case]
            count, title = shown.answer.cases[shown.counted_case], f"{case.unit}  {case.title}"
        self._count.setText(str(count))
        self._title.setText(title)


def step_button(sign: str, name: str, meaning: str) -> QPushButton:
    """Return a button that changes a number a little."""
    made = button(sign, name)
    made.setAccessibleName(meaning)
    made.setToolTip(meaning)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
    return made

"""What a patrol looks at in a place: the demands that every visit checks and that are seen."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from inspector.domain.checklist.checklist import Item
from inspector.domain.checklist.method import Method
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr

MOST = 10
"""More are not read by somebody who stands in a hall."""


def looked_at(items: Sequence[Item]) -> list[str]:
    """Return what is seen of what is always asked, in the order of the checklist."""
    seen = [
        item.text
        for item in items
        if item.must and not item.veto and not item.is_bonus and Method.LOOK in item.method
    ]
    return seen[:MOST]


class LookAt(QWidget):
    """Two columns of short sentences, made once; none where the checklist does not say 必查."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lookAt")
        self._texts = [wrapped("", "secondary") for _ in range(MOST)]
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        for at, text in enumerate(self._texts):
            grid.addWidget(text, at // 2, at % 2)
            grid.setColumnStretch(at % 2, 1)
        stack(self, (label(tr("Look at"), "section"), grid), spacing=GRID)

    def show_items(self, texts: Sequence[str]) -> None:
        """Show what to look at."""
        for each, text in zip(self._texts, (*texts, *[""] * MOST), strict=False):
            each.setText(f"· {text}" if text else "")
            each.setVisible(bool(text))
        self.setVisible(bool(texts))

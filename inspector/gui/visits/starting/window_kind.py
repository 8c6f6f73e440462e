"""What the window in front is taken for, and another kind for it: that is kept on the roster."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.roster import Window
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr

_WIDTH = 224


class WindowKindChoice(QWidget):
    """A choice among the kinds of the checklist; the first is what its name tells."""

    wanted = Signal(str)
    """The id of another kind for the window; empty: what its name tells."""

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice("windowKind", tr("Window kind"))
        fix_width(self.choice, _WIDTH)
        row = stack(self, (label(tr("Window kind"), "secondary"), self.choice), spacing=GRID,
                    across=True)  # fmt: skip
        row.addStretch(1)
        self.choice.activated.connect(lambda _: self.wanted.emit(self.choice.currentData() or ""))

    def show_window(
        self,
        window: Window | None,
        by_name: str,
        kinds: Sequence[tuple[str, str]],
    ) -> None:
        """Show a window's kind: `by_name` says what its name alone tells.

        `kinds` are titles and ids.
        """
        self.setVisible(window is not None and bool(kinds))
        if window is None:
            return
        self.choice.clear()
        self.choice.offer([(by_name, ""), *kinds])
        known = next((title for title, id_ in kinds if id_ == window.kind), window.kind)
        self.choice.choose(window.kind, known)

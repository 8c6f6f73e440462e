"""Below the rows while some are marked: how many, and what can be done with them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import command_button, menu_button
from inspector.gui.theme import GRID, fix_height
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import label
from inspector.translation import tr, tr_count


class MarkBar(QFrame):
    """Its buttons leave the keyboard with the rows, whose keys they show."""

    def __init__(
        self,
        steps: Sequence[Command],
        more: Sequence[Command],
        take_off: Command,
        title: str,
        short_word: Callable[[Command], str] = lambda step: step.iconText(),
    ) -> None:
        """`title` is what it is for; `short_word` returns what a button says of a step."""
        super().__init__()
        self.setObjectName("markBar")
        self.setAccessibleName(title)
        self._count = label("", "section")
        self._count.setObjectName("markCount")
        fix_height(self._count, 32)
        buttons = [
            command_button(each, f"mark-{each.objectName()}", text=short_word(each))
            for each in steps
        ]
        others = menu_button(tr("More"), "mark-more", list(more))
        none = command_button(take_off, "mark-none", "quiet", tr("Deselect"))
        for each in (*buttons, others, none):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row = FlowRow([self._count, *buttons, others, none])
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.addWidget(self._row)
        self.hide()

    def show_marks(self, marked: int) -> None:
        """Say how many are marked; without any it is not there."""
        self._count.setText(tr_count(marked, "1 marked", "{count} marked"))
        self._row.arrange()
        self.setVisible(marked > 0)

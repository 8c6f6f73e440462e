"""Beside a list: what the finding or complaint in front allows, as buttons."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import command_button, menu_button
from inspector.gui.widgets.flow_row import FlowRow
from inspector.translation import tr

MOST = 3
"""Buttons of steps; the other ones stand behind 更多."""


class StepButtons(FlowRow):
    """Steps that are not allowed are not offered; its buttons leave the keyboard alone."""

    def __init__(
        self,
        steps: Sequence[Command],
        more: Sequence[Command],
        title: str,
        short_word: Callable[[Command], str] = lambda step: step.iconText(),
    ) -> None:
        """`steps` by their names in the order in which they are offered, `more` always after.

        `short_word` returns what a button says of a step.
        """
        self._steps, self._always = steps, more
        self._others: list[Command] = []
        self._buttons = {
            each.objectName(): command_button(
                each, f"step-{each.objectName()}", text=short_word(each)
            )
            for each in steps
        }
        self._more = menu_button(tr("More"), "step-more", self._others)
        widgets: list[QWidget] = [*self._buttons.values(), self._more]
        for each in widgets:
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        super().__init__(widgets)
        self.setObjectName("stepButtons")
        self.setAccessibleName(title)
        self.offer(())  # until one is read

    def offer(self, allowed: Collection[str], done: Collection[str] = ()) -> None:
        """Offer the steps of these names; what is `done` once already comes last."""
        offered = [each for each in self._steps if each.objectName() in allowed]
        offered.sort(key=lambda each: each.objectName() in done)
        front = offered[:MOST]
        for each in self._steps:
            self._buttons[each.objectName()].setVisible(each in front)
        self._others[:] = [*offered[MOST:], *self._always]
        self.arrange()

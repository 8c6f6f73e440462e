"""A line of text over something that some of its keys are meant for."""

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent

from inspector.gui.widgets.note_edit import LineEdit


class KeyedEdit(LineEdit):
    """Gives every key first to `act`, unless an input method composes with it."""

    def __init__(self, act: Callable[[QKeyEvent], bool]) -> None:
        """`act` tells whether a key was meant for it."""
        super().__init__()
        self._act = act

    def command(self, event: QKeyEvent) -> bool:
        return self._act(event)

"""Words that name a key while there is a keyboard in the hands, and none for a finger."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget


class HandWords(QObject):
    """Puts words on a widget, now and whenever another hand comes: `say` returns them for it."""

    def __init__(
        self, widget: QWidget, put: Callable[[str], object], say: Callable[[], str]
    ) -> None:
        super().__init__(widget)
        self._put, self._say, self._said = put, say, ""
        widget.installEventFilter(self)
        self._look_again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.StyleChange:  # another hand
            self._look_again()
        return False

    def _look_again(self) -> None:
        said = self._say()
        if said != self._said:
            self._said = said
            self._put(said)


def hand_label(made: QLabel, say: Callable[[], str]) -> QLabel:
    """Return a label that says from now on what `say` returns for the hand that works."""
    HandWords(made, made.setText, say)
    return made

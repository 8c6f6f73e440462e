"""A key for rows that are still being read waits for them: lost, it would leave another row chosen.

The window is alive meanwhile, and what is typed and clicked behind that key keeps its order.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from inspector.gui.jobs.newest_answer import NewestAnswer

_ROWS = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home,
    Qt.Key.Key_End,
})  # fmt: skip

_NUMBERS = frozenset(range(Qt.Key.Key_1, Qt.Key.Key_9 + 1))


class KeysWait(QObject):
    """Holds up those that lead to a row while `lacks` says that there is none, and `query` reads.

    With `numbers` also those that lead to other rows, where none can be shown yet.
    """

    def __init__(
        self, query: NewestAnswer, lacks: Callable[[], bool], *, numbers: bool = False
    ) -> None:
        super().__init__(query)
        self._query, self._lacks = query, lacks
        self._held = _ROWS | _NUMBERS if numbers else _ROWS

    def listen(self) -> None:
        """Hear what has the keyboard, where rows are awaited."""
        focus = QApplication.focusWidget()
        if focus is not None and self._query.reads and self._lacks():
            focus.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not (self._query.reads and self._lacks()):
            watched.removeEventFilter(self)
        elif event.key() in self._held:
            watched.removeEventFilter(self)
            self._query.wait()
        return False

"""What is done for later, while nobody does anything: a step in each turn, pages before it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from inspector.gui.jobs.in_turns import InTurns

PAUSE = 15
"""Milliseconds between two steps, for keys."""


class SpareTurns(QObject):
    """Does one step after the other; none while somebody waits for a page, or that is painted."""

    def __init__(
        self,
        parent: QObject,
        steps: Iterator[None],
        then: Callable[[], object] = lambda: None,
        after: int = PAUSE,
        pause: int = PAUSE,
    ) -> None:
        """Begin `after` so many milliseconds, with a `pause` of so many between two steps.

        `then` is done behind the last one.
        """
        super().__init__(parent)
        self._steps, self._then, self._pause = steps, then, pause
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._do_step)
        self._timer.start(after)
        self.are_over = False
        """All was done."""

    def _do_step(self) -> None:
        if InTurns.is_awaited():
            self._timer.start(PAUSE)
            return
        for _ in self._steps:
            self._timer.start(self._pause)
            return
        self.are_over = True
        self._then()

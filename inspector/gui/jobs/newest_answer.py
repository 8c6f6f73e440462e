"""Asking beside the window what a page shows: only the answer to the newest question is told."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from inspector.domain.errors import InspectorError
from inspector.gui.jobs.background import Background

T = TypeVar("T")


class NewestAnswer(QObject):
    """Reads one thing after the other on a thread; `refuse` hears of what cannot be read."""

    def __init__(self, refuse: Callable[[InspectorError], object], parent: QObject) -> None:
        super().__init__(parent)
        self._refuse = refuse
        self._work = Background(self)
        self._question = 0

    @property
    def reads(self) -> bool:
        """The answer to a question has not been told yet."""
        return self._work.open_jobs > 0

    def finish(self) -> None:
        """Wait for the answers."""
        self._work.finish()

    def wait(self) -> None:
        """Wait for the answers, the window alive: what is typed and clicked comes after."""
        self._work.wait()

    def _begin(self) -> None:
        """Begin another question: what still waits for an older one is not read, nor told."""
        self._question += 1

    def _ask(self, read: Callable[[], T], tell: Callable[[T], object]) -> None:
        """Read a part of the newest question on the thread, and tell it here."""
        question = self._question

        def answer() -> tuple[T] | None:
            return (read(),) if question == self._question else None

        def hand_over(answered: tuple[T] | None) -> None:
            if answered is not None and question == self._question:
                tell(*answered)

        self._work.do(answer, hand_over, self._refuse)

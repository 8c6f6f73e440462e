"""Whoever closes the window while something long runs is told so; closed once more, it stops."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from shiboken6 import isValid

from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.frame.main_window import MainWindow


class Leaving(QObject):
    """Serves one window, whose command to quit it adds.

    What closes it otherwise, the end of the session or of a restore, is not held up.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._runner = window, window.session.runner
        self._said = ""  # of what runs
        self._told = False  # that it runs, once
        window.commands.add("quit", tr("Quit"), "Ctrl+Q", self._quit)
        window.banner.says.connect(self._on_said)
        self._runner.began.connect(self._begin)
        self._runner.freed.connect(self._end)

    def _begin(self, said: str) -> None:
        self._said, self._told = said, False
        self._window.installEventFilter(self)

    def _end(self) -> None:
        if isValid(self._window):
            self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        by_frame = event.type() is QEvent.Type.Close and event.spontaneous()
        if by_frame and watched is self._window and self._holds():
            event.ignore()
            return True
        return False

    def _on_said(self, says: bool) -> None:
        self._told = self._told and says  # what is gone from sight is asked anew

    def _quit(self) -> None:
        if not self._holds():
            self._window.close()

    def _holds(self) -> bool:
        """Say what runs, the first time that somebody wants to leave it."""
        if self._runner.is_free or self._told:
            return False
        self._told = True
        words = tr("Still under way: {job} Quitting stops it; quit once more to do so.",
                   job=self._said)  # fmt: skip
        self._window.banner.ask(words, refusal=tr("Do not quit"))
        return True

"""The line above the keys that asks before it does: the same key again, or Enter, confirms."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector.gui.banner import Banner


class AskLine(Banner):
    """At most one action waits for its confirmation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._awaited: Callable[[], None] | None = None
        self.acted.connect(self.confirm)
        self._close.clicked.connect(self.stop)  # not to be confirmed by a later Enter

    @property
    def waiting(self) -> bool:
        """Something waits for a confirmation."""
        return self._awaited is not None

    def waits_for(self, action: Callable[[], None]) -> bool:
        """Tell whether it is `action` that waits."""
        return self._awaited == action

    def ask(self, text: str, action: str = "") -> None:
        self._awaited = None
        super().ask(text, action)

    def tell(self, text: str, path: str = "") -> None:
        self._awaited = None
        super().tell(text, path)

    def wait(self, action: Callable[[], None], question: str, word: str) -> None:
        """Ask whether to do `action`; the button says `word`."""
        self.ask(question, word)
        self._awaited = action

    def confirm(self) -> None:
        """Do what waits."""
        action = self._awaited
        self.stop()
        if action is not None:
            action()

    def stop(self) -> None:
        """Nothing waits any more, and nothing is said."""
        self._awaited = None
        self.hide()

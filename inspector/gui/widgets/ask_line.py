"""The line above the keys that asks before it does: the same key again, or Enter, confirms."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from inspector.gui.widgets.banner import Banner
from inspector.translation import tr


class AskLine(Banner):
    """At most one action waits for its confirmation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._awaited: Callable[[], None] | None = None
        self._mentions = False
        self._undoes: tuple[Callable[[str], bool], Callable[[], object]] | None = None
        self.acted.connect(self.confirm)
        self._close.clicked.connect(self.stop)  # not to be confirmed by a later Enter

    @property
    def waiting(self) -> bool:
        """Something waits for a confirmation."""
        return self._awaited is not None

    def waits_for(self, action: Callable[[], None]) -> bool:
        """Tell whether it is `action` that waits."""
        return self._awaited == action

    def asked_again(self, action: Callable[[], None]) -> bool:
        """Do `action` where it waits to be wanted a second time; tell whether it did."""
        waited = self._awaited == action
        if waited:
            self.confirm()
        return waited

    def ask(
        self, text: str, action: str = "", refusal: str = "", details: Sequence[str] = ()
    ) -> None:
        self._awaited, self._mentions = None, False
        super().ask(text, action, refusal, details)

    def tell(self, text: str, path: str = "") -> None:
        self._awaited, self._mentions = None, False
        if self._undoes is not None and self._undoes[0](text):
            self.tell_undoable(text, self._undoes[1])
        else:
            super().tell(text, path)

    def undo_by_button(self, names: Callable[[str], bool], undo: Callable[[], object]) -> None:
        """Let a button do `undo` beside every sentence that is told and `names` it."""
        self._undoes = names, undo

    def mention(self, text: str) -> None:
        """Say what is going on, unless something waits for an answer."""
        if not self.waiting:
            self._path = None
            self._show("…", "secondary", text, "")
            self._mentions = True

    def unmention(self) -> None:
        """What was going on is over, and there is nothing to say about it."""
        if self._mentions:
            self.stop()

    def wait(
        self, action: Callable[[], None], question: str, word: str, details: Sequence[str] = ()
    ) -> None:
        """Ask whether to do `action`; the button says `word`, `details` are listed below."""
        self.ask(question, word, details=details)
        self._awaited = action
        self._close.setText(tr("Cancel"))

    def take_focus(self) -> None:
        """Give the keyboard to the answer: Enter does what waits, Esc lets it be."""
        self._action.setFocus()

    def confirm(self) -> None:
        """Do what waits."""
        action = self._awaited
        self.stop()
        if action is not None:
            action()

    def stop(self) -> None:
        """Nothing waits any more, and nothing is said."""
        self._awaited, self._mentions = None, False
        self.hide()

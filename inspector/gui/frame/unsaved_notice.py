"""Says that something is not on the disk yet: in the banner, in the line at the bottom, at the end.

The words stay until it is written; F5 tries at once, from wherever the keyboard is.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from inspector.domain.errors import InspectorError, UnsavedError
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.key_line import KeyLine
from inspector.gui.commands.shared_keys import with_key
from inspector.gui.jobs.joining import hand_over
from inspector.gui.session import Session
from inspector.gui.widgets.banner import Banner
from inspector.translation import tr


class UnsavedNotice(QObject):
    """Speaks for the `unsaved` of a session in one window."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        banner: Banner,
        key_line: KeyLine,
        table: CommandTable,
    ) -> None:
        """`table` is that of the window."""
        super().__init__(window)
        self._window = window
        self._session, self._unsaved = session, session.unsaved
        self._missing = session.missing
        self._banner, self._key_line = banner, key_line
        self._said = ""
        self._leaves = False  # the person chose to
        self._unsaved.changed.connect(self.show)
        self._unsaved.emptied.connect(self._on_emptied)
        self._unsaved.lost.connect(self._on_lost)
        banner.acted.connect(self._unsaved.try_again)
        words = tr("Try again to save")
        self._again = table.add("save-again", words, "F5", self._unsaved.try_again)
        self.show()

    @property
    def _words(self) -> str:
        return with_key(tr("Try again"), self._again.key)

    @property
    def count(self) -> int:
        """How much is not saved."""
        return self._unsaved.count

    def show(self) -> None:
        """Say again what is not saved, and why; nothing when everything is."""
        count, error = self._unsaved.count, self._unsaved.error
        self._key_line.show_unsaved(count)
        self._again.setVisible(bool(count))  # else it is a key like any other
        if count and error is not None:
            from inspector.workspace.unsaved_words import waiting_sentence

            self._said = waiting_sentence(error, count)
            self._banner.ask(self._said, self._words)

    def refuse(self, refused: UnsavedError) -> None:
        """Say that something has to wait until everything is saved."""
        if self._unsaved.error is not None:
            from inspector.workspace.unsaved_words import refused_sentence

            self._said = refused_sentence(refused, self._unsaved.error)
            self._banner.ask(self._said, self._words)

    def may_close(self) -> bool:
        """Tell whether the window may close: everything is saved, or the person said so.

        What was not kept at all has to be read first: it is lost with its list.
        """
        if not self._leaves:
            hand_over(self._window)
            self._unsaved.settle()
        return self._leaves or not (self._unsaved.count or self._missing.entries)

    def ask_to_leave(self, leave: Callable[[], None]) -> None:
        """Ask whether to stay, to try again or to leave; `leave` is called for the last two."""
        from inspector.gui.frame.unsaved_question import UnsavedQuestion

        if any(each.isVisible() for each in self._window.findChildren(UnsavedQuestion)):
            return
        count = self._unsaved.count or len(self._missing.entries)
        question = UnsavedQuestion(self._window, count, self._unsaved.copy)
        question.tried_again.connect(leave)
        question.left.connect(self.leave)
        question.left.connect(leave)
        question.finished.connect(question.deleteLater)
        question.open()

    def leave(self) -> None:
        """Let the window close whatever is not saved, unasked."""
        self._leaves = True

    def _on_emptied(self) -> None:
        if self._said and self._banner.text == self._said and self._banner.isVisible():
            if self._missing.entries:
                self._banner.tell(tr("The other entries are saved now."))
            else:
                self._banner.tell(tr("Everything is saved now."))
        self._said = ""

    def _on_lost(self, error: InspectorError, kept: Path | None) -> None:
        from inspector.workspace.unsaved_words import lost_sentence

        self._banner.ask(lost_sentence(error, kept))

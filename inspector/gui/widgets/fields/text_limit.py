"""How much more a field takes, said while one types; what it does not take is never cut unsaid."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QLineEdit, QToolTip

from inspector.gui.announcing import announce
from inspector.translation import tr, tr_count

_NEAR = 10
"""Characters that are left when it begins to say so."""


class TextLimit(QObject):
    """Lets a line hold so many characters at most, and says so under it."""

    def __init__(self, line: QLineEdit, most: int) -> None:
        super().__init__(line)
        self._line, self._most, self._refused = line, most, False
        line.setMaxLength(most)
        line.textEdited.connect(self._on_edited)
        line.textChanged.connect(self._on_changed)
        line.inputRejected.connect(self._refuse)

    def _on_changed(self, text: str) -> None:
        if not text:  # kept and emptied for the next one: nothing is left to say
            QToolTip.hideText()

    def _on_edited(self, text: str) -> None:
        left = self._most - len(text)
        if self._refused:  # it was said just now that something was left out
            return
        if left <= min(_NEAR, self._most // 4):
            said = tr_count(left, "1 more character", "{count} more characters")
            self._say(said if left else tr("That is all: {count} at most.", count=self._most))
        else:
            QToolTip.hideText()

    def _refuse(self) -> None:
        self._refused = True  # and what fitted is told as an edit after this
        QTimer.singleShot(0, self, self._forget)
        self._say(
            tr("At most {count} characters: what is beyond was not taken in.", count=self._most)
        )

    def _forget(self) -> None:
        self._refused = False

    def _say(self, said: str) -> None:
        below = self._line.mapToGlobal(QPoint(0, self._line.height() // 2))
        QToolTip.showText(below, said, self._line)
        announce(self._line, said)

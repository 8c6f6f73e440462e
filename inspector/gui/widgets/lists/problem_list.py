"""What is wrong, one sentence under another, below the line that says so."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit

from inspector.gui.theme import GRID


class ProblemList(QPlainTextEdit):
    """As tall as its sentences need; from `tallest` pixels on it scrolls.

    The first text editor of a run takes 5 ms: to be made when there is something to list.
    """

    def __init__(self, name: str, title: str, tallest: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setReadOnly(True)
        self._tallest = tallest

    def list(self, sentences: Sequence[str]) -> None:
        """Show these instead; nothing, where there are none."""
        self.setPlainText("\n".join(sentences))
        height = len(sentences) * self.fontMetrics().lineSpacing() + 3 * GRID
        self.setFixedHeight(min(self._tallest, height))
        self.setVisible(bool(sentences))

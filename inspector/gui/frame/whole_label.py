"""A label that breaks its lines and keeps the height of all of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel


class WholeLabel(QLabel):
    """Where a page has too little height it scrolls; a wrapped label alone would be cut instead.

    A layout asks a label for its least height before it knows the width, and is told of one line.
    """

    def __init__(self, name: str, role: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)  # user data is never markup
        if role:
            self.setProperty("role", role)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._keep_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        self.setMinimumHeight(0)  # else it is never less than before
        self.setMinimumHeight(self.heightForWidth(self.width()) if self.text() else 0)

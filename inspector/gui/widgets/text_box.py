"""Lines of text that are as high as they need to be, and scroll when they are many."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from inspector.gui.measures import sized
from inspector.gui.widgets.labels import wrapped

TALLEST = 120
"""Pixels before it scrolls."""


class TextBox(QScrollArea):
    """A wrapped label; a stop for Tab only while it scrolls."""

    def __init__(self, name: str, title: str, role: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._label = wrapped("", role)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._label)
        self._label.setAutoFillBackground(False)  # the surface behind it shows
        self.viewport().setAutoFillBackground(False)

    @property
    def text(self) -> str:
        """The lines."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Show other lines, from the first."""
        if text != self.text:
            self._label.setText(text)
            self.verticalScrollBar().setValue(0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.verticalScrollBar().setValue(0)  # it opens at its first line

    def sizeHint(self) -> QSize:
        return QSize(200, 24)

    def _fit(self) -> None:
        needed = self._label.heightForWidth(self.viewport().width())
        self.setFixedHeight(min(max(needed, sized(20)), sized(TALLEST)))
        scrolls = needed > sized(TALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)

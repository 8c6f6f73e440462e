"""Lines of text that give way: cut with … where there is no room, whole in their tool tip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from inspector.gui.widgets.labels import plain_tip

LEAST_WIDTH = 64
"""Pixels that are left of a long text when everything around it needs room, too."""


class ElidedLabel(QLabel):
    """A label that never pushes anything off the screen."""

    def __init__(
        self,
        role: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        widest: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """`widest` bounds what it asks for, in pixels; 0: as wide as its text."""
        super().__init__(parent)
        self._mode = mode
        self._widest = widest
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._show_tip()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), self._widest or hint.width()), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), LEAST_WIDTH), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show_tip()

    @property
    def shown(self) -> str:
        """The text as it is drawn, each line cut for itself."""
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        lines = self.text().split("\n")
        return "\n".join(metrics.elidedText(line, self._mode, room) for line in lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(self.contentsRect(), int(self.alignment()), self.shown)

    def _show_tip(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self.shown != self.text() else "")

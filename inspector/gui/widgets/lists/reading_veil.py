"""What lies over figures while those of another period are read."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label
from inspector.translation import tr

_SHOWN_AFTER = 120
"""Milliseconds: what is read sooner would only flicker."""

_OPAQUE = 200
"""Of 255."""


class ReadingVeil(QWidget):
    """Covers a widget, which shows through, and keeps clicks from it; keys go their way."""

    def __init__(self, covered: QWidget) -> None:
        super().__init__(covered)
        self.setObjectName("readingVeil")
        self._said = label("", "section")
        self._said.setObjectName("readingSaid")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 6 * GRID, 2 * GRID, 6 * GRID)
        column.addWidget(self._said, 0, Qt.AlignmentFlag.AlignCenter)
        self._late = QTimer(self, singleShot=True, interval=_SHOWN_AFTER)
        self._late.timeout.connect(self._cover)
        self.hide()
        covered.installEventFilter(self)

    def lies(self) -> bool:
        """It covers, or will in a moment."""
        return not self.isHidden() or self._late.isActive()

    def fall(self, of: str = "") -> None:
        """Cover in a moment, and say `of` what it is that is read."""
        self._said.setText(tr("Reading “{name}” …", name=of) if of else tr("Reading…"))
        if self.isHidden() and not self._late.isActive():
            self._late.start()

    def stay(self) -> None:
        """Cover on and say that nothing could be read."""
        if self.lies():
            self._said.setText(tr("These figures could not be read."))
            self._cover()

    def lift(self) -> None:
        """Cover no longer."""
        self._late.stop()
        self.hide()

    def _cover(self) -> None:
        self._late.stop()
        self._fit()
        self.raise_()
        self.show()

    def _fit(self) -> None:
        if (covered := self.parentWidget()) is not None:
            self.setGeometry(covered.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(self.palette().base().color())
        colour.setAlpha(_OPAQUE)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour)
        around = self._said.geometry().adjusted(-2 * GRID, -GRID, 2 * GRID, GRID)
        painter.fillRect(around, self.palette().base())  # no mark of a chart between its words
        painter.end()

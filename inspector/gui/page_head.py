"""The line at the top of a page: where one is, and the page's one filled button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from inspector.gui.labels import label
from inspector.gui.theme import GRID, HEAD_HEIGHT

LONGEST_TITLE = 480
"""Pixels. A longer name is cut in its middle; the tool tip has it whole."""


class PageHead(QWidget):
    """A title, a quieter subtitle, and room for actions on the right."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEAD_HEIGHT)
        self._title = label(title, "title")
        self._subtitle = label("", "secondary")
        # A long name is cut rather than pushing the button off the screen.
        self._subtitle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        self._row.setSpacing(2 * GRID)
        self._row.addWidget(self._title)
        self._row.addWidget(self._subtitle, 1)

    def set_texts(self, title: str, subtitle: str = "") -> None:
        """Change what the line says."""
        shown = self._title.fontMetrics().elidedText(
            title, Qt.TextElideMode.ElideMiddle, LONGEST_TITLE
        )
        self._title.setText(shown)
        self._title.setToolTip(title if shown != title else "")
        self._subtitle.setText(subtitle)

    def add(self, widget: QWidget) -> None:
        """Put an action on the right."""
        self._row.addWidget(widget)

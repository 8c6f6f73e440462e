"""The line at the top of a page: the way back, where one is, and the page's one filled button."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import CommandButton, command_button
from inspector.gui.measures import measures, sized
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.stacked import surface
from inspector.translation import tr

LONGEST_TITLE = 480
"""Pixels. A longer name is cut in its middle."""

_ROOM_FOR_KEYS = 800
"""Pixels of the window: 1366 at 175 % have fewer, and there the words come first."""


class PageHead(QWidget):
    """A title, a quieter subtitle, and room for actions on the right."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface("pageHead", self)
        self.setFixedHeight(measures().head)
        self._title = ElidedLabel("title", Qt.TextElideMode.ElideMiddle, LONGEST_TITLE)
        self._title.setText(title)
        self._subtitle = ElidedLabel("secondary")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        self._row.setSpacing(2 * GRID)
        self._row.addWidget(self._title)
        self._row.addWidget(self._subtitle, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:  # another hand
            self.setFixedHeight(measures().head)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for each in self.findChildren(CommandButton):
            each.show_key(self._shows_keys)

    @property
    def _shows_keys(self) -> bool:
        return self.window().width() >= sized(_ROOM_FOR_KEYS)

    def set_texts(self, title: str, subtitle: str = "") -> None:
        """Change what the line says."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def lead_back(self, command: Command) -> CommandButton:
        """Give the page, which was gone into, its way back in words: what Esc does there."""
        made = command_button(command, "back", text=f"← {tr('Back')}")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self._row.insertWidget(0, made)
        return made

    def add(self, widget: QWidget) -> None:
        """Put an action on the right."""
        self._row.addWidget(widget)
        if isinstance(widget, CommandButton) and self.isVisible():  # else it is laid out later
            widget.show_key(self._shows_keys)

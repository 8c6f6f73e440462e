"""A part of the panel beside the list, there for some items only."""

from PySide6.QtWidgets import QWidget

from inspector.gui.theme import GRID
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.stacked import stack


class PanelSection(QWidget):
    """Fill `column`; say when it is `wanted`, and `fill` it for an item that wants it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = stack(self, (), spacing=GRID)

    def wanted(self, shown: Shown) -> bool:
        """Tell whether an item has anything to show here."""
        return True

    def keeps_keyboard(self, shown: Shown) -> bool:
        """Tell whether the field that has the keyboard here stays for an item."""
        return self.wanted(shown)

    def fill(self, shown: Shown, other: bool) -> None:
        """Show an item; `other` than the one before, or as it is on disk.

        A field that is being typed into is left alone unless `other`.
        """
        raise NotImplementedError

    def empty(self) -> None:
        """Keep nothing of an item that was shown before; this one is not wanted here."""


def row(*widgets: QWidget) -> QWidget:
    """Return widgets side by side, from the left."""
    made = QWidget()
    stack(made, widgets, spacing=GRID, across=True).addStretch(1)
    return made
